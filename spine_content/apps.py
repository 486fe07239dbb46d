from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SpineContentConfig(AppConfig):
    """The tables, blocks and admin of the plugin: everything but the page tables."""

    name = "spine_content"
    label = "spine_content"
    verbose_name = _("Clinic content")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from spine_content import checks  # noqa: F401
