"""What staff wrote, typed and were shown while they worked on a story."""

import html
import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q
from wagtail.models import (
    Comment,
    CommentReply,
    PageSubscription,
    TaskState,
    WorkflowState,
)

from spine_content.consent.erasure.scope import TITLE, Holding, Trail
from spine_content.consent.gate import story_models
from spine_content.importing.models import ImportedDocument, ImportRun
from spine_content.quality.models import PageQuality, QualityAnswer
from spine_content.reviews.models import ClinicalReview


def discussion(trail: Trail) -> Iterator[Holding]:
    """Comments with their replies, and what was said when a version was approved."""
    pages = trail.page_ids
    yield Holding(CommentReply.objects.filter(comment__page__in=pages))
    yield Holding(Comment.objects.filter(page__in=pages))
    yield Holding(PageSubscription.objects.filter(page__in=pages))
    states = WorkflowState.objects.filter(
        base_content_type=trail.page_content_type,
        object_id__in=[str(pk) for pk in pages],
    )
    revisions = Q(revision__in=trail.revisions.values("pk"))
    strays = Q(revision__in=trail.stray_revisions.values("pk"))
    of_states = Q(workflow_state__in=states.values("pk"))
    yield Holding(TaskState.objects.filter(of_states | revisions | strays))
    yield Holding(states)
    yield Holding(QualityAnswer.objects.filter(page_id__in=pages))
    yield Holding(PageQuality.objects.filter(page_id__in=pages))


def review_notes(trail: Trail) -> Iterator[Holding]:
    """What reviewers noted. Who signed, and when, says nothing of the patient."""
    reviews = ClinicalReview.objects.filter(
        content_type=trail.page_content_type,
        object_id__in=[str(pk) for pk in trail.page_ids],
    )
    yield Holding(reviews.exclude(note=""), lambda rows: rows.erase_notes())


def forms(trail: Trail) -> Iterator[Holding]:
    """What is typed into open forms, those of stories not yet saved included."""
    states = _model("wagtailadmin", "FormState")
    sessions = _model("wagtailadmin", "EditingSession")
    keys = [str(pk) for pk in trail.page_ids]
    types = ContentType.objects.get_for_models(*story_models()).values()
    if states:
        # Whose story a new form holds cannot be told. Browsers fill it in again.
        yield Holding(
            states.objects.filter(
                Q(content_type__in=trail.content_types, object_id__in=keys)
                | Q(content_type__in=types, object_id="")
            )
        )
    if sessions:
        open_pages = sessions.objects.filter(
            content_type__in=trail.content_types, object_id__in=keys
        )
        yield Holding(open_pages)


def redirects(trail: Trail) -> Iterator[Holding]:
    """Redirects to the pages, from their addresses, or to those as typed."""
    model = _model("wagtailredirects", "Redirect")
    if model is None:
        return
    paths = {urlsplit(url).path for page in trail.pages if (url := page.full_url)}
    from_page = {model.normalise_path(path) for path in paths}
    found = Q(redirect_page__in=trail.page_ids) | Q(old_path__in=from_page)
    for path in paths:
        # Other addresses may begin with this one: only the whole of it counts.
        found |= Q(
            redirect_link__regex=rf"^(https?://[^/]+)?{_literal(path)}?([?#].*)?$"
        )
    yield Holding(model.objects.filter(found))


def promotions(trail: Trail) -> Iterator[Holding]:
    if model := _model("wagtailsearchpromotions", "SearchPromotion"):
        yield Holding(model.objects.filter(page__in=trail.page_ids))


def embeds(trail: Trail) -> Iterator[Holding]:
    """What a video's keeper told about it, which may be whose it is."""
    model = _model("wagtailembeds", "Embed")
    if model is None:
        return
    texts = "\n".join(trail.texts())
    keys = [
        pk
        for pk, url in model.objects.values_list("pk", "url")
        if json.dumps(url, ensure_ascii=False)[1:-1] in texts
        or html.escape(url) in texts
    ]
    yield Holding(model.objects.filter(pk__in=keys))


def _literal(path: str) -> str:
    # As both databases read it: re.escape() is for Python alone.
    return "".join(f"[{each}]" if each in ".+*?()|{$" else each for each in path)


def _model(app: str, name: str) -> Any:
    """A model of Wagtail that this site may have left out."""
    return apps.get_model(app, name) if app in apps.app_configs else None


#: By its hash the document is still known, so that nobody imports it again.
SAYING = {
    **dict.fromkeys(("key", "title", "address", "author"), ""),
    **dict.fromkeys(("categories", "reasons", "headings", "open_links"), []),
    **dict.fromkeys(("placed", "warnings", "left_out", "missing"), []),
}


def imports(trail: Trail) -> Iterator[Holding]:
    """Names, words and addresses in the lines of the pages, and of their files."""
    lines = ImportedDocument.objects.filter(page_id__in=trail.page_ids)
    # First, as a run is found by its lines: the file of one story has its name.
    others = ImportedDocument.objects.filter(run=OuterRef("pk")).exclude(
        page_id__in=trail.page_ids
    )
    runs = ImportRun.objects.filter(pk__in=lines.values("run")).exclude(Exists(others))
    yield Holding(runs.exclude(source_name=TITLE), _blank_runs)
    yield Holding(lines.exclude(Q(key="") & Q(title="")), _blank_lines)


def _blank_runs(rows: Any) -> None:
    rows.update(source_name=TITLE, report={})


def _blank_lines(rows: Any) -> None:
    rows.update(**SAYING)
