"""What a random document came to: read as it was written, refused with a reason, or wrong without a word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from disclosures.documents.figures import figures_in
from disclosures.intake.ledger import FATAL, Problem
from disclosures.intake.reading import Reading
from tests.layouts.comparing import fields_of, line_of
from tests.layouts.documents import LaidOut
from tests.layouts.tables.laid import Line

_CELL = re.compile(r"第 \d+ 格$|(?<=!)[A-Z]+(?=\d+$)")
PAGE = re.compile(r"第 \d+ 页")


def row_of(place: str) -> str:
    """The place of the row in which a cell stands."""
    return _CELL.sub("", place)


@dataclass(frozen=True)
class Outcome:
    """Of one document; a silent error is a sentence that says what was printed and what was read."""

    kind: str
    refused: str = ""
    silent: list[str] = field(default_factory=list)


def outcome_of(document: LaidOut, reading: Reading) -> Outcome:
    kind = document.layout["format"]
    fatal = next((one for one in reading.ledger.problems if one.level == FATAL), None)
    if fatal:
        return Outcome(kind, refused=f"{fatal.place}: {fatal.message}")
    return Outcome(kind, silent=silent_errors(document, reading))


def silent_errors(document: LaidOut, reading: Reading) -> list[str]:
    """Figures of the tables that are wrong, missing or invented, and no problem says so at the place or in its row."""
    loud = _Loud(reading.ledger.problems)
    return [*_tables(document, reading, loud), *_forms(document, reading, loud)]


class _Loud:
    """What the problems of a reading name: places, rows, pages, and the texts and figures in them."""

    def __init__(self, problems: list[Problem]):
        self.rows = {row_of(one.place) for one in problems}
        self.pages = {one.place for one in problems if PAGE.fullmatch(one.place)}
        self.figures = {figure for one in problems for figure in figures_in(one.text)}
        self.said = " ".join(f"{one.place} {one.text} {one.message}" for one in problems)

    def at(self, place: str) -> bool:
        page = PAGE.match(place)
        return row_of(place) in self.rows or bool(page and page[0] in self.pages)

    def names(self, number: str) -> bool:
        return f"公开{number}表" in self.said


def _tables(document: LaidOut, reading: Reading, loud: _Loud) -> Iterator[str]:
    """Line by line; a line is known by its key, of lines with one key the like by their amounts."""
    for number, laid in document.statements.items():
        if number not in reading.statements:
            if not loud.said:
                yield f"{number}: the table is not found and nothing says so"
            continue
        found = reading.statements[number]
        left = [(line_of(one), one.place) for one in found.lines]
        printed = [one for one in laid.lines if not (laid.total_is_lost and one.key == ("",))]
        left = [pair for pair in left if not (laid.total_is_lost and pair[0].key == ("",))]
        yield from _lines(number, printed, left, loud)


def _lines(number: str, printed: list[Line], left: list[tuple[Line, str]], loud: _Loud) -> Iterator[str]:
    left = list(left)
    missing = []
    for one in printed:
        same = next((pair for pair in left if _figures(pair[0]) == _figures(one)), None)
        if same:
            left.remove(same)
        else:
            missing.append(one)
    for one in missing:
        near = next((pair for pair in left if pair[0].key == one.key), None)
        if near:
            left.remove(near)
            if not loud.at(near[1]):
                yield f"{number}: printed {_said(one)}, read {_said(near[0])} at {near[1]}"
        elif any(value is not None for _, value in one.amounts) and not loud.names(number):
            yield f"{number}: printed {_said(one)}, lost"
    for one, place in left:
        if any(value is not None for _, value in one.amounts) and not loud.at(place):
            yield f"{number}: invented {_said(one)} at {place}"


def _figures(one: Line) -> tuple:
    return one.key, one.amounts


def _said(one: Line) -> str:
    amounts = {name: str(value) for name, value in one.amounts if value is not None}
    return f"{'/'.join(map(str, one.key))} {amounts}"


def _forms(document: LaidOut, reading: Reading, loud: _Loud) -> Iterator[str]:
    """Every field of a form that has digits, where the form was found with as many rows as it was printed."""
    if len(document.forms) != len(reading.forms) and not loud.said:
        yield f"{len(document.forms)} forms printed, {len(reading.forms)} read, and nothing says so"
    for laid, other in zip(document.forms, reading.forms, strict=False):
        pairs = [(laid.form.form, other.form), *zip(laid.form.tasks, other.tasks, strict=False)]
        pairs += zip(laid.form.indicators, (row.indicator for row in other.rows), strict=False)
        for what, printed, read in (
            ("tasks", laid.form.tasks, other.tasks), ("indicators", laid.form.indicators, other.rows),
        ):  # fmt: skip
            if len(printed) != len(read) and not loud.said:
                yield f"form {laid.form.form.name}: {len(printed)} {what} printed, {len(read)} read"
        for printed, read in pairs:
            if not loud.at(read.place):
                yield from _differing(printed, read)


def _differing(printed, read) -> Iterator[str]:
    wanted, found = fields_of(printed), fields_of(read)
    for name, value in wanted.items():
        if figures_in(str(value)) != figures_in(str(found[name])):
            yield f"form: {name} printed {value!r}, read {found[name]!r} at {read.place}"
