"""Imported from ``wagtail_hooks`` only, see the base of the registers."""

from typing import Any

from django.contrib.admin import display
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from spine_content.admin.registers.base import (
    FacetFilter,
    ReadOnlyPermissions,
    SpineModelAdmin,
)
from spine_content.reviews.models import ClinicalReview


class LogPermissions(ReadOnlyPermissions):
    """Whoever may see the log may take it away."""

    def user_can_export(self, user: Any) -> bool:
        return self.user_can_view(user)


class StandingFilter(FacetFilter):
    title = _("counts as")
    parameter_name = "standing"

    def lookups(self, request: Any, model_admin: Any) -> Any:
        return ClinicalReview.Standing.choices


class ReviewAdmin(SpineModelAdmin):
    """The review log: who stood behind which text, and when. Nothing in it changes."""

    model = ClinicalReview
    menu_label = _("Clinical reviews")
    menu_icon = "calendar-check"
    base_url_path = "clinic-registers/reviews"
    permission_helper_class = LogPermissions
    history_view_enabled = False
    list_display = ("what", "kind", "name", "day", "due_on", "standing")
    list_filter = (StandingFilter,)
    list_export = (
        "what",
        "kind",
        "object_id",
        "name",
        "role",
        "credentials",
        "registration",
        "interests",
        "decided_at",
        "due_on",
        "standing",
    )
    export_filename = "clinical-reviews"
    inspect_view_fields = [
        "what",
        "kind",
        "object_id",
        "revision_number",
        "checksum",
        "name",
        "role",
        "credentials",
        "registration",
        "interests",
        "decided_at",
        "due_on",
        "standing_in_words",
        "first",
        "note",
    ]

    def get_queryset(self, request: Any) -> Any:
        reviews = super().get_queryset(request).select_related("content_type", "first")
        return reviews.prefetch_related("content_object")

    def get_extra_attrs_for_row(self, obj: Any, context: Any) -> dict[str, Any]:
        return {"class": "spine-register__row--long"}

    @display(description=_("what was reviewed"), ordering="decided_at")
    def what(self, obj: Any) -> str:
        found = obj.content_object
        return str(found) if found else str(_("Deleted"))

    @display(description=_("type"))
    def kind(self, obj: Any) -> str:
        found: Any = obj.content_object
        # A page is kept as a page, of whatever type.
        model = getattr(found, "specific_class", None) or obj.content_type.model_class()
        return str(capfirst(str(model._meta.verbose_name))) if model else "–"

    @display(description=_("signed off"), ordering="decided_at")
    def day(self, obj: Any) -> str:
        return date_format(timezone.localdate(obj.decided_at))

    @display(description=_("version"))
    def revision_number(self, obj: Any) -> Any:
        return obj.revision_id

    @display(description=_("counts as"))
    def standing_in_words(self, obj: Any) -> Any:
        return obj.get_standing_display()
