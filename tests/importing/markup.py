"""Pieces of HTML as nobody would write it, for hypothesis."""

from hypothesis import strategies as st

from spine_content.importing.html_tree import names

WORDS = st.sampled_from(
    sorted(names("alpha beta Delta? eins трі 10 H2O <b & ünï “q” x&nbsp;y &#8211; •"))
)
TEXTS = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
CONTAINERS = names(
    "div p span b strong i em a ul ol li dl dt dd table thead tbody tr td th caption "
    "h1 h2 h3 h4 blockquote figure figcaption details summary section article header "
    "aside footer pre address center font sup sub label form fieldset noscript iframe "
    "video object button select option textarea script style template svg title nav "
    "main body head html abc-def q del"
)
VOIDS = ("br", "hr", "img", "input", "wbr", "embed")
ATTRIBUTES = st.sampled_from(
    (
        "",
        ' class="faq"',
        ' class="accordion-item"',
        ' class="accordion-header"',
        ' class="share"',
        ' class="menu"',
        ' class="toc" id="a"',
        ' id="a"',
        ' aria-controls="a"',
        ' role="tab" href="#a"',
        ' role="heading" aria-level="x"',
        ' itemtype="https://schema.org/Question"',
        ' itemprop="name"',
        ' style="font-weight:bold"',
        ' href="x.html"',
        ' href="javascript:alert(1)"',
        ' href="leaflet.pdf"',
        ' src="a.jpg" alt="knee"',
        ' src="data:image/png;base64,x"',
        ' onclick="alert(1)"',
        ' colspan="3" rowspan="2"',
        ' rowspan="0"',
        ' class="MsoListParagraph"',
        ' hidden="hidden"',
    )
)


def _element(name: str, attributes: str, inner: list[str]) -> str:
    return f"<{name}{attributes}>{''.join(inner)}</{name}>"


HTML = st.recursive(
    TEXTS | st.builds("<{}{}>".format, st.sampled_from(VOIDS), ATTRIBUTES),
    lambda inner: st.builds(
        _element,
        st.sampled_from(sorted(CONTAINERS)),
        ATTRIBUTES,
        st.lists(inner, max_size=5),
    ),
    max_leaves=25,
)


@st.composite
def broken(draw: st.DrawFn) -> str:
    """HTML with pieces of it cut out, doubled, and swapped for rubbish."""
    html = draw(HTML)
    for _time in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(html)))
        end = min(len(html), start + draw(st.integers(0, 20)))
        piece = draw(
            st.sampled_from(
                (
                    "",
                    html[start:end] * 2,
                    "<",
                    ">",
                    "</",
                    "<!--",
                    "-->",
                    "<![",
                    '"',
                    "&",
                )
            )
            | st.text(max_size=5)
        )
        html = html[:start] + piece + html[end:]
    return html
