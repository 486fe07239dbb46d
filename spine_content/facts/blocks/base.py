from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import BlockGroup, StructBlockValidationError
from wagtail.snippets.blocks import SnippetChooserBlock
from wagtail.snippets.widgets import AdminSnippetChooser

from spine_content.facts.blocks.validation import fact_errors
from spine_content.facts.choices import (
    Basis,
    Certainty,
    Comparator,
    Kind,
    Status,
    TimeUnit,
)


class QuestionChooser(AdminSnippetChooser):
    """Opens the list of those questions that ask for one kind of answer."""

    def __init__(self, kind: str, model: Any) -> None:
        super().__init__(
            model,
            icon="help",
            choose_one_text=_("Choose a question"),
            choose_another_text=_("Choose another question"),
            link_to_chosen_text=_("Edit this question"),
        )
        self.kind = kind

    def get_chooser_modal_url(self) -> str:
        return f"{super().get_chooser_modal_url()}?{urlencode({'kind': self.kind})}"


class QuestionBlock(SnippetChooserBlock):
    """A question that asks for one kind of answer: the chooser offers no others."""

    def __init__(self, kind: str, **kwargs: Any) -> None:
        super().__init__("spine_content.Measure", **kwargs)
        self.kind = kind

    @cached_property
    def widget(self) -> Any:
        return QuestionChooser(self.kind, self.target_model)


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


class FactBlock(blocks.StructBlock):
    """
    One answer of a treatment to one question.

    Drafts may be unfinished or invalid; publishing shows errors next to the fields.
    """

    #: Which questions it answers.
    kind: Kind
    #: Of the fields that are its own, those about the people it is compared with.
    compared_fields: tuple[str, ...] = ()

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

    class Meta:
        icon = "list-ul"
        label_format = "{measure}"

    def __init__(self, local_blocks: Any = (), **kwargs: Any) -> None:
        # Not declared above, as every kind has a chooser of its own.
        question = QuestionBlock(self.kind, label=_("Question"))
        super().__init__([("measure", question), *local_blocks], **kwargs)

    @property
    def own_fields(self) -> list[str]:
        """The names of the fields that other kinds of fact do not have."""
        shared = {"measure", *FactBlock.base_blocks}
        return [name for name in self.child_blocks if name not in shared]

    def get_form_layout(self) -> BlockGroup:
        """What every fact needs, then collapsed groups."""
        own = [name for name in self.own_fields if name not in self.compared_fields]
        return BlockGroup(
            children=[
                "measure",
                "status",
                *own,
                BlockGroup(
                    heading=_("Compared with what?"),
                    icon="table",
                    classname="collapsed",
                    label_format="{comparator}",
                    children=["comparator", "other_treatment", *self.compared_fields],
                ),
                *_shared_groups(),
            ]
        )

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if self.is_deferred_validation:
            return cleaned
        if errors := fact_errors(self.kind, cleaned):
            raise StructBlockValidationError(
                block_errors={
                    name: ValidationError(message) for name, message in errors.items()
                }
            )
        return cleaned


def _shared_groups() -> list[BlockGroup]:
    """The groups of fields at the end of the form of every fact."""
    return [
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
