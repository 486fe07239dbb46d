"""One document of a run becomes a draft: in one transaction, so all of it or none."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.blocks import StreamValue
from wagtail.fields import StreamField
from wagtail.log_actions import log
from wagtail.models import Revision

from spine_content.importing.building.blocks import BlockBuilder
from spine_content.importing.building.fields import FIELDS, FieldMapper
from spine_content.importing.building.links import LinkRewriter, UrlMap
from spine_content.importing.building.media import DocumentStore, ImageStore
from spine_content.importing.building.placement import (
    create_redirect,
    page_model,
    parent_for,
    slug_for,
)
from spine_content.importing.building.previous_imports import (
    Outcome,
    known_key_hashes,
    outcome_after,
    previous_import,
)
from spine_content.importing.documents import (
    AttachedFiles,
    ParsedDocument,
    Skipped,
    SourceDocument,
    skipped_as_json,
)
from spine_content.importing.models import ImportedDocument, ImportRun
from spine_content.importing.sanitiser import storable
from spine_content.pages.publishing import publish_errors

MAX_TITLE_LENGTH = 255
_REVISION_FIELDS = ("latest_revision", "latest_revision_created_at", "draft_title")


@dataclass
class Job:
    """What the documents of a run share."""

    run: ImportRun
    files: AttachedFiles | None
    page_types: dict[str, Any]
    url_map: UrlMap = field(default_factory=UrlMap)

    def __post_init__(self) -> None:
        self.user = self.run.user
        self.known_hashes = known_key_hashes(self.run)
        self.slugs: dict[int, set[str]] = {}
        self.pictures = ImageStore(self.files, self.user)
        self.downloads = DocumentStore(self.files, self.user)

    @cached_property
    def parent_page(self) -> Any:
        """The page that the drafts are put below, as it was when the job began."""
        pages = page_model().objects.select_related("locale")
        return pages.get(pk=self.run.parent_page_id)

    @cached_property
    def site(self) -> Any:
        return self.parent_page.get_site()

    @cached_property
    def language(self) -> str:
        return str(self.parent_page.locale.language_code)

    def slugs_below(self, page: Any) -> set[str]:
        """The ends of addresses that are taken below ``page``, asked for once."""
        if page.pk not in self.slugs:
            slugs = page.get_children().order_by().values_list("slug", flat=True)
            self.slugs[page.pk] = set(slugs)
        return self.slugs[page.pk]

    def commit(self) -> None:
        self.pictures.commit()
        self.downloads.commit()

    def rollback(self) -> None:
        self.slugs.clear()
        self.pictures.rollback()
        self.downloads.rollback()


def build_draft(
    job: Job, line: ImportedDocument, document: SourceDocument, parsed: ParsedDocument
) -> None:
    """Make, or bring up to date, the draft of a document, and record it in ``line``."""
    # Links to the same host are links to the old site from the first document on.
    job.url_map.add(line.key, line.address, line.kind, None)
    try:
        with transaction.atomic():
            _create_or_update(job, line, document, parsed)
            line.save()
    except BaseException:
        job.rollback()
        raise
    job.commit()
    job.url_map.add(line.key, line.address, line.kind, line.page_id)


def _create_or_update(
    job: Job, line: ImportedDocument, document: SourceDocument, parsed: ParsedDocument
) -> None:
    before = previous_import(line) if line.key_hash in job.known_hashes else None
    outcome, reason = (
        outcome_after(line, before, job.user) if before else (Outcome.CREATED, "")
    )
    line.outcome, line.warnings, line.left_out = outcome, [], []
    if before is None or outcome == Outcome.CREATED:
        _create(job, line, document, parsed)
        return
    line.page_id, line.revision_id = before.page_id, before.revision_id
    line.redirect_id, line.built_digest = before.redirect_id, before.built_digest
    # Empty once it has its place, so that nobody's moving it is undone.
    line.parent_key_hash = before.parent_key_hash
    if outcome == Outcome.UPDATED:
        _update(job, line, document, parsed)
    elif outcome == Outcome.UNCHANGED:
        line.made, line.page_type = before.made, before.page_type
        line.warnings, line.left_out = before.warnings, before.left_out
        line.placed, line.missing = before.placed, before.missing
        line.open_links = before.open_links
    if reason:
        line.warnings = [reason]


def _create(
    job: Job, line: ImportedDocument, document: SourceDocument, parsed: ParsedDocument
) -> None:
    parent = parent_for(line)
    page = job.page_types[line.page_type](
        title=line.title,
        slug=slug_for(document, job.slugs_below(parent)),
        owner=job.user,
        live=False,
        has_unpublished_changes=True,
        locale_id=parent.locale_id,
    )
    _fill(job, line, page, document, parsed)
    parent.add_child(instance=page)
    _record(job, line, page, is_new=True)
    line.redirect_id, why = create_redirect(page, line.address, job.site)
    if why:
        line.warnings.append(why)


def _update(
    job: Job, line: ImportedDocument, document: SourceDocument, parsed: ParsedDocument
) -> None:
    page = page_model().objects.get(pk=line.page_id).specific
    line.page_type = page.page_type
    page.title = page.draft_title = line.title
    _fill(job, line, page, document, parsed)
    page.save()
    revision = _record(job, line, page)
    log(page, "wagtail.edit", user=job.user, revision=revision, content_changed=True)


def _record(job: Job, line: ImportedDocument, page: Any, is_new: bool = False) -> Any:
    revision = save_revision(page, job.user)
    line.page_id, line.revision_id = page.pk, revision.pk
    line.built_digest = line.digest
    line.missing = publish_errors(page, is_new=is_new)
    return revision


def _fill(
    job: Job,
    line: ImportedDocument,
    page: Any,
    document: SourceDocument,
    parsed: ParsedDocument,
) -> None:
    rewriter = LinkRewriter(
        job.url_map, document.key, document.address, document.kind, job.downloads
    )
    builder = BlockBuilder(rewriter, job.pictures)
    mapper = FieldMapper(type(page), builder)
    values = mapper.map_fields(parsed, document.excerpt or parsed.summary)
    for name in FIELDS:
        _set_field(page, name, values, builder)
    line.made = {name: number for name, number in builder.made.items() if number}
    line.open_links = rewriter.unresolved
    line.placed = mapper.placed
    line.warnings += [*parsed.warnings, *builder.warnings]
    line.warnings += _editor_notes(job, page, document, parsed, rewriter)
    left_out = [*parsed.skipped, *builder.skipped]
    left_out += [Skipped("download", *each) for each in rewriter.rejected]
    line.left_out = skipped_as_json(left_out)
    line.warnings = storable(line.warnings)


def _set_field(
    page: Any, name: str, values: dict[str, Any], builder: BlockBuilder
) -> None:
    known = {each.name: each for each in page._meta.fields}
    if name not in known:
        return
    model_field = known[name]
    value = values.get(name)
    if not isinstance(model_field, StreamField):
        setattr(page, name, value or "")
    elif value:
        stream = model_field.stream_block
        allowed = [raw for raw in value if raw["type"] in stream.child_blocks]
        for raw in value:
            if raw["type"] not in stream.child_blocks:
                reason = _("This site has no block for it.")
                builder.skip(raw["type"], raw["type"], reason)
        setattr(page, name, StreamValue(stream, allowed, is_lazy=True))
    else:
        setattr(page, name, model_field.get_default())


def _editor_notes(
    job: Job,
    page: Any,
    document: SourceDocument,
    parsed: ParsedDocument,
    rewriter: LinkRewriter,
) -> Iterator[str]:
    """Sentences on what is particular to a page."""
    if page.page_type == "story":
        yield _(
            "A story is imported without consent. Enter the consent before you "
            "publish it, and take out of the title and text what tells who it is."
        )
    theirs, ours = (
        code.split("-")[0].lower()
        for code in (parsed.language or document.language, job.language)
    )
    if theirs and theirs != ours:
        yield _(
            "The text is marked as “%(theirs)s”, but the page is in “%(ours)s”."
        ) % {"theirs": theirs, "ours": ours}
    if rewriter.without_fragment:
        yield _(
            "Links to a place within another page lead to the beginning of the page."
        )
    if len(document.title) > MAX_TITLE_LENGTH:
        yield _("The title was too long, and is cut.")


def save_revision(page: Any, user: Any) -> Any:
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
        has_unpublished_changes=True,
        **{name: getattr(page, name) for name in _REVISION_FIELDS},
    )
    return revision
