from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList

from spine_content.models import Consent


def scope_choices() -> list[tuple[str, Any]]:
    fields: dict[str, Any] = {each.name: each for each in Consent._meta.fields}
    labels = {scope: fields[f"covers_{scope}"].verbose_name for scope in Consent.SCOPES}
    return [(scope, capfirst(label)) for scope, label in labels.items()]


class ConsentForm(WagtailAdminModelForm):
    """A consent as its paper form has it: what it covers is one list to tick."""

    scopes = forms.MultipleChoiceField(
        label=_("The patient agreed that we show"),
        choices=scope_choices,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Tick only what the signed form says."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["scopes"] = sorted(self.instance.scopes)

    def clean(self) -> Any:
        data = super().clean()
        chosen = data.get("scopes", [])
        for scope in Consent.SCOPES:
            setattr(self.instance, f"covers_{scope}", scope in chosen)
        return data


consent_edit_handler = ObjectList(
    [
        MultiFieldPanel(
            [
                # A shared computer at the front desk must not offer old references.
                FieldPanel(
                    "subject_ref", widget=forms.TextInput(attrs={"autocomplete": "off"})
                ),
                FieldPanel("subject_kind"),
            ],
            heading=_("The patient"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [
                        FieldPanel(
                            "method",
                            heading=_("How it was given"),
                            help_text=_("What your clinic keeps as proof."),
                        ),
                        FieldPanel(
                            "form_version",
                            help_text=_("As printed on it, for example “2.1”."),
                        ),
                    ]
                ),
                FieldRowPanel(["given_on", "expires_on"]),
            ],
            heading=_("The form"),
        ),
        MultiFieldPanel([FieldPanel("scopes")], heading=_("What it covers")),
    ],
    base_form_class=ConsentForm,
)
