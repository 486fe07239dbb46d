from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext_lazy as _
from wagtail.url_routing import RouteResult

from spine_content import consent
from spine_content.consent.approval import approval_checksum
from spine_content.consent.erasure import (
    ErasureScope,
    ErasureTarget,
    discussions,
    register_erasure_step,
)
from spine_content.consent.expiry import expiry_for
from spine_content.consent.gate import ConsentRequired
from spine_content.consent.localize import translation_of
from spine_content.consent.models import Consent
from spine_content.pages.base import SpinePageForm
from spine_content.pages.publishing import PublishGuard, PublishGuardMixin
from spine_content.pages.seo import FICTIONAL_NOTICE
from spine_content.quality.models import PageQuality, QualityAnswer
from spine_content.reviews.models import ClinicalReview


def gone_response(request: Any) -> TemplateResponse:
    """The response 410, which says nothing about the story that was there."""
    response = TemplateResponse(request, "spine_content/pages/gone.html", status=410)
    response["X-Robots-Tag"] = "noindex"
    patch_cache_control(response, no_store=True)
    return response


class ConsentedPageForm(SpinePageForm):
    """The form of a story. An expiry date may be past, as it is that of the consent."""

    def clean(self) -> Any:
        data = super().clean()
        # A form that was open during a withdrawal must not restore what was erased.
        chosen = data.get("consent", self.instance.consent)
        if problem := self.instance.withdrawal_problem(chosen):
            self.add_error(None, problem)
        return data

    def clean_expire_at(self) -> Any:
        expire_at = self.cleaned_data.get("expire_at")
        is_over = expire_at is not None and expire_at <= timezone.now()
        return None if is_over and expire_at == self.instance.expire_at else expire_at


class ConsentGuard(PublishGuard):
    """The consent of the patient has to cover what a page shows, and its very text."""

    log_action = "spine.publish_refused"
    field = "consent"

    def errors(self, page: Any, at: Any = None) -> list[Any]:
        return consent.blockers(page, at)

    def shows_more(self, page: Any, before: Any) -> bool:
        return _needs_consent(before) != _needs_consent(page)

    def errors_on_save(self, page: Any, stored: Callable[[], Any]) -> list[Any]:
        if page.alias_of_id is None:
            return super().errors_on_save(page, stored)
        # An alias has its source's consent and is asked on request, but one of a story
        # that has lost its consent cannot be public at all.
        return self.errors(page) if page.consent is None else []


class ConsentExpiryMixin(models.Model):
    """A page that expires with its consent."""

    if TYPE_CHECKING:  # what every page brings along
        live: bool
        expire_at: Any

    class Meta:
        abstract = True

    def save(self, clean: bool = True, **kwargs: Any) -> Any:
        if self.live:
            self.expire_at = expiry_for(self)
        return super().save(clean=clean, **kwargs)  # type: ignore[call-arg]


