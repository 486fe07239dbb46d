"""What an editor can choose from when putting down a fact."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(TextChoices):
    """What kind of answer a question asks for. The values are the keys of blocks."""

    FREQUENCY = "frequency", _("How many people (a count out of a number)")
    SCALE = "scale_difference", _("Difference on a scale, such as pain from 0 to 10")
    RANGE = "range", _("Amount or length, from – to")
    MONEY = "money", _("Money")
    ANSWER = "answer", _("Short answer in words")


class Group(TextChoices):
    """The part of a page in which a question stands, in page order."""

    INVOLVES = "involves", _("What it involves")
    BENEFITS = "benefits", _("How well it works")
    HARMS = "harms", _("What can go wrong")
    RECOVERY = "recovery", _("Getting back to normal")
    COST = "cost", _("Cost")


class Status(TextChoices):
    KNOWN = "known", _("Known")
    NOT_KNOWN = "not_known", _("Not known")
    NOT_APPLICABLE = "not_applicable", _("Does not apply")
    CONFLICTING = "conflicting", _("Sources disagree")


class Per(TextChoices):
    """What a count counts."""

    PEOPLE = "people", _("People")
    VERTEBRAE = "vertebrae", _("Bones treated (vertebrae)")
    PROCEDURES = "procedures", _("Procedures")


class Comparator(TextChoices):
    """What the people in a study had who did not have the treatment."""

    NONE = "none", _("Nothing: only these people were followed")
    SHAM = "sham", _("A pretend procedure")
    USUAL = "usual_care", _("The usual care")
    OTHER = "other", _("Another treatment")


class TimeUnit(TextChoices):
    DAYS = "days", pgettext_lazy("unit", "days")
    WEEKS = "weeks", pgettext_lazy("unit", "weeks")
    MONTHS = "months", pgettext_lazy("unit", "months")
    YEARS = "years", pgettext_lazy("unit", "years")


class Better(TextChoices):
    """Which end of a scale is the good one."""

    LOWER = "lower", _("A lower number is better")
    HIGHER = "higher", _("A higher number is better")


class Verdict(TextChoices):
    YES = "yes", _("Yes")
    NO = "no", _("No")
    VARIES = "varies", _("It varies")


class Basis(TextChoices):
    """What a fact rests on."""

    EVIDENCE = "evidence", _("Studies")
    GUIDELINE = "guideline", _("A guideline or official body")
    POLICY = "policy", _("What clinics advise")
    AUDIT = "audit", _("Our own count at this clinic")


class Certainty(TextChoices):
    """How sure we can be, by the GRADE system."""

    HIGH = "high", _("High")
    MODERATE = "moderate", _("Moderate")
    LOW = "low", _("Low")
    VERY_LOW = "very_low", _("Very low")
    NOT_GRADED = "not_graded", _("Not graded")


#: Bases that are worth nothing without a source.
NEEDS_SOURCE = frozenset({Basis.EVIDENCE, Basis.GUIDELINE})


CODES = """
AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN
BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB
EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR
ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD
MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR
PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE
SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU
UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG
"""

#: The active national currencies of ISO 4217: no funds, metals or codes for tests.
CURRENCIES: frozenset[str] = frozenset(CODES.split())
