"""
Where the words stand that visitors read, and the languages they are translated into.

What only editors read is left out: the admin is in English.
"""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "spine_content"
#: The languages of what pip installs, and of the demo's own few words.
LANGUAGES = ("ar", "de", "es", "fr")
DEMO_LANGUAGES = ("ar",)

#: Folders of templates; every string in them counts.
TEMPLATES = (
    PACKAGE / "templates/spine_content/base.html",
    PACKAGE / "templates/spine_content/blocks",
    PACKAGE / "templates/spine_content/components",
    PACKAGE / "templates/spine_content/pages",
)
DEMO_TEMPLATES = (ROOT / "templates",)

#: Modules, with the classes, functions and names in them that visitors read from;
#: an empty tuple stands for the whole module.
MODULES: dict[str, tuple[str, ...]] = {
    "blocks/care.py": ("URGENCY_WORDS",),
    "clinic/placeholders.py": ("MISSING_NUMBER_WORDS",),
    "facts/changes.py": ("_change_wording",),
    "facts/choices.py": ("Group", "TimeUnit"),
    "facts/comparability.py": (),
    "facts/wording": (),
    "pages/clinical.py": ("Audience", "body_section", "questions_section"),
    "pages/comparison.py": ("sections",),
    "pages/feed.py": (),
    "pages/procedure.py": ("ProcedureType", "sections"),
    "pages/recovery.py": ("sections",),
    "pages/story.py": ("AgeBand", "ImageIs", "Outcome", "TimeSince"),
    "pages/topic.py": ("GROUPS", "NEEDS"),
    "starter/measures.py": (),
    "templatetags/spine_content_tags.py": (
        "ACTIONS",
        "ACTIONS_WITHOUT_NUMBER",
        "NO_ACTION",
    ),
}

#: What to do in an emergency is said by a clinic (Settings → Clinic settings), and
#: not by a translation that no clinician has read.
NOT_TRANSLATED = frozenset(
    {
        "Call {number} at once if you have:",
        "Call an ambulance at once if you have:",
    }
)