# What a consent says of a page comes before what is assumed of every page; and guards
# before the expiry: only a page that they let through is live.
class ConsentedPageMixin(ConsentRequired, PublishGuardMixin, ConsentExpiryMixin):
    """
    A page that is public only while a recorded consent covers what it shows.

    Every request asks again.
    """

    if TYPE_CHECKING:  # what every page brings along
        title: str
        first_published_at: Any

    base_form_class = ConsentedPageForm
    #: Other sites keep the picture of a link that was shared, whatever is withdrawn.
    shares_image = False
    #: Whether the page may be shown to the visitor of this request.
    is_visible = False

    class Meta:
        abstract = True

    def publish_guards(self) -> list[PublishGuard]:
        return [ConsentGuard(), *super().publish_guards()]

    def is_published_unattended(self, revision: Any, log_action: Any) -> bool:
        # wagtail-localize publishes when all is done, where no error would be caught.
        return super().is_published_unattended(revision, log_action) or bool(
            translation_of(self)
        )

    @transaction.atomic
    def save_revision(self, *args: Any, **kwargs: Any) -> Any:
        # A withdrawal waits for this draft, and then erases it with all others.
        problem = self.withdrawal_problem(self.consent, for_update=True)
        if problem and self._changes_text():
            raise ValidationError({NON_FIELD_ERRORS: [problem]})
        revision = super().save_revision(*args, **kwargs)  # type: ignore[misc]
        # Which consent covers a page is true of the page and no matter of a draft.
        if self._stored_row().exclude(consent=self.consent_id).exists():
            self._set_stored_consent(self.consent_id)
        return revision

    def with_content_json(self, content: Any) -> Any:
        # An old revision may name a consent that no longer covers the page.
        page = super().with_content_json(content)  # type: ignore[misc]
        page.consent_id = self._stored_row().values_list("consent", flat=True).first()
        return page

    @classmethod
    def can_create_at(cls, parent: Any) -> bool:
        allowed = super().can_create_at(parent)  # type: ignore[misc]
        return allowed and consent.stories_are_on(parent.path)

    def withdrawal_problem(
        self, chosen: Consent | None, for_update: bool = False
    ) -> Any:
        """Why no draft may be saved with the consent ``chosen``, or ``None``."""
        mine = Q(pk__in=self._stored_row().values("consent"))
        consents = Consent.objects.filter(mine | Q(pk=chosen and chosen.pk))
        if for_update:
            consents = consents.select_for_update()
        if any(each.withdrawn_at for each in consents):
            return _("The consent was withdrawn. What the story said has been erased.")
        return None

    def texts_to_approve(self) -> dict[str, Any]:
        return {"title": self.title}

    def _changes_text(self) -> bool:
        # A copy of what is stored, an erased page among it, adds nothing to it.
        before = self._stored_row().first()
        return before is None or approval_checksum(before) != approval_checksum(self)

    def _stored_row(self) -> Any:
        return type(self)._base_manager.filter(pk=self.pk)

    def _set_stored_consent(self, consent_id: int | None) -> None:
        pages: Any = type(self)._base_manager
        known, found = set[int](), {self.pk}
        while found - known:
            known |= found
            found = {*pages.filter(alias_of__in=known).values_list("pk", flat=True)}
        pages.filter(pk__in=known).update(consent=consent_id)

    def route(self, request: Any, path_components: list[str]) -> Any:
        if not path_components and self.first_published_at is not None:
            if not consent.may_show(self):
                # Wagtail answers 404 for an unpublished page before serve() is reached.
                return RouteResult(self, kwargs={"gone": True})
            request.spine_visible_story = self
        return super().route(request, path_components)  # type: ignore[misc]

    def serve(self, request: Any, *args: Any, gone: bool = False, **kwargs: Any) -> Any:
        # Asked at every request, and not twice in one.
        is_routed = getattr(request, "spine_visible_story", None) is self
        self.is_visible = not gone and (is_routed or consent.may_show(self))
        if not self.is_visible:
            return gone_response(request)
        response = super().serve(request, *args, **kwargs)  # type: ignore[misc]
        patch_cache_control(response, private=True, no_cache=True)
        return response

    def structured_data(self, context: Any) -> dict[str, Any]:
        # Also of a template that a host renders on a road of its own.
        return super().structured_data(context) if self.is_visible else {}  # type: ignore[misc]

    def get_meta_description(self) -> str:
        # A search result or a shared link shows nothing else of the page.
        description = super().get_meta_description()  # type: ignore[misc]
        if self.is_fictional:
            return f"{FICTIONAL_NOTICE} {description}"
        return str(description)

    def get_sitemap_urls(self, request: Any = None) -> Any:
        if not consent.may_show(self):
            return []
        return super().get_sitemap_urls(request)  # type: ignore[misc]


def _needs_consent(page: Any) -> tuple[Any, ...]:
    """Whatever a consent has to cover: a change of it is a new publication."""
    scopes = frozenset(page.used_scopes())
    return page.consent_id, page.locale_id, scopes, approval_checksum(page)


def register_erasure_steps() -> None:
    register_erasure_step(quality_rows, after=discussions)
    register_erasure_step(review_notes, after=quality_rows)


def quality_rows(scope: ErasureScope) -> Iterator[ErasureTarget]:
    """What the checks found on the pages, and what editors answered."""
    yield ErasureTarget(QualityAnswer.objects.filter(page_id__in=scope.page_ids))
    yield ErasureTarget(PageQuality.objects.filter(page_id__in=scope.page_ids))


def review_notes(scope: ErasureScope) -> Iterator[ErasureTarget]:
    """What reviewers noted. Who signed, and when, says nothing of the patient."""
    reviews = ClinicalReview.objects.filter(
        content_type=scope.page_content_type, object_id__in=scope.object_ids
    )
    yield ErasureTarget(reviews.exclude(note=""), lambda rows: rows.erase_notes())
