"""An outline as lines that a person can compare with a page."""

from collections.abc import Iterator

from spine_content.importing.documents import (
    Download,
    ParsedDocument,
    Part,
    Picture,
    Questions,
    Table,
    Text,
    Video,
)


def rendered(parsed_document: ParsedDocument) -> str:
    return "\n".join(_lines(parsed_document)) + "\n"


def _lines(parsed_document: ParsedDocument) -> Iterator[str]:
    yield f"title: {parsed_document.title}"
    yield f"summary: {parsed_document.summary}"
    for part in parsed_document.opening:
        yield from _part(part)
    for section in parsed_document.sections:
        yield f"# {section.heading}"
        for part in section.parts:
            yield from _part(part)
    for link in parsed_document.links:
        yield f"link: {link.text} -> {link.reference}"
    for left in parsed_document.skipped:
        yield f"left out: {left.what}: {left.name}"
    for warning in parsed_document.warnings:
        yield f"warning: {warning}"
    counts = ", ".join(f"{n} {what}" for what, n in parsed_document.counts.items() if n)
    yield f"counts: {counts}"


def _part(part: Part) -> Iterator[str]:
    if isinstance(part, Text):
        yield part.html.replace("\xa0", "&nbsp;")
    elif isinstance(part, Questions):
        for question, answer in part.items:
            yield f"Q: {question}"
            yield f"A: {answer}"
    elif isinstance(part, Table):
        yield f"table: {part.caption} (named rows: {part.rows_have_names})"
        for row in (part.columns, *part.rows):
            yield f"  | {' | '.join(row)} |"
    elif isinstance(part, Picture):
        words = [part.reference, part.alt or f"decorative: {part.decorative}"]
        yield "picture: " + " / ".join([*words, *filter(None, [part.caption])])
    elif isinstance(part, Video):
        yield f"video: {part.address} {part.title}".rstrip()
    elif isinstance(part, Download):
        yield f"download: {part.title} -> {part.reference}"
