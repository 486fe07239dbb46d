"""A post or page of an export as a ``SourceDocument``."""

import re
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime
from html import escape
from urllib.parse import unquote

from django.utils.translation import gettext as _

from spine_content.importing.documents import Skipped, SourceDocument
from spine_content.importing.html_tree import parse_html, visible_text
from spine_content.importing.sanitiser import without_email_addresses
from spine_content.importing.sources.wordpress_items import (
    Attachment,
    ExportIndex,
    Item,
)

GALLERY = re.compile(r"(?<!\[)\[gallery\b([^\[\]]*)\](?!\])")
#: The picture of a page builder, by its number.
SINGLE_IMAGE = re.compile(r"\[vc_single_image\b([^\[\]]*)\]")
#: A text that many pages show, kept apart from them.
REUSABLE_BLOCK = re.compile(r"""<!-- wp:block \{"ref":(\d+)[^}<]*\} /-->""")
IDS = re.compile(r"""\b(?:ids|include|image)\s*=\s*["']?([\d,\s]+)""")
#: Where plugins for search engines keep the description of a page.
SEO_DESCRIPTION_KEYS = (
    "_yoast_wpseo_metadesc",
    "rank_math_description",
    "_aioseo_description",
)
#: Terms that say how a post looks, not what it is about.
IGNORED_TAXONOMIES = frozenset(
    ("post_format", "nav_menu", "language", "post_translations")
)
IMAGE_SUFFIXES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg", ".bmp")
#: Keys of plugins that say nothing to a reader.
PRIVATE_PREFIX = "_"


def source_document(item: Item, index: ExportIndex) -> SourceDocument:
    """One document of an export."""
    return SourceDocument(
        key=item.key,
        html=_html(item, index),
        title=_plain(item.text("title")),
        excerpt=_excerpt(item),
        address=item.text("link"),
        slug=unquote(item.text("post_name")),
        language=index.language,
        kind="post" if item.type == "post" else "page",
        status=item.text("status"),
        parent_key=index.keys.get(item.text("post_parent"), ""),
        order=_number(item.text("menu_order")),
        author=index.authors.get(item.text("creator"), ""),
        published_at=_date(item, "post_date") or _rss_date(item.text("pubDate")),
        changed_at=_date(item, "post_modified"),
        categories=_categories(item),
        warnings=_warnings(item),
        skipped=_skipped(item),
    )


def _html(item: Item, index: ExportIndex) -> str:
    html = REUSABLE_BLOCK.sub(
        lambda match: index.blocks.get(match[1], match[0]), item.text("content")
    )
    html = GALLERY.sub(lambda match: _gallery(match, item.id, index), html)
    html = SINGLE_IMAGE.sub(lambda match: _gallery(match, item.id, index), html)
    picture = index.attachments.get(item.meta.get("_thumbnail_id", "").strip())
    if picture and picture.address and picture.address not in html:
        html = f"{_figure(picture, '')}\n\n{html}"
    return html


def _gallery(match: re.Match[str], post: str, index: ExportIndex) -> str:
    ids = IDS.search(match[1])
    if ids:
        wanted = re.findall(r"\d+", ids[1])
    else:
        wanted = index.gallery(post) if match[0].startswith("[gallery") else []
    files = [index.attachments[key] for key in wanted if key in index.attachments]
    pictures = [
        _figure(file, file.caption)
        for file in files
        if file.address.lower().endswith(IMAGE_SUFFIXES)
    ]
    # Without its pictures it stays, for the report to name it.
    return "".join(pictures) or match[0]


def _figure(file: Attachment, caption: str) -> str:
    said = f"<figcaption>{escape(_plain(caption))}</figcaption>" if caption else ""
    picture = f'<img src="{escape(file.address)}" alt="{escape(file.alt)}">'
    return f"<figure>{picture}{said}</figure>"


def _excerpt(item: Item) -> str:
    texts = (
        item.text("excerpt"),
        *(item.meta.get(key, "") for key in SEO_DESCRIPTION_KEYS),
    )
    # A description with a variable of its plugin in it is a recipe, not a text.
    return next((text for t in texts if (text := _plain(t)) and "%%" not in text), "")


def _plain(html: str) -> str:
    if "<" not in html and "&" not in html:
        return " ".join(html.split())

    return visible_text(parse_html(html))


def _categories(item: Item) -> list[str]:
    names = [] if item.type in ("post", "page") else [item.type]
    for kind, terms in item.terms.items():
        if kind != "post_tag" and kind not in IGNORED_TAXONOMIES:
            names += [name for name in terms if name not in names]
    return names


def _warnings(item: Item) -> list[str]:
    warnings = []
    if item.password_protected:
        warnings.append(
            _("A password protected it on the old site. The password is not kept.")
        )
    if item.text("status") == "private":
        warnings.append(_("It was private on the old site."))
    if item.type not in ("post", "page"):
        warnings.append(
            _("It was a “%s” on the old site, and is read like a page.") % item.type
        )
    return warnings


def _skipped(item: Item) -> list[Skipped]:
    left = []
    if tags := item.terms.get("post_tag"):
        reason = _("Tags have no place here: a page is found by its text.")
        left.append(Skipped("tags", ", ".join(tags), reason))
    for key, value in item.meta.items():
        if (
            not key.startswith(PRIVATE_PREFIX)
            and " " in value.strip()
            and "{" not in value
        ):
            reason = _("A field that a plugin of the old site showed. Copy it by hand.")
            left.append(
                Skipped(
                    "field",
                    f"{key}: {without_email_addresses(_plain(value))[:80]}",
                    reason,
                )
            )
    return left


def _date(item: Item, name: str) -> datetime | None:
    # Drafts have no time in Greenwich yet; that of the clinic is near enough.
    for key in (f"{name}_gmt", name):
        try:
            when = datetime.strptime(item.text(key), "%Y-%m-%d %H:%M:%S")
        except ValueError:
            continue
        return when.replace(tzinfo=timezone.utc)
    return None


def _rss_date(text: str) -> datetime | None:
    try:
        when = parsedate_to_datetime(text)
        return when if when.tzinfo else when.replace(tzinfo=timezone.utc)
    except (ValueError, TypeError, IndexError):
        return None


def _number(text: str) -> int:
    return int(text) if text.lstrip("-").isdecimal() and len(text) < 10 else 0
