"""Imported from where it is used: it needs every app to be there."""

from typing import Any
from urllib.parse import urlencode

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.snippets.blocks import SnippetChooserBlock
from wagtail.snippets.widgets import AdminSnippetChooser


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
        # Wagtail's widgets can be imported only once all apps are there.

        return QuestionChooser(self.kind, self.target_model)
