from spine_content.models.changes import FactChange
from spine_content.models.consent import Consent, ConsentQuerySet
from spine_content.models.glossary import GlossaryTerm
from spine_content.models.measures import Measure
from spine_content.models.people import Person
from spine_content.models.settings import ClinicSettings
from spine_content.models.sources import Source
from spine_content.models.treatments import Treatment
from spine_content.models.warnings import WarningSign

__all__ = [
    "ClinicSettings",
    "Consent",
    "ConsentQuerySet",
    "FactChange",
    "GlossaryTerm",
    "Measure",
    "Person",
    "Source",
    "Treatment",
    "WarningSign",
]
