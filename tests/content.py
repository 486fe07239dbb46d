"""Complete pages of every type, small enough for a test and fit to be published."""

import datetime
import io
from typing import Any

from django.apps import apps
from django.core.files.images import ImageFile
from django.utils import timezone
from PIL import Image as Picture
from wagtail.images import get_image_model
from wagtail.models import Locale, Site

from spine_content.consent import record_approval
from spine_content.models import (
    ClinicSettings,
    Consent,
    Measure,
    Person,
    Source,
    Treatment,
    WarningSign,
)


def page_type(name: str) -> Any:
    """A packaged page type, or the site's own of that name where ours are left out."""
    if apps.is_installed("spine_content.pages"):
        return apps.get_model("spine_pages", name)
    return next(model for model in apps.get_models() if model.__name__ == name)


def home() -> Any:
    return Site.objects.get(is_default_site=True).root_page


def image(title: str = "Picture") -> Any:
    data = io.BytesIO()
    Picture.new("RGB", (1200, 800), "white").save(data, "PNG")
    file = ImageFile(io.BytesIO(data.getvalue()), name="picture.png")
    return get_image_model().objects.create(title=title, file=file)


def person() -> Person:
    return Person.objects.get_or_create(
        name="Dr A. Example", defaults={"role": "Radiologist"}
    )[0]


def source() -> Source:
    return Source.objects.get_or_create(
        title="A trial",
        defaults={"authors": "Example and others", "year": 2018, "kind": "trial"},
    )[0]


def sign(urgency: str = "emergency") -> WarningSign:
    return WarningSign.objects.get_or_create(
        text=f"A sign that is {urgency}", urgency=urgency
    )[0]


def treatment(name: str = "Vertebroplasty", kind: str = "procedure") -> Treatment:
    return Treatment.objects.get_or_create(name=name, defaults={"kind": kind})[0]


def measure(question: str = "How often does it leak?", **changes: Any) -> Measure:
    values = {"kind": "frequency", "group": "harms", **changes}
    return Measure.objects.get_or_create(question=question, defaults=values)[0]


def fact(asked: Measure, **values: Any) -> tuple[str, dict[str, Any]]:
    """A published fact that answers a question, resting on a source."""
    cited = [{"source": source(), "where": ""}]
    return (
        asked.kind,
        {"measure": asked, "basis": "evidence", "sources": cited, **values},
    )


def with_facts(*facts: Any, name: str = "Vertebroplasty", **values: Any) -> Treatment:
    """A published treatment with these facts."""
    found = Treatment.objects.filter(name=name).first()
    # One that is new has had no other facts that readers could have seen.
    changed = found or Treatment(name=name, kind=values.pop("kind", "procedure"))
    changed.facts = list(facts)
    changed.save()
    return changed


def consent(**changes: Any) -> Consent:
    """A consent that covers today, every scope and every language there is."""
    today = timezone.localdate()
    values: dict[str, Any] = {
        "subject_ref": "R-1",
        "given_on": today - datetime.timedelta(days=30),
        "expires_on": today + datetime.timedelta(days=300),
        "method": "paper",
        **{f"covers_{scope}": True for scope in Consent.SCOPES},
        **{f"channel_{name}": True for name in Consent.CHANNELS},
    }
    languages = changes.pop("languages", None)
    new_consent = Consent.objects.create(**{**values, **changes})
    new_consent.languages.set(Locale.objects.all() if languages is None else languages)
    return new_consent


def approve(page: Any) -> Any:
    """The patient approves the text of a story as it stands."""
    if page.consent:
        record_approval(page)
    return page


def text(html: str = "<p>Some plain words.</p>") -> tuple[str, str]:
    return ("rich_text", html)


def _clinical() -> dict[str, Any]:
    return {"authors": [("person", person())], "sources": [("source", source())]}


def topic(parent: Any = None, **changes: Any) -> Any:
    values: dict[str, Any] = {
        "title": "Spinal fractures",
        "summary": "What a broken bone in the spine is, and what can be done.",
        "condition": "broken bones in the spine",
        "body": [text()],
        "warning_signs": [("sign", sign())],
        "authors": [("person", person())],
    }
    return (parent or home()).add_child(
        instance=page_type("TopicPage")(**{**values, **changes})
    )


