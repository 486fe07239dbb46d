from spine_content.clinic.append_only import AppendOnlyError
from spine_content.clinic.models import Person, WarningSign
from spine_content.clinic.settings import ClinicSettings
from spine_content.consent.models import Consent, ConsentQuerySet
from spine_content.consent.records import (
    ConsentEvent,
    ConsentFormVersion,
    ErasureCertificate,
    HiddenPicture,
)
from spine_content.facts.changes import FactChange
from spine_content.facts.models import Measure, Treatment
from spine_content.facts.sources import Source
from spine_content.glossary.models import GlossaryTerm
from spine_content.importing.models import ImportedDocument, ImportRun
from spine_content.quality.models import PageQuality, QualityAnswer
from spine_content.reviews.models import ClinicalReview
from spine_content.reviews.task import ClinicalReviewTask

__all__ = [
    "AppendOnlyError",
    "ClinicalReview",
    "ClinicalReviewTask",
    "ClinicSettings",
    "Consent",
    "ConsentEvent",
    "ConsentFormVersion",
    "ConsentQuerySet",
    "ErasureCertificate",
    "FactChange",
    "GlossaryTerm",
    "HiddenPicture",
    "ImportRun",
    "ImportedDocument",
    "Measure",
    "PageQuality",
    "Person",
    "QualityAnswer",
    "Source",
    "Treatment",
    "WarningSign",
]
