"""Writes a laid out document as a Word file: the text, then the tables with captions and notes around or in them."""

from pathlib import Path
from xml.sax.saxutils import escape

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.layouts.documents import LaidOut
from tests.layouts.grids import Drawn, Merge
from tests.layouts.laid import Laid

_BODY_ROWS_OF_LONG_TABLES = 12


def write_word(document: LaidOut, path: Path) -> None:
    """All parts of the disclosure."""
    word = Document()
    for paragraph in document.made_up.paragraphs:
        word.add_paragraph(paragraph.text)
    for text in document.contents:
        word.add_paragraph(text)
    for laid in (*document.tables, *document.forms):
        _add(word, laid, document)
    word.save(str(path))


def _add(word, laid: Laid, document: LaidOut) -> None:
    layout = document.layout
    caption = ["  ".join(cells) for cells in laid.caption]
    within = bool(laid.number) and layout["caption in"] == "the table"
    drawn, upper = laid.drawn, Drawn([])
    if laid.number and layout["blank rows"] == "above and between":
        drawn = drawn.with_blank_row(len(drawn.rows) - 1).with_blank_row(drawn.head)
    if within:
        upper.spread_over(caption, drawn.width)
    else:
        for text in caption:
            word.add_paragraph(text)
    for n, part in enumerate(_parts(drawn, laid, layout["continued"])):
        word.add_paragraph("")
        part = part if n else part.below(upper)
        _add_table(word, part, laid.notes if within and part.rows[-1] == drawn.rows[-1] else [])
    if not within:
        for note in laid.notes:
            word.add_paragraph(note)
    for signatures in document.signatures if laid.number else []:
        word.add_paragraph(signatures)
    word.add_paragraph("")


def _parts(drawn: Drawn, laid: Laid, continued: str) -> list[Drawn]:
    """One grid, or two where a long table goes on over a page."""
    body = len(drawn.rows) - drawn.head
    if continued == "no" or not laid.number or body < _BODY_ROWS_OF_LONG_TABLES:
        return [drawn]
    return list(drawn.cut(drawn.head + body // 2, repeat_head=continued == "with head"))


def _add_table(word, drawn: Drawn, notes: list[str]) -> None:
    if notes:
        drawn.spread_over(notes, drawn.width)
    columns = "<w:gridCol/>" * drawn.width
    rows = "".join(_row(n, row, drawn) for n, row in enumerate(drawn.rows))
    table = f"<w:tbl {nsdecls('w')}><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    word.element.body.insert_element_before(parse_xml(table), "w:sectPr")


def _row(n: int, row: list, drawn: Drawn) -> str:
    covering = [one for one in drawn.merges if one.top <= n < one.top + one.height]
    cells, column = [], 0
    while column < drawn.width:
        merge = next((one for one in covering if one.left == column), None)
        cells.append(_cell(row[column] if column < len(row) else "", n, merge))
        column += merge.width if merge else 1
    return f"<w:tr>{''.join(cells)}</w:tr>"


def _cell(value, n: int, merge: Merge | None) -> str:
    span = f'<w:gridSpan w:val="{merge.width}"/>' if merge and merge.width > 1 else ""
    down = ""
    if merge and merge.height > 1:
        down = '<w:vMerge w:val="restart"/>' if n == merge.top else "<w:vMerge/>"
    lines = (f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in str(value or "").split("\n"))
    text = "<w:br/>".join(lines)
    return f"<w:tc><w:tcPr>{span}{down}</w:tcPr><w:p><w:r>{text}</w:r></w:p></w:tc>"
