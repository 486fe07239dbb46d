"""Which page type is proposed, and that the reasons can be checked."""

import pytest

from spine_content.importing.classification import classify
from spine_content.importing.documents import ASK, Proposal, SourceDocument
from spine_content.importing.parsing import parse_document


def headings(*texts: str) -> str:
    return "".join(f"<h2>{text}</h2><p>Words.</p>" for text in texts)


def proposed(title: str, html: str, language: str = "en", **more) -> Proposal:
    source_document = SourceDocument(
        key="1", html=html, title=title, kind="post", language=language, **more
    )
    return classify(parse_document(source_document), source_document)


TOLD = {
    "en": "I was afraid, but my doctor told me all. I slept and my back felt better. "
    "After that I walked on my own, and my children helped me.",
    "de": "Ich hatte Angst, aber mein Arzt hat mir alles erklärt. Ich schlief gut und "
    "mir ging es besser. Dann bin ich mit meinen Kindern gegangen.",
    "fr": "J’avais peur, mais mon médecin m’a tout dit. Je dormais et mon dos allait "
    "mieux. Puis j’ai marché avec mes enfants.",
    "es": "Yo tenía miedo, pero mi médico me lo explicó. Yo dormía y mi espalda me "
    "dolía menos. Mis hijos vinieron conmigo.",
}
TABLE = (
    "<table><tr><td></td><th>{}</th><th>{}</th></tr><tr><th>A</th><td>1</td><td>2</td>"
    "</tr><tr><th>B</th><td>3</td><td>4</td></tr><tr><th>C</th><td>5</td><td>6</td></tr>"
    "</table>"
)


@pytest.mark.parametrize(
    ("kind", "title", "html", "language"),
    [
        ("procedure", "Hip", headings("Preparation", "Risks", "Benefits"), "en"),
        ("procedure", "Hüfte", headings("Vorbereitung", "Narkose", "Risiken"), "de"),
        ("procedure", "Hanche", headings("Préparation", "Anesthésie", "Risques"), "fr"),
        ("procedure", "Cadera", headings("Preparación", "Anestesia", "Riesgos"), "es"),
        ("recovery", "Hip", headings("Day 1", "Week 2", "Week 6", "Exercises"), "en"),
        ("recovery", "Nach der Operation", headings("Zu Hause", "Übungen"), "de"),
        ("recovery", "Après l’opération", headings("La plaie", "Conduire"), "fr"),
        ("recovery", "Después de la cirugía", headings("La herida", "En casa"), "es"),
        ("topic", "Slipped disc", headings("Symptoms", "Causes", "Diagnosis"), "en"),
        ("topic", "Bandscheibe", headings("Symptome", "Ursachen", "Diagnose"), "de"),
        ("topic", "Hernie", headings("Symptômes", "Causes", "Diagnostic"), "fr"),
        ("topic", "Hernia", headings("Síntomas", "Causas", "Diagnóstico"), "es"),
        ("comparison", "Open or keyhole", TABLE.format("Open", "Keyhole"), "en"),
        ("comparison", "Otwarta i laser", TABLE.format("Otwarta", "Laser"), "pl"),
        ("comparison", "Surgery vs. physiotherapy", "<p>Both help.</p>", "en"),
        *(("story", "Ada", f"<p>{text}</p>", code) for code, text in TOLD.items()),
        ("story", "Ada", f"<p>{TOLD['de']}</p>", ""),
        (
            "topic",
            "Spine",
            "<ul>" + "<li><a href='/a'>A long name</a></li>" * 6 + "</ul>",
            "xx",
        ),
        (ASK, "News", "<p>We have a new door.</p>", "en"),
        (ASK, "Krok", headings("Krok 1", "Krok 2", "Krok 3"), "pl"),
        (ASK, "Hip", headings("Risks", "Symptoms"), "en"),
        (ASK, "Meine Rechte", "<p>Sie dürfen fragen.</p>", "de"),
        (ASK, "", "", ""),
    ],
)
def test_proposal(kind: str, title: str, html: str, language: str) -> None:
    proposal = proposed(title, html, language)
    assert proposal.page_type == kind
    assert proposal.reasons
    assert all(reason.endswith(".") for reason in proposal.reasons)


@pytest.mark.parametrize(
    ("kind", "where"),
    [
        ("story", {"categories": ["Patient stories"]}),
        ("story", {"categories": ["Erfahrungsberichte"]}),
        ("procedure", {"categories": ["treatment"]}),
        ("recovery", {"categories": ["Nachsorge"]}),
        ("topic", {"categories": ["News", "Conditions"]}),
    ],
)
def test_what_the_old_editors_said(kind: str, where: dict[str, list[str]]) -> None:
    proposal = proposed("Knee", "<p>Words.</p>", **where)
    assert proposal.page_type == kind
    assert where["categories"][-1] in proposal.reasons[0]


def test_a_folder_supports_what_the_headings_say() -> None:
    address = "https://old.example/treatments/knee/"
    assert proposed("Knee", "<p>Words.</p>", address=address).page_type == ASK
    proposal = proposed("Knee", headings("Risks"), address=address)
    assert proposal.page_type == "procedure"
    assert "treatments" in " ".join(proposal.reasons)


def test_reasons_quote_the_document() -> None:
    reasons = proposed("Hip", headings("Our preparation", "All risks")).reasons
    assert "“Our preparation”" in " ".join(reasons)
    assert "“All risks”" in " ".join(reasons)
    parsed = proposed("Ada", f"<p>{TOLD['en']}</p>").reasons
    assert "“my”" in parsed[0]
