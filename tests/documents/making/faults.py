"""Faults of reading, put into what was read: what a wrong reader would hand on for the same file."""

import random
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from disclosures.documents.figures import figures_in
from disclosures.documents.items import BLANK, Cell, Document, Grid, Item, Prose
from disclosures.intake.doubts.second_look import report_differences
from disclosures.intake.ledger import Ledger

Fault = Callable[[random.Random, str], str]


def differences(document: Document) -> list[tuple[str, str]]:
    """Place and figure of everything that only one of the two readings sees."""
    ledger = Ledger(document.items)
    report_differences(document.sightings, ledger)
    return [(problem.place, problem.text) for problem in ledger.problems]


def dropped(rng: random.Random, text: str) -> str:
    at = rng.choice([match.start() for match in re.finditer(r"\d", text)])
    return text[:at] + text[at + 1 :]


def doubled(rng: random.Random, text: str) -> str:
    at = rng.choice([match.start() for match in re.finditer(r"\d", text)])
    return text[:at] + text[at] + text[at:]


def signed(rng: random.Random, text: str) -> str:
    """A sign lost, or one that is not there."""
    if "-" in text:
        return text.replace("-", "", 1)
    return re.sub(r"\d", lambda match: f"-{match[0]}", text, count=1)


def skipped(rng: random.Random, text: str) -> str:
    """A run of the text is not read."""
    start, end = rng.choice([match.span() for match in re.finditer(r"[\d.,]+", text)])
    start = rng.randrange(start, end)
    return text[:start] + text[end:]


IN_TEXT: tuple[Fault, ...] = (dropped, doubled, signed, skipped)


def _with_figure(items: list[Item]) -> list[tuple]:
    """Where figures stand: a number of an item alone, or with its row and column."""
    found = [(n,) for n, one in enumerate(items) if isinstance(one, Prose) and figures_in(one.text)]
    for n, one in enumerate(items):
        for r, row in enumerate(one.rows if isinstance(one, Grid) else ()):
            found += [(n, r, c) for c, cell in enumerate(row) if figures_in(cell.text)]
    return found


def _set(items: list[Item], where: tuple[int, int, int], cell: Cell) -> None:
    n, r, c = where
    rows = [list(row) for row in items[n].rows]
    rows[r][c] = cell
    items[n] = replace(items[n], rows=tuple(map(tuple, rows)))


def _moved(rng: random.Random, items: list[Item], where: tuple[int, int, int]) -> None:
    """The figure goes to the next cell, or changes places with what stands there."""
    n, r, c = where
    row = items[n].rows[r]
    other = c + 1 if c + 1 < len(row) else c - 1
    there = row[other].place if row[other] else f"{row[c].place}+"
    here = row[other]._replace(place=row[c].place) if row[other] else BLANK
    _set(items, (n, r, other), row[c]._replace(place=there))
    _set(items, (n, r, c), here)


def _without_row(items: list[Item], where: tuple[int, int, int]) -> None:
    n, r, _ = where
    items[n] = replace(items[n], rows=items[n].rows[:r] + items[n].rows[r + 1 :])


def faulty(rng: random.Random, sound: Document) -> tuple[str, Document]:
    """The document with one fault in it, and what kind of fault it is."""
    places = _with_figure(sound.items)
    before = _figures(sound.items)
    while True:
        items, where = list(sound.items), rng.choice(places)
        if len(where) == 1:
            fault = rng.choice(IN_TEXT)
            items[where[0]] = replace(items[where[0]], text=fault(rng, items[where[0]].text))
        elif rng.random() < 0.3 and len(items[where[0]].rows[where[1]]) > 1:
            fault = rng.choice((_moved, _without_row))
            fault(rng, items, where) if fault is _moved else fault(items, where)
        else:
            fault = rng.choice(IN_TEXT)
            cell = items[where[0]].rows[where[1]][where[2]]
            _set(items, where, cell._replace(text=fault(rng, cell.text)))
        if _figures(items) != before:  # else nothing that is wrong: two equal figures changed places
            return fault.__name__, Document(items, sound.sightings)


def _figures(items: list[Item]) -> Counter:
    cells = [cell for one in items if isinstance(one, Grid) for row in one.rows for cell in row if cell]
    printed = [*cells, *(one for one in items if isinstance(one, Prose))]
    return Counter((figure, one.place) for one in printed for figure in figures_in(one.text))


def untold(document: Document, many: int, seed: str) -> list[str]:
    """Of so many faults, the kinds of those that the second reading does not tell."""
    rng = random.Random(seed)
    planted = (faulty(rng, document) for _ in range(many))
    return [kind for kind, wrong in planted if not differences(wrong)]
