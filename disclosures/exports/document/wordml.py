"""Pieces of WordprocessingML as text: runs, paragraphs and tables. Sizes are points, widths millimetres."""

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from docx.oxml.ns import nsdecls

from disclosures.characters import without_unseen
from disclosures.exports.document.grids.grid import CENTER, Box, Grid

NAMESPACES = nsdecls("w", "r")
LINE_HEIGHT = 1.3  # times the size of the letters, in tables
ABOVE_AND_BELOW = 0.3  # millimetres that a cell keeps free


def twips(millimetres: float) -> int:
    """Twentieths of a point, in which Word measures."""
    return round(millimetres * 1440 / 25.4)


def run(text: str, *, font: str = "", size: float = 0, is_bold: bool = False, is_marked: bool = False) -> str:
    """Words as a reader sees them: what no file may hold is left out, tabs and ends of lines are kept."""
    fonts = f'<w:rFonts w:eastAsia={quoteattr(font)} w:hint="eastAsia"/>' if font else ""
    sized = f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>' if size else ""
    yellow = '<w:highlight w:val="yellow"/>' if is_marked else ""
    properties = f"<w:rPr>{fonts}{'<w:b/>' if is_bold else ''}{sized}{yellow}</w:rPr>"
    return f"<w:r>{properties}{_words(text)}</w:r>"


def _words(text: str) -> str:
    lines = (
        "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in line.split("\t"))
        for line in without_unseen(text).split("\n")
    )
    return "<w:br/>".join(lines)


def marked(inside: str, mark: str) -> str:
    """Runs that can be named by that mark, such as "part7"; as they are without one."""
    if not mark:
        return inside
    number = "".join(filter(str.isdigit, mark))
    return f'<w:bookmarkStart w:id="{number}" w:name="{mark}"/>{inside}<w:bookmarkEnd w:id="{number}"/>'


def page_number_of(mark: str, size: float) -> str:
    """The page on which what is marked stands, for whoever sets the pages: Word when it opens the file, LibreOffice."""
    properties = f'<w:rPr><w:sz w:val="{round(size * 2)}"/></w:rPr>'
    pieces = (
        '<w:fldChar w:fldCharType="begin" w:dirty="true"/>',
        f'<w:instrText xml:space="preserve"> PAGEREF {mark} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        '<w:fldChar w:fldCharType="end"/>',
    )
    return "".join(f"<w:r>{properties}{piece}</w:r>" for piece in pieces)


def paragraph(inside: str, properties: str = "", style: str = "") -> str:
    """A paragraph of runs; `properties` are elements of pPr in the order of the schema, after the style."""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p {NAMESPACES}><w:pPr>{styled}{properties}</w:pPr>{inside}</w:p>"


def centred(inside: str, before: float = 0, after: float = 0) -> str:
    """A paragraph in the middle, with so many points of space around it."""
    return paragraph(inside, f'{_spaced(before, after)}<w:jc w:val="center"/>')


def _spaced(before: float, after: float) -> str:
    return f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}"/>'


def table(grid: Grid, widths: list[float], size: float, height: float = 0) -> str:
    """The grid with ruling lines, in letters of that size; its head is repeated, and no row breaks.

    `height` is the least of a row.
    """
    columns, around = [twips(width) for width in widths], twips(ABOVE_AND_BELOW)
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grids = "".join(f'<w:gridCol w:w="{column}"/>' for column in columns)
    rows = "".join(
        _row(row, columns, size, height, is_head=number < grid.head) for number, row in enumerate(grid.placed())
    )
    return (
        f'<w:tbl {NAMESPACES}><w:tblPr><w:tblW w:w="{sum(columns)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{lines}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>'
        f'<w:top w:w="{around}" w:type="dxa"/><w:left w:w="57" w:type="dxa"/>'
        f'<w:bottom w:w="{around}" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grids}</w:tblGrid>{rows}</w:tbl>"
    )


def _row(row: Iterable[tuple[Box, bool]], columns: list[int], size: float, height: float, *, is_head: bool) -> str:
    cells, column = [], 0
    for box, goes_on in row:
        cells.append(_cell(box, sum(columns[column : column + box.wide]), size, goes_on=goes_on, is_head=is_head))
        column += box.wide
    head = "<w:tblHeader/>" if is_head else ""
    least = f'<w:trHeight w:val="{twips(height)}" w:hRule="atLeast"/>' if height else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{least}{head}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(box: Box, width: int, size: float, *, goes_on: bool, is_head: bool) -> str:
    span = f'<w:gridSpan w:val="{box.wide}"/>' if box.wide > 1 else ""
    down = "<w:vMerge/>" if goes_on else '<w:vMerge w:val="restart"/>' if box.high > 1 else ""
    indent = f'<w:ind w:left="{round(box.level * size * 20)}"/>' if box.level else ""
    side = CENTER if is_head else box.side
    line = f'<w:spacing w:line="{round(size * LINE_HEIGHT * 20)}" w:lineRule="exact"/>'
    inside = "" if goes_on or not box.text else run(box.text, size=size, is_bold=box.is_bold)
    empty = f'<w:rPr><w:sz w:val="{round(size * 2)}"/></w:rPr>'
    set_so = f'<w:pStyle w:val="TableText"/>{line}{indent}<w:jc w:val="{side}"/>{empty}'
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{down}<w:vAlign w:val="center"/></w:tcPr>'
        f"<w:p><w:pPr>{set_so}</w:pPr>{inside}</w:p></w:tc>"
    )
