from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class QualityAnswer(models.Model):
    """
    An editor's answer to advice about a page: we mean it.

    It counts for one sentence, of which only a checksum is stored.
    """

    # A number and no relation: sites may have any page model.
    page_id = models.PositiveBigIntegerField(_("page"))
    key = models.CharField(_("advice"), max_length=80)
    excerpt_hash = models.CharField(_("checksum of the sentence"), max_length=32)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by whom"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    answered_at = models.DateTimeField(_("when"), default=timezone.now)

    # Who wrote what about which page is for those who edit that page.
    wagtail_reference_index_ignore: Any = True

    class Meta:
        verbose_name = _("answer to advice")
        verbose_name_plural = _("answers to advice")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["page_id", "key", "excerpt_hash"], name="spine_one_answer"
            )
        ]

    def __str__(self) -> str:
        return f"{self.page_id}: {self.key}"


class PageQuality(models.Model):
    """
    What the checks last found on a page: figures for the report, and no text.

    It is replaced when the page has a newer draft, and deleted when facts change.
    """

    page_id = models.PositiveBigIntegerField(_("page"), primary_key=True)
    #: Of the draft that was checked; 0 for a page that never had one.
    revision_id = models.PositiveBigIntegerField(_("revision"), default=0)
    checked_at = models.DateTimeField(_("checked at"), default=timezone.now)
    words = models.PositiveIntegerField(_("words"), default=0)
    grade = models.FloatField(_("grade"), null=True)
    lix = models.FloatField(_("LIX"), null=True)
    is_hard = models.BooleanField(_("hard to read"), default=False)
    claims = models.PositiveSmallIntegerField(_("claims"), default=0)
    missing = models.PositiveSmallIntegerField(_("not said yet"), default=0)
    wording = models.PositiveSmallIntegerField(_("wording"), default=0)
    long_sentences = models.PositiveSmallIntegerField(_("long sentences"), default=0)
    answered = models.PositiveSmallIntegerField(_("answered"), default=0)

    wagtail_reference_index_ignore: Any = True

    class Meta:
        verbose_name = _("quality of a page")
        verbose_name_plural = _("quality of pages")
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.page_id)
