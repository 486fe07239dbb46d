"""Small WordPress exports, written for the tests."""

from pathlib import Path

HEAD = """<?xml version="1.0" encoding="UTF-8" ?>
<!-- generator="WordPress/6.5" -->
<rss version="2.0"{namespaces}>
<channel><title>Old clinic</title><language>en-GB</language>
"""
NAMESPACES = (
    ' xmlns:excerpt="http://wordpress.org/export/{v}/excerpt/"'
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:wp="http://wordpress.org/export/{v}/"'
)
AUTHOR = """<wp:author><wp:author_login>ada@old.example</wp:author_login>
<wp:author_email>ada@old.example</wp:author_email>
<wp:author_display_name><![CDATA[{name}]]></wp:author_display_name></wp:author>"""


def item(
    number: int = 1, title: str = "A post", html: str = "Text", **more: str
) -> str:
    fields = {
        "post_id": str(number),
        "post_type": "post",
        "status": "publish",
        "post_name": f"post-{number}",
        "post_parent": "0",
        "post_date_gmt": "2020-05-04 10:00:00",
    }
    extra = more.pop("extra", "")
    fields.update(more)
    rest = "".join(f"<wp:{name}>{value}</wp:{name}>" for name, value in fields.items())
    return (
        f"<item><title>{title}</title><link>https://old.example/p{number}/</link>"
        f"<guid>https://old.example/?p={number}</guid>"
        f"<dc:creator><![CDATA[ada@old.example]]></dc:creator>"
        f"<content:encoded><![CDATA[{html}]]></content:encoded>{rest}{extra}</item>"
    )


def meta(key: str, value: str) -> str:
    return (
        f"<wp:postmeta><wp:meta_key>{key}</wp:meta_key>"
        f"<wp:meta_value><![CDATA[{value}]]></wp:meta_value></wp:postmeta>"
    )


def export(*items: str, version: str = "1.2", author: str = "Ada") -> str:
    namespaces = NAMESPACES.format(v=version)
    head = HEAD.format(namespaces=namespaces) + AUTHOR.format(name=author)
    return head + "\n".join(items) + "</channel></rss>"


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "export.xml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path
