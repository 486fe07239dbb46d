from spine_content.models.append_only import AppendOnly
from spine_content.models.certificates import ErasureCertificate
from spine_content.models.changes import FactChange
from spine_content.models.consent import Consent, ConsentQuerySet
from spine_content.models.consent_events import ConsentEvent
from spine_content.models.consent_forms import ConsentFormVersion
from spine_content.models.glossary import GlossaryTerm
from spine_content.models.imports import ImportedDocument, ImportRun
from spine_content.models.measures import Measure
from spine_content.models.people import Person
from spine_content.models.pictures import HiddenPicture
from spine_content.models.quality import PageQuality, QualityAnswer
from spine_content.models.reviews import ClinicalReviewTask
from spine_content.models.settings import ClinicSettings
from spine_content.models.sign_offs import ClinicalReview
from spine_content.models.sources import Source
from spine_content.models.treatments import Treatment
from spine_content.models.warnings import WarningSign

__all__ = [
    "AppendOnly",
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
