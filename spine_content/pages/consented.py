from typing import TYPE_CHECKING, Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.db.models import Q
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log
from wagtail.models import TaskState
from wagtail.url_routing import RouteResult

from spine_content import consent
from spine_content.models import Consent


class ConsentedPageMixin(models.Model):
    """
    A page that is public only while a recorded consent covers what it shows.

    The form explains, ``save()`` refuses, and every request asks again.
    """

    if TYPE_CHECKING:  # what every page brings along
        live: bool
        has_unpublished_changes: bool
        alias_of_id: int | None
        live_revision_id: int | None
        first_published_at: Any

    consent = models.ForeignKey(
        Consent,
        verbose_name=_("consent"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("What the patient agreed to. Readers never see it."),
    )

    class Meta:
        abstract = True

    def save(self, clean: bool = True, **kwargs: Any) -> Any:
        # Every road to publication ends here, so this is where a story without
        # consent is stopped; an alias has its source's consent and is asked on request.
        asked = self.live and not self.alias_of_id and self._newly_public()
        reasons = consent.blockers(self) if asked else []
        if reasons and not self._copied():
            raise ValidationError({NON_FIELD_ERRORS: reasons})
        if reasons:
            # Whoever copies a story, or a tree of pages with one, gets a draft of it.
            self.live = False
            self.has_unpublished_changes = True
        return super().save(clean=clean, **kwargs)  # type: ignore[call-arg]

    def used_scopes(self) -> set[str]:
        """What the page shows of the patient, in the words of ``Consent.SCOPES``."""
        raise NotImplementedError

    @classmethod
    def uncovered(cls) -> Q:
        """The same for the database: pages that show more than was agreed to."""
        raise NotImplementedError

    @property
    def is_fictional(self) -> bool:
        """Whether the story is made up, which its page says in so many words."""
        return bool(self.consent and self.consent.is_fictional)

    def publish_problems(self) -> list[tuple[str, Any]]:
        problems = super().publish_problems()  # type: ignore[misc]
        return [*problems, *(("consent", reason) for reason in consent.blockers(self))]

    def _newly_public(self) -> bool:
        if not self.pk:
            return True
        stored = type(self)._base_manager.filter(pk=self.pk)
        now_public = {"live": True, "live_revision_id": self.live_revision_id}
        return not stored.filter(**now_public).exists()

    def _copied(self) -> bool:
        return self._state.adding and self.first_published_at is not None

    def publish(self, revision: Any, user: Any = None, **kwargs: Any) -> Any:
        scheduled = kwargs.get("log_action") == "wagtail.publish.scheduled"
        approved = revision.task_states.filter(status=TaskState.STATUS_APPROVED)
        nobody_to_tell = scheduled or approved.exists()
        if nobody_to_tell and (reasons := consent.blockers(revision.as_object())):
            # An error would keep every page scheduled after this one from being
            # published, and an approval from being kept: so the refusal is logged.
            revision.approved_go_live_at = None
            revision.save(update_fields=["approved_go_live_at"])
            data = {"reasons": [str(reason) for reason in reasons]}
            log(self, "spine.publish_refused", user=user, data=data)
            return None
        return super().publish(revision, user=user, **kwargs)  # type: ignore[misc]

    def route(self, request: Any, path_components: list[str]) -> Any:
        was_public = self.first_published_at is not None
        if not path_components and was_public and not consent.may_show(self):
            # Wagtail answers 404 for an unpublished page before serve() is reached.
            return RouteResult(self, kwargs={"gone": True})
        return super().route(request, path_components)  # type: ignore[misc]

    def serve(self, request: Any, *args: Any, gone: bool = False, **kwargs: Any) -> Any:
        if gone or not consent.may_show(self):
            return gone_response(request)
        response = super().serve(request, *args, **kwargs)  # type: ignore[misc]
        patch_cache_control(response, private=True, no_cache=True)
        return response

    def get_sitemap_urls(self, request: Any = None) -> Any:
        if not consent.may_show(self, timezone.now()):
            return []
        return super().get_sitemap_urls(request)  # type: ignore[misc]


def gone_response(request: Any) -> TemplateResponse:
    """410 with a neutral text: it says nothing about the story that was here."""
    response = TemplateResponse(request, "spine_content/pages/gone.html", status=410)
    response["X-Robots-Tag"] = "noindex"
    patch_cache_control(response, no_store=True)
    return response
