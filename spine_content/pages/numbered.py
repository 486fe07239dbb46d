from typing import TYPE_CHECKING, Any

import swapper
from django.db import models
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.signals import post_page_move

from spine_content.clinic.settings import ClinicSettings
from spine_content.pages.refusing import hold_back, nobody_to_tell, refuse

REFUSED = "spine.numbers_missing"


class NumberedPageMixin(models.Model):
    """
    A page that becomes public only where somebody has checked the emergency number.

    The form explains and ``save()`` refuses. What is public stays public when a number
    is changed: its warning signs are worth more than a page that is gone.
    """

    if TYPE_CHECKING:  # what every page brings along
        live: bool
        has_unpublished_changes: bool
        alias_of_id: int | None
        live_revision_id: int | None
        clinic_settings: Any

    class Meta:
        abstract = True

    def save(self, clean: bool = True, **kwargs: Any) -> Any:
        # Every road to publication ends here.
        asked = self.live and self._is_made_public()
        problems = self.number_problems(self.clinic_settings()) if asked else []
        is_copy = self._state.adding or self.alias_of_id is not None
        hold_back(self, problems, is_copy)
        return super().save(clean=clean, **kwargs)  # type: ignore[call-arg]

    def number_problems(self, clinic: ClinicSettings | None) -> list[str]:
        """Why a page of a site with these settings may not become public."""
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
        return self.number_problems(clinic)

    def publish_problems(self) -> list[tuple[str, Any]]:
        problems = super().publish_problems()  # type: ignore[misc]
        found = self.number_problems(self.clinic_settings())
        return [*problems, *(("warning_signs", problem) for problem in found)]

    def publish(self, revision: Any, user: Any = None, **kwargs: Any) -> Any:
        if nobody_to_tell(revision, kwargs.get("log_action")):
            problems = self.number_problems(self.clinic_settings())
            if problems:
                return refuse(self, revision, REFUSED, problems, user)
        return super().publish(revision, user=user, **kwargs)  # type: ignore[misc]

    def _is_made_public(self) -> bool:
        pages: Any = type(self)._base_manager
        stored = pages.filter(pk=self.pk).values_list("live", "live_revision_id")
        before = stored.first()
        return bool(before != (True, self.live_revision_id))


def guides_below(*moved: Any) -> Any:
    """All pages of this kind among some pages and below them."""
    page_model: Any = swapper.load_model("wagtailcore", "Page")
    found = models.Q(pk__in=[])
    # Their own places may be those before the move.
    for page in page_model.objects.filter(pk__in=[page.pk for page in moved]):
        found |= models.Q(path__startswith=page.path)
    return page_model.objects.filter(found).type(NumberedPageMixin).specific()


def connect() -> None:
    """Listen to pages that are moved, perhaps to another site."""
    post_page_move.connect(_moved, dispatch_uid="spine_content.numbered")


def _moved(
    sender: Any,
    instance: Any,
    parent_page_before: Any,
    parent_page_after: Any,
    **_kwargs: Any,
) -> None:
    if parent_page_before.get_site() == parent_page_after.get_site():
        return
    for guide in guides_below(instance).live():
        if problems := guide.number_problems(guide.clinic_settings()):
            guide.unpublish()
            log(guide, REFUSED, data={"reasons": problems})
