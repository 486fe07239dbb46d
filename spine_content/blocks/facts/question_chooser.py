"""Imported from where it is used: it needs every app to be there."""

from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext_lazy as _
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
