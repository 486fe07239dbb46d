from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images import get_image_model_string


class HiddenPicture(models.Model):
    """
    A patient's picture that has left the public media folder.

    The picture's own row keeps its public name, under which there is nothing, so that
    no page and no API can show it or make a smaller one of it.
    """

    image = models.OneToOneField(
        get_image_model_string(),
        verbose_name=_("picture"),
        on_delete=models.CASCADE,
        related_name="+",
    )
    #: Nobody can guess it, and it is nowhere but here.
    private_name = models.CharField(_("where it is"), max_length=200)

    # What refers to what is shown to every editor.
    wagtail_reference_index_ignore: Any = True

    class Meta:
        verbose_name = _("hidden picture")
        verbose_name_plural = _("hidden pictures")

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"
