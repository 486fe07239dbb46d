from typing import Any

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import telepath
from wagtail_modeladmin.options import modeladmin_register

from spine_content.admin import consent_reminders, evidence_report, guide, withdrawal
from spine_content.admin.bulk_publishing import refuse_incomplete
from spine_content.admin.consent_approval import ApproveTextView
from spine_content.admin.consent_chooser import consent_chooser_viewset
from spine_content.admin.facts.adapter import FactBlockAdapter
from spine_content.admin.facts.sentence import fact_sentence
from spine_content.admin.registers import ClinicRegisters
from spine_content.admin.viewsets import ClinicContentGroup
from spine_content.blocks.facts import FactBlock
from spine_content.glossary.editor import register as register_glossary

modeladmin_register(ClinicRegisters)
telepath.register(FactBlockAdapter(), FactBlock)


@hooks.register("register_admin_viewset")
def register_clinic_content() -> Any:
    return ClinicContentGroup()


@hooks.register("register_admin_urls")
def register_reports() -> Any:
    return evidence_report.urls()


@hooks.register("register_reports_menu_item")
def register_evidence_report() -> Any:
    return evidence_report.menu_item()


@hooks.register("register_admin_viewset")
def register_consent_chooser() -> Any:
    return consent_chooser_viewset


@hooks.register("register_admin_urls")
def register_fact_sentence() -> list[Any]:
    return [path("spine-content/fact/", fact_sentence, name="spine_fact_sentence")]


@hooks.register("register_admin_urls")
def register_approval() -> list[Any]:
    view = ApproveTextView.as_view()
    address = "spine-content/stories/<int:page_id>/approval/"
    return [path(address, view, name="spine_approve_text")]


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


@hooks.register("register_admin_urls")
def register_withdrawal() -> list[Any]:
    return withdrawal.urls()


@hooks.register("construct_homepage_panels")
def add_expiring_consents(request: Any, panels: list[Any]) -> None:
    panels.extend(consent_reminders.panels(request.user))


@hooks.register("register_admin_urls")
def register_guide() -> list[Any]:
    return guide.urls()


@hooks.register("register_help_menu_item")
def register_guide_menu_item() -> Any:
    return guide.menu_item()
