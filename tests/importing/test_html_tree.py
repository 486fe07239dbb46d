"""Odd markup is read as a browser reads it, and swallows no text."""

import pytest

from spine_content.importing.documents import SourceDocument
from spine_content.importing.html_tree import parse_html, visible_text
from spine_content.importing.parsing import parse_document

SCRIPT = '<script src="x.js"></script>'


@pytest.mark.parametrize(
    ("html", "text"),
    [
        (f"<!--[if lt IE 9]>{SCRIPT}<![endif]--><p>Text</p>", "Text"),
        (f"<!--[if lt IE 9]>{SCRIPT}<![endif]--><p>Text</p><!-- End --><p>b", "Text b"),
        ("<!--[if IE]><p>Old</p><![endif]-->Text", "Text"),
        ("<!--[if !IE]><!-->Text<!--<![endif]-->", "Text"),
        ("<!--[if !IE]>-->Text<!--<![endif]-->", "Text"),
        ("<![if !IE]>Text<![endif]>", "Text"),
        ("<![if !supportLists]>1.<![endif]> Text", "1. Text"),
        ("<!-- <?php --> Text <!-- ?> -->", "Text"),
        ("<!-- <![CDATA[ --> Text <!-- ]]> -->", "Text"),
        ('<?xml version="1.0"?>Text', "Text"),
        ("<!-->Text", "Text"),
        ("<!--->Text<!-- a -->", "Text"),
        ("<!---->Text", "Text"),
        ("<!-- a --!>Text", "Text"),
        ("<!-- a -- > b -->Text", "Text"),
        ("<!-- a <!-- b -->Text", "Text"),
        ("<!-- a\n\n> b -->Text", "Text"),
        ('<a title="<!--">Text</a> and <b>more</b>', "Text and more"),
        ('<a title="a -->">Text</a>', "Text"),
        ("<!DOCTYPE html>Text", "Text"),
        ("<!doctype>Text", "Text"),
        ("Text<!-- a", "Text<!-- a"),
        ("<![CDATA[Text]]>", "Text"),
    ],
)
def test_comments_and_what_looks_like_them(html: str, text: str) -> None:
    assert visible_text(parse_html(html)) == text


def test_a_page_keeps_its_text_behind_a_conditional_comment() -> None:
    head = f"<head><title>Knee</title><!--[if lt IE 9]>{SCRIPT}<![endif]--></head>"
    body = "<body><h1>Knee</h1><p>All of its words.</p><!-- End of content --></body>"
    html = f"<html>{head}{body}</html>"
    parsed = parse_document(SourceDocument(key="a.html", html=html))
    assert "All of its words." in str(parsed.opening)


def test_a_table_does_not_grow_beyond_what_was_written() -> None:
    wide, tall = "<td>a" * 3000, "<tr><td>b" * 3000
    html = f"<table><tr>{wide}{tall}</table>"
    parsed = parse_document(SourceDocument(key="a.html", html=html))
    assert parsed.counts["table_cells"] == 0
    assert str(parsed.opening).count("b") >= 3000


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<h1>Knee</h1><h2><p>Risks</p></h2><p>Few.</p>", "Section(heading='Risks'"),
        ("<p>a</p><b><p>Loud</p></b>", "Section(heading='Loud'"),
        ("<a href='/x'><table><tr><td>All of it</td></tr></table></a>", 'href="/x"'),
    ],
)
def test_old_nesting_keeps_headings_bold_text_and_links(html: str, found: str) -> None:
    parsed = parse_document(SourceDocument(key="a.html", html=f"{html}<p>b</p>"))
    assert found in str(parsed)
