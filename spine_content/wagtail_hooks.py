from typing import Any

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import telepath
from wagtail_modeladmin.options import modeladmin_register

from spine_content.admin import evidence_report
from spine_content.admin.bulk_publishing import refuse_incomplete
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


@hooks.register("before_bulk_action")
def refuse_incomplete_pages(
    request: Any, action_type: str, objects: Any, action: Any
) -> Any:
    return (
        refuse_incomplete(request, objects, action)
        if action_type == "publish"
        else None
    )
