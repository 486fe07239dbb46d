"""Where the demo's pages are for its visitors."""

TOPIC = "/spinal-fractures/"
PAGES = {
    "home": "/",
    "topic": TOPIC,
    "search": f"{TOPIC}?q=cement",
    "filter": f"{TOPIC}?type=procedure",
    "comparison": f"{TOPIC}compare-your-choices/",
    "vertebroplasty": f"{TOPIC}vertebroplasty/",
    "kyphoplasty": f"{TOPIC}balloon-kyphoplasty/",
    "care": f"{TOPIC}care-without-a-procedure/",
    "after vertebroplasty": f"{TOPIC}recovery-after-vertebroplasty/",
    "after kyphoplasty": f"{TOPIC}recovery-after-balloon-kyphoplasty/",
    "waited": f"{TOPIC}i-chose-to-wait/",
    "still in pain": f"{TOPIC}still-in-pain-afterwards/",
    "not found": "/nowhere/",
}
