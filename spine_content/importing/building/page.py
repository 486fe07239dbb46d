"""One document becomes a draft: in one transaction, so all of it or none."""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.blocks import StreamValue
from wagtail.coreutils import find_available_slug
from wagtail.fields import StreamField
from wagtail.signal_handlers import disable_reference_index_auto_update

from spine_content.importing.building import texts
from spine_content.importing.building.addresses import Addresses
from spine_content.importing.building.downloads import Downloads
from spine_content.importing.building.earlier import earlier, page_of, why_not
from spine_content.importing.building.filling import FIELDS, Filler
from spine_content.importing.building.kinds import kinds_below, page_model
from spine_content.importing.building.links import Linker
from spine_content.importing.building.parts import BlockMaker
from spine_content.importing.building.pictures import Pictures
from spine_content.importing.building.redirects import redirect_to
from spine_content.importing.documents import Files, LeftOut, Original, Outline
from spine_content.models import ImportedDocument, ImportRun
from spine_content.pages.completeness import unmet

Outcome = ImportedDocument.Outcome
LONGEST_SLUG, LONGEST_TITLE = 100, 255


@dataclass
class Job:
    """What the documents of a run share."""

    run: ImportRun
    files: Files | None
    kinds: dict[str, Any]
    addresses: Addresses = field(default_factory=Addresses)

    def __post_init__(self) -> None:
        self.user = self.run.user
        self.pictures = Pictures(self.files, self.user)
        self.downloads = Downloads(self.files, self.user)

    def settle(self) -> None:
        self.pictures.settle()
        self.downloads.settle()

    def undo(self) -> None:
        self.pictures.undo()
        self.downloads.undo()


def build(
    job: Job, line: ImportedDocument, original: Original, outline: Outline
) -> None:
    """Make, or bring up to date, the draft of a document, and record it in ``line``."""
    try:
        with transaction.atomic():
            _decide(job, line, original, outline)
            line.save()
    except BaseException:
        job.undo()
        raise
    job.settle()
    job.addresses.add(line.key, line.address, line.kind, line.page_id)


def expected(line: ImportedDocument, user: Any) -> tuple[str, str]:
    """What ``build`` would make of a document, and why, without doing it."""
    before = earlier(line)
    if before is None:
        return Outcome.CREATED, ""
    page = page_of(before)
    if page is None:
        outcome = Outcome.CREATED if line.again else Outcome.DELETED
        return outcome, "" if line.again else _("Somebody deleted its page.")
    if before.built_digest == line.digest:
        return Outcome.UNCHANGED, ""
    reason = why_not(page, before, user)
    if not reason and page.spine_type != (line.page_type or page.spine_type):
        reason = _("It is a page of another type. Delete it to have it made anew.")
    return (Outcome.KEPT, reason) if reason else (Outcome.UPDATED, "")


def _decide(
    job: Job, line: ImportedDocument, original: Original, outline: Outline
) -> None:
    outcome, reason = expected(line, job.user)
    line.outcome, line.warnings, line.left_out = outcome, [], []
    if outcome == Outcome.CREATED:
        _create(job, line, original, outline)
        return
    before = earlier(line)
    if before is None:  # pragma: no cover - decided otherwise above
        return
    line.page_id, line.revision_id = before.page_id, before.revision_id
    line.redirect_id, line.built_digest = before.redirect_id, before.built_digest
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
    parent = _parent(job, line)
    page = job.kinds[line.page_type](
        title=line.title,
        slug=_slug(parent, original),
        owner=job.user,
        live=False,
        has_unpublished_changes=True,
        locale_id=parent.locale_id,
    )
    _fill(job, line, page, original, outline)
    parent.add_child(instance=page)
    _record(job, line, page)
    line.redirect_id, why = redirect_to(page, line.address)
    if why:
        line.warnings.append(why)


def _update(
    job: Job, line: ImportedDocument, original: Original, outline: Outline
) -> None:
    page = page_model().objects.get(pk=line.page_id).specific
    line.page_type = page.spine_type
    page.title = page.draft_title = line.title
    _fill(job, line, page, original, outline)
    page.save()
    _record(job, line, page, log_action="wagtail.edit")


def _record(job: Job, line: ImportedDocument, page: Any, **kwargs: Any) -> None:
    # The page was saved a moment ago, and its references are known since then.
    with disable_reference_index_auto_update():
        revision = page.save_revision(user=job.user, clean=False, **kwargs)
    line.page_id, line.revision_id = page.pk, revision.pk
    line.built_digest = line.digest
    line.missing = unmet(page)


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
    line.warnings += _about(page, original, outline, linker)
    left_out = [*outline.left_out, *maker.left_out]
    left_out += [LeftOut("download", *each) for each in linker.not_taken]
    line.left_out = as_json(left_out)
    line.warnings = texts.storable(line.warnings)


def _set(page: Any, name: str, values: dict[str, Any], maker: BlockMaker) -> None:
    known = {each.name: each for each in page._meta.get_fields()}
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


def _about(
    page: Any, original: Original, outline: Outline, linker: Linker
) -> list[str]:
    said = []
    if page.spine_type == "story":
        said.append(
            _(
                "A story is imported without consent. Enter the consent before you "
                "publish it, and take out of the title and text what tells who it is."
            )
        )
    language = (outline.language or original.language).split("-")[0].lower()
    ours = page.locale.language_code.split("-")[0].lower()
    if language and language != ours:
        said.append(
            _("The text is marked as “%(theirs)s”, but the page is in “%(ours)s”.")
            % {"theirs": language, "ours": ours}
        )
    if linker.without_place:
        said.append(
            _("Links to a place within another page lead to the beginning of the page.")
        )
    if original.title and len(original.title) > LONGEST_TITLE:
        said.append(_("The title was too long, and is cut."))
    return said


def as_json(left_out: list[LeftOut]) -> list[dict[str, str]]:
    """Things left out as the register keeps them."""
    rows = [
        {"what": each.what, "name": each.name, "reason": str(each.reason)}
        for each in left_out
    ]
    kept: list[dict[str, str]] = texts.storable(rows)
    return kept


def _slug(parent: Any, original: Original) -> str:
    """The old end of the address where the site can have it, else Wagtail's own."""
    wanted = slugify(texts.seen(unquote(original.slug)), allow_unicode=True)
    # Whether other letters may stand in an address is a setting that Wagtail minds.
    if not wanted or not wanted.isascii():
        return ""
    found: str = find_available_slug(parent, wanted[:LONGEST_SLUG].strip("-_"))
    return found


def _parent(job: Job, line: ImportedDocument) -> Any:
    """The page to put a draft below: as on the old site, where the types allow it."""
    pages = page_model().objects
    top = pages.select_for_update().get(pk=job.run.parent_page_id)
    if not line.parent_key_hash:
        return top
    above = job.run.documents.filter(
        key_hash=line.parent_key_hash, page_id__isnull=False
    ).first()
    found = above and pages.select_for_update().filter(pk=above.page_id).first()
    if not found:
        # It may come later in the file: the pages are moved when all are there.
        return top
    if line.page_type in kinds_below(found):
        return found
    line.warnings.append(flat())
    return top


def flat() -> str:
    return _("It stood below another page, which cannot have pages of its type.")
