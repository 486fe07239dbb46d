"""
Brings the catalogues in step with the sources, and makes what Django reads of them:

    python -m tests.languages.catalogues

Nothing but words is written, so that a change of words is all that a diff shows.
"""

from pathlib import Path

import polib

from tests.languages.collecting import Message, public_messages
from tests.languages.places import LANGUAGES, LOCALES

HEADER = """\
Words that visitors read, in {language}. The admin stays in English.
Made with the help of a machine, and not yet reviewed by a native clinician.
Whoever reviews it: please put your name, profession and the date here.
What to do in an emergency is said by each clinic, and not translated here."""
NAMES = {"ar": "Arabic", "de": "German", "es": "Spanish", "fr": "French"}
#: As in Django's own catalogues: it joins only those that count alike.
PLURALS = {
    "ar": "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && "
    "n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4 : 5;",
    "de": "nplurals=2; plural=(n != 1);",
    "es": "nplurals=3; plural=n == 1 ? 0 : n != 0 && n % 1000000 == 0 ? 1 : 2;",
    "fr": "nplurals=2; plural=(n > 1);",
}


def folder(language: str) -> Path:
    return LOCALES / language / "LC_MESSAGES"


def read(language: str) -> polib.POFile:
    return polib.pofile(str(folder(language) / "django.po"), wrapwidth=0)


def number_of_forms(language: str) -> int:
    return int(PLURALS[language].split("=")[1].split(";")[0])


def brought_up_to_date(language: str, messages: list[Message]) -> polib.POFile:
    """The catalogue with every message, and what is translated of them already."""
    known = {}
    if (folder(language) / "django.po").exists():
        for entry in read(language):
            known[(entry.msgid, entry.msgid_plural, entry.msgctxt or "")] = entry
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.header = HEADER.format(language=NAMES[language])
    catalogue.metadata = {
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": PLURALS[language],
    }
    for message in messages:
        entry = known.get(tuple(message))
        catalogue.append(entry or new_entry(message, number_of_forms(language)))
    return catalogue


def new_entry(message: Message, forms: int) -> polib.POEntry:
    entry = polib.POEntry(msgid=message.text, msgctxt=message.context or None)
    if message.plural:
        entry.msgid_plural = message.plural
        entry.msgstr_plural = dict.fromkeys(range(forms), "")
    if "%(" in message.text:
        entry.flags.append("python-format")
    return entry


def main() -> None:
    messages = public_messages()
    for language in LANGUAGES:
        catalogue = brought_up_to_date(language, messages)
        folder(language).mkdir(parents=True, exist_ok=True)
        catalogue.save(str(folder(language) / "django.po"))
        catalogue.save_as_mofile(str(folder(language) / "django.mo"))
        missing = len(catalogue.untranslated_entries())
        told = f", {missing} of them still to translate" if missing else ""
        print(f"{language}: {len(catalogue)} messages{told}")


if __name__ == "__main__":
    main()
