"""WordPress exports: what comes in, what is told of, what never enters."""

from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path

import pytest

from spine_content.importing.documents import ImportRefused, SourceDocument
from spine_content.importing.sources import LIMITS, Source, open_source
from tests.importing.exports import export, item, meta, written

ATTACHMENT = item(
    5,
    "hand",
    "",
    post_type="attachment",
    status="inherit",
    attachment_url="https://old.example/wp-content/uploads/2020/01/hand.jpg",
    post_parent="1",
    extra=meta("_wp_attachment_image_alt", "A hand"),
)


def read_all(folder: Path, text: str | bytes) -> tuple[list[SourceDocument], Source]:
    source = open_source(written(folder, text))
    return list(source.documents()), source


def one(folder: Path, *items: str) -> SourceDocument:
    documents, _source = read_all(folder, export(*items))
    return documents[0]


def test_a_post_with_all_it_has(tmp_path: Path) -> None:
    extra = (
        '<category domain="category" nicename="x"><![CDATA[Operations]]></category>'
        '<category domain="post_tag" nicename="y"><![CDATA[knee]]></category>'
        '<category domain="post_format" nicename="z"><![CDATA[Aside]]></category>'
        "<excerpt:encoded><![CDATA[In <b>short</b>.]]></excerpt:encoded>"
        "<wp:post_modified_gmt>2021-01-02 03:04:05</wp:post_modified_gmt>"
        "<wp:menu_order>4</wp:menu_order>"
    )
    html = "<p>Keep &amp; walk ]]]]><![CDATA[></p>"
    made = one(
        tmp_path,
        item(
            1, "Tom &amp; <![CDATA[<em>Ada</em>]]>", html, extra=extra, post_parent="2"
        ),
        item(2, "Above", post_type="page"),
    )
    assert made.html == "<p>Keep &amp; walk ]]></p>"
    assert made.title == "Tom & Ada"
    assert made.excerpt == "In short."
    assert made.key == "https://old.example/?p=1"
    assert made.parent_key == "https://old.example/?p=2"
    assert made.address == "https://old.example/p1/"
    assert (made.slug, made.kind, made.status) == ("post-1", "post", "publish")
    assert (made.language, made.order, made.author) == ("en-gb", 4, "Ada")
    assert made.published_at == datetime(2020, 5, 4, 10, tzinfo=timezone.utc)
    assert made.changed_at == datetime(2021, 1, 2, 3, 4, 5, tzinfo=timezone.utc)
    assert made.categories == ["Operations"]
    assert [left.name for left in made.skipped] == ["knee"]


@pytest.mark.parametrize("version", ["1.0", "1.1", "1.2"])
def test_every_version(tmp_path: Path, version: str) -> None:
    documents, _source = read_all(tmp_path, export(item(), version=version))
    assert documents[0].html == "Text"


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("http://wordpress", "https://wordpress"),
        lambda text: text.replace("wp:", "w:").replace("xmlns:wp", "xmlns:w"),
        lambda text: text.replace(' xmlns:dc="http://purl.org/dc/elements/1.1/"', ""),
        lambda text: "\n\n" + text,
        lambda text: text.replace("Text", "Te\x0bxt\x00"),
    ],
    ids=["https", "another prefix", "undeclared prefix", "blank lines", "controls"],
)
def test_exports_that_others_stumble_over(tmp_path: Path, change) -> None:
    documents, _source = read_all(tmp_path, change(export(item())))
    assert documents[0].html == "Text"
    assert documents[0].status == "publish"


def test_what_is_no_document_is_told_of(tmp_path: Path) -> None:
    comment = "<wp:comment><wp:comment_content>Call me: 030</wp:comment_content>"
    text = export(
        item(1, extra=f"{comment}</wp:comment>"),
        item(2, "Contact", post_type="nav_menu_item"),
        item(3, "In the bin", status="trash"),
        item(4, "A form", post_type="wpcf7_contact_form"),
        ATTACHMENT,
    )
    documents, source = read_all(tmp_path, text)
    assert len(documents) == source.count == 1
    assert [(left.what, left.name) for left in source.skipped] == [
        ("user", "Ada"),
        ("comment", "1 comment on “A post”"),
        ("menu", "Contact"),
        ("post", "In the bin"),
        ("wpcf7_contact_form", "A form"),
        ("attachment", "hand"),
    ]
    assert all(left.reason.endswith(".") for left in source.skipped)


def test_nothing_private_enters(tmp_path: Path) -> None:
    comment = (
        "<wp:comment><wp:comment_author>Bob</wp:comment_author>"
        "<wp:comment_author_email>bob@private.example</wp:comment_author_email>"
        "<wp:comment_content>My illness</wp:comment_content></wp:comment>"
    )
    fields = meta("contact", "write to carl@private.example soon")
    text = export(
        item(1, post_password="sesame", extra=comment + fields),
        item(2, html='[contact-form-7 to="dora@private.example"]'),
        author="eve@private.example",
    )
    documents, source = read_all(tmp_path, text)
    documents[1].html = ""
    everything = f"{documents} {source.skipped} {source.warnings}"
    for secret in ("private.example", "ada@", "Bob", "My illness", "sesame"):
        assert secret not in everything
    assert documents[0].author == ""
    assert "password protected" in documents[0].warnings[0]


