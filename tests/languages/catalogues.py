"""
Brings the catalogues in step with the sources, and makes what Django reads of them:

    python -m tests.languages.catalogues

Nothing but words is written, so that a change of words is all that a diff shows.
"""

from dataclasses import dataclass
from pathlib import Path

import polib

from tests.languages.collecting import Message, demo_messages, public_messages
from tests.languages.places import DEMO_LANGUAGES, LANGUAGES, ROOT

HEADER = """\
Words that visitors read, in {language}. The admin stays in English.
Made with the help of a machine, and not yet reviewed by a native clinician.
Whoever reviews it: please put your name, profession and the date here.
What to do in an emergency is said by each clinic, and not translated here."""
NAMES = {"ar": "Arabic", "de": "German", "es": "Spanish", "fr": "French"}
#: As in Django's own catalogues.
PLURALS = {
    "ar": "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && "
    "n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4 : 5;",
    "de": "nplurals=2; plural=(n != 1);",
    "es": "nplurals=3; plural=n == 1 ? 0 : n != 0 && n % 1000000 == 0 ? 1 : 2;",
    "fr": "nplurals=2; plural=(n > 1);",
}


@dataclass(frozen=True)
class Catalogue:
    """The words of one language, of the package or of the demo around it."""

    package: str
    language: str

    @property
    def folder(self) -> Path:
        return ROOT / self.package / "locale" / self.language / "LC_MESSAGES"

    @property
    def forms(self) -> int:
        """How many forms a plural has."""
        return int(PLURALS[self.language].split("=")[1].split(";")[0])

    def messages(self) -> list[Message]:
        is_ours = self.package == "spine_content"
        return public_messages() if is_ours else demo_messages()

    def read(self) -> polib.POFile:
        return polib.pofile(str(self.folder / "django.po"), wrapwidth=0)

    def up_to_date(self) -> polib.POFile:
        """Every message there is now, with what is translated of them already."""
        there = self.read() if (self.folder / "django.po").exists() else []
        known = {(e.msgid, e.msgid_plural, e.msgctxt or ""): e for e in there}
        catalogue = polib.POFile(wrapwidth=0)
        catalogue.header = HEADER.format(language=NAMES[self.language])
        catalogue.metadata = {
            "Language": self.language,
            "MIME-Version": "1.0",
            "Content-Type": "text/plain; charset=UTF-8",
            "Content-Transfer-Encoding": "8bit",
            "Plural-Forms": PLURALS[self.language],
        }
        for message in self.messages():
            entry = known.get(tuple(message))
            catalogue.append(entry or new_entry(message, self.forms))
        return catalogue

    def write(self, catalogue: polib.POFile) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        catalogue.save(str(self.folder / "django.po"))
        catalogue.save_as_mofile(str(self.folder / "django.mo"))

    def __str__(self) -> str:
        return f"{self.package} in {NAMES[self.language]}"


CATALOGUES = [
    *(Catalogue("spine_content", language) for language in LANGUAGES),
    *(Catalogue("site_project", language) for language in DEMO_LANGUAGES),
]


def new_entry(message: Message, forms: int) -> polib.POEntry:
    entry = polib.POEntry(msgid=message.text, msgctxt=message.context or None)
    if message.plural:
        entry.msgid_plural = message.plural
        entry.msgstr_plural = dict.fromkeys(range(forms), "")
    if "%(" in message.text:
        entry.flags.append("python-format")
    return entry


def main() -> None:
    for catalogue in CATALOGUES:
        words = catalogue.up_to_date()
        catalogue.write(words)
        missing = words.untranslated_entries()
        print(f"{catalogue}: {len(words)} messages, {len(missing)} to translate")
        for entry in missing:
            print(f"    {entry.msgid}")


if __name__ == "__main__":
    main()
