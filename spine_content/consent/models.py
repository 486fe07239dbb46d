import datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, Q, Value, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from spine_content.consent.proof import ConsentProof

#: Either of these lets somebody see the register.
VIEW_PERMISSIONS = ("spine_content.view_consent", "spine_content.change_consent")
CHANGE_PERMISSION = "spine_content.change_consent"
WITHDRAW_PERMISSION = "spine_content.withdraw_consent"
#: What the names of the register's addresses begin with.
REGISTER_URL_NAME = "clinic-registers_consents_modeladmin"


class ConsentScopes(models.Model):
    """What a patient agreed to show, where, and in which languages."""

    #: The fields ``covers_…``, by the part after the prefix.
    SCOPES = (
        *("text", "first_name", "real_name", "age_band"),
        *("place", "photo", "voice", "video"),
    )
    #: The fields ``channel_…``, by the part after the prefix.
    CHANNELS = (
        *("website", "social", "print", "press"),
        *("paid_ads", "translation", "api"),
    )

    covers_text = models.BooleanField(_("the text"), default=True)
    covers_first_name = models.BooleanField(_("the real first name"), default=False)
    covers_real_name = models.BooleanField(_("the full real name"), default=False)
    covers_age_band = models.BooleanField(_("an age band"), default=False)
    covers_place = models.BooleanField(_("a place"), default=False)
    covers_photo = models.BooleanField(_("photographs"), default=False)
    covers_voice = models.BooleanField(_("voice"), default=False)
    covers_video = models.BooleanField(_("video"), default=False)

    channel_website = models.BooleanField(_("this website"), default=True)
    channel_social = models.BooleanField(_("social media"), default=False)
    channel_print = models.BooleanField(_("leaflets and posters"), default=False)
    channel_press = models.BooleanField(_("newspapers and broadcasters"), default=False)
    channel_paid_ads = models.BooleanField(_("paid advertisements"), default=False)
    channel_translation = models.BooleanField(_("translations"), default=False)
    channel_api = models.BooleanField(
        _("other websites and apps that fetch our pages"), default=False
    )
    languages: "models.ManyToManyField[Any, Any]" = models.ManyToManyField(
        "wagtailcore.Locale",
        verbose_name=_("languages"),
        blank=True,
        related_name="+",
        help_text=_("A story is shown only in a language that the patient agreed to."),
    )

    class Meta:
        abstract = True

    @property
    def scopes(self) -> set[str]:
        """Names of what the patient agreed to show, out of ``SCOPES``."""
        return _ticked(self, "covers", self.SCOPES)

    @property
    def channels(self) -> set[str]:
        """Names of where it may be shown, out of ``CHANNELS``."""
        return _ticked(self, "channel", self.CHANNELS)


def _ticked(consent: Any, prefix: str, names: tuple[str, ...]) -> set[str]:
    return {name for name in names if getattr(consent, f"{prefix}_{name}")}


#: How long a consent lasts unless the form says otherwise, in days.
DEFAULT_VALIDITY = datetime.timedelta(days=730)


def default_expiry() -> datetime.date:
    return timezone.localdate() + DEFAULT_VALIDITY


#: So long before the last day a consent counts as expiring.
EXPIRING = datetime.timedelta(days=60)


class ConsentState(models.TextChoices):
    """Whether a consent counts, in the words that staff read."""

    VALID = "valid", _("Valid")
    EXPIRING = "expiring", _("Expires within 60 days")
    EXPIRED = "expired", _("Expired")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    NOT_YET = "not_yet", _("Not yet valid")
    HELD = "held", _("Held back")
    PRIVATE = "private", _("Stays private")


class ConsentQuerySet(models.QuerySet["Consent"]):
    """Finds consents by what they allow at a moment."""

    def valid(self, at: datetime.datetime | None = None) -> "ConsentQuerySet":
        """Consents that cover ``at`` (an aware time; now unless given)."""
        day = timezone.localdate(at)
        not_withdrawn = Q(withdrawn_at__isnull=True)
        # By the clock of another server, a withdrawal may lie some seconds ahead: it
        # counts already, unless somebody asks about another moment.
        return self.filter(
            not_withdrawn | Q(withdrawn_at__gt=at) if at else not_withdrawn,
            given_on__lte=day,
            expires_on__gte=day,
            subject_kind__in=Consent.PUBLISHABLE,
            deceased_hold=False,
        )

    def with_state(self, at: datetime.datetime | None = None) -> Any:
        """Annotate each with its ``state`` at ``at``, a value of ``ConsentState``."""
        day = timezone.localdate(at)
        withdrawn = Q(withdrawn_at__lte=at) if at else Q(withdrawn_at__isnull=False)
        # In the order in which Consent.problem() asks.
        cases = [
            (withdrawn, ConsentState.WITHDRAWN),
            (~Q(subject_kind__in=Consent.PUBLISHABLE), ConsentState.PRIVATE),
            (Q(deceased_hold=True), ConsentState.HELD),
            (Q(given_on__gt=day), ConsentState.NOT_YET),
            (Q(expires_on__lt=day), ConsentState.EXPIRED),
            (Q(expires_on__lte=day + EXPIRING), ConsentState.EXPIRING),
        ]
        whens = [When(test, then=Value(state.value)) for test, state in cases]
        valid = Value(ConsentState.VALID.value)
        return self.annotate(
            state=Case(*whens, default=valid, output_field=models.CharField())
        )


