"""
A class of each of our names, with relations to the same models.

None of them names the way back: that is what most sites leave to Django and Wagtail.
"""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.images import get_image_model_string
from wagtail.models import (
    AbstractGroupApprovalTask,
    DraftStateMixin,
    Locale,
    LockableMixin,
    Page,
    Revision,
    RevisionMixin,
    Site,
    TranslatableMixin,
    WorkflowMixin,
)
from wagtail.snippets.models import register_snippet


def _page(**names):
    return models.ForeignKey(
        Page, null=True, blank=True, on_delete=models.CASCADE, **names
    )


class Pictured(models.Model):
    """Something with a picture and a page, found again from both."""

    image = models.ForeignKey(
        get_image_model_string(), null=True, blank=True, on_delete=models.SET_NULL
    )

    class Meta:
        abstract = True


class Snippet(
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    TranslatableMixin,
    Pictured,
):
    """What our snippets are too."""

    name = models.CharField(max_length=80)
    page = _page()
    panels = ["name"]

    class Meta(TranslatableMixin.Meta):
        abstract = True


class Record(Pictured):
    """A row that somebody wrote about something."""

    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL
    )
    page = _page()
    revision = models.ForeignKey(Revision, null=True, on_delete=models.SET_NULL)
    content_type = models.ForeignKey(ContentType, null=True, on_delete=models.CASCADE)
    locale = models.ForeignKey(Locale, null=True, on_delete=models.CASCADE)
    languages = models.ManyToManyField(Locale, related_name="+")
    site = models.ForeignKey(Site, null=True, on_delete=models.CASCADE)

    class Meta:
        abstract = True


SNIPPETS = ["GlossaryTerm", "Measure", "Person", "Source", "Treatment", "WarningSign"]
PAGES = [
    "ComparisonPage",
    "PatientStoryPage",
    "ProcedurePage",
    "RecoveryGuidePage",
    "TopicPage",
]
RECORDS = [
    "ClinicalReview",
    "Consent",
    "ConsentEvent",
    "ConsentFormVersion",
    "ErasureCertificate",
    "FactChange",
    "HiddenPicture",
    "ImportRun",
    "ImportedDocument",
    "PageQuality",
    "QualityAnswer",
]


#: No page type can have a field that is called as Django calls the way back from pages
#: to such a class, so whoever has one gives it another name.
FIELDS_OF_PAGES = ["Consent", "Treatment"]


def _named(name, *bases, **attributes):
    if name in FIELDS_OF_PAGES:
        attributes["page"] = _page(related_name="+")
    return type(name, bases, {"__module__": __name__, **attributes})


for name in SNIPPETS:
    globals()[name] = register_snippet(_named(name, Snippet))
for name in PAGES:
    globals()[name] = _named(name, Pictured, Page, template="own_names/page.html")
for name in RECORDS:
    globals()[name] = _named(name, Record)


@register_setting
class ClinicSettings(BaseSiteSetting):
    """Settings of a clinic."""

    slogan = models.CharField(max_length=80, blank=True)


class ClinicalReviewTask(AbstractGroupApprovalTask):
    """A step of a workflow."""
