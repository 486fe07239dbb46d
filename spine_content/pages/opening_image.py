from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images import get_image_model_string

from spine_content.pages.publishing import PublishGuardMixin


class OpeningImageMixin(PublishGuardMixin):
    """A page that may open with an image that explains."""

    image = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("One that explains. It opens the page."),
    )
    image_alt = models.CharField(
        _("alternative text"),
        max_length=300,
        blank=True,
        help_text=_("What the picture shows, for people who cannot see it."),
    )

    class Meta:
        abstract = True

    def publish_problems(self) -> list[tuple[str, Any]]:
        problems = super().publish_problems()
        if self.image_id and not self.image_alt:
            message = _("Say what the picture shows, for people who cannot see it.")
            problems.append(("image_alt", message))
        return problems
