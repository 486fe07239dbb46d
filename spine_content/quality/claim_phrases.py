"""The words that make claims, for each language that has a list."""

import re
from dataclasses import dataclass
from enum import Enum


class ClaimKind(Enum):
    """What a claim is about, which decides the advice and the facts to suggest."""

    SAFETY = "safety"
    EFFECT = "effect"
    FREQUENCY = "frequency"
    PROMISE = "promise"
    ONE_IN = "one_in"
    RELATIVE = "relative"
    STUDIES = "studies"


@dataclass(frozen=True)
class Claim:
    """A claim by the key under which editors' answers to it are stored."""

    key: str
    kind: ClaimKind
    pattern: re.Pattern[str]


class LanguagePhrases:
    """
    The claims of one language, and the words around them that matter.

    ``negations`` turn a claim into its opposite when they stand shortly before it.
    ``harm_stems`` are beginnings of words that make a sentence one about harm.
    """

    def __init__(
        self,
        claims: dict[ClaimKind, dict[str, str]],
        negations: str,
        harm_stems: str,
    ) -> None:
        self.claims = tuple(
            Claim(key, kind, re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE))
            for kind, patterns in claims.items()
            for key, words in patterns.items()
        )
        self.negations = frozenset(negations.split())
        self.harm_stems = tuple(harm_stems.split(", "))


ENGLISH = LanguagePhrases(
    claims={
        ClaimKind.SAFETY: {
            "safe": r"(?:very |completely |perfectly )?safe(?! to\b)",
            "painless": r"(?:virtually |almost )?pain[- ]?less(?:ly)?",
            "risk-free": r"risk[- ]free|without (?:any )?risks?",
            "no-risk": r"no (?:known )?(?:risks?|side[- ]effects)",
            "low-risk": r"(?:low|minimal|little|negligible|tiny)[- ]risks?|"
            r"risks? (?:is|are) (?:very )?(?:low|minimal|small|negligible)",
            "minimal": r"minimal(?:ly)?(?! invasive\b)(?! risks?\b)",
        },
        ClaimKind.EFFECT: {
            "proven": r"(?:clinically |scientifically )?proven",
            "effective": r"(?:highly |very )?effective(?:ly)?",
            "success": r"high success rates?|highly successful",
            "cure": r"cures?|miracle|breakthrough|state[- ]of[- ]the[- ]art",
        },
        ClaimKind.PROMISE: {
            "guaranteed": r"guarantee[ds]?|always works|never fails",
            "life-changing": r"life[- ]changing|new lease of life",
            "quick": r"quick and easy|instant(?:ly)?|immediate relief",
        },
        ClaimKind.FREQUENCY: {
            "the-norm": r"(?:is|are|’re|'re) the norm",
            "most-people": r"(?:most|many|almost all|nearly all|the majority of|few|"
            r"very few) (?:people|patients|men|women|of our patients|of them)",
            "rare": r"(?:very |extremely )?(?:rare(?:ly)?|seldom)",
        },
        ClaimKind.ONE_IN: {"one-in": r"(?:1|one) in (?:every )?\d[\d,]*"},
        ClaimKind.RELATIVE: {
            "relative": r"\d+(?:\.\d+)? ?(?:%|per ?cent) "
            r"(?:less|more|fewer|lower|higher|reduction)|"
            r"(?:halves|doubles|triples) (?:the|your) (?:risk|chance)s?|"
            r"(?:twice|three times) as likely",
        },
        ClaimKind.STUDIES: {
            "studies": r"(?:studies|research|science|evidence|trials) "
            r"(?:have |has )?(?:shows?|shown|proves?|proven|suggests?)|"
            r"experts (?:agree|recommend)|doctors agree",
        },
    },
    negations="not no never nobody cannot without neither nor hardly unproven can't "
    "can’t isn't isn’t aren't aren’t don't don’t doesn't doesn’t",
    harm_stems="risk, harm, complication, leak, infect, bleed, fracture, problem, "
    "side effect, die, death, damage, break, paraly",
)

GERMAN = LanguagePhrases(
    claims={
        ClaimKind.SAFETY: {
            "painless": r"schmerz(?:los|frei)\w*",
            "risk-free": r"(?:risiko(?:los|frei)\w*|ohne (?:jedes )?Risiko)",
            "low-risk": r"(?:minimal|gering)(?:es|en|e)? Risi(?:ko|ken)",
            "safe": r"sicher(?:e|es|er|en)? (?:Verfahren|Eingriff|Methode)",
        },
        ClaimKind.EFFECT: {"proven": r"(?:nachweislich|bewährt\w*|bewiesen\w*)"},
        ClaimKind.PROMISE: {"guaranteed": r"garantier\w+"},
        ClaimKind.FREQUENCY: {
            "most-people": r"die meisten (?:Menschen|Patienten|Patientinnen|"
            r"Betroffenen)",
        },
        ClaimKind.STUDIES: {"studies": r"Studien (?:zeigen|belegen|beweisen)"},
    },
    negations="nicht kein keine keinen nie niemand ohne",
    harm_stems="risik, komplikation, schaden, infektion, blutung, bruch",
)

FRENCH = LanguagePhrases(
    claims={
        ClaimKind.SAFETY: {
            "painless": r"indolores?|sans (?:aucune )?douleur",
            "risk-free": r"sans (?:aucun )?risques?",
            "low-risk": r"risques? (?:minimes?|minimal|minimaux|faibles?)",
        },
        ClaimKind.EFFECT: {"proven": r"(?:prouvé|éprouvé)(?:e|s|es)?"},
        ClaimKind.PROMISE: {"guaranteed": r"garantis?|garanties?"},
        ClaimKind.FREQUENCY: {
            "most-people": r"la plupart des (?:gens|personnes|patients|patientes)",
        },
        ClaimKind.ONE_IN: {"one-in": r"(?:1|une? personne) sur \d+"},
        ClaimKind.STUDIES: {
            "studies": r"(?:les|des) études (?:ont )?(?:montr|prouv)\w+",
        },
    },
    negations="pas non jamais aucun aucune personne ni",
    harm_stems="risque, complication, infection, saignement, fracture, fuite",
)

SPANISH = LanguagePhrases(
    claims={
        ClaimKind.SAFETY: {
            "painless": r"indolor[oa]s?|sin (?:ningún )?dolor",
            "risk-free": r"sin (?:ningún )?riesgos?",
            "low-risk": r"riesgos? (?:mínimos?|bajos?)|(?:bajo|mínimo) riesgo",
        },
        ClaimKind.EFFECT: {"proven": r"(?:com)?probad[oa]s?"},
        ClaimKind.PROMISE: {"guaranteed": r"garantizad[oa]s?|garantiza[mn]?\w*"},
        ClaimKind.FREQUENCY: {
            "most-people": r"la mayoría de (?:las personas|los pacientes|"
            r"las pacientes|la gente)",
        },
        ClaimKind.ONE_IN: {"one-in": r"(?:1|una?) de cada \d+"},
        ClaimKind.STUDIES: {"studies": r"(?:los )?estudios (?:muestran|demuestran)"},
    },
    negations="no nunca nadie ni tampoco",
    harm_stems="riesgo, complicaci, infecci, sangrado, fractura, fuga",
)

LANGUAGES = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH, "es": SPANISH}


def phrases_for(language: str) -> LanguagePhrases | None:
    """The list for a language code such as ``de-AT``, or ``None``."""
    return LANGUAGES.get(language.lower().replace("_", "-").partition("-")[0])
