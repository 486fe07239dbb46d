from django import forms
from django.utils.translation import gettext_lazy as _


class SignOffForm(forms.Form):
    """What a reviewer says, and the checksum of the text that they were shown."""

    # A draft that somebody saves meanwhile has another checksum.
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    comment = forms.CharField(
        label=_("Note"),
        required=False,
        widget=forms.Textarea({"rows": 2}),
        help_text=_("Kept with the sign-off, for colleagues. Readers do not see it."),
    )
