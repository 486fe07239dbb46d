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
        from wagtail.models import ReferenceIndex

        from spine_content import checks  # noqa: F401
        from spine_content.clinic.snippets import ClinicSnippet
        from spine_content.consent import anonymise_images, private_files
        from spine_content.images import strip_metadata_on_save
        from spine_content.importing.building import redirects
        from spine_content.pages import cache_invalidation, numbered

        pre_save.connect(
            strip_metadata_on_save,
            sender=get_image_model_string(),
            dispatch_uid="spine_content.strip_image_metadata",
        )
        cache_invalidation.connect()
        cache_invalidation.connect_announcements()
        numbered.connect()
        redirects.connect()
        anonymise_images.watch()
        private_files.watch()
        # Wagtail does this with the addresses of the admin, and so too late for a
        # command: where a treatment names a source has to be known there as well.
        for model in ClinicSnippet.__subclasses__():
            ReferenceIndex.register_model(model)
