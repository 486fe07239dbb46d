import re
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import chooser
from wagtail.admin.viewsets.chooser import ChooserViewSet

from spine_content.consent.models import VIEW_PERMISSIONS, Consent, ConsentState

#: Any of these lets somebody choose a consent.
PERMISSIONS = (*VIEW_PERMISSIONS, "spine_content.add_consent")
#: ``C-000123`` or ``123``: the number, but no more digits than a key can have.
REFERENCE_PATTERN = re.compile(
    r"\s*(?:C-)?0*([0-9]{1,18})\s*", re.ASCII | re.IGNORECASE
)


def parse_reference(reference: str) -> int | None:
    """The key of the consent that ``reference`` names, if it can be one."""
    match = REFERENCE_PATTERN.fullmatch(reference)
    return int(match[1]) if match else None


class ConsentPermissionMixin(View):
    """Lets in only those with a permission for consents. Wagtail's views let all in."""

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        if not any(request.user.has_perm(permission) for permission in PERMISSIONS):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class ReferenceForm(BaseFilterForm):
    """Finds one consent by its exact reference, here or in the clinic's records."""

    q = forms.CharField(
        label=_("Exact reference"),
        required=False,
        help_text=_("Such as C-000123, or the reference in your own records."),
        # A shared computer at the front desk must not offer old references.
        widget=forms.TextInput(
            attrs={"placeholder": "C-000123", "autocomplete": "off"}
        ),
    )

    def filter(self, objects: Any) -> Any:
        # Whoever knows none is shown none: a list would tell how many there are.
        if not (query := self.cleaned_data["q"].strip()):
            return objects.none()
        self.is_searching, self.search_query = True, query
        return objects.filter(
            Q(pk=parse_reference(query)) | Q(subject_ref__iexact=query)
        )


class ConsentResults(ConsentPermissionMixin, chooser.BaseChooseView):
    """What the chooser lists: enough to pick the right consent, and no more."""

    filter_form_class = ReferenceForm
    results_template_name = "spine_content/admin/consent_results.html"

    def get_object_list(self) -> Any:
        return Consent.objects.with_state()

    @property
    def columns(self) -> list[Any]:
        reference = super().columns[0]
        reference.label = _("Reference")
        return [
            reference,
            Column("state", _("State"), lambda each: ConsentState(each.state).label),
            Column("expires_on", _("Last day")),
        ]


class ConsentChooseView(ConsentResults, chooser.ChooseView):
    """The whole dialog."""


class ConsentChooseResultsView(ConsentResults, chooser.ChooseResultsView):
    """The list alone, after a search or on another page."""


class ConsentChosenView(ConsentPermissionMixin, chooser.ChosenView):
    """The one that was picked."""

    def get_object(self, pk: Any) -> Any:
        if (number := parse_reference(pk)) is None:
            raise Http404
        return super().get_object(number)


class ConsentChosenMultipleView(ConsentPermissionMixin, chooser.ChosenMultipleView):
    """Those that were picked, where a form asks for several."""

    def get_objects(self, pks: Any) -> Any:
        return super().get_objects(
            [number for pk in pks if (number := parse_reference(pk))]
        )


class ConsentChooserViewSet(ChooserViewSet):
    """The widget of every form field that leads to a consent, stories' above all."""

    model = Consent
    icon = "key"
    choose_one_text = _("Choose a consent")
    choose_another_text = _("Choose another consent")
    edit_item_text = _("Edit this consent")
    choose_view_class = ConsentChooseView
    choose_results_view_class = ConsentChooseResultsView
    chosen_view_class = ConsentChosenView
    chosen_multiple_view_class = ConsentChosenMultipleView

    def get_urlpatterns(self) -> list[Any]:
        # A consent is taken in its register, with the whole form in view.
        return [each for each in super().get_urlpatterns() if each.name != "create"]


consent_chooser_viewset = ConsentChooserViewSet("spine_consent_chooser")
