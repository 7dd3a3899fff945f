"""Paragraphs for the preview of a text: each cut where a figure or a gap stands, the figures with their check."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from disclosures.checks.narrative.links import Link, TextSign
from disclosures.sentences.gaps import GAP
from disclosures.statements.models import Paragraph

MARKS = {
    TextSign.EQUAL: "ok",
    TextSign.ROUNDING: "ok",
    TextSign.BROKEN: "broken",
    TextSign.UNDEFINED: "unknown",
    TextSign.NOT_CHECKABLE: "unknown",
    TextSign.UNLINKED: "unknown",
}


@dataclass(frozen=True)
class Piece:
    """A stretch of a paragraph; `mark` is "" for plain words, `message` what the check says of a figure."""

    text: str
    mark: str = ""
    message: str = ""


@dataclass(frozen=True)
class Marked:
    """A paragraph in pieces, with the chapter where one begins."""

    paragraph: Paragraph
    pieces: tuple[Piece, ...]
    chapter: str = ""


def marked(paragraphs: Sequence[Paragraph], links: Sequence[Link]) -> Iterator[Marked]:
    """Every paragraph of the text in its order."""
    by_paragraph: dict[int, list[Link]] = defaultdict(list)
    for link in links:
        by_paragraph[link.paragraph].append(link)
    chapter = None
    for paragraph in paragraphs:
        begins = "" if paragraph.chapter == chapter else str(paragraph.get_chapter_display())
        chapter = paragraph.chapter
        yield Marked(paragraph, tuple(_pieces(paragraph.text, by_paragraph[paragraph.position])), begins)


def _pieces(text: str, links: list[Link]) -> Iterator[Piece]:
    spans = [(link.start, link.end, MARKS[link.sign], link.message) for link in links]
    spans += [(gap.start(), gap.end(), "gap", "") for gap in GAP.finditer(text)]
    at = 0
    for start, end, mark, message in sorted(spans):
        if start < at:  # a figure inside a gap
            continue
        if start > at:
            yield Piece(text[at:start])
        yield Piece(text[start:end], mark, message)
        at = end
    if at < len(text):
        yield Piece(text[at:])
