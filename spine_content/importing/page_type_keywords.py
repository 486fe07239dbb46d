"""
Words that tell what kind of page a document was, in four languages.

Other languages are told apart by structure alone, or not at all: then we ask.
"""

import re


def _any(words: str) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + words + ")", re.I)


#: For each kind of page, the subjects that its headings are about.
HEADING_KEYWORDS: dict[str, tuple[re.Pattern[str], ...]] = {
    "procedure": (
        _any("risks?|complications?|risik|komplikation|risques?"),
        _any("riesgos?|complicaciones|side effects|nebenwirkung"),
        _any(
            "preparation|preparing|"
            "before (?:the|your) (?:operation|procedure|surgery|treatment)|"
            "vorbereitung|vor (?:der|dem) (?:operation|eingriff)|"
            "pr[ée]paration|avant l[’'](?:op[ée]ration|intervention)|"
            "preparaci[óo]n|"
            "antes de la (?:operaci[óo]n|cirug[íi]a|intervenci[óo]n)"
        ),
        _any("an(?:a?)esthe|narkose|an[äa]sthesie|anesth[ée]sie|anestesia"),
        _any(
            "how (?:is|does) .{0,200}(?:done|work|performed)|"
            "what happens during|during the (?:operation|procedure|surgery)|"
            r"the (?:operation|procedure)(?!\w)|ablauf|durchf[üu]hrung|"
            "so (?:l[äa]uft|verl[äa]uft)|d[ée]roulement|"
            "pendant l[’'](?:op[ée]ration|intervention)|"
            "c[óo]mo se (?:realiza|hace)|procedimiento"
        ),
        _any(
            r"who (?:is it for|can have|should)|indications?(?!\w)|für wen|"
            "indikation|pour qui|para qui[ée]n|indicaciones"
        ),
        _any("alternatives?|alternativen|alternativas|other treatments"),
        _any("benefits?|nutzen|vorteile|b[ée]n[ée]fices|beneficios"),
    ),
    "recovery": (
        _any(
            r"(?:day|week|month|tag|woche|monat|jour|semaine|mois|d[íi]a|semana|mes)"
            r"(?:s|e|en|es)? \d|"
            r"\d+\.? ?(?:days?|weeks?|months?|tage?|wochen?|monate?|jours?|semaines?|"
            r"mois|d[íi]as?|semanas?|meses)(?!\w)|"
            "(?:first|second|third|erste|zweite|premi[èe]re|primera) "
            "(?:day|week|tag|woche|semaine|semana)"
        ),
        _any("exercises?|[üu]bungen|exercices|ejercicios"),
        _any("wound|stitches|wundpflege|fäden|cicatri|plaie|herida"),
        _any(
            "going home|at home|discharge|entlassung|zu hause|sortie|"
            "[àa] la maison|en casa|el alta"
        ),
        _any(
            "driving|(?:back|return(?:ing)?) to (?:work|sport|driving)|"
            "autofahren|r[üu]ckkehr|arbeitsf[äa]hig|reprise|conduire|conducir|"
            "volver al trabajo"
        ),
        _any("recovery|recovering|genesung|reha|nachsorge"),
        _any("convalescence|r[ée][ée]ducation|recuperaci[óo]n|rehabilit|aftercare"),
    ),
    "topic": (
        _any("symptom|sympt[ôo]me|s[íi]ntomas|signs and|beschwerden"),
        _any(r"causes?(?!\w)|ursachen?|causas?|why do"),
        _any(r"diagnos|tests?(?!\w)|untersuchung|diagn[óo]stic"),
        _any(
            r"treatments?(?!\w)|treatment options|behandlung|therapie|"
            "traitement|tratamiento"
        ),
        _any("who gets|how common|h[äa]ufigkeit|risk factors|facteurs de"),
    ),
}
#: The same for titles. One of these weighs as much as two headings.
TITLE_KEYWORDS: dict[str, re.Pattern[str]] = {
    "recovery": _any(
        "recovery|recovering|aftercare|rehabilitation|"
        "after (?:your|the|an?) |nach (?:der|einer|ihrer|dem|einem|ihrem) |"
        "nachsorge|nachbehandlung|genesung|"
        "apr[èe]s (?:l[’']|la |votre|une )|convalescence|r[ée][ée]ducation|"
        "despu[ée]s de |recuperaci[óo]n"
    ),
    "comparison": _any(
        r"vs\.?(?!\w)|versus|compar|vergleich|im unterschied|"
        "difference between|unterschied zwischen|frente a |"
        r"\w{1,40} (?:or|oder|ou) \w{1,40}.{0,200}\?"
    ),
    "story": _any(
        "my (?:story|operation|experience|journey|back)|patient stor|"
        "'s story|mein(?:e|em|er|en)? |erfahrungsbericht|"
        "patientengeschichte|mon |ma |t[ée]moignage|testimonio|mi "
    ),
}
#: And for categories and the folders of the old address.
CATEGORY_KEYWORDS: dict[str, re.Pattern[str]] = {
    "procedure": _any(
        "procedures?|operations?|surger(?:y|ies)|treatments?|operationen|"
        "eingriffe?|behandlung|leistungen|interventions?|traitements?|"
        "procedimientos?|cirug[íi]as?|tratamientos?"
    ),
    "recovery": _any("recovery|aftercare|rehab|nachsorge|nachbehandlung|r[ée][ée]duc"),
    "story": _any(
        "stor(?:y|ies)|testimonials?|experiences?|patient-?voices|"
        "erfahrung|patientengeschichte|patientenstimmen|t[ée]moignages?|"
        "testimonios?|historias?"
    ),
    "comparison": _any("compar|vergleich"),
    "topic": _any(
        "conditions?|diseases?|diagnos[ei]s|krankheit|erkrankung|"
        "krankheitsbild|pathologies?|maladies?|enfermedades|patolog[íi]as"
    ),
}
#: The words of somebody who tells of himself or herself.
FIRST_PERSON_PRONOUNS: dict[str, frozenset[str]] = {
    "en": frozenset(("i", "my", "me", "myself", "mine")),
    "de": frozenset(
        ("ich", "mich", "mir", "mein", "meine", "meinen", "meinem", "meiner")
    ),
    "fr": frozenset(("je", "j", "me", "m", "mon", "ma", "mes", "moi")),
    "es": frozenset(("yo", "me", "mi", "mis", "mí", "conmigo")),
}
#: A heading of a series, with its number taken out.
STEP_HEADING = _any("step|schritt|[ée]tape|paso|teil|part|chapter|kapitel")
