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

#: Who signed off, and when.
RECORD = (
    *("name", "role", "credentials", "registration", "interests"),
    *("decided_at", "due_on"),
)


class ReviewLogPermissions(ReadOnlyPermissions):
    """Whoever may see the log may export it."""

    def user_can_export(self, user: Any) -> bool:
        return self.user_can_view(user)


class StatusFilter(FacetFilter):
    title = _("counts as")
    parameter_name = "status"

    def lookups(self, request: Any, model_admin: Any) -> Any:
        return ClinicalReview.Status.choices


class ReviewAdmin(SpineModelAdmin):
    """The review log: who stood behind which text, and when. Nothing in it changes."""

    model = ClinicalReview
    menu_label = _("Clinical reviews")
    menu_icon = "calendar-check"
    base_url_path = "clinic-registers/reviews"
    permission_helper_class = ReviewLogPermissions
    history_view_enabled = False
    list_display = ("title", "type", "name", "signed_on", "due_on", "status")
    list_filter = (StatusFilter,)
    list_export = ("title", "type", "object_id", *RECORD, "status")
    export_filename = "clinical-reviews"
    inspect_view_fields = [
        *("title", "type", "object_id", "revision_number", "checksum"),
        *RECORD,
        *("status_display", "first_review", "note"),
    ]

    def get_queryset(self, request: Any) -> Any:
        reviews = super().get_queryset(request).prefetch_related("content_object")
        return reviews.select_related("content_type", "first_review")

    def get_extra_attrs_for_row(self, obj: Any, context: Any) -> dict[str, Any]:
        return {"class": "spine-register__row--long"}

    @display(description=_("what was reviewed"), ordering="decided_at")
    def title(self, obj: Any) -> str:
        instance = obj.content_object
        return str(instance) if instance else str(_("Deleted"))

    @display(description=_("type"))
    def type(self, obj: Any) -> str:
        model = obj.content_type.model_class()
        # Pages are stored under the base page, whatever their type.
        model = getattr(obj.content_object, "specific_class", None) or model
        return str(capfirst(str(model._meta.verbose_name))) if model else "–"

    @display(description=_("signed off"), ordering="decided_at")
    def signed_on(self, obj: Any) -> str:
        return date_format(timezone.localdate(obj.decided_at))

    @display(description=_("version"))
    def revision_number(self, obj: Any) -> Any:
        return obj.revision_id

    @display(description=_("counts as"))
    def status_display(self, obj: Any) -> Any:
        return obj.get_status_display()
