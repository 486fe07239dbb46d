from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from spine_content.fields import parent_link
from spine_content.pages.comparison import ComparisonPageMixin
from spine_content.pages.procedure import ProcedurePageMixin
from spine_content.pages.recovery import RecoveryGuidePageMixin
from spine_content.pages.story import PatientStoryPageMixin
from spine_content.pages.topic import TopicPageMixin


class TopicPage(TopicPageMixin, Page):
    """Introduces a condition or theme and gathers the pages about it."""

    page_ptr = parent_link(Page, "spine_topicpage")
    content_panels = [*Page.content_panels, *TopicPageMixin.topic_panels]
    search_fields = [*Page.search_fields, *TopicPageMixin.topic_search_fields]

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")


class ProcedurePage(ProcedurePageMixin, Page):
    """One procedure, from the first question to getting back to normal."""

    page_ptr = parent_link(Page, "spine_procedurepage")
    content_panels = [*Page.content_panels, *ProcedurePageMixin.procedure_panels]
    search_fields = [*Page.search_fields, *ProcedurePageMixin.procedure_search_fields]

    class Meta:
        verbose_name = _("procedure")
        verbose_name_plural = _("procedures")


class ComparisonPage(ComparisonPageMixin, Page):
    """Two to four treatments side by side."""

    page_ptr = parent_link(Page, "spine_comparisonpage")
    content_panels = [*Page.content_panels, *ComparisonPageMixin.comparison_panels]
    search_fields = [*Page.search_fields, *ComparisonPageMixin.comparison_search_fields]

    class Meta:
        verbose_name = _("comparison")
        verbose_name_plural = _("comparisons")


class PatientStoryPage(PatientStoryPageMixin, Page):
    """What one patient went through, public while their consent covers it."""

    page_ptr = parent_link(Page, "spine_patientstorypage")
    content_panels = [*Page.content_panels, *PatientStoryPageMixin.story_panels]
    search_fields = [*Page.search_fields, *PatientStoryPageMixin.story_search_fields]

    class Meta:
        verbose_name = _("patient story")
        verbose_name_plural = _("patient stories")


class RecoveryGuidePage(RecoveryGuidePageMixin, Page):
    """The days and weeks after a treatment."""

    page_ptr = parent_link(Page, "spine_recoveryguidepage")
    content_panels = [*Page.content_panels, *RecoveryGuidePageMixin.recovery_panels]
    search_fields = [
        *Page.search_fields,
        *RecoveryGuidePageMixin.recovery_search_fields,
    ]

    class Meta:
        verbose_name = _("recovery guide")
        verbose_name_plural = _("recovery guides")
