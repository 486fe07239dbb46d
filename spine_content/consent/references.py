from collections.abc import Iterator
from typing import Any

from wagtail.models import ReferenceIndex


def references(version: Any, model: Any) -> Iterator[tuple[int, str]]:
    """
    Key and field of everything of this model that a version of a page refers to.

    As Wagtail finds them: in fields, blocks, rich text and rows that hang on a page.
    Its own table of references knows the row only, and no draft or old version.
    """
    index: Any = ReferenceIndex
    wanted = index._get_base_content_type(model).pk
    for kind, key, field, _path in index._extract_references_from_object(version):
        if kind == wanted:
            yield int(key), field


def as_page(revision: Any) -> Any:
    """A version of a page, read from what the revision keeps and nothing else."""
    content = {**revision.content, "wagtail_admin_comments": []}
    return revision.content_type.model_class().from_serializable_data(
        content, check_fks=False, strict_fks=False
    )
