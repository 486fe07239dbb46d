from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SpineContentConfig(AppConfig):
    """The tables, blocks and admin of the plugin: everything but the page tables."""

    name = "spine_content"
    label = "spine_content"
    verbose_name = _("Clinic content")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from django.db.models.signals import pre_save
        from wagtail.images import get_image_model_string
        from wagtail.snippets.models import register_snippet

        from spine_content import checks  # noqa: F401
        from spine_content.consent import anonymise_images, image_files
        from spine_content.images import strip_metadata_on_save
        from spine_content.importing import erasure as import_erasure
        from spine_content.importing.building import redirects
        from spine_content.pages import cache_invalidation, numbered
        from spine_content.pages import erasure as page_erasure

        pre_save.connect(
            strip_metadata_on_save,
            sender=get_image_model_string(),
            dispatch_uid="spine_content.strip_image_metadata",
        )
        cache_invalidation.connect()
        cache_invalidation.connect_announcements()
        numbered.connect()
        redirects.connect()
        anonymise_images.connect()
        image_files.connect()
        page_erasure.register()
        import_erasure.register()
        # Not with the hooks of the admin, which a command may never look for: `migrate`
        # makes the right to publish only for snippets that it knows.
        register_snippet("spine_content.menu.ClinicContentGroup")
