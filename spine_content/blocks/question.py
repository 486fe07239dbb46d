from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class QuestionBlock(blocks.CharBlock):
    """A question worth asking at the next appointment."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", _("As the patient would say it."))
        super().__init__(**kwargs)

    class Meta:
        icon = "help"
        label = _("Question")
        description = _("A question worth asking at the next appointment.")
        template = "spine_content/blocks/question.html"
        preview_template = "spine_content/block_preview.html"
        preview_value = "What happens if I wait?"
