"""One document becomes a draft: in one transaction, so all of it or none."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.blocks import StreamValue
from wagtail.fields import StreamField
from wagtail.log_actions import log

from spine_content.importing.building import texts
from spine_content.importing.building.deciding import Outcome, expected_after
from spine_content.importing.building.earlier import earlier
from spine_content.importing.building.filling import FIELDS, Filler
from spine_content.importing.building.job import Job
from spine_content.importing.building.kinds import page_model
from spine_content.importing.building.links import Linker
from spine_content.importing.building.notes import as_json, notes
from spine_content.importing.building.parts import BlockMaker
from spine_content.importing.building.placing import parent_for, slug_for
from spine_content.importing.building.redirects import redirect_to
from spine_content.importing.building.revising import keep_revision
from spine_content.importing.documents import LeftOut, Original, Outline
from spine_content.importing.models import ImportedDocument
from spine_content.pages.publishing import publish_errors


def build(
    job: Job, line: ImportedDocument, original: Original, outline: Outline
) -> None:
    """Make, or bring up to date, the draft of a document, and record it in ``line``."""
    # Links to the same host are links to the old site from the first document on.
    job.addresses.add(line.key, line.address, line.kind, None)
    try:
        with transaction.atomic():
            _decide(job, line, original, outline)
            line.save()
    except BaseException:
        job.undo()
        raise
    job.settle()
    job.addresses.add(line.key, line.address, line.kind, line.page_id)


def _decide(
    job: Job, line: ImportedDocument, original: Original, outline: Outline
) -> None:
    before = earlier(line) if line.key_hash in job.known else None
    outcome, reason = (
        expected_after(line, before, job.user) if before else (Outcome.CREATED, "")
    )
    line.outcome, line.warnings, line.left_out = outcome, [], []
    if before is None or outcome == Outcome.CREATED:
        _create(job, line, original, outline)
        return
    line.page_id, line.revision_id = before.page_id, before.revision_id
    line.redirect_id, line.built_digest = before.redirect_id, before.built_digest
    # Empty once it has its place, so that nobody's moving it is undone.
    line.parent_key_hash = before.parent_key_hash
    if outcome == Outcome.UPDATED:
        _update(job, line, original, outline)
    elif outcome == Outcome.UNCHANGED:
        line.made, line.page_type = before.made, before.page_type
        line.warnings, line.left_out = before.warnings, before.left_out
        line.placed, line.missing = before.placed, before.missing
        line.open_links = before.open_links
    if reason:
        line.warnings = [reason]


def _create(
    job: Job, line: ImportedDocument, original: Original, outline: Outline
) -> None:
    parent = parent_for(job, line)
    page = job.kinds[line.page_type](
        title=line.title,
        slug=slug_for(job, parent, original),
        owner=job.user,
        live=False,
        has_unpublished_changes=True,
        locale_id=parent.locale_id,
    )
    _fill(job, line, page, original, outline)
    parent.add_child(instance=page)
    _record(job, line, page, is_new=True)
    line.redirect_id, why = redirect_to(page, line.address, job.site)
    if why:
        line.warnings.append(why)


def _update(
    job: Job, line: ImportedDocument, original: Original, outline: Outline
) -> None:
    page = page_model().objects.get(pk=line.page_id).specific
    line.page_type = page.page_type
    page.title = page.draft_title = line.title
    _fill(job, line, page, original, outline)
    page.save()
    revision = _record(job, line, page)
    log(page, "wagtail.edit", user=job.user, revision=revision, content_changed=True)


def _record(job: Job, line: ImportedDocument, page: Any, is_new: bool = False) -> Any:
    revision = keep_revision(page, job.user)
    line.page_id, line.revision_id = page.pk, revision.pk
    line.built_digest = line.digest
    line.missing = publish_errors(page, is_new=is_new)
    return revision


def _fill(
    job: Job, line: ImportedDocument, page: Any, original: Original, outline: Outline
) -> None:
    linker = Linker.of(original, job.addresses, job.downloads)
    maker = BlockMaker(linker, job.pictures)
    filler = Filler(type(page), maker)
    values = filler.fill(outline, original.excerpt or outline.summary)
    for name in FIELDS:
        _set(page, name, values, maker)
    line.made = {name: number for name, number in maker.made.items() if number}
    line.open_links = linker.open
    line.placed = filler.placed
    line.warnings += [*outline.warnings, *maker.warnings]
    line.warnings += notes(page, original, outline, linker, job.language)
    left_out = [*outline.left_out, *maker.left_out]
    left_out += [LeftOut("download", *each) for each in linker.not_taken]
    line.left_out = as_json(left_out)
    line.warnings = texts.storable(line.warnings)


def _set(page: Any, name: str, values: dict[str, Any], maker: BlockMaker) -> None:
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
                maker.leave_out(raw["type"], raw["type"], reason)
        setattr(page, name, StreamValue(stream, allowed, is_lazy=True))
    else:
        setattr(page, name, model_field.get_default())
