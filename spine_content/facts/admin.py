"""Treatments, measures and sources in the admin. Needs Wagtail's apps to be ready."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import ObjectList, Panel
from wagtail.admin.ui.tables import LiveStatusTagColumn, StatusFlagColumn
from wagtail.models import Locale
from wagtail.snippets.views import chooser
from wagtail.snippets.views.snippets import UsageView

from spine_content.admin.viewsets import ClinicSnippetViewSet
from spine_content.facts.choices import Kind
from spine_content.facts.models import Measure, Treatment
from spine_content.facts.panels import treatment_panels
from spine_content.facts.sources import Source
from spine_content.facts.usage import references_to

if TYPE_CHECKING:
    from wagtail.snippets.views.chooser import BaseSnippetChooseView as View
else:
    View = object


class IndirectUsageView(UsageView):
    """Where a snippet is used, pages that show it by way of a treatment included."""

    def get_queryset(self) -> Any:
        if self.describe_on_delete:
            # Deleting it touches only what names it itself.
            return super().get_queryset()
        model = type(self.object)
        return references_to(model, [self.object.pk]).group_by_source_object()


class TreatmentForm(WagtailAdminModelForm):
    """
    The form of a treatment.

    That of a translation offers its words only: whatever else was sent, or has changed
    since, the facts are those of the original.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        instance = kwargs.get("instance")
        self.original = instance.translation_of if instance else None
        if self.original:
            kwargs["instance"].sync_from_original(self.original)
        super().__init__(*args, **kwargs)

    def save(self, commit: bool = True) -> Any:
        if self.original:
            self.instance.sync_from_original(self.original)
        return super().save(commit)


class TreatmentViewSet(ClinicSnippetViewSet):
    model = Treatment
    usage_view_class = IndirectUsageView
    icon = "crosshairs"
    empty_state = _(
        "A treatment is anything that a patient can choose, doing nothing included. "
        "Its facts are entered here once, and every page shows them."
    )
    list_display = [
        "name",
        "kind",
        "also_known_as",
        LiveStatusTagColumn(label=_("Status")),
    ]
    list_filter = ["kind"]
    #: Panels of other rooms below those of a treatment itself.
    more_panels: tuple[Panel, ...] = ()

    def get_edit_handler(self) -> Any:
        panels = [*treatment_panels(), *self.more_panels]
        handler = ObjectList(panels, base_form_class=TreatmentForm)
        return handler.bind_to_model(self.model)


#: Fields that only one kind of question has.
FIELDS_OF_ONE_KIND = {"unit": Kind.RANGE, "base": Kind.FREQUENCY}


class MeasureCreationForm(forms.ModelForm):  # type: ignore[type-arg]
    """A new question, asking for the kind of answer that it is chosen for."""

    class Meta:
        model = Measure
        fields = ["question", "unit", "base", "group"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, kind in FIELDS_OF_ONE_KIND.items():
            if self.instance.kind != kind:
                del self.fields[name]


class MeasureCreationMixin(View):
    """
    Lets those write a question who may publish one, as it is public at once.

    The address says which kind of answer is looked for. Where it does not, there is
    nothing to write.
    """

    def can_create(self) -> bool:
        may_publish = self.get_permission_policy().user_has_permission(
            self.request.user, "publish"
        )
        known = self.request.GET.get("kind") in Kind.values
        return bool(known and may_publish and super().can_create())

    def get_creation_form_kwargs(self) -> dict[str, Any]:
        kind = self.request.GET.get("kind", "")
        code = self.request.GET.get("locale", "")
        locale = Locale.objects.filter(language_code=code).first()
        measure = Measure(kind=kind, locale=locale or Locale.get_default())
        return {**super().get_creation_form_kwargs(), "instance": measure}


class ChooseView(MeasureCreationMixin, chooser.ChooseView):
    """The whole dialog."""


class ChooseResultsView(MeasureCreationMixin, chooser.ChooseResultsView):
    """The list alone, after a search or on another page."""


class CreateView(MeasureCreationMixin, chooser.SnippetCreateView):
    """What happens with the form of a new question."""


class MeasureChooserViewSet(chooser.SnippetChooserViewSet):
    """The dialog for measures, narrowed down to one kind where the address has one."""

    url_filter_parameters = ["kind"]
    preserve_url_parameters = ["multiple", "kind", "locale"]
    choose_view_class = ChooseView
    choose_results_view_class = ChooseResultsView
    create_view_class = CreateView
    creation_form_class = MeasureCreationForm
    create_action_label = _("Add question")


class MeasureViewSet(ClinicSnippetViewSet):
    model = Measure
    usage_view_class = IndirectUsageView
    icon = "sliders"
    empty_state = _(
        "Measures are the questions that every treatment answers, such as “When can I "
        "drive again?”. A set to begin with is made by “manage.py load_measures”."
    )
    chooser_viewset_class = MeasureChooserViewSet
    list_display = [
        "question",
        "group",
        "kind",
        "order",
        LiveStatusTagColumn(label=_("Status")),
    ]
    list_filter = ["group", "kind"]


class SourceViewSet(ClinicSnippetViewSet):
    model = Source
    usage_view_class = IndirectUsageView
    icon = "doc-full"
    empty_state = _(
        "Sources are the studies, guidelines and policies that facts and pages rest "
        "on. Enter each once, then choose it wherever it is needed."
    )
    list_display = [
        "title",
        "authors",
        "year",
        "kind",
        StatusFlagColumn("retracted", label="", true_label=_("Retracted")),
        StatusFlagColumn("is_replaced", label="", true_label=_("Replaced")),
        LiveStatusTagColumn(label=_("Status")),
    ]
    list_filter = ["kind", "retracted", "industry_funded"]