@pytest.mark.parametrize("status", ["draft", "private", "future", "pending"])
def test_texts_that_were_not_public_are_marked(tmp_path: Path, status: str) -> None:
    assert one(tmp_path, item(status=status)).status == status


def test_a_kind_of_page_of_its_own(tmp_path: Path) -> None:
    made = one(tmp_path, item(post_type="treatment"))
    assert made.kind == "page"
    assert made.categories == ["treatment"]
    assert "treatment" in made.warnings[0]


@pytest.mark.parametrize(
    ("html", "extra"),
    [
        ('[gallery ids="5,99"]', ""),
        ("[gallery]", ""),
        ('[vc_single_image image="5"]', ""),
        ("", meta("_thumbnail_id", "5")),
    ],
)
def test_pictures_by_number(tmp_path: Path, html: str, extra: str) -> None:
    made = one(tmp_path, item(1, html=html, extra=extra), ATTACHMENT)
    picture = (
        'src="https://old.example/wp-content/uploads/2020/01/hand.jpg" alt="A hand"'
    )
    assert made.html.count(picture) == 1


def test_a_reused_block_is_put_where_it_was_shown(tmp_path: Path) -> None:
    block = item(9, "Hours", "<p>8 to 5</p>", post_type="wp_block")
    made = one(tmp_path, item(1, html='<!-- wp:block {"ref":9} /-->'), block)
    assert made.html == "<p>8 to 5</p>"


def test_a_field_of_a_plugin_is_told_of(tmp_path: Path) -> None:
    made = one(
        tmp_path,
        item(extra=meta("price", "On request only") + meta("_edit_lock", "1 2")),
    )
    assert [left.name for left in made.skipped] == ["price: On request only"]
    described = one(tmp_path, item(extra=meta("_yoast_wpseo_metadesc", "In short.")))
    assert described.excerpt == "In short."


def test_the_same_export_gives_the_same_documents(tmp_path: Path) -> None:
    source = open_source(written(tmp_path, export(item(1), item(2))))
    first, second = list(source.documents()), list(source.documents())
    assert first == second
    assert len({document.digest for document in first}) == 2
    changed, _source = read_all(tmp_path, export(item(1), item(2, html="Other")))
    assert [o.digest for o in first] != [o.digest for o in changed]
    assert first[0].digest == changed[0].digest
    assert len(source.skipped) == 1


def test_a_broken_export_is_read_as_far_as_it_is_whole(tmp_path: Path) -> None:
    text = export(item(1), item(2, "Second"))
    documents, source = read_all(tmp_path, text[: text.index("Second")])
    assert len(documents) == source.count == 1
    assert "Only the text before that place was read" in source.warnings[0]


BOMB = """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>"""
OUTSIDE = """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a SYSTEM
"file:///etc/passwd">]>"""


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            export(item()).replace('<?xml version="1.0" encoding="UTF-8" ?>', BOMB),
            "harm",
        ),
        (
            export(item()).replace('<?xml version="1.0" encoding="UTF-8" ?>', OUTSIDE),
            "harm",
        ),
        (export(item()).replace("channel>", "notachannel>"), "notachannel"),
        (export(item())[:500], "No post or page could be read"),
        ("<rss xmlns:wp='http://wordpress.org/export/1.2/'>\xff", "broken"),
        ("<rss><channel><item><title>News</title></item></channel></rss>", "Tools"),
        ("<?xml version='1.0'?><note>Not an export</note>", "Tools"),
        (export(item()).replace("UTF-8", "x-none"), "broken"),
        (export("<a>" * 100_000), "broken"),
    ],
    ids=["bomb", "file", "channel", "cut", "bytes", "feed", "xml", "charset", "deep"],
)
def test_what_is_refused_in_words(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(ImportRefused, match=sentence):
        open_source(written(tmp_path, text.encode("latin-1", "replace")))


@pytest.mark.parametrize(
    ("limits", "sentence"),
    [
        (replace(LIMITS, export_bytes=500), "larger than 500 bytes"),
        (replace(LIMITS, item_bytes=20_000), "One text in the export"),
    ],
)
def test_exports_that_are_too_large(tmp_path: Path, limits, sentence: str) -> None:
    path = written(tmp_path, export(item(html="word " * 20_000)))
    with pytest.raises(ImportRefused, match=sentence):
        open_source(path, limits=limits)


def test_many_items_need_the_memory_of_one(tmp_path: Path) -> None:
    """Items together may be larger than one may be."""
    path = written(tmp_path, export(*(item(n, html="word " * 2000) for n in range(30))))
    limits = replace(LIMITS, item_bytes=50_000)
    assert len(list(open_source(path, limits=limits).documents())) == 30


def test_an_export_without_anything(tmp_path: Path) -> None:
    documents, source = read_all(tmp_path, export())
    assert not documents
    assert source.warnings == ["The export holds no post and no page."]
