"""Faults planted between a file and its cells, as a reader with an error would make them."""

import re
from collections.abc import Callable
from copy import copy
from dataclasses import replace
from itertools import pairwise
from random import Random

from openpyxl.utils import column_index_from_string, get_column_letter

from disclosures.documents.figures import figures_in
from disclosures.documents.items import BLANK, Cell, Grid, Item
from disclosures.intake.ledger import Ledger

Rows = list[list[Cell]]
Spot = tuple[int, int]


def _changed(change: Callable[[str, Random], str]):
    def plant(rows: Rows, spot: Spot, random: Random) -> None:
        row, column = spot
        cell = rows[row][column]
        rows[row][column] = cell._replace(text=change(cell.text, random))

    return plant


def _digits(text: str) -> list[int]:
    return [n for n, letter in enumerate(text) if letter.isdigit()]


def _without_a_digit(text: str, random: Random) -> str:
    at = random.choice(_digits(text))
    return text[:at] + text[at + 1 :]


def _with_a_digit_twice(text: str, random: Random) -> str:
    at = random.choice(_digits(text))
    return text[:at] + text[at] + text[at:]


def _without_a_run(text: str, random: Random) -> str:
    """What is left of a figure that is written in two runs, of which one is not read."""
    at = random.randrange(len(text))
    return next((part for part in (text[:at], text[at:]) if figures_in(part) != figures_in(text)), "")


def _transposed(text: str, random: Random) -> str:
    digits = _digits(text)
    pairs = [(a, b) for a, b in pairwise(digits) if text[a] != text[b]]
    if not pairs:
        return _with_a_digit_twice(text, random)
    a, b = random.choice(pairs)
    return text[:a] + text[b] + text[a + 1 : b] + text[a] + text[b + 1 :]


def _with_other_sign(text: str, random: Random) -> str:
    return text.removeprefix("-") if text.startswith("-") else f"-{text}"


def _to_the_neighbour(rows: Rows, spot: Spot, random: Random) -> None:
    """The figure stands in the next cell and is said to stand there, whatever stood in that."""
    row, column = spot
    other = column + 1 if column + 1 < len(rows[row]) else column - 1
    mine, theirs = rows[row][column], rows[row][other]
    place = theirs.place or _beside(mine.place, other - column)
    rows[row][column] = theirs._replace(place=mine.place) if theirs.text != mine.text and theirs else BLANK
    rows[row][other] = mine._replace(place=place)


def _beside(place: str, step: int) -> str:
    """The place of the next cell, or of the one before: `第 3 格` or `B7`."""
    if match := re.fullmatch(r"(.*第 )(\d+)( 格)", place):
        return f"{match[1]}{int(match[2]) + step}{match[3]}"
    match = re.fullmatch(r"(.*!)([A-Z]+)(\d+)", place)
    return f"{match[1]}{get_column_letter(column_index_from_string(match[2]) + step)}{match[3]}"


def _without_the_cell(rows: Rows, spot: Spot, random: Random) -> None:
    rows[spot[0]][spot[1]] = BLANK


def _without_the_row(rows: Rows, spot: Spot, random: Random) -> None:
    del rows[spot[0]]


def _with_the_row_twice(rows: Rows, spot: Spot, random: Random) -> None:
    rows.insert(spot[0], list(rows[spot[0]]))


def _swapped(rows: Rows, spot: Spot, random: Random) -> None:
    """The texts of two cells of the table, of which the other figure is another."""
    row, column = spot
    mine = rows[row][column]
    others = [
        (r, c) for r, line in enumerate(rows) for c, cell in enumerate(line) if cell and figures_in(cell.text)
        and figures_in(cell.text) != figures_in(mine.text)
    ]  # fmt: skip
    r, c = random.choice(others)
    other = rows[r][c]
    rows[row][column], rows[r][c] = mine._replace(text=other.text), other._replace(text=mine.text)


FAULTS: dict[str, Callable[[Rows, Spot, Random], None]] = {
    "a digit dropped": _changed(_without_a_digit),
    "a digit doubled": _changed(_with_a_digit_twice),
    "two digits transposed": _changed(_transposed),
    "a sign lost or gained": _changed(_with_other_sign),
    "moved to the neighbour": _to_the_neighbour,
    "a run skipped": _changed(_without_a_run),
    "a cell skipped": _without_the_cell,
    "a row skipped": _without_the_row,
    "a row twice": _with_the_row_twice,
    "two cells swapped": _swapped,
}


def spots(items: list[Item], ledger: Ledger) -> list[tuple[int, Spot]]:
    """Every figure of a table that was read: which item, which row and column."""
    return [
        (n, (r, c))
        for n, item in enumerate(items)
        if isinstance(item, Grid)
        for r, row in enumerate(item.rows)
        for c, cell in enumerate(row)
        if cell and ledger.is_used(cell) and figures_in(cell.text) and cell.text.strip("-0123456789.,") == ""
    ]


def planted(items: list[Item], at: tuple[int, Spot], fault: str, random: Random) -> list[Item]:
    """The items as a reader with that fault would give them."""
    n, spot = at
    rows = [list(row) for row in items[n].rows]
    FAULTS[fault](rows, spot, random)
    wrong = copy(items)  # with what a reader hands on beside its items
    wrong[n] = replace(items[n], rows=tuple(map(tuple, rows)))
    return wrong
