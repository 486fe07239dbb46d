"""Words that patients meet, in plain English."""

GLOSSARY = {
    "vertebra": {
        "term": "vertebra",
        "meaning": "One of the bones that make up the spine.",
        "other_forms": "vertebrae",
    },
    "vertebral fracture": {
        "term": "vertebral fracture",
        "meaning": "A break in one of the bones of the spine. The bone is often "
        "squashed rather than snapped.",
        "other_forms": "vertebral fractures, compression fracture, spinal fracture",
    },
    "osteoporosis": {
        "term": "osteoporosis",
        "meaning": "Bones that have become thin and weak, so that they break more "
        "easily.",
        "other_forms": "osteoporotic",
    },
    "vertebroplasty": {
        "term": "vertebroplasty",
        "meaning": "Putting bone cement into a broken bone of the spine through a "
        "needle.",
        "other_forms": "percutaneous vertebroplasty",
    },
    "balloon kyphoplasty": {
        "term": "balloon kyphoplasty",
        "meaning": "Making room in a broken bone of the spine with a small balloon, "
        "then filling the room with bone cement.",
        "other_forms": "kyphoplasty",
    },
    "bone cement": {
        "term": "bone cement",
        "meaning": "A paste that sets hard within minutes and holds bone together.",
        "other_forms": "PMMA, cement",
    },
    "cement leak": {
        "term": "cement leak",
        "meaning": "Bone cement that has run out of the bone. It often shows on a "
        "scan; it seldom does harm, but it can.",
        "other_forms": "cement leaks, cement leakage",
    },
    "spinal canal": {
        "term": "spinal canal",
        "meaning": "The tunnel inside the spine through which the main nerves run.",
        "other_forms": "",
    },
    "local anaesthetic": {
        "term": "local anaesthetic",
        "meaning": "An injection that makes one part of the body numb while you stay "
        "awake.",
        "other_forms": "",
    },
    "general anaesthetic": {
        "term": "general anaesthetic",
        "meaning": "Medicine that puts you into a deep sleep, so that you feel and "
        "remember nothing.",
        "other_forms": "",
    },
    "sedation": {
        "term": "sedation",
        "meaning": "Medicine that makes you calm and sleepy but leaves you breathing "
        "by yourself.",
        "other_forms": "sedative",
    },
    "opioid": {
        "term": "opioid",
        "meaning": "A strong painkiller. It can make you drowsy and constipated, and "
        "you must not drive if it affects you.",
        "other_forms": "opioids",
    },
    "blood thinner": {
        "term": "blood thinner",
        "meaning": "A medicine that makes blood slower to clot.",
        "other_forms": "blood thinners, anticoagulant, anticoagulants",
    },
    "CT scan": {
        "term": "CT scan",
        "meaning": "Many X-ray pictures that a computer puts together into slices of "
        "the body.",
        "other_forms": "CT, CT scans",
    },
    "MRI scan": {
        "term": "MRI scan",
        "meaning": "Pictures of the body made with a strong magnet. They can show "
        "whether a break is recent.",
        "other_forms": "MRI, MRI scans",
    },
    "pretend procedure": {
        "term": "pretend procedure",
        "meaning": "In a study, going through the same steps without the part that is "
        "being tested, so that nobody knows which one they had.",
        "other_forms": "sham procedure, sham, placebo",
    },
}
