"""When to get help. Telephone numbers are never typed here: the site adds them."""

from site_project.demo.blocks import Ref

SIGNS = {
    "leg": {
        "text": "new weakness or numbness in one or both legs",
        "urgency": "emergency",
        "why": "The nerves to your legs may be squeezed. Treatment in time can "
        "prevent lasting harm.",
        "source": Ref("source", "royal_free"),
    },
    "saddle": {
        "text": "numbness around your genitals or bottom",
        "urgency": "emergency",
        "why": "The nerves that feel there also work your bladder and bowels.",
        "source": Ref("source", "royal_free"),
    },
    "bladder": {
        "text": "new loss of control over your bladder or bowels",
        "urgency": "emergency",
        "why": "The nerves at the end of your spine may be squeezed.",
        "source": Ref("source", "royal_free"),
    },
    "chest": {
        "text": "chest pain or trouble breathing",
        "urgency": "emergency",
        "why": "Something may be blocking the blood in your lungs, or your heart may "
        "be in trouble.",
        "source": Ref("source", "baycare"),
    },
    "fever": {
        "text": "a temperature of 38 °C or more",
        "urgency": "urgent",
        "why": "It can be the first sign of an infection.",
        "source": Ref("source", "baycare"),
    },
    "wound": {
        "text": "redness, swelling or fluid where the needle went in",
        "urgency": "urgent",
        "why": "The place may be infected.",
        "source": Ref("source", "tristate"),
    },
    "worse": {
        "text": "pain that gets worse instead of better",
        "urgency": "urgent",
        "why": "Somebody should find out why.",
        "source": Ref("source", "tristate"),
    },
    "sudden": {
        "text": "sudden new pain in your back, even without a fall",
        "urgency": "urgent",
        "why": "Another bone may have broken. This is our own clinic’s advice.",
        "source": Ref("source", "clinic"),
    },
    "painkillers": {
        "text": "constipation, feeling sick or feeling drowsy from painkillers",
        "urgency": "routine",
        "why": "A different dose or medicine often helps. This is our own clinic’s "
        "advice.",
        "source": Ref("source", "clinic"),
    },
}
