"""What a patient can choose from, and the questions to ask of every choice."""

TREATMENTS = {
    "vertebroplasty": {
        "name": "Vertebroplasty",
        "kind": "procedure",
        "also_known_as": "Percutaneous vertebroplasty",
        "aim": "To ease the pain of a broken bone in the spine, by holding it still "
        "with cement.",
        "not_aim": "It does not make thin bones stronger, and it does not treat why "
        "the bone broke. It is not meant for a trapped nerve.",
    },
    "kyphoplasty": {
        "name": "Balloon kyphoplasty",
        "short_label": "Kyphoplasty",
        "kind": "procedure",
        "also_known_as": "Percutaneous balloon kyphoplasty",
        "aim": "To ease the pain of a broken bone in the spine with cement, and to "
        "give the bone back some of its height.",
        "not_aim": "It does not make thin bones stronger, and it does not treat why "
        "the bone broke. It is not meant for a trapped nerve.",
    },
    "care": {
        "name": "Care without a procedure",
        "short_label": "No procedure",
        "kind": "non_surgical",
        "also_known_as": "Non-surgical care, conservative care, usual care",
        "aim": "To keep the pain bearable and to keep you moving while the bone heals "
        "by itself.",
        "not_aim": "It does not put the bone back into its old shape, and it does not "
        "take the pain away at once.",
    },
}

MEASURES = {
    "time": {
        "question": "How long does it take?",
        "kind": "range",
        "unit": "minutes",
        "group": "involves",
        "order": 10,
    },
    "stay": {
        "question": "Do I have to stay in hospital overnight?",
        "kind": "answer",
        "group": "involves",
        "order": 20,
    },
    "pain": {
        "question": "How much less pain is there after one month?",
        "kind": "scale_difference",
        "unit": "points on a scale from 0 to 10",
        "group": "benefits",
        "order": 10,
    },
    "mild_pain": {
        "question": "How many people have only mild pain after two weeks?",
        "kind": "frequency",
        "group": "benefits",
        "order": 20,
    },
    "leak": {
        "question": "How often does a scan show cement outside the bone?",
        "kind": "frequency",
        "group": "harms",
        "order": 10,
    },
    "leak_surgery": {
        "question": "How many people need surgery because cement has leaked?",
        "kind": "frequency",
        "group": "harms",
        "order": 20,
    },
    "new_fracture": {
        "question": "How many people have a new break in the spine within a year?",
        "kind": "frequency",
        "group": "harms",
        "order": 30,
    },
    "driving": {
        "question": "When can I drive again?",
        "kind": "range",
        "unit": "days",
        "group": "recovery",
        "order": 10,
    },
    "cost": {
        "question": "What does it cost?",
        "kind": "money",
        "group": "cost",
        "order": 10,
    },
}
