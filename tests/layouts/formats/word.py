"""Writes a laid out document as a Word file: the text, then the tables with captions and notes around or in them."""

from pathlib import Path
from random import Random

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.layouts.documents import LaidOut
from tests.layouts.formats.flow import Paragraph, flow
from tests.layouts.formats.word_runs import Runs, plain_run
from tests.layouts.tables.grids import Drawn, Merge, Phantom
from tests.layouts.traits import Layout

_CHANGE = 'w:id="7" w:author="制表人" w:date="2024-08-01T00:00:00Z"'
_DELETED_ROW = f"<w:trPr><w:del {_CHANGE}/></w:trPr>"
_HIDDEN_ROW = "<w:trPr><w:hidden/></w:trPr>"


def write_word(document: LaidOut, path: Path) -> None:
    """All parts of the disclosure."""
    word, random = Document(), Random(document.made_up.disclosure.unit_name)
    tables = _Tables(document.layout, random)
    for block in flow(document, random):
        if isinstance(block, Paragraph):
            word.add_paragraph(block.text)
            continue
        word.add_paragraph("")
        word.element.body.insert_element_before(parse_xml(tables.table(block)), "w:sectPr")
        word.add_paragraph("")
    word.save(str(path))


class _Tables:
    """Writes grids as tables of Word, with the troubles of the layout in some of their cells."""

    def __init__(self, layout: Layout, random: Random):
        self.layout, self.random = layout, random
        self.runs = Runs(layout, random)

    def table(self, drawn: Drawn) -> str:
        columns = "<w:gridCol/>" * drawn.width
        rows = "".join(self._row(n, row, drawn) for n, row in enumerate(drawn.rows))
        written = f"<w:tbl {nsdecls('w')}><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
        if not self.layout["in a layout table"] or self.random.random() > 0.3:
            return written
        return (
            f"<w:tbl {nsdecls('w')}><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>"
            f"<w:tr><w:tc><w:tcPr/>{written}<w:p/></w:tc></w:tr></w:tbl>"
        )

    def _row(self, n: int, row: list, drawn: Drawn) -> str:
        covering = [one for one in drawn.merges if one.top <= n < one.top + one.height]
        skipped = self._skipped(row, covering)
        is_hidden = isinstance(row, Phantom) and self.layout["changes"] != "row"
        cells, column = [], skipped
        while column < drawn.width:
            merge = next((one for one in covering if one.left == column), None)
            cells.append(self._cell(row[column] if column < len(row) else "", n, merge, is_hidden=is_hidden))
            column += merge.width if merge else 1
        properties = f'<w:trPr><w:gridBefore w:val="{skipped}"/></w:trPr>' if skipped else ""
        if isinstance(row, Phantom):
            properties = _HIDDEN_ROW if is_hidden else _DELETED_ROW
        return f"<w:tr>{properties}{''.join(cells)}</w:tr>"

    def _skipped(self, row: list, covering: list[Merge]) -> int:
        """Blank cells at the start of a row that are left out, where the layout does that."""
        blank = next((n for n, value in enumerate(row) if value not in ("", None)), 0)
        if not self.layout["grid before"] or isinstance(row, Phantom) or any(one.left < blank for one in covering):
            return 0
        return blank

    def _cell(self, value, n: int, merge: Merge | None, *, is_hidden: bool) -> str:
        """A hidden row has no text that is seen either: Word shows one that only its end mark hides."""
        span = f'<w:gridSpan w:val="{merge.width}"/>' if merge and merge.width > 1 else ""
        down = ""
        if merge and merge.height > 1:
            down = '<w:vMerge w:val="restart"/>' if n == merge.top else "<w:vMerge/>"
        if is_hidden:
            text = plain_run(str(value), "<w:vanish/>") if value else ""
        else:
            text = self.runs.of(value) if value else plain_run("")
        return f"<w:tc><w:tcPr>{span}{down}</w:tcPr><w:p>{text}</w:p></w:tc>"
