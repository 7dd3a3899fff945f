"""Tables as text with commas, semicolons or tabs between the cells: one grid, counted as a spreadsheet counts."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from disclosures.characters import lines_of
from disclosures.documents.items import BLANK, Cell, DocumentError, Grid, Item
from disclosures.documents.limits import DEFAULT, Limits
from disclosures.documents.text import decoded

_SEPARATORS = (",", "\t", ";", "|")
_TRIED = 200  # lines from which the separator is told
_QUOTED = re.compile(r'"[^"]*"')
_GROUPED = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_AS_TEXT = re.compile(r'="(.*)"', re.DOTALL)  # how a spreadsheet is told to keep 001 as it is
_HEAD_OF_FIGURE, _TAIL_OF_FIGURE = re.compile(r"-?\d{1,3}"), re.compile(r"\d{3}(?:\.\d+)?")
_SPLIT = "一个数的千分位逗号把它分在两格里；请给带逗号的数加引号，或者去掉千分位逗号。"


def read_csv(path: Path, limits: Limits = DEFAULT) -> list[Item]:
    """The one grid of a .csv or .tsv; places count its records and their cells from 1."""
    limits.check(path.name, "characters", path.stat().st_size)
    text = decoded(path)
    try:
        rows = list(_rows(text, path.name, limits))
    except csv.Error as error:
        raise DocumentError(f"{path.name} 有一格太长，或者引号不成对，读不出来。") from error
    grid = Grid("第 1 行", tuple(rows))
    return [_doubted(grid)] if any(map(any, rows)) else []


def _rows(text: str, name: str, limits: Limits) -> Iterator[tuple[Cell, ...]]:
    cells = 0
    records = csv.reader(io.StringIO(text, newline=""), delimiter=separator_of(text))
    for number, record in enumerate(records, start=1):
        cells += len(record)
        limits.check(name, "rows", number)
        limits.check(name, "cells", cells)
        yield tuple(_cell(words, f"第 {number} 行第 {n} 格") for n, words in enumerate(record, start=1))


def separator_of(text: str) -> str:
    """What stands between cells most often, without what is quoted and without commas that group digits."""
    lines = "\n".join(lines_of(text[: 5000 * _TRIED])[:_TRIED])
    plain = _GROUPED.sub("", _QUOTED.sub("", lines))
    return max(_SEPARATORS, key=plain.count)


def _cell(words: str, place: str) -> Cell:
    kept = _AS_TEXT.fullmatch(words.strip())
    text = (kept[1] if kept else words).strip()
    return Cell(text, place) if text else BLANK


def _doubted(grid: Grid) -> Grid:
    """The grid, with those cells in doubt whose row is longer than the head because a comma in a figure parted it."""
    head = max((len(row) for row in grid.rows if row and not any(map(_is_figure, row))), default=0)
    return replace(grid, rows=tuple(_with_doubt(row) if len(row) > head > 1 else row for row in grid.rows))


def _is_figure(cell: Cell) -> bool:
    return bool(re.fullmatch(r"-?[\d,]+(\.\d+)?", cell.text))


def _with_doubt(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    parted = {
        n
        for n, (cell, following) in enumerate(pairwise(row))
        if _HEAD_OF_FIGURE.fullmatch(cell.text) and _TAIL_OF_FIGURE.fullmatch(following.text)
    }
    return tuple(cell._replace(doubt=_SPLIT) if n in parted else cell for n, cell in enumerate(row))
