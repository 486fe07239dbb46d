"""The nodes that the walk through a page gives, before they become sections."""

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
class ListNode:
    """A whole list, and its items as lines for where no list fits."""

    html: str
    lines: list[str]


@dataclass
class AccordionItem:
    """An item of an accordion, a tab or a question: a title that opens its content."""

    title: str
    nodes: "list[Node]" = field(default_factory=list)
    #: It is said to be a question, whatever its title looks like.
    is_question: bool = False


NonText = Table | Picture | Video | Download | Questions
Node = Heading | Paragraph | ListNode | AccordionItem | NonText
#: What stands in a text.
TEXT_NODES = (Paragraph, ListNode)
#: Question marks: Latin, Arabic, full width, Armenian, Greek.
_QUESTION_MARKS = ("?", "؟", "？", "՞", "\u037e")


def is_question(text: str) -> bool:
    """Whether a title is a question, by its mark."""
    return text.rstrip(" \u00a0*:»”\"'").endswith(_QUESTION_MARKS) or text.startswith(
        "¿"
    )


def as_html(nodes: "list[Node]") -> tuple[str, list[NonText]]:
    """HTML of paragraphs and lists, and the nodes that are neither."""
    html: list[str] = []
    rest: list[NonText] = []
    for node in nodes:
        if isinstance(node, Paragraph):
            html.append(f"<p>{node.html}</p>")
        elif isinstance(node, ListNode):
            html.append(node.html)
        elif isinstance(node, Heading):
            html.append(f"<p><b>{escape(node.text)}</b></p>")
        elif isinstance(node, AccordionItem):
            inner, more = as_html(node.nodes)
            html.append(f"<p><b>{escape(node.title)}</b></p>{inner}")
            rest += more
        else:
            rest.append(node)
    return "".join(html), rest


def as_lines(nodes: "list[Node]") -> tuple[list[str], list[NonText]]:
    """One line of HTML for each node, for a cell or an item, and the rest."""
    found: list[str] = []
    rest: list[NonText] = []
    for node in nodes:
        if isinstance(node, Paragraph):
            found.append(node.html)
        elif isinstance(node, ListNode):
            found += node.lines
        elif isinstance(node, Heading):
            found.append(f"<b>{escape(node.text)}</b>")
        elif isinstance(node, AccordionItem):
            inner, more = as_lines(node.nodes)
            found += [f"<b>{escape(node.title)}</b>", *inner]
            rest += more
        else:
            rest.append(node)
    return found, rest


def escape(text: str) -> str:
    """Plain text as HTML. Quotes stay as they are: it stands in no attribute."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
