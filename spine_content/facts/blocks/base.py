from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import BlockGroup, StructBlockValidationError
from wagtail.snippets.blocks import SnippetChooserBlock

from spine_content.facts.blocks.limits import most_of, too_much
from spine_content.facts.blocks.question import QuestionBlock
from spine_content.facts.choices import (
    NEEDS_SOURCE,
    Basis,
    Certainty,
    Comparator,
    Kind,
    Status,
    TimeUnit,
)

#: Statuses that say something which has to come from somewhere.
SAYS_SOMETHING = frozenset({Status.KNOWN, Status.CONFLICTING})


class CitationBlock(blocks.StructBlock):
    """A source of a fact, and where in it the fact stands."""

    source = SnippetChooserBlock("spine_content.Source", label=_("Source"))
    where = blocks.CharBlock(
        label=_("Where in it"),
        max_length=60,
        required=False,
        help_text=_("For example “Table 2”."),
    )

    class Meta:
        icon = "doc-full"
        label = _("Source")
        label_format = "{source}"


def layout(*value_fields: str, compared: tuple[str, ...] = ()) -> BlockGroup:
    """First what every fact needs; the rest is folded away until somebody wants it."""
    return BlockGroup(
        children=[
            "measure",
            "status",
            *value_fields,
            BlockGroup(
                heading=_("Compared with what?"),
                icon="table",
                classname="collapsed",
                label_format="{comparator}",
                children=["comparator", "other_treatment", *compared],
            ),
            BlockGroup(
                heading=_("Whom it was measured in, and how"),
                icon="group",
                classname="collapsed",
                label_format="{population}",
                children=["time", "time_unit", "population", "measured_how"],
            ),
            BlockGroup(
                heading=_("Where it comes from, and how sure we are"),
                icon="doc-full",
                children=["basis", "sources", "certainty"],
            ),
            BlockGroup(
                heading=_("Note, and when to look at it again"),
                icon="calendar-check",
                classname="collapsed",
                label_format="{check_by}",
                children=["note", "checked_on", "check_by"],
            ),
        ]
    )


class FactBlock(blocks.StructBlock):
    """
    One answer of a treatment to one question.

    Drafts may be unfinished or wrong; whoever publishes is told, next to the field.
    """

    #: Which questions it answers.
    kind: Kind

    status = blocks.ChoiceBlock(
        label=_("What is known?"),
        choices=Status.choices,
        default=Status.KNOWN,
        help_text=_("“Not known” is an answer too: readers see it."),
    )
    comparator = blocks.ChoiceBlock(
        label=_("What others had"),
        choices=Comparator.choices,
        default=Comparator.NONE,
    )
    other_treatment = SnippetChooserBlock(
        "spine_content.Treatment",
        label=_("The other treatment"),
        required=False,
    )
    time = blocks.IntegerBlock(
        label=_("How long after"),
        required=False,
        help_text=_("A number. Leave empty if it is part of the question."),
    )
    time_unit = blocks.ChoiceBlock(
        label=_("Days, weeks, months or years"),
        choices=TimeUnit.choices,
        required=False,
    )
    population = blocks.CharBlock(
        label=_("In whom"),
        max_length=160,
        required=False,
        help_text=_("For example “people over 60 with a break of the last 6 weeks”."),
    )
    measured_how = blocks.CharBlock(
        label=_("How it was measured"),
        max_length=120,
        required=False,
        help_text=_("For example “on CT scans”. Readers see it."),
    )
    basis = blocks.ChoiceBlock(
        label=_("It rests on"),
        choices=Basis.choices,
        required=False,
        help_text=_("Advice of clinics is told apart from what studies found."),
    )
    sources = blocks.ListBlock(
        CitationBlock(),
        label=_("Sources"),
        default=[],
        help_text=_("They join the numbered list of each page by themselves."),
    )
    certainty = blocks.ChoiceBlock(
        label=_("How sure we can be (GRADE)"),
        choices=Certainty.choices,
        default=Certainty.NOT_GRADED,
        help_text=_("It chooses the verb: is, is probably, may be."),
    )
    note = blocks.CharBlock(
        label=_("Note"),
        max_length=240,
        required=False,
        help_text=_("One plain sentence that readers should know. Not a number."),
    )
    checked_on = blocks.DateBlock(label=_("Checked on"), required=False)
    check_by = blocks.DateBlock(
        label=_("Check again by"),
        required=False,
        help_text=_("The report of facts to check lists it from that day."),
    )

    def __init__(self, local_blocks: Any = (), **kwargs: Any) -> None:
        # Not declared above, as every kind has a chooser of its own.
        question = QuestionBlock(self.kind, label=_("Question"))
        super().__init__([("measure", question), *local_blocks], **kwargs)

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if self.is_deferred_validation:
            return cleaned
        errors = {**self.shared_problems(cleaned)}
        if cleaned["status"] == Status.KNOWN:
            errors.update(self.problems(cleaned))
        if errors:
            raise StructBlockValidationError(
                block_errors={
                    name: ValidationError(message) for name, message in errors.items()
                }
            )
        return cleaned

    def shared_problems(self, value: Any) -> dict[str, Any]:
        """A message for each field that is wrong, whatever the kind of fact."""
        found: dict[str, Any] = {}
        measure = value["measure"]
        if measure is not None and measure.kind != self.kind:
            found["measure"] = _(
                "This question asks for another kind of answer: “%(kind)s”. Choose "
                "another question, or add that kind of fact."
            ) % {"kind": measure.get_kind_display()}
        if value["comparator"] == Comparator.OTHER and not value["other_treatment"]:
            found["other_treatment"] = _("Say which treatment the others had.")
        if value["time"] is not None and value["time"] < 0:
            found["time"] = _("It cannot be before the treatment.")
        elif value["time"] is not None and not value["time_unit"]:
            found["time_unit"] = _(
                "Say whether these are days, weeks, months or years."
            )
        else:
            found.update(too_much(value, most_of(value["time_unit"]), "time"))
        if value["status"] in SAYS_SOMETHING:
            found.update(self._sourceless(value))
        checked_on, check_by = value["checked_on"], value["check_by"]
        if checked_on and check_by and check_by < checked_on:
            found["check_by"] = _("It must not be before the day it was checked.")
        return found

    def _sourceless(self, value: Any) -> dict[str, Any]:
        if not value["basis"]:
            return {"basis": _("Say what it rests on.")}
        if value["basis"] in NEEDS_SOURCE and not len(value["sources"]):
            return {"sources": _("Choose the source that it comes from.")}
        return {}

    def problems(self, value: Any) -> dict[str, Any]:
        """A message for each field of the answer itself that is wrong or missing."""
        raise NotImplementedError

    class Meta:
        icon = "list-ul"
        label_format = "{measure}"
