from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

#: Putting a consent to a story is for those who keep the consents.
RIGHT = "spine_content.change_consent"


class ConsentPanel(FieldPanel):
    """The consent of a story: everybody who edits it sees which, officers change it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        # The form leaves the field out for those without the right, so that a forged
        # POST changes nothing.
        super().__init__(*args, **{"permission": RIGHT, **kwargs})

    def format_value_for_display(self, value: Any) -> Any:
        if value is None:
            return _("None yet. Ask a consent officer to attach the consent.")
        return value.reference

    class BoundPanel(FieldPanel.BoundPanel):
        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            if self.form is not None and self.bound_field is None:
                self.read_only = True
                self.heading = self.panel.heading or capfirst(
                    self.panel.db_field.verbose_name
                )
                self.help_text = self.panel.help_text or self.panel.db_field.help_text

        def is_shown(self) -> bool:
            return True
