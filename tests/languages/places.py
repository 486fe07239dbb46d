"""
Where the words stand that visitors read, and the languages they are translated into.

What only editors read is left out: the admin is in English.
"""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "spine_content"
LOCALES = PACKAGE / "locale"
LANGUAGES = ("ar", "de", "es", "fr")

#: Folders of templates; every string in them counts.
TEMPLATES = (
    "templates/spine_content/base.html",
    "templates/spine_content/blocks",
    "templates/spine_content/components",
    "templates/spine_content/pages",
)

#: Modules, with the classes, functions and names in them that visitors read from;
#: an empty tuple stands for the whole module.
MODULES: dict[str, tuple[str, ...]] = {
    "blocks/care_card.py": ("URGENCY_WORDS",),
    "evidence/choices.py": ("Group", "TimeUnit"),
    "evidence/likeness.py": (),
    "evidence/wording": (),
    "pages/changes.py": (),
    "pages/comparison.py": ("sections",),
    "pages/phone_tokens.py": ("WORDS",),
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
