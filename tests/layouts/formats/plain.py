"""Writes a laid out document as text: lines and tabs, tables drawn with bars, or values separated by commas."""

import csv
import io
from pathlib import Path
from random import Random

from tests.layouts.documents import LaidOut
from tests.layouts.formats.flow import Paragraph, flow
from tests.layouts.formats.sheets import below_each_other, block_of
from tests.layouts.tables.grids import Drawn, Value


def write_text(document: LaidOut, path: Path) -> None:
    """All parts of the disclosure, a line for each paragraph and each row."""
    with_bars = document.layout["columns by"] == "bars"
    lines: list[str] = []
    for block in flow(document, Random(document.made_up.disclosure.unit_name)):
        if isinstance(block, Paragraph):
            lines += [block.text, ""]
        else:
            lines += [*_rows(block, with_bars=with_bars), ""]
    _write(document, path, "\n".join(lines))


def write_values(document: LaidOut, path: Path) -> None:
    """The tables and forms below each other, as a spreadsheet saves a sheet as csv or tsv."""
    text = io.StringIO()
    writer = csv.writer(text, dialect="excel-tab" if path.suffix == ".tsv" else "excel")
    random = Random(document.made_up.disclosure.unit_name)
    blocks = [block_of(laid, document, random) for laid in (*document.tables, *document.forms)]
    for row in below_each_other(blocks).rows:
        writer.writerow([_words(value) for value in row])
    _write(document, path, text.getvalue())


def _rows(drawn: Drawn, *, with_bars: bool) -> list[str]:
    rows = [[_words(value).replace("\n", "") for value in row] for row in drawn.rows]
    rows = [[*row, *[""] * (drawn.width - len(row))] for row in rows]
    if not with_bars:
        return ["\t".join(row) for row in rows]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return [lines[0], f"|{'---|' * drawn.width}", *lines[1:]]


def _words(value: Value) -> str:
    return "" if value is None else str(value)


def _write(document: LaidOut, path: Path, text: str) -> None:
    path.write_bytes(text.encode(document.layout["encoding"] or "utf-8"))
