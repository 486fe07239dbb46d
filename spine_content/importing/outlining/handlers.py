"""Which element is taken how. Any other is looked through for what is in it."""

from spine_content.importing.outlining import (
    blocks,
    figures,
    forms,
    inline,
    lists,
    players,
    region,
    tables,
    toggles,
)
from spine_content.importing.outlining.walker import Handler

_NAMES: dict[Handler, str] = {
    inline.bold: "b strong",
    inline.italic: "i em cite dfn var",
    inline.span: "span font u ins mark small big",
    inline.struck: "s strike del",
    inline.line_break: "br",
    inline.quotation: "q",
    inline.raised: "sup",
    inline.lowered: "sub",
    inline.link: "a",
    blocks.heading: "h1 h2 h3 h4 h5 h6",
    blocks.paragraph: "p",
    blocks.verbatim: "pre",
    blocks.box: (
        "address article aside blockquote center dd dialog div dt fieldset footer "
        "header hgroup main search section tr td th tbody thead tfoot caption legend hr"
    ),
    region.navigation: "nav",
    lists.items: "ul ol menu dir",
    lists.item: "li",
    lists.terms: "dl",
    tables.table: "table",
    toggles.details: "details",
    figures.figure: "figure",
    figures.image: "img",
    figures.unscripted: "noscript",
    figures.drawing: "svg",
    players.window: "iframe embed object frame",
    players.player: "video audio",
    forms.form: "form",
    forms.field: "input select textarea",
    forms.button: "button",
}
HANDLERS: dict[str, Handler] = {
    name: handler for handler, names in _NAMES.items() for name in names.split()
}
