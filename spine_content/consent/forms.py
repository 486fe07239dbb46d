from functools import partial
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.models import Locale

from spine_content.clinic.settings import ClinicSettings
from spine_content.consent.approval import (
    approval_checksum,
    latest_approval,
)
from spine_content.consent.models import (
    Consent,
)

#: What a patient may have said of a text.
APPROVED, SPELLING = "approved", "spelling"
#: What has to be explained before anybody can agree to it.
EXPLAINED_FIELDS = ("withdrawal_explained", "public_limits_explained")
#: Where the signed form is, and until when.
PROOF_FIELDS = ("evidence_location", "evidence_sha256", "retain_until")


def checkbox_choices(prefix: str, names: tuple[str, ...]) -> list[tuple[str, Any]]:
    """The fields ``<prefix>_<name>`` of a consent, as choices of one list of boxes."""
    fields: dict[str, Any] = {each.name: each for each in Consent._meta.fields}
    labels = {name: fields[f"{prefix}_{name}"].verbose_name for name in names}
    return [(name, capfirst(label)) for name, label in labels.items()]


class ConsentForm(WagtailAdminModelForm):
    """A consent as on its paper form: what it covers is one list of boxes."""

    scopes = forms.MultipleChoiceField(
        label=_("The patient agreed that we show"),
        choices=partial(checkbox_choices, "covers", Consent.SCOPES),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Tick only what the signed form says."),
    )
    channels = forms.MultipleChoiceField(
        label=_("The patient agreed that we show it on or in"),
        choices=partial(checkbox_choices, "channel", Consent.CHANNELS),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Without this website no story can be published."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["scopes"] = sorted(self.instance.scopes)
        self.initial["channels"] = sorted(self.instance.channels)
        self.fields["languages"].required = True
        if not self.instance.pk:
            self.initial["languages"] = [Locale.get_default()]

    def clean(self) -> Any:
        data = super().clean()
        self._set_fields("covers", Consent.SCOPES, data.get("scopes", []))
        self._set_fields("channel", Consent.CHANNELS, data.get("channels", []))
        if data.get("subject_kind") != Consent.SubjectKind.FICTIONAL:
            self._require_explanations(data)
            self._require_hipaa(data)
        return data

    def _set_fields(
        self, prefix: str, names: tuple[str, ...], chosen: list[str]
    ) -> None:
        for name in names:
            setattr(self.instance, f"{prefix}_{name}", name in chosen)

    def _require_explanations(self, data: dict[str, Any]) -> None:
        # A consent from before these were asked can still be corrected.
        for name in EXPLAINED_FIELDS if not self.instance.pk else ():
            if not data.get(name):
                message = _(
                    "Explain this to the patient before you record the consent."
                )
                self.add_error(name, message)

    def _require_hipaa(self, data: dict[str, Any]) -> None:
        if not ClinicSettings.objects.filter(hipaa_required=True).exists():
            return
        for name in Consent.HIPAA:
            if not data.get(name):
                self.add_error(name, _("HIPAA asks for this."))


class ApprovalForm(forms.Form):
    """What the patient said of the text, and the checksum of what was shown."""

    # A draft that somebody saves meanwhile has another checksum.
    read = forms.CharField(widget=forms.HiddenInput)
    answer = forms.ChoiceField(
        label=_("What can you say of it?"), widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, page: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.page = page
        choices = [(APPROVED, _("The patient has read this text and agrees to it."))]
        if latest_approval(page):
            label = _("Only spelling differs from what the patient approved.")
            choices.append((SPELLING, label))
        answer: Any = self.fields["answer"]
        answer.choices = choices

    def clean_read(self) -> str:
        read: str = self.cleaned_data["read"]
        if read != approval_checksum(self.page):
            # The next answer is about the text that is shown now.
            self.data = {**self.data, "read": approval_checksum(self.page)}
            raise forms.ValidationError(
                _("The draft was changed after you opened this page. Read it again.")
            )
        return read


class WithdrawalForm(forms.Form):
    """How the patient told the clinic, and which images are not of the patient."""

    via = forms.ChoiceField(
        label=_("How the patient told you"), choices=Consent.WithdrawnVia.choices
    )
    excluded_images = forms.TypedMultipleChoiceField(
        label=_("Pictures that do not show the patient"),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "Tick only what you have looked at. Everything else is deleted, here and "
            "on every other page that shows it."
        ),
    )

    def __init__(self, *args: Any, images: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(image.pk, image.title) for image in images]
        field: Any = self.fields["excluded_images"]
        field.choices = choices
        if not choices:
            del self.fields["excluded_images"]


consent_edit_handler = ObjectList(
    [
        MultiFieldPanel(
            [
                # A shared computer at the front desk must not offer old references.
                FieldPanel(
                    "subject_ref", widget=forms.TextInput(attrs={"autocomplete": "off"})
                ),
                FieldPanel("subject_kind"),
                FieldPanel("representative_authority"),
            ],
            heading=_("The patient"),
        ),
        MultiFieldPanel(
            [
                FieldPanel(
                    "method",
                    heading=_("How it was given"),
                    help_text=_("What your clinic keeps as proof."),
                ),
                FieldRowPanel(["form", "form_version"]),
                FieldRowPanel(["given_on", "expires_on"]),
                FieldPanel("expiry_event"),
            ],
            heading=_("The form"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("scopes"),
                FieldPanel("channels"),
                FieldPanel("languages", widget=forms.CheckboxSelectMultiple),
            ],
            heading=_("What it covers"),
        ),
        MultiFieldPanel([*EXPLAINED_FIELDS], heading=_("What the patient was told")),
        MultiFieldPanel([*PROOF_FIELDS], heading=_("Proof")),
        MultiFieldPanel(
            [*Consent.HIPAA],
            heading=_("HIPAA"),
            help_text=_("Only where the law of the United States applies."),
            classname="collapsed",
        ),
        MultiFieldPanel(["deceased_hold"], heading=_("After a death")),
    ],
    base_form_class=ConsentForm,
)
