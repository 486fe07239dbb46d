from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.admin_url_finder import AdminURLFinder

from spine_content.evidence import Group
from spine_content.models import Treatment
from spine_content.pages.attention import attention
from spine_content.pages.draft_panel import DraftPanel


class EvidencePanel(DraftPanel):
    """The facts that the page shows, one click from their form, and what to look at."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"heading": _("Facts on this page"), **kwargs})

    class BoundPanel(DraftPanel.BoundPanel):
        css_class = "spine-facts"
        view_name = "spine_evidence"
        report_name = "spine_evidence_report"
        report_title = _("Evidence to look at")
        unsaved = _(
            "Choose a treatment and save the draft: what is known about it stands "
            "here, and on the page."
        )

        class Media:
            css = {"all": ["spine_content/css/admin/evidence.css"]}


def evidence(page: Any, user: Any) -> dict[str, Any]:
    """What the panel shows of a draft: ``attention``, and a dict for each treatment."""
    finder = AdminURLFinder(user)
    shown = {treatment.pk: treatment for treatment in page.book.treatments}
    # Only a translation has to ask for what it translates.
    asked = [pk for pk in page.book.originals if pk not in shown]
    originals = {**shown, **(Treatment.objects.in_bulk(asked) if asked else {})}
    return {
        "attention": attention(page),
        "treatments": [
            {
                "treatment": treatment,
                "rows": page.book.of(treatment.pk, *Group),
                "url": finder.get_edit_url(originals[original]),
            }
            for treatment, original in zip(
                page.book.treatments, page.book.originals, strict=True
            )
        ],
    }
