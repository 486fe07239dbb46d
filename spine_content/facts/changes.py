from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from spine_content.facts.blocks.stored import fact_from_raw
from spine_content.facts.comparability import number_changed
from spine_content.facts.types import Fact


class FactChange(models.Model):
    """
    A number of a treatment that changed, or came, or went, while it was public.

    It keeps both facts as they were stored, so that every page which shows the fact
    can say what changed in words of its own.
    """

    treatment = models.ForeignKey(
        "spine_content.Treatment",
        verbose_name=_("treatment"),
        on_delete=models.CASCADE,
        related_name="fact_changes",
    )
    measure = models.ForeignKey(
        "spine_content.Measure",
        verbose_name=_("question"),
        on_delete=models.CASCADE,
        related_name="+",
    )
    changed_at = models.DateTimeField(_("changed"), default=timezone.now, db_index=True)
    before = models.JSONField(_("before"), null=True)
    after = models.JSONField(_("after"), null=True)

    class Meta:
        verbose_name = _("changed fact")
        verbose_name_plural = _("changed facts")
        ordering = ["-changed_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.treatment_id}: {self.measure_id}"

    @property
    def facts(self) -> tuple[Fact | None, Fact | None]:
        """The fact before and after; ``None`` where there was none."""
        before, after = self.before, self.after
        return (
            fact_from_raw(before) if before else None,
            fact_from_raw(after) if after else None,
        )


def changed_facts(before: list[Any], after: list[Any]) -> list[tuple[Any, Any]]:
    """
    Pairs of stored facts, before and after, whose numbers are not the same.

    Facts are known by the id of their block. A fact that moved to another question is
    one that went and one that came.
    """
    old, new = ({raw.get("id"): raw for raw in raws} for raws in (before, after))
    pairs = []
    for key in [*old, *(key for key in new if key not in old)]:
        was, now = old.get(key), new.get(key)
        if was and now and _question(was) != _question(now):
            pairs += [(was, None), (None, now)]
        elif not (was and now) or number_changed(
            fact_from_raw(was), fact_from_raw(now)
        ):
            pairs.append((was, now))
    return pairs


def record_changes(treatment_id: int, before: list[Any], after: list[Any]) -> None:
    """Write down every number that changed between two published states."""
    FactChange.objects.bulk_create(
        FactChange(
            treatment_id=treatment_id,
            measure_id=question,
            before=was,
            after=now,
        )
        for was, now in changed_facts(before, after)
        if (question := _question(now or was))
    )


def _question(raw: Any) -> int | None:
    question: int | None = raw["value"].get("measure")
    return question
