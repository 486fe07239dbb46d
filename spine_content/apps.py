from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SpineContentConfig(AppConfig):
    """The tables, blocks and admin of the plugin: everything but the page tables."""

    name = "spine_content"
    label = "spine_content"
    verbose_name = _("Clinic content")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from wagtail.models import ReferenceIndex

        from spine_content import checks  # noqa: F401
        from spine_content.clinic.snippets import ClinicSnippet
        from spine_content.signal_handlers import register_signal_handlers

        register_signal_handlers()
        # Wagtail does this with the addresses of the admin, and so too late for a
        # command: where a treatment names a source has to be known there as well.
        for model in ClinicSnippet.__subclasses__():
            ReferenceIndex.register_model(model)
