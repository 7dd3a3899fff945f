"""From a place in the file to where the preview shows what was read there."""

import re
from collections import defaultdict
from functools import reduce
from typing import Any

from disclosures.entry.imports.preview.comparing import Piece, row_anchor, table_anchor
from disclosures.entry.imports.preview.editions import Edition
from disclosures.statements.lines import StatementLine
from disclosures.statements.models import PerformanceForm, StatementHead
from disclosures.tables.table import unique_keys

_CELL = re.compile(r"(?P<sheet>.*)!(?P<column>[A-Z]+)(?P<row>\d+)")
_LINE = re.compile(r"(?P<file>《[^》]*》)?第 (?P<line>\d+) 行")
_LAST = re.compile(r"第 (\d+) 格$")


class Places:
    """Where each row of the file's pieces stands in the preview, by the row of the file that it was read from."""

    def __init__(self, pieces: list[Piece], read: Edition):
        self._rows: dict[str, list[tuple[int, str, str]]] = defaultdict(list)  # column, piece, anchor, as read
        self._sheets: dict[str, set[str]] = {}  # the pieces that stand in a sheet
        for piece in pieces:
            if piece.is_read:
                self._add(piece, list(read.rows_of(piece.name)))

    def _add(self, piece: Piece, rows: list[Any]) -> None:
        lines = [row for row in rows if isinstance(row, StatementLine)]
        keys = dict(zip(map(id, lines), unique_keys([line.key for line in lines]), strict=True))
        for row in rows:
            if isinstance(row, StatementHead | PerformanceForm):
                anchor = f"part-{piece.key}"
            else:
                anchor = table_anchor(piece.name, keys[id(row)]) if id(row) in keys else row_anchor(row)
            if row.place:
                line, column = _cell_of(row.place)
                self._rows[line].append((column, piece.key, anchor))
                self._sheets.setdefault(_sheet_of(row.place), set()).add(piece.key)

    def href(self, place: str) -> str:
        """A link within the page; "" where nothing that was read stands near."""
        _, anchor = self._found(place or "")
        if anchor:
            return f"#{anchor}"
        piece = self._of_sheet(place or "")
        return f"#part-{piece}" if piece else self._near(place or "")

    def _near(self, place: str) -> str:
        """In a text, where the nearest line above was read: a paragraph or a row may have come from several lines."""
        asked = _LINE.match(place)
        lines = [(int(found["line"]), entries) for row, entries in self._rows.items() if (found := _LINE.match(row))]
        above = [line for line in lines if asked and line[0] <= int(asked["line"])]
        return f"#{max(above, key=lambda line: line[0])[1][-1][2]}" if above else ""

    def piece_of_cell(self, place: str) -> str:
        """The one piece that a cell belongs to; "" for a place that is no cell, or that several pieces share."""
        if not (_CELL.fullmatch(place) or _LAST.search(place)):
            return ""
        piece, _ = self._found(place)
        return piece or self._of_sheet(place)

    def _found(self, place: str) -> tuple[str, str]:
        """Piece and anchor of the row that begins nearest before the cell: a form may have two side by side."""
        line, column = _cell_of(place)
        begun = [entry for entry in self._rows.get(line, ()) if entry[0] <= column]
        return max(begun, key=lambda entry: entry[0])[1:] if begun else ("", "")

    def _of_sheet(self, place: str) -> str:
        pieces = self._sheets.get(_sheet_of(place), set())
        return next(iter(pieces)) if len(pieces) == 1 else ""


def _cell_of(place: str) -> tuple[str, int]:
    """The row of the file, and the number of the column in it; 0 where the place is no cell."""
    if cell := _CELL.fullmatch(place):
        letters = (ord(letter) - ord("A") + 1 for letter in cell["column"])
        return f"{cell['sheet']}!{cell['row']}", reduce(lambda number, letter: number * 26 + letter, letters, 0)
    last = _LAST.search(place)
    return (place[: last.start()], int(last[1])) if last else (place, 0)


def _sheet_of(place: str) -> str:
    cell = _CELL.fullmatch(place)
    return cell["sheet"] if cell else place
