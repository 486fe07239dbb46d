"""What foreign HTML may keep: one list, used wherever HTML comes in."""

import nh3

#: In one paragraph, a list item or a cell.
INLINE = frozenset(("a", "b", "i", "br"))
#: In a text of several paragraphs. Wagtail's features of each field narrow it further.
TEXT = INLINE | {"p", "h3", "ul", "ol", "li"}

ATTRIBUTES = {"a": {"href"}}
#: A link may also be relative.
SCHEMES = frozenset(("http", "https", "mailto", "tel"))
#: Elements that go with all that is in them.
GONE = frozenset(("script", "style", "template", "title"))


def clean(html: str, allow: frozenset[str] = TEXT) -> str:
    """``html`` with nothing but ``allow``. Cleaning twice gives the same."""
    return nh3.clean(
        html,
        tags=set(allow),
        clean_content_tags=set(GONE),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        url_schemes=set(SCHEMES),
        link_rel=None,
        strip_comments=True,
    )
