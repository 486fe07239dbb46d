"""Where visitors find the demo's pages. Twins of another page are left out."""

TOPIC = "/spinal-fractures/"
PAGES = {
    "home": "/",
    "topic": TOPIC,
    "search": f"{TOPIC}?q=cement",
    "filter": f"{TOPIC}?type=procedure",
    "comparison": f"{TOPIC}compare-your-choices/",
    "vertebroplasty": f"{TOPIC}vertebroplasty/",
    "care": f"{TOPIC}care-without-a-procedure/",
    "recovery": f"{TOPIC}recovery-after-vertebroplasty/",
    "waited": f"{TOPIC}i-chose-to-wait/",
    "still in pain": f"{TOPIC}still-in-pain-afterwards/",
    "not found": "/nowhere/",
}
