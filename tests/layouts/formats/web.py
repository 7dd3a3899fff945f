"""Writes a laid out document as a web page, with the markup of programs that save as one."""

from html import escape
from pathlib import Path
from random import Random

from tests.layouts.documents import LaidOut
from tests.layouts.formats.flow import Paragraph, flow
from tests.layouts.formats.spoiling import strikes
from tests.layouts.tables.grids import Drawn, Phantom, Value
from tests.layouts.traits import Layout

_HIDING = {"style": 'style="display: none"', "sheet": 'class="gone"', "attribute": "hidden"}
_SHEET = "<style>.gone { display: none }</style>"


def write_web_page(document: LaidOut, path: Path) -> None:
    """All parts of the disclosure."""
    random, layout = Random(document.made_up.disclosure.unit_name), document.layout
    tables = _Tables(layout, random)
    encoding, _, unsaid = (layout["charset"] or "utf-8").partition(" ")
    said = "" if unsaid else f'<meta charset="{encoding}">'
    body = "\n".join(
        f"<p>{escape(block.text)}</p>" if isinstance(block, Paragraph) else tables.table(block)
        for block in flow(document, random)
    )
    page = f"<!DOCTYPE html><html><head>{said}{_SHEET}</head><body>\n{body}\n</body></html>"
    path.write_bytes(page.encode(encoding, "xmlcharrefreplace"))


class _Tables:
    """Writes grids, with the troubles of the layout in some of their cells."""

    def __init__(self, layout: Layout, random: Random):
        self.layout, self.random = layout, random
        self.hiding = _HIDING[layout["hidden by"] or "style"]

    def table(self, drawn: Drawn) -> str:
        rows = "\n".join(self._row(n, row, drawn) for n, row in enumerate(drawn.rows))
        written = f"<table border=1>\n{rows}\n</table>"
        if not self.layout["in a layout table"] or self.random.random() > 0.3:
            return written
        return f"<table><tr><td>{written}</td></tr></table>"

    def _row(self, n: int, row: list[Value], drawn: Drawn) -> str:
        hidden = f" {self.hiding}" if isinstance(row, Phantom) else ""
        cells = []
        for column in range(drawn.width):
            covering = [
                one
                for one in drawn.merges
                if one.top <= n < one.top + one.height and one.left <= column < one.left + one.width
            ]
            if any((one.top, one.left) != (n, column) for one in covering):
                continue
            span = f" colspan={covering[0].width} rowspan={covering[0].height}" if covering else ""
            cells.append(f"<td{span}>{self._words(row[column] if column < len(row) else '')}</td>")
        return f"<tr{hidden}>{''.join(cells)}</tr>"

    def _words(self, value: Value) -> str:
        text = "" if value is None else str(value)
        written = escape(text).replace("\n", "<br>")
        if self.layout["runs"] == "split" and len(text) > 3 and "\n" not in text:
            middle = self.random.randrange(1, len(text) - 1)
            written = f"<b>{escape(text[:middle])}</b><span>{escape(text[middle:])}</span>"
        return written + self._after() if strikes(self.random, value) else written

    def _after(self) -> str:
        """What stands behind the digits and is no part of the figure."""
        written = ""
        if self.layout["hidden digits"] == "one" or self.layout["unseen"] == "cell":
            written += f"<span {self.hiding}>8</span>"
        if self.layout["note marks"] == "raised":
            written += "<sup>1</sup>"
        return written
