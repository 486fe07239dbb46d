"""What a heading says of its section: its subject, or a stretch of days."""

import re
import unicodedata

#: By subject, how headings begin or what they hold, in English, German, French and
#: Spanish. Letters have no accents here, and case does not count. What stands first
#: is looked for first: "risks after surgery" are risks.
SUBJECT_WORDS = {
    "warning_signs": (
        r"warning sign|red flag|when to (?:call|get help|seek|worry)|seek (?:help|care)"
        r"|warnzeichen|alarmzeichen|wann (?:sie )?(?:zum arzt|hilfe)"
        r"|signes? d.alerte|signes? d.alarme|quand (?:consulter|appeler)"
        r"|signos? de alarma|senales? de alarma|cuando (?:consultar|llamar|acudir)"
    ),
    "questions_to_ask": (
        r"questions? (?:to|you (?:may|might|can) (?:want to )?) ?ask"
        r"|fragen (?:an|fur) (?:ihren?|den|die) "
        r"|questions? a poser|preguntas? (?:para|que hacer)"
    ),
    "not_suitable_if": (
        r"(?:may|might|is|are) not (?:be )?(?:suit|right|for)|who should not"
        r"|not suitable"
        r"|contraindica|kontraindikation|nicht geeignet|contre-indication"
        r"|no (?:es|esta) (?:adecuad|indicad|recomendad)"
    ),
    "suitable_if": (
        r"may suit|is it (?:right|suitable) for|who (?:is it|it is) for|who can have"
        r"|candidate|indications?\b|fur wen|indikation|geeignet"
        r"|pour qui|a qui s.adresse|para quien|indicaciones|candidat"
    ),
    "risks": (
        r"\brisk|complication|side.?effects?|what can go wrong|dangers?\b"
        r"|risik|komplikation|nebenwirkung"
        r"|risque|effets? (?:secondaire|indesirable)"
        r"|riesgo|complicacion|efectos? (?:secundario|adverso)"
    ),
    "benefits": (
        r"benefit|advantage|how well (?:does|do|it)|does it (?:work|help)|effective"
        r"|success|outcomes?\b|results?\b"
        r"|nutzen|vorteil|erfolg|wirksam|ergebnis"
        r"|benefice|avantage|efficac|resultat"
        r"|beneficio|ventaja|eficac|resultado"
    ),
    "medicines_note": (
        r"\bmedicines?\b|medication|blood.?thinner|\bmedikament|blutverdunn|arzneimittel"
        r"|medicament|anticoagulant|medicamento|anticoagulante"
    ),
    "preparation": (
        r"prepar|getting ready|before (?:the|your|you|surgery|treatment)|beforehand"
        r"|vorbereit|vor (?:der|dem|ihrer|ihrem) |avant (?:l.|la |le |votre )"
        r"|antes de"
    ),
    "followup": (
        r"recover|after ?care|follow.?up|after (?:the|your|surgery|treatment)"
        r"|going home"
        r"|getting back|back to normal|rehabilitat"
        r"|nachsorge|nachbehandlung|nach (?:der|dem|ihrer|ihrem) |erholung"
        r"|genesung|reha\b"
        r"|apres (?:l.|la |le |votre )|suites? operatoire|recuperation|convalescence"
        r"|reeducation|recuperacion|despues de|postoperatori|rehabilitacion"
    ),
    "other_choices": (
        r"alternative|other (?:choices|options|treatments)|instead"
        r"|without (?:surgery|it)"
        r"|doing nothing|andere (?:behandlung|moglichkeit)|autres? (?:choix|traitement)"
        r"|otras? (?:opcion|tratamiento)|alternativa"
    ),
    "how_performed": (
        r"how (?:is|are) (?:it|.{1,40}) (?:done|performed|carried out)|what happens"
        r"|during (?:the|your)|(?:the|surgical) (?:procedure|operation|technique)\b"
        r"|ablauf|durchfuhrung|wie (?:lauft|wird)|wahrend (?:der|des)"
        r"|deroul|comment se (?:passe|deroule)|pendant (?:l.|la |le )"
        r"|como se (?:hace|realiza)|durante (?:el|la) |procedimiento\b"
    ),
    "uncertainty": (
        r"what (?:we|is) (?:do not|don.t|not) know|uncertain|unknown|limits of"
        r"|was (?:wir|man) nicht (?:weiss|wissen)|unklar|ce que l.on ne sait pas"
        r"|incertitude|lo que no (?:se )?sab|incertidumbre"
    ),
    "cost": (
        r"\bcosts?\b|price|how much does|insurance|kosten|preis|prix\b|cout\b|combien"
        r"|tarif|coste|precio|cuanto cuesta"
    ),
    "plain_definition": (
        r"^what (?:is|are) |^definition|^was (?:ist|sind) |^qu.est.ce qu"
        r"|^que (?:es|son) "
    ),
}
_SUBJECT_PATTERNS = {
    subject: re.compile(pattern) for subject, pattern in SUBJECT_WORDS.items()
}
#: A longer heading is a sentence, and says too much for one subject.
MAX_HEADING_WORDS = 12
#: What shares a heading belongs together, in neither of two places.
_AMBIGUOUS_TOGETHER = {"risks", "benefits"}


