import pytest

from spine_content.importing.building.section_subjects import (
    days_in_heading,
    section_subject,
    without_accents,
)

SUBJECTS = {
    "preparation": [
        "How to prepare",
        "Before the operation",
        "Vorbereitung",
        "Vor dem Eingriff",
        "Avant l’intervention",
        "Antes de la operación",
    ],
    "risks": [
        "Risks of vertebroplasty",
        "Possible side-effects",
        "Risiken und Nebenwirkungen",
        "Risques et complications",
        "¿Cuáles son los riesgos?",
    ],
    "benefits": ["Benefits", "Does it work?", "Nutzen", "Bénéfices", "Beneficios"],
    "how_performed": [
        "What happens",
        "How is it done?",
        "Der Ablauf",
        "Comment se déroule l’intervention",
        "Cómo se hace",
    ],
    "followup": [
        "Recovery",
        "After the procedure",
        "Nachsorge",
        "Nach der Operation",
        "Après l’opération",
        "Después de la operación",
    ],
    "medicines_note": ["Your medicines", "Medikamente", "Médicaments", "Medicamentos"],
    "other_choices": ["Alternatives", "Andere Behandlungen", "Autres traitements"],
    "cost": ["What does it cost?", "Kosten", "Le prix", "¿Cuánto cuesta?"],
    "plain_definition": ["What is kyphoplasty?", "Was ist Kyphoplastie?"],
    "suitable_if": ["It may suit you if", "Für wen ist es geeignet?", "Indikationen"],
    "not_suitable_if": ["Who should not have it", "Kontraindikationen"],
    "questions_to_ask": ["Questions to ask your doctor", "Fragen an Ihren Arzt"],
    "warning_signs": ["When to call us", "Warnzeichen", "Signos de alarma"],
    "": [
        "Our team",
        "Benefits and risks",
        "",
        "Contact",
        "A long sentence about the risks that somebody once made into a heading here",
    ],
}


@pytest.mark.parametrize(
    ("expected", "heading"),
    [(name, each) for name, headings in SUBJECTS.items() for each in headings],
)
def test_a_heading_says_what_its_section_is_about(expected, heading):
    assert section_subject(heading) == expected


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Day 1", (1, 1)),
        ("Days 2 to 7", (2, 7)),
        ("Tag 0–3", (0, 3)),
        ("Week 1", (0, 6)),
        ("Wochen 2 bis 6", (7, 41)),
        ("Semaine 2", (7, 13)),
        ("Día 1", (1, 1)),
        ("The first 2 weeks", (0, 13)),
        ("The day of the operation", (0, 0)),
        ("Month 3", (60, 89)),
        ("Days 7 to 2", None),
        ("Driving", None),
    ],
)
def test_a_heading_may_name_days(heading, expected):
    assert days_in_heading(without_accents(heading)) == expected
