from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SpineContentConfig(AppConfig):
    """The tables, blocks and admin of the plugin: everything but the page tables."""

    name = "spine_content"
    label = "spine_content"
    verbose_name = _("Clinic content")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from wagtail.snippets.models import register_snippet

        from spine_content import checks  # noqa: F401
        from spine_content.importing import erasure as import_erasure
        from spine_content.pages.consent import register_erasure_steps
        from spine_content.signal_handlers import register_signal_handlers

        register_signal_handlers()
        register_erasure_steps()
        import_erasure.register()
        # Not with the hooks of the admin, which a command may never look for: `migrate`
        # makes the right to publish only for snippets that it knows.
        register_snippet("spine_content.menu.ClinicContentGroup")
