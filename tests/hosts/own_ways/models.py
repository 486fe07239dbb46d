from wagtail.models import Page

from spine_content.pages.procedure import ProcedurePageMixin


class ClinicProcedurePage(ProcedurePageMixin, Page):
    """Stands in the place of the packaged procedure page."""

    content_panels = [*Page.content_panels, *ProcedurePageMixin.procedure_panels]
    search_fields = [*Page.search_fields, *ProcedurePageMixin.procedure_search_fields]
