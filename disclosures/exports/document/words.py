"""The text of a document: its cover, headings and paragraphs, each as offices set them."""

import re

from disclosures.exports.document.grids.fitting import in_equal_lines
from disclosures.exports.document.grids.widths import POINT
from disclosures.exports.document.paper import TEXT, TITLES
from disclosures.exports.document.wordml import centred, marked, paragraph, run
from disclosures.sentences.gaps import gap

_NEW_PAGE = "<w:pageBreakBefore/>"
_MARKS = '<w:overflowPunct w:val="1"/>'  # as Word has it; without, LibreOffice loses marks at the ends of full lines
_LINE = f'{_MARKS}<w:spacing w:line="560" w:lineRule="exact"/>'  # 28 points, as official letters have it
_GAPS = re.compile(f"({gap('[^】]*')})")
_TITLE = 26  # points on the cover
_BEFORE_YEAR = re.compile(r"(?=(?:19|20)\d\d)")
_TORN = re.compile(r"[ \t　。：；！？:;!?、]\n|\n[ \t　]")
_INDENT = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'  # two letters


def cover(text: str, *, is_first: bool) -> str:
    """A line of the cover; the first, the title, stands a third down the page."""
    if not is_first:
        return centred(run(text, font=TITLES, size=18), before=24)
    inside = run(_in_lines(text), font=TITLES, size=_TITLE)
    spaced = f'<w:spacing w:before="3600" w:line="{round(_TITLE * 32)}" w:lineRule="exact"/>'
    return paragraph(inside, f'{spaced}<w:jc w:val="center"/>')


def _in_lines(title: str) -> str:
    """The name of the unit apart from the year and what follows, a long one in lines of like length.

    Beside blanks and marks no line is broken: it would be read as two.
    """
    letters = int(TEXT.width / (_TITLE * POINT / 2))
    lines = "\n".join(in_equal_lines(part, letters) for part in _BEFORE_YEAR.split(title, maxsplit=1) if part)
    return title if _TORN.search(lines) else lines


def heading(text: str, level: int, *, is_first: bool, mark: str = "") -> str:
    """A heading, to be named by its mark; a part of the document begins a new page unless it stands first on one."""
    inside = marked(run(text), mark)
    if level == 1:
        page = "" if is_first else _NEW_PAGE
        return paragraph(inside, f'{page}<w:spacing w:after="240"/><w:jc w:val="center"/>', "Heading1")
    return paragraph(inside, f"{_LINE}{_INDENT}", f"Heading{min(level, 3)}")


def title(words: str, mark: str = "") -> str:
    """What names the tables below it and is no heading of the text."""
    return centred(marked(run(words, font=TITLES, size=16), mark), after=12)


def text(words: str) -> str:
    """A paragraph of plain text; what is to be filled in is marked, so that no clerk passes it over."""
    parts = ((part, n % 2 == 1) for n, part in enumerate(_GAPS.split(words)) if part)
    inside = "".join(run(part, is_marked=is_gap) for part, is_gap in parts)
    return paragraph(inside, f'{_LINE}{_INDENT}<w:jc w:val="both"/>')
