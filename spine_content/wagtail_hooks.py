"""What Wagtail asks of its apps, by room. The rooms do the work."""

from typing import Any

from django.templatetags.static import static
from django.urls import path
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import telepath
from wagtail_modeladmin.options import modeladmin_register

from spine_content.admin import guide
from spine_content.consent import localize, reminders
from spine_content.consent import views as consent_views
from spine_content.consent.chooser import consent_chooser_viewset
from spine_content.facts.blocks import FactBlock
from spine_content.facts.panels import evidence_findings
from spine_content.facts.report import EvidenceReport
from spine_content.facts.sentence_preview import FactBlockAdapter, fact_sentence
from spine_content.glossary.editor import register as register_glossary
from spine_content.menu import ClinicRegisters
from spine_content.pages import admin as pages_admin
from spine_content.quality import panels as quality_panels
from spine_content.quality.report import QualityReportView
from spine_content.reviews import panels as review_panels
from spine_content.reviews import report as review_report
from spine_content.reviews.report import ReviewReportView

#: Name, label and message of each entry in the history of pages and snippets.
LOG_ACTIONS = (
    (
        "spine.publish_refused",
        _("Publication refused"),
        _("Publication refused: the consent does not allow it"),
    ),
    (
        "spine.numbers_missing",
        _("Not public without a number"),
        _("Not public: nobody has checked an emergency number of the site"),
    ),
    (
        "spine.not_signed_off",
        _("Publication refused"),
        _("Publication refused: nobody has signed off this text"),
    ),
    ("spine.sign_off_refused", _("Sign-off refused"), _("Sign-off refused")),
    (
        "spine.second_reviewer",
        _("Signed by the first of two reviewers"),
        _("Signed by the first of two reviewers: the second has to be without ties"),
    ),
    (
        "spine.text_approved",
        _("Text approved"),
        _("Recorded that the patient approved the text"),
    ),
    (
        "spine.spelling_only",
        _("Spelling changed"),
        _("Recorded that only spelling differs from what the patient approved"),
    ),
)

# --- all rooms ------------------------------------------------------------------------

modeladmin_register(ClinicRegisters)

for report in (ReviewReportView, EvidenceReport, QualityReportView):
    hooks.register("register_admin_urls", report.urls)
    hooks.register("register_reports_menu_item", report.menu_item)

hooks.register("register_admin_urls", guide.urls)
hooks.register("register_help_menu_item", guide.menu_item)


@hooks.register("insert_global_admin_css")
def link_style_sheets() -> Any:
    sheets = ("notices", "lists")
    return format_html_join(
        "",
        '<link rel="stylesheet" href="{}">',
        ((static(f"spine_content/css/admin/{name}.css"),) for name in sheets),
    )


@hooks.register("register_log_actions")
def register_log_actions(actions: Any) -> None:
    for name, label, message in LOG_ACTIONS:
        actions.register_action(name, label, message)


# --- facts ----------------------------------------------------------------------------

telepath.register(FactBlockAdapter(), FactBlock)


@hooks.register("register_admin_urls")
def register_fact_urls() -> list[Any]:
    evidence = "spine-content/evidence/<int:page_id>/"
    return [
        path("spine-content/fact/", fact_sentence, name="spine_fact_sentence"),
        path(evidence, evidence_findings, name="spine_evidence"),
    ]


# --- reviews --------------------------------------------------------------------------


@hooks.register("register_admin_urls")
def register_review_urls() -> list[Any]:
    address = "spine-content/reviews/<int:task_state_id>/told/"
    return [path(address, review_panels.sign_off_outcome, name="spine_sign_off_told")]


@hooks.register("construct_homepage_panels")
def add_due_reviews(request: Any, panels: list[Any]) -> None:
    panels.extend(review_report.home_panels(request.user))


@hooks.register("after_edit_page")
def explain_missing_sign_off_of_page(request: Any, page: Any) -> None:
    review_panels.after_edit(request, page)


@hooks.register("after_edit_snippet")
def explain_missing_sign_off_of_snippet(request: Any, instance: Any) -> None:
    review_panels.after_edit(request, instance)


# --- consent --------------------------------------------------------------------------

hooks.register("register_admin_urls", consent_views.urls)


@hooks.register("register_admin_viewset")
def register_consent_chooser() -> Any:
    return consent_chooser_viewset


@hooks.register("construct_homepage_panels")
def add_expiring_consents(request: Any, panels: list[Any]) -> None:
    panels.extend(reminders.homepage_panels(request.user))


# Before the hook of wagtail-localize, which puts its own editor in place of ours.
@hooks.register("before_edit_page", order=-1)
def refuse_uncovered_translation(request: Any, page: Any) -> Any:
    return localize.block_publish(request, page)


@hooks.register("construct_page_chooser_queryset")
def exclude_hidden_stories(pages: Any, request: Any) -> Any:
    return pages_admin.exclude_hidden_stories(pages, request.user)


# --- quality --------------------------------------------------------------------------

hooks.register("register_admin_urls", quality_panels.urls)


# --- glossary -------------------------------------------------------------------------

hooks.register("register_rich_text_features", register_glossary)


# --- pages ----------------------------------------------------------------------------


@hooks.register("before_bulk_action")
def refuse_bulk_publish(request: Any, kind: str, objects: Any, action: Any) -> Any:
    if kind != "publish":
        return None
    return pages_admin.refuse_bulk_publish(request, objects, action)


@hooks.register("after_move_page")
def warn_after_move(request: Any, page: Any) -> None:
    pages_admin.warn_of_unpublished_guides(request, page)


@hooks.register("after_bulk_action")
def warn_after_bulk_move(request: Any, kind: str, objects: Any, action: Any) -> None:
    if kind == "move":
        pages_admin.warn_of_unpublished_guides(request, *objects)
