from spine_content.quality.claims.kinds import Kind, Phrases, claim

SPANISH = Phrases(
    claims=(
        claim("painless", Kind.SAFETY, r"indolor[oa]s?|sin (?:ningún )?dolor"),
        claim("risk-free", Kind.SAFETY, r"sin (?:ningún )?riesgos?"),
        claim(
            "low-risk",
            Kind.SAFETY,
            r"riesgos? (?:mínimos?|bajos?)|(?:bajo|mínimo) riesgo",
        ),
        claim("proven", Kind.EFFECT, r"(?:com)?probad[oa]s?"),
        claim("guaranteed", Kind.PROMISE, r"garantizad[oa]s?|garantiza[mn]?\w*"),
        claim(
            "most-people",
            Kind.FREQUENCY,
            r"la mayoría de (?:las personas|los pacientes|las pacientes|la gente)",
        ),
        claim("one-in", Kind.ONE_IN, r"(?:1|una?) de cada \d+"),
        claim("studies", Kind.STUDIES, r"(?:los )?estudios (?:muestran|demuestran)"),
    ),
    denials=frozenset(["no", "nunca", "nadie", "ni", "tampoco"]),
    harms=("riesgo", "complicaci", "infecci", "sangrado", "fractura", "fuga"),
)
