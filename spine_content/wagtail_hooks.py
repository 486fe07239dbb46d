from typing import Any

from django.templatetags.static import static
from django.urls import path
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import telepath
from wagtail_modeladmin.options import modeladmin_register

from spine_content.admin import guide
from spine_content.consent import localize, reminders, withdrawal_views
from spine_content.consent.approval_views import ApproveTextView
from spine_content.consent.chooser import consent_chooser_viewset
from spine_content.facts.admin import FactBlockAdapter
from spine_content.facts.blocks import FactBlock
from spine_content.facts.panels import evidence_findings
from spine_content.facts.report import EvidenceReport
from spine_content.facts.sentence_preview import fact_sentence
from spine_content.glossary.editor import register as register_glossary
from spine_content.menu import ClinicRegisters
from spine_content.pages import admin_hooks
from spine_content.pages.admin_hooks import refuse_incomplete, tell_held_back
from spine_content.quality import views as quality_views
from spine_content.quality.report import QualityReportView
from spine_content.reviews import report as review_report
from spine_content.reviews import views as review_views
from spine_content.reviews.report import ReviewReportView

modeladmin_register(ClinicRegisters)
telepath.register(FactBlockAdapter(), FactBlock)

for report in (ReviewReportView, EvidenceReport, QualityReportView):
    hooks.register("register_admin_urls", report.urls)
    hooks.register("register_reports_menu_item", report.menu_item)


@hooks.register("register_admin_viewset")
def register_consent_chooser() -> Any:
    return consent_chooser_viewset


@hooks.register("register_admin_urls")
def register_fact_sentence() -> list[Any]:
    return [path("spine-content/fact/", fact_sentence, name="spine_fact_sentence")]


@hooks.register("register_admin_urls")
def register_evidence_findings() -> list[Any]:
    address = "spine-content/evidence/<int:page_id>/"
    return [path(address, evidence_findings, name="spine_evidence")]


@hooks.register("register_admin_urls")
def register_approval() -> list[Any]:
    view = ApproveTextView.as_view()
    address = "spine-content/stories/<int:page_id>/approval/"
    return [path(address, view, name="spine_approve_text")]


@hooks.register("insert_global_admin_css")
def style_admin() -> Any:
    sheets = ("notices", "lists")
    return format_html_join(
        "",
        '<link rel="stylesheet" href="{}">',
        ((static(f"spine_content/css/admin/{name}.css"),) for name in sheets),
    )


@hooks.register("register_rich_text_features")
def register_rich_text_features(features: Any) -> None:
    register_glossary(features)


@hooks.register("register_log_actions")
def register_log_actions(actions: Any) -> None:
    actions.register_action(
        "spine.publish_refused",
        _("Publication refused"),
        _("Publication refused: the consent does not allow it"),
    )
    actions.register_action(
        "spine.numbers_missing",
        _("Not public without a number"),
        _("Not public: nobody has checked an emergency number of the site"),
    )
    actions.register_action(
        "spine.not_signed_off",
        _("Publication refused"),
        _("Publication refused: nobody has signed off this text"),
    )
    actions.register_action(
        "spine.sign_off_refused",
        _("Sign-off refused"),
        _("Sign-off refused"),
    )
    actions.register_action(
        "spine.second_reviewer",
        _("Signed by the first of two reviewers"),
        _("Signed by the first of two reviewers: the second has to be without ties"),
    )
    actions.register_action(
        "spine.text_approved",
        _("Text approved"),
        _("Recorded that the patient approved the text"),
    )
    actions.register_action(
        "spine.spelling_only",
        _("Spelling changed"),
        _("Recorded that only spelling differs from what the patient approved"),
    )


@hooks.register("before_bulk_action")
def refuse_incomplete_pages(
    request: Any, action_type: str, objects: Any, action: Any
) -> Any:
    return (
        refuse_incomplete(request, objects, action)
        if action_type == "publish"
        else None
    )


# Before the hook of wagtail-localize, which puts its own editor in place of ours.
@hooks.register("before_edit_page", order=-1)
def refuse_uncovered_translation(request: Any, page: Any) -> Any:
    return localize.block_publish(request, page)


@hooks.register("construct_page_chooser_queryset")
def leave_out_hidden_stories(pages: Any, request: Any) -> Any:
    return admin_hooks.without_hidden_stories(pages, request.user)


@hooks.register("after_move_page")
def tell_of_held_guides(request: Any, page: Any) -> None:
    tell_held_back(request, page)


@hooks.register("after_bulk_action")
def tell_of_held_guides_in_bulk(
    request: Any, action_type: str, objects: Any, action: Any
) -> None:
    if action_type == "move":
        tell_held_back(request, *objects)


@hooks.register("construct_homepage_panels")
def add_due_reviews(request: Any, panels: list[Any]) -> None:
    panels.extend(review_report.home_panels(request.user))


@hooks.register("register_admin_urls")
def register_sign_off() -> list[Any]:
    address = "spine-content/reviews/<int:task_state_id>/told/"
    view = review_views.sign_off_outcome
    return [path(address, view, name="spine_sign_off_told")]


@hooks.register("after_edit_page")
def show_sign_off_outcome_of_page(request: Any, page: Any) -> None:
    review_views.after_edit(request, page)


@hooks.register("after_edit_snippet")
def show_sign_off_outcome_of_snippet(request: Any, instance: Any) -> None:
    review_views.after_edit(request, instance)


@hooks.register("register_admin_urls")
def register_withdrawal() -> list[Any]:
    return withdrawal_views.urls()


@hooks.register("construct_homepage_panels")
def add_expiring_consents(request: Any, panels: list[Any]) -> None:
    panels.extend(reminders.homepage_panels(request.user))


@hooks.register("register_admin_urls")
def register_quality() -> list[Any]:
    return quality_views.urls()


@hooks.register("register_admin_urls")
def register_guide() -> list[Any]:
    return guide.urls()


@hooks.register("register_help_menu_item")
def register_guide_menu_item() -> Any:
    return guide.menu_item()
