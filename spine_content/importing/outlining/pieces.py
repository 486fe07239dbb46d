"""What the walk through a document finds, before it is put into sections."""

from dataclasses import dataclass, field

from spine_content.importing.documents import Download, Picture, Questions, Table, Video


@dataclass
class Heading:
    """A heading: 1 to 6 as the document has it, 7 for a bold paragraph."""

    level: int
    text: str


@dataclass
class Paragraph:
    """One paragraph: clean HTML without its ``p``."""

    html: str
    text: str
    #: All of it is bold.
    bold: bool = False
    #: An item of a list that its author made by hand, or Word: how deep it is.
    level: int = 0
    numbered: bool = False


@dataclass
class Items:
    """A whole list, and its items as lines for where no list fits."""

    html: str
    lines: list[str]


@dataclass
class Toggle:
    """Something that opens on a click: an accordion, a tab, a question."""

    title: str
    pieces: "list[Piece]" = field(default_factory=list)
    #: It is said to be a question, whatever its title looks like.
    asked: bool = False


Taken = Table | Picture | Video | Download | Questions
Piece = Heading | Paragraph | Items | Toggle | Taken
#: What stands in a text.
WRITTEN = (Paragraph, Items)
#: Question marks: Latin, Arabic, full width, Armenian, Greek.
ASKING = ("?", "؟", "？", "՞", "\u037e")


def asks(text: str) -> bool:
    """Whether a title is a question, by its mark."""
    return text.rstrip(" \u00a0*:»”\"'").endswith(ASKING) or text.startswith("¿")


def written(pieces: "list[Piece]") -> tuple[str, list[Taken]]:
    """Pieces as paragraphs and lists, and those that are neither."""
    html: list[str] = []
    rest: list[Taken] = []
    for piece in pieces:
        if isinstance(piece, Paragraph):
            html.append(f"<p>{piece.html}</p>")
        elif isinstance(piece, Items):
            html.append(piece.html)
        elif isinstance(piece, Heading):
            html.append(f"<p><b>{escape(piece.text)}</b></p>")
        elif isinstance(piece, Toggle):
            inner, more = written(piece.pieces)
            html.append(f"<p><b>{escape(piece.title)}</b></p>{inner}")
            rest += more
        else:
            rest.append(piece)
    return "".join(html), rest


def lines(pieces: "list[Piece]") -> tuple[list[str], list[Taken]]:
    """Pieces as single lines, for a cell or an item, and those that are none."""
    found: list[str] = []
    rest: list[Taken] = []
    for piece in pieces:
        if isinstance(piece, Paragraph):
            found.append(piece.html)
        elif isinstance(piece, Items):
            found += piece.lines
        elif isinstance(piece, Heading):
            found.append(f"<b>{escape(piece.text)}</b>")
        elif isinstance(piece, Toggle):
            inner, more = lines(piece.pieces)
            found += [f"<b>{escape(piece.title)}</b>", *inner]
            rest += more
        else:
            rest.append(piece)
    return found, rest


def escape(text: str) -> str:
    """Plain text as HTML. Quotes stay as they are: it stands in no attribute."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
