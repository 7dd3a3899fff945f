"""Slips in typing a table: a total typed again as a part, amounts that slid against their codes, a lost digit."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from disclosures.amounts import Outcome, in_unit
from disclosures.checks.cell_figures import figure_at, figure_of
from disclosures.checks.figures import Figure, in_words
from disclosures.checks.labels import Named
from disclosures.checks.outcomes import Result, Severity
from disclosures.checks.spots import CellSpot
from disclosures.checks.sums import check_sum
from disclosures.checks.tables.within import CodeSums, sums_of_codes, sums_of_columns
from disclosures.checks.wording.relations import Relation
from disclosures.statements.lines import ClassifiedLine
from disclosures.statements.loaded import LoadedDisclosure
from disclosures.statements.models import STATEMENTS, Expenditure, GeneralBudgetExpenditure

# ---------------------------------------------------------------------------------------------------------------------
# A part that repeats its total
# ---------------------------------------------------------------------------------------------------------------------


def repeated_totals(rule: str, loaded: LoadedDisclosure) -> Iterator[Result]:
    """No code prints the total of the code above where those beside it already add up to that."""
    for number, model in STATEMENTS.items():
        if issubclass(model, ClassifiedLine) and loaded.has(number):
            of_codes = CodeSums(loaded, number)
            for column in model.columns(loaded.disclosure.year):
                yield from _repeated(rule, of_codes, column.name)


def _repeated(rule: str, of_codes: CodeSums, column: str) -> Iterator[Result]:
    for code in of_codes.tree.codes:
        total = figure_of(of_codes.loaded, of_codes.lines[code], column)
        parts = [figure_of(of_codes.loaded, of_codes.lines[child], column) for child in of_codes.tree.children[code]]
        for part in parts if total.value else ():
            others = [(1, one) for one in parts if one is not part and one.value]
            if part.value == total.value and others:
                sum_of_others = check_sum(rule, of_codes.loaded, total, others, Named("其他科目之和"))
                if sum_of_others.outcome != Outcome.BROKEN:
                    facts = {"count": len(others)}
                    yield Result(rule, Outcome.BROKEN, Relation.OWN_AMOUNT, part, total, facts=facts)


# ---------------------------------------------------------------------------------------------------------------------
# Amounts that slid against their codes
# ---------------------------------------------------------------------------------------------------------------------

_FURTHEST, _FEWEST = 6, 3  # rows that amounts may have slid; how many must have, so that it is no chance
_COLUMNS: tuple[tuple[Any, Any], ...] = (
    (GeneralBudgetExpenditure.total, Expenditure.total_expenditure),
    (GeneralBudgetExpenditure.basic_expenditure, Expenditure.basic_expenditure),
    (GeneralBudgetExpenditure.project_expenditure, Expenditure.project_expenditure),
)


class Slide(NamedTuple):
    """Rows of table 05 that print what table 03 has `shift` rows further down, and not what it has in the same row."""

    shift: int
    slid: list[int]


def slid_amounts(rule: str, loaded: LoadedDisclosure) -> Iterator[Result]:
    """The amounts of table 05 stand in the rows of their codes, as table 03 has them."""
    own, other = (column.field.model.number for column in _COLUMNS[0])
    if not (loaded.has(own) and loaded.has(other)):
        return
    codes = [line.code for line in loaded.lines[own] if not line.is_total and loaded.row(other, line.code)]
    for left, right in _COLUMNS:
        lefts, rights = _figures(loaded, left, codes), _figures(loaded, right, codes)
        if found := _slide([one.value for one in lefts], [one.value for one in rights]):
            first = found.slid[0]
            facts = {"count": len(found.slid), "code": codes[first + found.shift]}
            sides = lefts[first], rights[first]
            yield Result(rule, Outcome.BROKEN, Relation.OWN_ROW, *sides, facts=facts, severity=Severity.WARNING)
            return


def _figures(loaded: LoadedDisclosure, column: Any, codes: list[str]) -> list[Figure]:
    number, name = column.field.model.number, column.field.name
    return [figure_at(loaded, (number, code, name)) for code in codes]


def _slide(own: list[Decimal | None], other: list[Decimal | None]) -> Slide | None:
    """The longest stretch of slid amounts, None where there are too few."""
    shifts = [shift for shift in range(-_FURTHEST, _FURTHEST + 1) if shift]
    slides = (slide for shift in shifts for slide in _slides(own, other, shift))
    return max(slides, key=lambda slide: len(slide.slid), default=None)


def _slides(own: list, other: list, shift: int) -> Iterator[Slide]:
    start = 0
    for row in range(len(own) + 1):
        there = row + shift
        if row < len(own) and 0 <= there < len(other) and own[row] and own[row] == other[there]:
            continue
        slid = [one for one in range(start, row) if own[one] != other[one]]
        if len(slid) >= _FEWEST and len({own[one] for one in slid}) > 1:
            yield Slide(shift, slid)
        start = row + 1


# ---------------------------------------------------------------------------------------------------------------------
# A lost digit
# ---------------------------------------------------------------------------------------------------------------------

_MOST_BROKEN = 60  # sums; where more are broken, no single digit is to blame


class Fit(NamedTuple):
    """A figure with the value, 元, exact, that holds in all its sums; `sums` are their places among all."""

    figure: Figure
    value: Decimal
    sums: frozenset[int]


def lost_digits(rule: str, loaded: LoadedDisclosure) -> Iterator[Result]:
    """A figure that breaks all its sums, and holds in all with one digit more, where no other figure would do so."""
    sums = [one for one in (*sums_of_codes("A1", loaded), *sums_of_columns("A2", loaded)) if _is_sum(one)]
    broken = {place for place, one in enumerate(sums) if one.outcome == Outcome.BROKEN}
    if not broken or len(broken) > _MOST_BROKEN:
        return
    fits = [fit for figure, signs in _in_broken_sums(sums, broken) for fit in _fits(loaded, figure, signs, sums)]
    for fit in fits:
        if not any(other is not fit and other.sums & fit.sums for other in fits):
            yield _told(rule, loaded, fit)


def _is_sum(result: Result) -> bool:
    return bool(result.parts) and result.difference is not None


def _in_broken_sums(sums: list[Result], broken: set[int]) -> Iterator[tuple[Figure, dict[int, int]]]:
    """The figures that stand in two sums or more, all of them broken; each with its sign in the difference of each."""
    signs: dict[int, dict[int, int]] = defaultdict(dict)
    figures: dict[int, Figure] = {}
    for place, one in enumerate(sums):
        for sign, figure in ((1, one.left), *((-1, part) for part in one.parts)):
            figures[id(figure)] = figure
            signs[id(figure)][place] = sign
    for key, figure in figures.items():
        if len(signs[key]) > 1 and signs[key].keys() <= broken:
            yield figure, signs[key]


def _fits(loaded: LoadedDisclosure, figure: Figure, signs: dict[int, int], sums: list[Result]) -> Iterator[Fit]:
    for value in _with_a_digit_more(loaded, figure):
        more = value - figure.value
        if all(abs(sums[place].difference + sign * more) <= sums[place].bound for place, sign in signs.items()):
            yield Fit(figure, value, frozenset(signs))


def _with_a_digit_more(loaded: LoadedDisclosure, figure: Figure) -> set[Decimal]:
    """元, exact: the printed number with any digit put in anywhere, its decimals as many as they are."""
    precision = loaded.precision(_table_of(figure))
    if not figure.value or figure.value < 0:
        return set()
    printed = f"{in_unit(figure.value, precision.unit):.{precision.decimals}f}".replace(".", "")
    longer = {f"{printed[:at]}{digit}{printed[at:]}" for at in range(len(printed) + 1) for digit in "0123456789"}
    values = {Decimal(digits).scaleb(precision.unit.zeros - precision.decimals) for digits in longer}
    return values - {figure.value}


def _table_of(figure: Figure) -> str:
    return figure.spot.number if isinstance(figure.spot, CellSpot) else ""


def _told(rule: str, loaded: LoadedDisclosure, fit: Fit) -> Result:
    precision = loaded.precision(_table_of(fit.figure))
    right = Figure(fit.value, Named("补上一位后的数"), in_words(fit.value, precision))
    facts = {"count": len(fit.sums)}
    return Result(
        rule, Outcome.BROKEN, Relation.ALL_DIGITS, fit.figure, right,
        severity=Severity.NOTE, facts=facts, precision=precision,
    )  # fmt: skip
