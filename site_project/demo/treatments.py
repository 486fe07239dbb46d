"""What a patient can choose from, and what others had in one of the studies."""

from site_project.demo.facts.care import CARE
from site_project.demo.facts.kyphoplasty import KYPHOPLASTY
from site_project.demo.facts.vertebroplasty import VERTEBROPLASTY

TREATMENTS = {
    "vertebroplasty": {
        "name": "Vertebroplasty",
        "kind": "procedure",
        "also_known_as": "Percutaneous vertebroplasty",
        "aim": "To ease the pain of a broken bone in the spine, by holding it still "
        "with cement.",
        "not_aim": "It does not make thin bones stronger, and it does not treat why "
        "the bone broke. It is not meant for a trapped nerve.",
        "facts": VERTEBROPLASTY,
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
        "facts": KYPHOPLASTY,
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
        "facts": CARE,
    },
    "injection": {
        "name": "An injection to numb the place",
        "short_label": "Numbing injection",
        "kind": "procedure",
        "aim": "To numb a painful bone in the spine for some time. Others had it in a "
        "study of cement.",
    },
}
