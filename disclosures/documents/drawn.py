"""Tables drawn with characters in plain lines: 科目 | 金额, or frames of ├ ─ │."""

import re
from collections.abc import Iterable, Iterator

from disclosures.documents.items import BLANK, Cell, Grid, Item, Prose

_RULE = re.compile(r"[\s|+:=_\-─━═┄┈│┃║┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬╪╫┏┓┗┛┣┫┳┻╋]{3,}")
_FRAME = re.compile("[│┃║]")
_BAR = "|"
_RULED = [""]  # of a line that holds nothing but rules


def cells_in(line: str) -> list[str]:
    """The cells that a line draws between bars; none of a line that is no row."""
    words = _FRAME.sub(_BAR, line.strip())
    if _RULE.fullmatch(words):
        return _RULED
    if words.count(_BAR) < 2:
        return []
    return [cell.strip() for cell in words.removeprefix(_BAR).removesuffix(_BAR).split(_BAR)]


def with_drawn_tables(items: Iterable[Item], *, gaps_part: bool = False) -> Iterator[Item]:
    """The items, with lines that draw at least two rows below each other as the grid that they are.

    With `gaps_part` a blank line ends a table, as it does in a text file.
    """
    rows: list[Prose] = []
    for item in items:
        row = item if isinstance(item, Prose) and cells_in(item.text) else None
        if rows and (not row or (gaps_part and row.gap)):
            yield from _table_of(rows)
            rows = []
        if row:
            rows.append(row)
        else:
            yield item
    yield from _table_of(rows)


def _table_of(lines: list[Prose]) -> Iterator[Item]:
    rows = [(line, cells) for line in lines if (cells := cells_in(line.text)) != _RULED]
    if len(rows) < 2:
        yield from lines
    else:
        yield Grid(rows[0][0].place, tuple(_row(line.place, cells) for line, cells in rows))


def _row(place: str, cells: list[str]) -> tuple[Cell, ...]:
    return tuple(Cell(text, f"{place}第 {n} 格") if text else BLANK for n, text in enumerate(cells, start=1))
