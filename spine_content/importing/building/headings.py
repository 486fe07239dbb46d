"""What headings are about: the words by which a section finds its home."""

import re
import unicodedata

#: By subject, how headings begin or what they hold, in English, German, French and
#: Spanish. Letters have no accents here, and case does not count. What stands first
#: is looked for first: "risks after surgery" are risks.
WORDS = {
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
SUBJECTS = {subject: re.compile(pattern) for subject, pattern in WORDS.items()}
#: A longer heading is a sentence, and says too much for one subject.
MOST_WORDS = 12
#: What shares a heading belongs together, in neither of two places.
TOGETHER = {"risks", "benefits"}


def subject(heading: str) -> str:
    """What a section with this heading is about, or nothing."""
    words = without_accents(heading)
    if not words or len(words.split()) > MOST_WORDS:
        return ""
    found = [name for name, pattern in SUBJECTS.items() if pattern.search(words)]
    if not found or set(found) >= TOGETHER:
        return ""
    return found[0]


def without_accents(heading: str) -> str:
    """Small letters alone, as the words above are written."""
    letters = unicodedata.normalize("NFKD", heading.casefold().replace("’", "'"))
    return " ".join(
        "".join(each for each in letters if not unicodedata.combining(each)).split()
    )
