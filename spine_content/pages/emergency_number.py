from typing import Any

import swapper
from django.apps import apps
from django.db import models
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Site

from spine_content.clinic.settings import ClinicSettings
from spine_content.pages.listings import may_contain
from spine_content.pages.publishing import PublishGuard, PublishGuardMixin


class EmergencyNumberGuard(PublishGuard):
    """The site of the page needs an emergency number that somebody has checked."""

    log_action = "spine.numbers_missing"
    field = "warning_signs"
    drafts_new_pages = True

    def errors(self, page: Any, at: Any = None) -> list[Any]:
        return [*page.emergency_number_errors(page.clinic_settings())]


class EmergencyNumberRequiredMixin(PublishGuardMixin):
    """
    A page that is published only on sites with a checked emergency number.

    A page that is public stays so when a number is changed: its warning signs are worth
    more than a page that is gone.
    """

    class Meta:
        abstract = True

    def publish_guards(self) -> list[PublishGuard]:
        return [EmergencyNumberGuard(), *super().publish_guards()]

    def emergency_number_errors(self, clinic: ClinicSettings | None) -> list[str]:
        """Why a page of a site with these settings may not be published."""
        if clinic is None or not clinic.emergency_phone:
            return [
                _(
                    "This site has no emergency number yet. Enter it under “Settings”, "
                    "“Clinic settings”: a recovery guide cannot be published without."
                )
            ]
        if clinic.numbers_are_checked:
            return []
        return [
            _(
                "Nobody has checked the emergency number of this site. Look at it "
                "under “Settings”, “Clinic settings”, tick that it is right, and save."
            )
        ]

    def number_hints(self, clinic: ClinicSettings | None) -> list[str]:
        return self.emergency_number_errors(clinic)


def guide_models() -> list[Any]:
    """The installed page types that need an emergency number, a site's own included."""
    return [
        model
        for model in apps.get_models()
        if issubclass(model, EmergencyNumberRequiredMixin)
    ]


def guides_below(*moved: Any) -> Any:
    """All pages that need an emergency number, among some pages and below them."""
    pages: Any = swapper.load_model("wagtailcore", "Page").objects
    keys = [
        page.pk
        for page in moved
        if guide_models()
        and may_contain(page.specific_class, page, EmergencyNumberRequiredMixin)
    ]
    below = models.Q(pk__in=[])
    # Asked again: what was moved may still say where it was before.
    for path in pages.filter(pk__in=keys).values_list("path", flat=True):
        below |= models.Q(path__startswith=path)
    return pages.filter(below).type(EmergencyNumberRequiredMixin).specific()


def unpublish_on_move(
    sender: Any,
    instance: Any,
    parent_page_before: Any,
    parent_page_after: Any,
    **kwargs: Any,
) -> None:
    """
    Receives ``post_page_move`` of any page: a guide may be below it.

    On a site without a checked emergency number it becomes a draft.
    """
    if _sites_of(parent_page_before) == _sites_of(parent_page_after):
        return
    for guide in guides_below(instance).live():
        if problems := guide.emergency_number_errors(guide.clinic_settings()):
            guide.unpublish()
            log(guide, EmergencyNumberGuard.log_action, data={"reasons": problems})


def _sites_of(page: Any) -> set[int]:
    """The sites to which a page belongs, which Wagtail remembers: no query."""
    return {
        root.site_id
        for root in Site.get_site_root_paths()
        if page.url_path.startswith(root.root_path)
    }
