"""The list of contents on one page: its heading, and entries with the pages of what they name."""

from disclosures.exports.document.grids.widths import POINT
from disclosures.exports.document.paper import TEXT, TITLES
from disclosures.exports.document.wordml import page_number_of, paragraph, run, twips
from disclosures.exports.table.xlsx_sheet import width_of

_USUAL, _SMALLEST = 12, 9  # points of an entry
_INDENT = 2  # letters by which the entries of a part are set in
_ABOVE = 22  # millimetres that the heading takes
_CLOSEST, _WIDEST = 5, 8  # millimetres from line to line
_FOR_NUMBER = 12  # millimetres that an entry leaves for dots and number


def heading(text: str) -> str:
    """What the list is called, on a page of its own."""
    spaced = '<w:pageBreakBefore/><w:spacing w:after="240"/><w:jc w:val="center"/>'
    return paragraph(run(text, font=TITLES, size=18), spaced)


def entry(text: str, level: int, count: int, page_of: str = "") -> str:
    """One of so many entries, with the page of the mark that it names; one too long for a line goes without.

    A broken line would be taken for two entries.
    """
    indent = 0 if level == 1 else _INDENT
    size = _size(text, indent)
    line = min(max((TEXT.height - _ABOVE) / max(count, 1), _CLOSEST), _WIDEST)
    set_so = f'<w:spacing w:line="{twips(line)}" w:lineRule="exact"/><w:ind w:firstLine="{indent * _USUAL * 20}"/>'
    inside = run(text, font=TITLES if level == 1 else "", size=size or _USUAL)
    if not (page_of and size):
        return paragraph(inside, set_so)
    stop = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{twips(TEXT.width)}"/></w:tabs>'
    return paragraph(f"{inside}<w:r><w:tab/></w:r>{page_number_of(page_of, _USUAL)}", f"{stop}{set_so}")


def _size(text: str, indent: int) -> float:
    """Points in which the words stand on one line; 0 where they are too many."""
    room = TEXT.width - _FOR_NUMBER - indent * _USUAL * POINT
    fitting = int(room / (max(width_of(text), 1) * POINT / 2) * 2) / 2
    return min(fitting, _USUAL) if fitting >= _SMALLEST else 0
