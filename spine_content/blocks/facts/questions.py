from typing import Any

from django.utils.functional import cached_property
from wagtail.snippets.blocks import SnippetChooserBlock


class QuestionBlock(SnippetChooserBlock):
    """A question that asks for one kind of answer: the chooser offers no others."""

    def __init__(self, kind: str, **kwargs: Any) -> None:
        super().__init__("spine_content.Measure", **kwargs)
        self.kind = kind

    @cached_property
    def widget(self) -> Any:
        # Wagtail's widgets can be imported only once all apps are there.
        from spine_content.blocks.facts.question_chooser import QuestionChooser

        return QuestionChooser(self.kind, self.target_model)