def procedure(parent: Any = None, **changes: Any) -> Any:
    values: dict[str, Any] = {
        "title": "Vertebroplasty",
        "summary": "Cement is put into a broken bone of the spine.",
        "treatment": treatment(),
        "plain_definition": "A needle puts cement into a broken bone.",
        "treats": "Broken bones in the spine",
        "procedure_type": "percutaneous",
        "body_location": "Spine",
        "scope_note": "<p>You have a broken bone in your spine.</p>",
        "suitable_if": [("point", {"text": "<p>It hurts.</p>", "source": source()})],
        "not_suitable_if": [("point", {"text": "<p>It heals.</p>", "source": None})],
        "other_choices": "<p>You can wait.</p>",
        "uncertainty": "<p>Experts disagree.</p>",
        "medicines_note": "<p>None.</p>",
        "warning_signs": [("sign", sign())],
        **{
            name: [text()]
            for name in (
                "benefits",
                "risks",
                "preparation",
                "how_performed",
                "followup",
            )
        },
        **_clinical(),
    }
    return (parent or home()).add_child(
        instance=page_type("ProcedurePage")(**{**values, **changes})
    )


def comparison(parent: Any = None, **changes: Any) -> Any:
    choices = [treatment(), treatment("Waiting", "no_treatment")]
    values: dict[str, Any] = {
        "title": "Compare your choices",
        "summary": "Two choices side by side.",
        "decision": "Should I have it?",
        "scope_note": "<p>You have to decide.</p>",
        "uncertainty": "<p>Experts disagree.</p>",
        "choices": [
            (
                "choice",
                {"treatment": each, "suits_if": "<p>Yes.</p>", "suits_not_if": ""},
            )
            for each in choices
        ],
        "body": [text()],
        **_clinical(),
    }
    return (parent or home()).add_child(
        instance=page_type("ComparisonPage")(**{**values, **changes})
    )


def story(parent: Any = None, live: bool = True, **changes: Any) -> Any:
    """A story whose text the patient has approved."""
    values: dict[str, Any] = {
        "title": "I chose to wait",
        "summary": "Somebody waited.",
        "treatment": treatment(),
        "display_name": "Margaret",
        "outcome": "better",
        "body": [text("<p>It began in the garden.</p>")],
    }
    if "consent" not in changes:
        values["consent"] = consent()
    page = page_type("PatientStoryPage")(**{**values, **changes}, live=False)
    page = approve((parent or home()).add_child(instance=page))
    if live:
        page.live = True
        page.save()
    return page


def checked_numbers(**changes: Any) -> ClinicSettings:
    """The settings of the site with an emergency number that somebody has checked."""
    clinic = ClinicSettings.for_site(Site.objects.get(is_default_site=True))
    clinic.emergency_phone = clinic.emergency_phone or "999"
    for name, value in changes.items():
        setattr(clinic, name, value)
    clinic.numbers_checked_on = timezone.localdate()
    clinic.checked_numbers = clinic.emergency_numbers()
    clinic.save()
    return clinic


def recovery(parent: Any = None, **changes: Any) -> Any:
    checked_numbers()
    phase = {
        "title": "The first day",
        "start_day": 0,
        "end_day": 1,
        "expect": "<p>You may feel sore.</p>",
        "do": ["rest"],
        "dont": ["drive"],
        "medicines": "",
    }
    milestone = {
        "activity": "Drive a car",
        "earliest_day": 2,
        "usual_day": 14,
        "condition": "<p>you can brake hard</p>",
    }
    values: dict[str, Any] = {
        "title": "After vertebroplasty",
        "summary": "The first days and weeks.",
        "treatment": treatment(),
        "individual_note": "<p>Your own team's advice comes first.</p>",
        "warning_signs": [("sign", sign()), ("sign", sign("urgent"))],
        "phases": [("phase", phase)],
        "milestones": [("milestone", milestone)],
        **_clinical(),
    }
    return (parent or home()).add_child(
        instance=page_type("RecoveryGuidePage")(**{**values, **changes})
    )


MAKERS = {
    "topic": topic,
    "procedure": procedure,
    "comparison": comparison,
    "story": story,
    "recovery": recovery,
}
