from typing import Any

from wagtail.admin.forms import WagtailAdminModelForm

from spine_content.facts.models import Treatment


def original_of(treatment: Any) -> Treatment | None:
    """The treatment that this one translates, if it is a translation."""
    if treatment is None or treatment.pk is None:
        return None
    others = Treatment.objects.exclude(pk=treatment.pk)
    return others.filter(pk=treatment.original_id).first()


class TreatmentForm(WagtailAdminModelForm):
    """
    The form of a treatment.

    That of a translation offers its words only: whatever else was sent, or has changed
    since, the facts are those of the original.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.original = original_of(kwargs.get("instance"))
        if self.original:
            kwargs["instance"].follow(self.original)
        super().__init__(*args, **kwargs)

    def save(self, commit: bool = True) -> Any:
        if self.original:
            self.instance.follow(self.original)
        return super().save(commit)
