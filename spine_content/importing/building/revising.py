"""Revisions of pages that were saved a moment ago."""

from typing import Any

from wagtail.models import Revision

from spine_content.importing.building.kinds import page_model

NOTED = ("latest_revision", "latest_revision_created_at", "draft_title")


def keep_revision(page: Any, user: Any) -> Any:
    """
    What ``page.save_revision()`` does for a draft that was saved a moment ago, without
    saving it, searching it and looking up its references all over again.

    A page type that keeps revisions in a way of its own is asked to.
    """
    if type(page).save_revision is not page_model().save_revision:
        return page.save_revision(user=user, clean=False)
    revision = Revision.objects.create(
        content_object=page,
        base_content_type=page.get_base_content_type(),
        user=user,
        content=page.serializable_data(),
        object_str=str(page),
    )
    page.latest_revision = revision
    page.latest_revision_created_at = revision.created_at
    page.draft_title = page.title
    page.has_unpublished_changes = True
    page_model().objects.filter(pk=page.pk).update(
        has_unpublished_changes=True, **{name: getattr(page, name) for name in NOTED}
    )
    return revision
