from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SpinePagesConfig(AppConfig):
    """
    The five concrete page types.

    A site with a base page of its own leaves this app out and subclasses the mixins.
    """

    name = "spine_content.pages"
    label = "spine_pages"
    verbose_name = _("Clinic pages")
    default_auto_field = "django.db.models.BigAutoField"
