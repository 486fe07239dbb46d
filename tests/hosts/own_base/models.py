from wagtail.test.basepage.models import BasePage

from spine_content.pages.comparison import ComparisonPageMixin
from spine_content.pages.procedure import ProcedurePageMixin
from spine_content.pages.recovery import RecoveryGuidePageMixin
from spine_content.pages.story import PatientStoryPageMixin
from spine_content.pages.topic import TopicPageMixin


class HomePage(BasePage):
    """The front page."""


class TopicPage(TopicPageMixin, BasePage):
    content_panels = [*BasePage.content_panels, *TopicPageMixin.topic_panels]
    search_fields = [*BasePage.search_fields, *TopicPageMixin.topic_search_fields]


class ProcedurePage(ProcedurePageMixin, BasePage):
    content_panels = [*BasePage.content_panels, *ProcedurePageMixin.procedure_panels]
    search_fields = [
        *BasePage.search_fields,
        *ProcedurePageMixin.procedure_search_fields,
    ]


class ComparisonPage(ComparisonPageMixin, BasePage):
    content_panels = [*BasePage.content_panels, *ComparisonPageMixin.comparison_panels]
    search_fields = [
        *BasePage.search_fields,
        *ComparisonPageMixin.comparison_search_fields,
    ]


class PatientStoryPage(PatientStoryPageMixin, BasePage):
    content_panels = [*BasePage.content_panels, *PatientStoryPageMixin.story_panels]
    search_fields = [
        *BasePage.search_fields,
        *PatientStoryPageMixin.story_search_fields,
    ]


class RecoveryGuidePage(RecoveryGuidePageMixin, BasePage):
    content_panels = [*BasePage.content_panels, *RecoveryGuidePageMixin.recovery_panels]
    search_fields = [
        *BasePage.search_fields,
        *RecoveryGuidePageMixin.recovery_search_fields,
    ]
