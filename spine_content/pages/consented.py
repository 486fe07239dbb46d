from typing import TYPE_CHECKING, Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.db.models import Q
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext_lazy as _
from wagtail.url_routing import RouteResult

from spine_content import consent
from spine_content.consent.approval import approval_checksum
from spine_content.consent.expiry import expiry_for
from spine_content.consent.gate import ConsentRequired
from spine_content.consent.localize import translation_of
from spine_content.consent.models import Consent
from spine_content.pages.base import SpinePageForm
from spine_content.pages.refusing import hold_back, is_copied, nobody_to_tell, refuse
from spine_content.pages.seo import FICTIONAL


def gone_response(request: Any) -> TemplateResponse:
    """410 with a neutral text: it says nothing about the story that was here."""
    response = TemplateResponse(request, "spine_content/pages/gone.html", status=410)
    response["X-Robots-Tag"] = "noindex"
    patch_cache_control(response, no_store=True)
    return response


#: What Wagtail saves by itself beside a revision: nothing of it is shown to anybody.
BOOKKEEPING = frozenset(
    {
        "draft_title",
        "first_published_at",
        "has_unpublished_changes",
        "last_published_at",
        "latest_revision",
        "latest_revision_created_at",
        "live_revision",
        "wagtail_admin_comments",
    }
)


class ConsentedPageForm(SpinePageForm):
    """The form of a story. That its consent has ended is no mistake in its schedule."""

    def clean(self) -> Any:
        data = super().clean()
        # Neither may a form that was open already fill in again what was erased.
        chosen = data.get("consent", self.instance.consent)
        if problem := self.instance.problem_with_writing(chosen):
            self.add_error(None, problem)
        return data

    def clean_expire_at(self) -> Any:
        expire_at = self.cleaned_data.get("expire_at")
        is_over = expire_at is not None and expire_at <= timezone.now()
        return None if is_over and expire_at == self.instance.expire_at else expire_at