class Consent(ConsentScopes, ConsentProof):
    """
    What a patient agreed to. It never says who the patient is.

    ``subject_ref`` points into the clinic's own records. There is no search, no
    revision and no API for it, and ``str()`` gives nothing away.
    """

    class SubjectKind(models.TextChoices):
        ADULT = "adult", _("Adult who can decide")
        CHILD = "child", _("Child")
        LACKS_CAPACITY = "lacks_capacity", _("Adult who cannot decide alone")
        FICTIONAL = "fictional", _("Nobody: the story is made up as an example")

    class WithdrawnVia(models.TextChoices):
        IN_PERSON = "in_person", _("In person")
        TELEPHONE = "telephone", _("By telephone")
        LETTER = "letter", _("By letter")
        EMAIL = "email", _("By e-mail")
        OTHER = "other", _("In another way")

    #: Kinds of subject whose stories may be public at all.
    PUBLISHABLE = (SubjectKind.ADULT.value, SubjectKind.FICTIONAL.value)

    subject_ref = models.CharField(
        _("reference in your records"),
        max_length=64,
        help_text=_(
            "The number under which your clinic keeps the signed form. "
            "Never a name, a date of birth or an address."
        ),
    )
    subject_kind = models.CharField(
        _("whose story it is"),
        max_length=16,
        choices=SubjectKind.choices,
        default=SubjectKind.ADULT,
        help_text=_(
            "Stories of children and of adults who cannot decide stay private."
        ),
    )
    given_on = models.DateField(_("given on"), help_text=_("It counts from this day."))
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("taken by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Who of your staff spoke with the patient."),
    )
    expires_on = models.DateField(
        _("last day"),
        default=default_expiry,
        help_text=_("Nothing is shown after this day unless the patient renews."),
    )
    expiry_event = models.CharField(
        _("or when"),
        max_length=120,
        blank=True,
        help_text=_(
            "Something that ends it earlier, such as “the study is over”. "
            "Change the last day when it happens."
        ),
    )
    deceased_hold = models.BooleanField(
        _("held back because the patient has died"),
        default=False,
        help_text=_("Nothing is shown until the family has been asked."),
    )
    withdrawn_at = models.DateTimeField(
        _("withdrawn"), null=True, blank=True, editable=False
    )
    withdrawn_via = models.CharField(
        _("how the patient told you"),
        max_length=12,
        choices=WithdrawnVia.choices,
        blank=True,
        editable=False,
    )

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ["-pk"]
        permissions = [("withdraw_consent", _("Can withdraw a consent"))]

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """An opaque name for logs, mails and lists, such as ``C-000123``."""
        return f"C-{self.pk:06d}" if self.pk else "C-new"

    @property
    def is_fictional(self) -> bool:
        return self.subject_kind == self.SubjectKind.FICTIONAL

    @property
    def ends_at(self) -> datetime.datetime:
        """The first moment that the consent no longer covers."""
        last_day = datetime.datetime.combine(self.expires_on, datetime.time.min)
        end = timezone.make_aware(last_day + datetime.timedelta(days=1))
        return min(end, self.withdrawn_at) if self.withdrawn_at else end

    def clean(self) -> None:
        super().clean()
        errors = {}
        if self.given_on and self.expires_on and self.expires_on < self.given_on:
            errors["expires_on"] = _(
                "The last day must not be before the day it was given."
            )
        if self.method == self.Method.NOT_NEEDED and not self.is_fictional:
            errors["method"] = _("Only a made-up story needs no consent.")
        if errors:
            raise ValidationError(errors)

    def problem(self, at: datetime.datetime | None = None) -> Any:
        """Why this consent does not cover ``at`` (an aware time), or ``None``."""
        day = timezone.localdate(at)
        if self.withdrawn_at and (at is None or self.withdrawn_at <= at):
            return _("The consent was withdrawn.")
        if self.subject_kind not in self.PUBLISHABLE:
            return _(
                "Stories of children and of adults who cannot decide stay private."
            )
        if self.deceased_hold:
            return _("The consent is held back because the patient has died.")
        if self.given_on > day:
            return _("The consent does not count yet.")
        if self.expires_on < day:
            return _("The consent has expired.")
        return None
