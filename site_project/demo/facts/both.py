"""What is told alike of both procedures: how harm was counted, and days of clinics."""

from typing import Any

AFTER_EITHER = "people after vertebroplasty or kyphoplasty, counted together"
THIN_BONES = "people with thin bones"
RECENT_BREAK = "people with a recent break"
SIX_WEEKS = "people with a break of the last 6 weeks"

#: How one trial and one review looked for cement outside the bone.
BY_CT = {"per": "vertebrae", "measured_how": "on CT scans, which show even small leaks"}
BY_REVIEW = {
    "per": "procedures",
    "measured_how": "in many studies, with scans of different kinds",
    "note": "The studies did not all look or count in the same way.",
}
KAVIAR = {
    "population": THIN_BONES,
    "basis": "evidence",
    "sources": {"kaviar": ""},
}
BY_KAVIAR_XRAY = {
    **KAVIAR,
    "time": (12, "months"),
    "measured_how": "on X-rays",
    "may_be_chance": True,
    "note": "The trial was stopped early.",
}
LUNGS: dict[str, Any] = {
    "population": AFTER_EITHER,
    "measured_how": "on CT scans of one hospital’s own patients",
    "basis": "evidence",
    "sources": {"lungs": ""},
    "note": "Not all of them felt anything.",
}
REPORTS = "Reports to a regulator cannot tell how often this happens."

#: What the clinic of the demo advises itself, and that there is no such clinic.
OWN_RULE: dict[str, Any] = {
    "basis": "policy",
    "sources": {"clinic": ""},
    "note": "This is Hillside’s own rule. Hillside is a made-up clinic, so ask "
    "your own.",
}

NO_PRICE = "We give no price here. Ask for a written estimate before you decide."
WHILE_WAITING = (
    "This is about waiting. You may still be able to choose it later, while the bone "
    "has not healed."
)
