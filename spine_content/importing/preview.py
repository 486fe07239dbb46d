"""The page on which an editor decides what each document becomes."""

from typing import Any

from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.generic import TemplateView
from wagtail.admin import messages

from spine_content.importing.building.placement import page_types_below
from spine_content.importing.documents import ASK
from spine_content.importing.models import ImportedDocument, ImportRun
from spine_content.importing.report import (
    group_skipped,
    present_counts,
    source_messages,
)
from spine_content.importing.views import RunViewMixin

State, Outcome = ImportRun.State, ImportedDocument.Outcome
#: Rows on one page: Django takes no more than a thousand fields at a time.
DOCUMENTS_PER_PAGE = 50
LEAVE_OUT = "leave-out"


class PreviewView(RunViewMixin, TemplateView):
    """Every document with what it would become. Each may be changed or left out."""

    template_name = "spine_content/admin/import_preview.html"

    def get(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        if self.run.state != State.READY:
            return redirect("spine_import:run", self.run.pk)
        return super().get(request, *args, **kwargs)

    def post(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        if self.run.state != State.READY:
            return redirect("spine_import:run", self.run.pk)
        self._keep(request.POST)
        if "create" in request.POST:
            return self._create()
        wanted = request.POST.get("go", "")
        place = f"?p={int(wanted)}" if wanted.isdecimal() and len(wanted) < 9 else ""
        messages.success(request, _("Your choices are kept."))
        response = redirect("spine_import:preview", self.run.pk)
        response["Location"] += place
        return response

    def _keep(self, posted: Any) -> None:
        page_types = page_types_below(self.parent)
        if posted.get("unsure") in page_types:
            self.run.unsure_type = posted["unsure"]
            self.run.save()
        waiting = {f"type-{line.pk}": line for line in self._lines()}
        for name in waiting.keys() & posted.keys():
            save_choice(waiting[name], posted[name], page_types)

    def _create(self) -> Any:
        if not self._lines().filter(outcome=Outcome.PLANNED).exists():
            messages.warning(
                self.request, _("Every document is left out: there is nothing to make.")
            )
            return redirect("spine_import:preview", self.run.pk)
        self.run.state = State.BUILDING
        self.run.save()
        return redirect("spine_import:run", self.run.pk)

    def _lines(self) -> Any:
        return self.run.documents.filter(
            outcome__in=[Outcome.PLANNED, Outcome.LEFT_OUT]
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page_types = page_types_below(self.parent)
        choices = [
            (kind, capfirst(str(model._meta.verbose_name)))
            for kind, model in page_types.items()
        ]
        page = Paginator(self._lines(), DOCUMENTS_PER_PAGE).get_page(
            self.request.GET.get("p")
        )
        rows = [document_row(line, choices) for line in page.object_list]
        number = self.run.documents.count()
        read = ngettext("%d document was read.", "%d documents were read.", number)
        return super().get_context_data(
            page_obj=page,
            rows=rows,
            choices=choices,
            unsure=self._lines().filter(proposed_type=ASK).count(),
            summary=read % number,
            **source_messages(self.run),
            **kwargs,
        )


def document_row(line: ImportedDocument, choices: Any) -> dict[str, Any]:
    """One document for the table: what it is, and what may be chosen for it."""
    names = dict(choices)
    selected = line.page_type or line.proposed_type
    was_deleted = line.outlook == Outcome.DELETED and not line.again
    if was_deleted or line.outcome == Outcome.LEFT_OUT:
        selected = LEAVE_OUT
    elif selected not in names:
        selected = ASK
    options = [*choices, (LEAVE_OUT, _("Leave it out"))]
    return {
        "line": line,
        "selected": selected,
        "options": [(ASK, _("As chosen above")), *options]
        if selected == ASK
        else options,
        "proposed": names.get(line.proposed_type, _("Not sure")),
        "is_settled": line.outlook in (Outcome.UNCHANGED, Outcome.KEPT),
        "outlook": _outlook_text(line),
        "left_out": group_skipped(line.left_out),
        "counts": [(name, found) for name, _made, found in present_counts(line)],
    }


def _outlook_text(line: ImportedDocument) -> Any:
    return {
        Outcome.UPDATED: _("Its draft is brought up to date."),
        Outcome.UNCHANGED: _("Its draft is there already, and nothing has changed."),
        Outcome.KEPT: _("Its draft is there already, and is left as it is."),
        Outcome.DELETED: _("Its page was deleted. Choose a type to make it again."),
    }.get(Outcome(line.outlook) if line.outlook else Outcome.PLANNED, "")


def save_choice(
    line: ImportedDocument, chosen: str, page_types: dict[str, Any]
) -> None:
    """Keep what somebody chose for one document. Whatever is not offered is ignored."""
    if chosen == LEAVE_OUT:
        line.outcome, line.page_type = Outcome.LEFT_OUT, ""
    elif chosen == ASK:
        line.outcome, line.page_type = Outcome.PLANNED, ""
    elif chosen in page_types:
        line.outcome, line.page_type = Outcome.PLANNED, chosen
        line.again = line.outlook == Outcome.DELETED
    line.save()
