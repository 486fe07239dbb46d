"""The dialog in which an editor chooses a question, or writes one that is missing."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale
from wagtail.snippets.views import chooser

from spine_content.facts.choices import Kind
from spine_content.facts.models import Measure

if TYPE_CHECKING:
    from wagtail.snippets.views.chooser import BaseSnippetChooseView as View
else:
    View = object

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