class ConsentedPageMixin(ConsentRequired):
    """
    A page that is public only while a recorded consent covers what it shows.

    The form explains, ``save()`` refuses, and every request asks again.
    """

    if TYPE_CHECKING:  # what every page brings along
        live: bool
        has_unpublished_changes: bool
        alias_of_id: int | None
        live_revision_id: int | None
        locale_id: int
        title: str
        first_published_at: Any
        go_live_at: Any
        expire_at: Any

    base_form_class = ConsentedPageForm
    #: Other sites keep the picture of a link that was shared, whatever is withdrawn.
    shares_picture = False
    #: Whether the gate has let a visitor in.
    is_shown = False

    class Meta:
        abstract = True

    def save(self, clean: bool = True, **kwargs: Any) -> Any:
        # Every road to publication ends here, so this is where a story without
        # consent is stopped; an alias has its source's consent and is asked on request,
        # but one of a story that has lost its consent cannot be public at all.
        is_alias = self.alias_of_id is not None
        asked = self.consent is None if is_alias else self._shows_more(kwargs)
        reasons = consent.blockers(self) if self.live and asked else []
        hold_back(self, reasons, is_alias or is_copied(self))
        if self.live:
            self.expire_at = expiry_for(self)
        return super().save(clean=clean, **kwargs)  # type: ignore[call-arg]

    @transaction.atomic
    def save_revision(self, *args: Any, **kwargs: Any) -> Any:
        # A withdrawal waits for this draft, and then erases it with all others.
        problem = self.problem_with_writing(self.consent, for_update=True)
        if problem and self._says_something_new():
            raise ValidationError({NON_FIELD_ERRORS: [problem]})
        revision = super().save_revision(*args, **kwargs)  # type: ignore[misc]
        # Which consent covers a page is true of the page and no matter of a draft.
        if self._stored().exclude(consent=self.consent_id).exists():
            self._attach(self.consent_id)
        return revision

    def with_content_json(self, content: Any) -> Any:
        # An old revision may name a consent that no longer covers the page.
        page = super().with_content_json(content)  # type: ignore[misc]
        page.consent_id = self._stored().values_list("consent", flat=True).first()
        return page

    @classmethod
    def can_create_at(cls, parent: Any) -> bool:
        allowed = super().can_create_at(parent)  # type: ignore[misc]
        return allowed and consent.stories_are_on(parent.path)

    def problem_with_writing(
        self, chosen: Consent | None, for_update: bool = False
    ) -> Any:
        """Why not even a draft may be kept with the consent ``chosen``, or ``None``."""
        mine = Q(pk__in=self._stored().values("consent"))
        consents = Consent.objects.filter(mine | Q(pk=chosen and chosen.pk))
        if for_update:
            consents = consents.select_for_update()
        if any(each.withdrawn_at for each in consents):
            return _("The consent was withdrawn. What the story said has been erased.")
        return None

    def texts_to_approve(self) -> dict[str, Any]:
        return {"title": self.title}

    def publish_problems(self) -> list[tuple[str, Any]]:
        problems = super().publish_problems()  # type: ignore[misc]
        # A story may wait for the day from which its consent counts.
        at = max(self.go_live_at or timezone.now(), timezone.now())
        reasons = consent.blockers(self, at)
        return [*problems, *(("consent", reason) for reason in reasons)]

    def _shows_more(self, kwargs: dict[str, Any]) -> bool:
        """Whether saving would show anything that is not public as it is."""
        saved = kwargs.get("update_fields")
        if saved is not None and BOOKKEEPING.issuperset(saved):
            return False
        before = self._stored().first()
        if before is None or not before.live:
            return True
        return before.live_revision_id != self.live_revision_id or (
            _shown(before) != _shown(self)
        )

    def _says_something_new(self) -> bool:
        # A copy of what is stored, an erased page among it, adds nothing to it.
        before = self._stored().first()
        return before is None or approval_checksum(before) != approval_checksum(self)

    def _stored(self) -> Any:
        return type(self)._base_manager.filter(pk=self.pk)

    def _attach(self, consent_id: int | None) -> None:
        pages: Any = type(self)._base_manager
        known, found = set[int](), {self.pk}
        while found - known:
            known |= found
            found = {*pages.filter(alias_of__in=known).values_list("pk", flat=True)}
        pages.filter(pk__in=known).update(consent=consent_id)

    def publish(self, revision: Any, user: Any = None, **kwargs: Any) -> Any:
        untold = nobody_to_tell(revision, kwargs.get("log_action"))
        # wagtail-localize publishes when all is done, where no error would be caught.
        untold = untold or translation_of(self)
        if untold and (reasons := consent.blockers(revision.as_object())):
            return refuse(self, revision, "spine.publish_refused", reasons, user)
        return super().publish(revision, user=user, **kwargs)  # type: ignore[misc]

    def route(self, request: Any, path_components: list[str]) -> Any:
        if not path_components and self.first_published_at is not None:
            if not consent.may_show(self):
                # Wagtail answers 404 for an unpublished page before serve() is reached.
                return RouteResult(self, kwargs={"gone": True})
            request.spine_let_in = self
        return super().route(request, path_components)  # type: ignore[misc]

    def serve(self, request: Any, *args: Any, gone: bool = False, **kwargs: Any) -> Any:
        # Asked at every request, and not twice in one.
        let_in = getattr(request, "spine_let_in", None) is self
        self.is_shown = not gone and (let_in or consent.may_show(self))
        if not self.is_shown:
            return gone_response(request)
        response = super().serve(request, *args, **kwargs)  # type: ignore[misc]
        patch_cache_control(response, private=True, no_cache=True)
        return response

    def structured_data(self, context: Any) -> dict[str, Any]:
        # Also of a template that a host renders on a road of its own.
        return super().structured_data(context) if self.is_shown else {}  # type: ignore[misc]

    def get_meta_description(self) -> str:
        # A search result or a shared link shows nothing else of the page.
        told = super().get_meta_description()  # type: ignore[misc]
        return f"{FICTIONAL} {told}" if self.is_fictional else told

    def get_sitemap_urls(self, request: Any = None) -> Any:
        if not consent.may_show(self):
            return []
        return super().get_sitemap_urls(request)  # type: ignore[misc]


def _shown(page: Any) -> tuple[Any, ...]:
    scopes = frozenset(page.used_scopes())
    return page.consent_id, page.locale_id, scopes, approval_checksum(page)
