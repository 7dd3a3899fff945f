"""Writes a laid out document as a web page: the text, then the tables with captions and notes around them."""

from html import escape
from pathlib import Path

from tests.layouts.documents import LaidOut
from tests.layouts.tables.grids import Drawn
from tests.layouts.tables.laid import Laid


def write_page(document: LaidOut, path: Path) -> None:
    """All parts of the disclosure."""
    texts = [*(paragraph.text for paragraph in document.made_up.paragraphs), *document.contents]
    tables = "".join(map(_laid, (*document.tables, *document.forms)))
    path.write_text(f"<html><body>{''.join(map(_paragraph, texts))}{tables}</body></html>", encoding="utf-8")


def _paragraph(text: str) -> str:
    return f"<p>{_words(text)}</p>"


def _laid(laid: Laid) -> str:
    captions = "".join(_paragraph("  ".join(cells)) for cells in laid.caption)
    return captions + _table(laid.drawn) + "".join(map(_paragraph, laid.notes))


def _table(drawn: Drawn) -> str:
    covered = {
        (one.top + down, one.left + right): one
        for one in drawn.merges
        for down in range(one.height)
        for right in range(one.width)
    }
    rows = []
    for n, row in enumerate(drawn.rows):
        cells = []
        for column in range(drawn.width):
            merge = covered.get((n, column))
            if merge and (merge.top, merge.left) != (n, column):
                continue
            spans = f' rowspan="{merge.height}" colspan="{merge.width}"' if merge else ""
            cells.append(f"<td{spans}>{_words(row[column] if column < len(row) else '')}</td>")
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table>{''.join(rows)}</table>"


def _words(value) -> str:
    return escape(str(value if value is not None else "")).replace("\n", "<br>")
