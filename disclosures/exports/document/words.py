"""The text of a document: its cover, contents, headings and paragraphs, each as offices set them."""

import re
from math import ceil

from disclosures.exports.document.paper import TEXT, TITLES
from disclosures.exports.document.widths import POINT
from disclosures.exports.document.wordml import centred, paragraph, run, twips
from disclosures.exports.table.xlsx_sheet import width_of

_NEW_PAGE = "<w:pageBreakBefore/>"
_MARKS = '<w:overflowPunct w:val="1"/>'  # as Word has it; without, LibreOffice loses marks at the ends of full lines
_LINE = f'{_MARKS}<w:spacing w:line="560" w:lineRule="exact"/>'  # 28 points, as official letters have it
_TITLE = 26  # points on the cover
_YEAR = re.compile(r"(?=(?:19|20)\d\d)")
_INDENT = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'  # two letters


def cover(text: str, *, is_first: bool) -> str:
    """A line of the cover; the first, the title, stands a third down the page."""
    if not is_first:
        return centred(run(text, font=TITLES, size=18), before=24)
    aside = twips((TEXT.width - _width_of_title(text)) / 2)
    inside = run(text, font=TITLES, size=_TITLE)
    spaced = f'<w:spacing w:before="3600" w:line="{round(_TITLE * 32)}" w:lineRule="exact"/>'
    return paragraph(inside, f'{spaced}<w:ind w:left="{aside}" w:right="{aside}"/><w:jc w:val="center"/>')


def _width_of_title(text: str) -> float:
    """Millimetres in which the name of the unit stands apart from the year and lines are of like length."""
    letter = _TITLE * POINT / 2
    most = TEXT.width / letter
    name = width_of(_YEAR.split(text)[0]) or width_of(text)
    return min(-(-name / ceil(name / most) // 2) * 2 + 1, most) * letter


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
