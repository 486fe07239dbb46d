from spine_content.quality.claims.kinds import Kind, Phrases, claim

FRENCH = Phrases(
    claims=(
        claim("painless", Kind.SAFETY, r"indolores?|sans (?:aucune )?douleur"),
        claim("risk-free", Kind.SAFETY, r"sans (?:aucun )?risques?"),
        claim(
            "low-risk", Kind.SAFETY, r"risques? (?:minimes?|minimal|minimaux|faibles?)"
        ),
        claim("proven", Kind.EFFECT, r"(?:prouvé|éprouvé)(?:e|s|es)?"),
        claim("guaranteed", Kind.PROMISE, r"garantis?|garanties?"),
        claim(
            "most-people",
            Kind.FREQUENCY,
            r"la plupart des (?:gens|personnes|patients|patientes)",
        ),
        claim("one-in", Kind.ONE_IN, r"(?:1|une? personne) sur \d+"),
        claim(
            "studies", Kind.STUDIES, r"(?:les|des) études (?:ont )?(?:montr|prouv)\w+"
        ),
    ),
    denials=frozenset(["pas", "non", "jamais", "aucun", "aucune", "personne", "ni"]),
    harms=("risque", "complication", "infection", "saignement", "fracture", "fuite"),
)
