from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.panels import Panel

from spine_content.evidence import Group
from spine_content.models import Treatment
from spine_content.pages.attention import attention


class EvidencePanel(Panel):
    """The facts that the page shows, one click from their form, and what to look at."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"heading": _("Facts on this page"), **kwargs})

    class BoundPanel(Panel.BoundPanel):
        template_name = "spine_content/admin/evidence_panel.html"

        @property
        def media(self) -> forms.Media:
            return forms.Media(css={"all": ["spine_content/css/admin/evidence.css"]})

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            page = self.instance
            finder = AdminURLFinder(self.request.user)
            shown = {treatment.pk: treatment for treatment in page.book.treatments}
            # Only a translation has to ask for what it translates.
            asked = [pk for pk in page.book.originals if pk not in shown]
            originals = {**shown, **(Treatment.objects.in_bulk(asked) if asked else {})}
            context.update(
                attention=attention(page) if page.pk else [],
                treatments=[
                    {
                        "treatment": treatment,
                        "rows": page.book.of(treatment.pk, *Group),
                        "url": finder.get_edit_url(originals[original]),
                    }
                    for treatment, original in zip(
                        page.book.treatments, page.book.originals, strict=True
                    )
                ],
            )
            return context
