"""The text of a document: its cover, contents, headings and paragraphs, each as offices set them."""

from disclosures.exports.document.paper import TITLES
from disclosures.exports.document.wordml import centred, paragraph, run

_NEW_PAGE = "<w:pageBreakBefore/>"
_MARKS = '<w:overflowPunct w:val="1"/>'  # as Word has it; without, LibreOffice loses marks at the ends of full lines
_LINE = f'{_MARKS}<w:spacing w:line="560" w:lineRule="exact"/>'  # 28 points, as official letters have it
_INDENT = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'  # two letters


def cover(text: str, *, is_first: bool) -> str:
    """A line of the cover; the first stands a third down the page."""
    return centred(run(text, font=TITLES, size=26 if is_first else 18), before=180 if is_first else 24)


def contents(text: str, level: int, *, is_first: bool) -> str:
    """The heading of the contents, or one of its entries."""
    if is_first:
        return paragraph(
            run(text, font=TITLES, size=18), f'{_NEW_PAGE}<w:spacing w:after="240"/><w:jc w:val="center"/>'
        )
    inside = run(text, font=TITLES if level == 1 else "", size=12)
    return paragraph(inside, f'<w:spacing w:before="40"/><w:ind w:firstLine="{480 if level != 1 else 0}"/>')


def heading(text: str, level: int, *, is_first: bool) -> str:
    """A heading; a part of the document begins a new page unless it stands first on one."""
    if level == 1:
        page = "" if is_first else _NEW_PAGE
        return paragraph(run(text), f'{page}<w:spacing w:after="240"/><w:jc w:val="center"/>', "Heading1")
    return paragraph(run(text), f"{_LINE}{_INDENT}", f"Heading{min(level, 3)}")


def title(words: str) -> str:
    """What names the tables below it and is no heading of the text."""
    return centred(run(words, font=TITLES, size=16), after=12)


def text(words: str) -> str:
    """A paragraph of plain text."""
    return paragraph(run(words), f'{_LINE}{_INDENT}<w:jc w:val="both"/>')
