from spine_content.quality.claims.kinds import Kind, Phrases, claim

GERMAN = Phrases(
    claims=(
        claim("painless", Kind.SAFETY, r"schmerz(?:los|frei)\w*"),
        claim(
            "risk-free",
            Kind.SAFETY,
            r"(?:risiko(?:los|frei)\w*|ohne (?:jedes )?Risiko)",
        ),
        claim(
            "low-risk", Kind.SAFETY, r"(?:minimal|gering)(?:es|en|e)? Risi(?:ko|ken)"
        ),
        claim(
            "safe", Kind.SAFETY, r"sicher(?:e|es|er|en)? (?:Verfahren|Eingriff|Methode)"
        ),
        claim("proven", Kind.EFFECT, r"(?:nachweislich|bewährt\w*|bewiesen\w*)"),
        claim("guaranteed", Kind.PROMISE, r"garantier\w+"),
        claim(
            "most-people",
            Kind.FREQUENCY,
            r"die meisten (?:Menschen|Patienten|Patientinnen|Betroffenen)",
        ),
        claim("studies", Kind.STUDIES, r"Studien (?:zeigen|belegen|beweisen)"),
    ),
    denials=frozenset(["nicht", "kein", "keine", "keinen", "nie", "niemand", "ohne"]),
    harms=("risik", "komplikation", "schaden", "infektion", "blutung", "bruch"),
)