def section_subject(heading: str) -> str:
    """What a section with this heading is about, or nothing."""
    words = without_accents(heading)
    if not words or len(words.split()) > MAX_HEADING_WORDS:
        return ""
    found = [
        name for name, pattern in _SUBJECT_PATTERNS.items() if pattern.search(words)
    ]
    if not found or set(found) >= _AMBIGUOUS_TOGETHER:
        return ""
    return found[0]


def without_accents(heading: str) -> str:
    """Small letters alone, as the words above are written."""
    letters = unicodedata.normalize("NFKD", heading.casefold().replace("’", "'"))
    return " ".join(
        "".join(each for each in letters if not unicodedata.combining(each)).split()
    )


_UNITS = {
    1: "days?|tage?|jours?|dias?",
    7: "weeks?|wochen?|semaines?|semanas?",
    30: "months?|monate?|mois|mes(?:es)?",
}
_NUMBERS = r"(\d{1,3})(?:\s*(?:-|–|—|to|bis|a|and|und|et|y)\s*(\d{1,3}))?"
_FIRST_WORDS = r"(?:the )?(?:first|erster?|ersten|premiere?s?|primer[ao]?s?)"
_UNIT_THEN_NUMBER = {
    size: re.compile(rf"\b(?:{words})\s*{_NUMBERS}\b") for size, words in _UNITS.items()
}
_FIRST_UNITS = {
    size: re.compile(rf"\b{_FIRST_WORDS}\s+(?:(\d{{1,2}})\s+)?(?:{words})\b")
    for size, words in _UNITS.items()
}
_SAME_DAY = re.compile(
    r"\bday of (?:the|your) (?:surgery|operation|procedure)|operationstag"
    r"|jour de (?:l.|la |votre )|dia de (?:la |su )"
)


def days_in_heading(heading: str) -> tuple[int, int] | None:
    """First and last day that a heading without accents names, if it names any."""
    words = heading.casefold()
    if _SAME_DAY.search(words):
        return 0, 0
    for size, pattern in _FIRST_UNITS.items():
        if match := pattern.search(words):
            return 0, size * int(match[1] or 1) - 1
    for size, pattern in _UNIT_THEN_NUMBER.items():
        if match := pattern.search(words):
            return _span(size, int(match[1]), int(match[2] or match[1]))
    return None


def _span(size: int, first: int, last: int) -> tuple[int, int] | None:
    if last < first:
        return None
    if size == 1:
        return first, last
    # The first week is the one that begins on day 0.
    return max(first - 1, 0) * size, max(last, 1) * size - 1
