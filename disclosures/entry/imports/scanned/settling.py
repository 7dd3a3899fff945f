"""Figures that were read from a picture with doubt, asked of all rules: what confirms them, what else would fit.

Nothing is corrected by itself: a figure stays as it was read, and the clerk sees its picture beside what was found.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path

from disclosures.amounts import Outcome, Precision, plain, printed
from disclosures.checks.checking import check
from disclosures.checks.figures import Unit as Counted
from disclosures.checks.outcomes import Result
from disclosures.checks.spots import CellSpot, Spot
from disclosures.documents.items import Document
from disclosures.intake.ledger import Doubt
from disclosures.intake.parts import Reading
from disclosures.intake.reading import read_disclosure
from disclosures.statements.lines import StatementLine
from disclosures.statements.loaded import LoadedDisclosure
from disclosures.statements.models import (
    Disclosure,
    PerformanceForm,
    PerformanceIndicator,
    PerformanceTask,
    Unit,
)

_OF_FORMS = (PerformanceForm, PerformanceTask, PerformanceIndicator)

Seat = tuple[str, str, str]  # a table's number, the key of a row, the name of a column

CONFIRMED = "与其他数核对相符：{}"
WOULD_FIT = "按其他数核对应为 {}，只差一位；没有改动，请对照图片"
OPEN = "没有别的数能核对，请对照图片"
CONTRADICTED = "与其他数核对不符，请对照图片"


def read_and_settle(path: Path, read: Callable[[Path], Document], part: str = "") -> Reading:
    """`read_disclosure`, with a verdict on every figure that was read with doubt."""
    reading = read_disclosure(path, read, part)
    settle(reading)
    return reading


def settle(reading: Reading) -> None:
    """Give each doubt its verdict; a document that was not scanned has none."""
    taken = reading.ledger.taken
    seats = {place: _seat(line, column) for place, (line, column) in taken.items() if isinstance(line, StatementLine)}
    results = _results_at(reading, set(seats.values())) if seats else {}
    for doubt in reading.ledger.doubts:
        if not doubt.text and not doubt.picture:
            continue  # that pages were scanned at all
        seat = seats.get(doubt.place)
        others = set(seats.values()) - {seat}
        known = [result for result in results.get(seat, ()) if others.isdisjoint(_seats_of(result))]
        _judge(doubt, seat, known, reading)


def _seat(line: StatementLine, column: str) -> Seat:
    return line.number, line.key, column


def _at(spot: Spot | None) -> Seat | None:
    return (spot.number, spot.row, spot.column) if isinstance(spot, CellSpot) else None


def _seats_of(result: Result) -> set[Seat | None]:
    return {_at(figure.spot) for figure in result.figures}


def _results_at(reading: Reading, seats: set[Seat]) -> dict[Seat | None, list[Result]]:
    """The relations in which the figures at these places take part."""
    unit, decimals = reading.precision.unit.value, reading.precision.decimals
    disclosure = Disclosure(unit=Unit(), year=reading.year or 0, amount_unit=unit, decimals=decimals)
    parts = (part for part in reading.parts() if not isinstance(part, _OF_FORMS))
    found = defaultdict(list)
    for result in check(LoadedDisclosure(disclosure, parts)).results:
        for seat in _seats_of(result) & seats:
            found[seat].append(result)
    return found


def _judge(doubt: Doubt, seat: Seat | None, results: Sequence[Result], reading: Reading) -> None:
    """What the relations say in which no other doubtful figure takes part.

    Rounding settles nothing: within its bounds the last digit may be another one.
    """
    equal = [result for result in results if result.outcome == Outcome.EQUAL and len(result.figures) > 1]
    broken = [result for result in results if result.outcome == Outcome.BROKEN]
    if broken:
        fitting = set.intersection(*(_fitting(result, seat, reading.precision) for result in broken))
        near = [text for text in fitting if is_one_digit_off(doubt.text, text)]
        doubt.verdict = WOULD_FIT.format(near[0]) if len(near) == 1 else CONTRADICTED
    elif equal:
        doubt.verdict, doubt.is_settled = CONFIRMED.format(equal[0].message), True
    else:
        doubt.verdict = OPEN


def _fitting(result: Result, seat: Seat | None, precision: Precision) -> set[str]:
    """The figures, as printed, with one of which in that place the relation would hold."""
    left, right = result.left, result.right
    if left is None or right is None or left.value is None or right.value is None or left.unit != Counted.YUAN:
        return set()
    values: list[Decimal] = []
    if _at(left.spot) == seat:
        values.append(right.value)
    elif _at(right.spot) == seat:
        values.append(left.value)
    for part in result.parts:
        if _at(part.spot) == seat and part.value is not None:
            values += [part.value + left.value - right.value, part.value - left.value + right.value]
    return {printed(value, precision.unit, precision.decimals) for value in values}


def is_one_digit_off(read: str, fitting: str) -> bool:
    """Whether both are figures of the same length, commas left out, that differ in exactly one digit."""
    one, other = (plain(text).replace(",", "") for text in (read, fitting))
    different = [pair for pair in zip(one, other, strict=False) if pair[0] != pair[1]]
    return len(one) == len(other) and len(different) == 1 and "".join(different[0]).isdigit()
