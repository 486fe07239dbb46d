from spine_content.quality.claims.kinds import Kind, Phrases, claim

ENGLISH = Phrases(
    claims=(
        claim("safe", Kind.SAFETY, r"(?:very |completely |perfectly )?safe(?! to\b)"),
        claim("painless", Kind.SAFETY, r"(?:virtually |almost )?pain[- ]?less(?:ly)?"),
        claim("risk-free", Kind.SAFETY, r"risk[- ]free|without (?:any )?risks?"),
        claim("no-risk", Kind.SAFETY, r"no (?:known )?(?:risks?|side[- ]effects)"),
        claim(
            "low-risk",
            Kind.SAFETY,
            r"(?:low|minimal|little|negligible|tiny)[- ]risks?|"
            r"risks? (?:is|are) (?:very )?(?:low|minimal|small|negligible)",
        ),
        claim("minimal", Kind.SAFETY, r"minimal(?:ly)?(?! invasive\b)(?! risks?\b)"),
        claim("proven", Kind.EFFECT, r"(?:clinically |scientifically )?proven"),
        claim("effective", Kind.EFFECT, r"(?:highly |very )?effective(?:ly)?"),
        claim("success", Kind.EFFECT, r"high success rates?|highly successful"),
        claim(
            "cure",
            Kind.EFFECT,
            r"cures?|miracle|breakthrough|state[- ]of[- ]the[- ]art",
        ),
        claim("guaranteed", Kind.PROMISE, r"guarantee[ds]?|always works|never fails"),
        claim("life-changing", Kind.PROMISE, r"life[- ]changing|new lease of life"),
        claim("quick", Kind.PROMISE, r"quick and easy|instant(?:ly)?|immediate relief"),
        claim("the-norm", Kind.FREQUENCY, r"(?:is|are|’re|'re) the norm"),
        claim(
            "most-people",
            Kind.FREQUENCY,
            r"(?:most|many|almost all|nearly all|the majority of|few|very few) "
            r"(?:people|patients|men|women|of our patients|of them)",
        ),
        claim("rare", Kind.FREQUENCY, r"(?:very |extremely )?(?:rare(?:ly)?|seldom)"),
        claim("one-in", Kind.ONE_IN, r"(?:1|one) in (?:every )?\d[\d,]*"),
        claim(
            "relative",
            Kind.RELATIVE,
            r"\d+(?:\.\d+)? ?(?:%|per ?cent) "
            r"(?:less|more|fewer|lower|higher|reduction)|"
            r"(?:halves|doubles|triples) (?:the|your) (?:risk|chance)s?|"
            r"(?:twice|three times) as likely",
        ),
        claim(
            "studies",
            Kind.STUDIES,
            r"(?:studies|research|science|evidence|trials) "
            r"(?:have |has )?(?:shows?|shown|proves?|proven|suggests?)|"
            r"experts (?:agree|recommend)|doctors agree",
        ),
    ),
    denials=frozenset(
        (
            *("not", "no", "never", "nobody", "cannot", "without", "neither", "nor"),
            *("hardly", "unproven", "can't", "can’t", "isn't", "isn’t", "aren't"),
            *("aren’t", "don't", "don’t", "doesn't", "doesn’t"),
        )
    ),
    harms=(
        *("risk", "harm", "complication", "leak", "infect", "bleed", "fracture"),
        *("problem", "side effect", "die", "death", "damage", "break", "paraly"),
    ),
)
