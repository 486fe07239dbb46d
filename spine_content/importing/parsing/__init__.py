"""
From a ``SourceDocument`` to a ``ParsedDocument``: what a page says, not how it looked.

The HTML is parsed once and walked through once. The walk gives a flat list of nodes
(headings, paragraphs, lists, accordion items, pictures …), and the title, questions
and sections are made of that list.
"""

from collections.abc import Collection

from bs4 import Tag
from django.utils.translation import gettext as _

from spine_content.importing.documents import (
    ParsedDocument,
    Questions,
    Section,
    SourceDocument,
    count_parts,
    find_links,
)
from spine_content.importing.html_tree import (
    HTMLTree,
    attribute,
    parse_html,
    visible_text,
)
from spine_content.importing.parsing import (
    accordions,
    captions,
    embedded,
    inline,
    lists,
    main_region,
    paragraphs,
    questions,
    tables,
    titles,
)
from spine_content.importing.parsing.nodes import Heading, Node, Paragraph
from spine_content.importing.parsing.sections import (
    build_sections,
    build_typed_lists,
    promote_bold_lines,
    split_typed_bullets,
)
from spine_content.importing.parsing.titles import repeated_titles
from spine_content.importing.parsing.walker import Handler, Walker
from spine_content.importing.parsing.wordpress_markup import (
    expand_shortcodes,
    strip_block_comments,
)

__all__ = ["parse_document", "repeated_titles"]


def parse_document(
    document: SourceDocument, *, site_titles: Collection[str] = ()
) -> ParsedDocument:
    """
    Parse one document. ``site_titles`` are titles, or parts of them, that many
    documents of the site have (see ``repeated_titles``).
    """
    html, unknown = expand_shortcodes(document.html, document.kind)
    exported = document.kind != "file"
    html, in_blocks, missing = strip_block_comments(html)
    tree = parse_html(html)
    walker = Walker(HANDLERS, keeps_line_breaks=exported and not in_blocks)
    walker.skipped += [*unknown, *missing]
    region: Tag = tree if exported else main_region.find_main_region(walker, tree)
    accordions.find_titles(walker, region)
    walker.walk(region)
    accordions.report_unused(walker)
    if tree.flattened:
        walker.warn(_("It was nested deeper than any text is. It was made flat."))
    title = titles.choose_title(tree, walker, document, site_titles)
    structured = questions.structured_questions(tree)
    nodes = _restructure(walker.nodes, questions.normalised_questions(structured))
    opening, sections = build_sections(nodes)
    parsed = ParsedDocument(
        title=title,
        summary=document.excerpt
        or titles.meta_description(tree)
        or _first_paragraph(nodes),
        opening=opening,
        sections=sections,
        language=document.language or _language(tree),
        warnings=[*document.warnings, *walker.warnings],
        skipped=[*document.skipped, *walker.skipped],
    )
    if structured and (
        hidden := questions.hidden_questions(structured, visible_text(region))
    ):
        parsed.sections.append(Section(_("Questions and answers"), [Questions(hidden)]))
    parsed.links = find_links(parsed)
    parsed.counts = count_parts(parsed)
    return parsed


def _restructure(nodes: list[Node], known: set[str]) -> list[Node]:
    nodes = build_typed_lists(split_typed_bullets(nodes))
    nodes = promote_bold_lines(questions.split_run_in_questions(nodes))
    return questions.group_questions(questions.expand_accordions(nodes), known)


def _first_paragraph(nodes: list[Node]) -> str:
    """The first paragraph, where nothing else says what the document is about."""
    headings = 0
    for node in nodes:
        headings += isinstance(node, Heading)
        if headings > 1:
            break
        if isinstance(node, Paragraph):
            return node.text
    return ""


def _language(tree: HTMLTree) -> str:
    html = tree.find("html")
    return attribute(html, "lang").lower() if html else ""


#: Which handler parses which tags. Of any other tag, what is inside is walked.
_TAGS: dict[Handler, str] = {
    inline.bold: "b strong",
    inline.italic: "i em cite dfn var",
    inline.span: "span font u ins mark small big",
    inline.strikethrough: "s strike del",
    inline.line_break: "br",
    inline.quotation: "q",
    inline.superscript: "sup",
    inline.subscript: "sub",
    inline.link: "a",
    paragraphs.heading: "h1 h2 h3 h4 h5 h6",
    paragraphs.paragraph: "p",
    paragraphs.preformatted: "pre",
    paragraphs.box: (
        "address article aside blockquote center dd dialog div dt fieldset footer "
        "header hgroup main search section tr td th tbody thead tfoot caption legend hr"
    ),
    main_region.nav: "nav",
    lists.html_list: "ul ol menu dir",
    lists.list_item: "li",
    lists.definition_list: "dl",
    tables.table: "table",
    accordions.details: "details",
    captions.figure: "figure",
    embedded.image: "img",
    embedded.noscript: "noscript",
    embedded.svg: "svg",
    embedded.iframe: "iframe embed object frame",
    embedded.media_player: "video audio",
    embedded.form: "form",
    embedded.field: "input select textarea",
    embedded.button: "button",
}
HANDLERS: dict[str, Handler] = {
    name: handler for handler, names in _TAGS.items() for name in names.split()
}
