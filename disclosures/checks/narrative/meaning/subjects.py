"""What a figure of the text can be about: a name, and where the tables have it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from disclosures.checks.book import columns_on
from disclosures.checks.figures import Unit
from disclosures.statements.lines import TOTAL, AccountLine
from disclosures.statements.models import STATEMENTS

Cell = tuple[str, str, str]  # table, row, column
Sum = tuple[Cell, ...]


@dataclass(frozen=True)
class Subject:
    """Something that has an amount or a count.

    `cells` are the places where the tables have it, each a sum of cells, in the order of trust; `budget` is where they
    have what was budgeted for it. Without cells the text alone says it. `same` are two cells that must agree before
    the cells may be compared. `at_most` says that the figure is a part of what the cells have.
    """

    key: str
    title: str
    names: tuple[str, ...] = ()
    cells: tuple[Sum, ...] = ()
    budget: Sum = ()
    same: tuple[Cell, Cell] | None = None
    at_most: bool = False
    unit: Unit = Unit.YUAN


def subject(key: str, names: str, *cells: str, budget: str = "", same: str = "", **flags) -> Subject:
    """`names` and terms are parted by blanks; a sum is written "05 total basic_expenditure + 08 …"."""
    first, *_ = wordings = tuple(names.split())
    pair = tuple(cell(part) for part in same.split(" = ")) if same else None
    return Subject(
        key, _title(first), wordings, tuple(map(sum_of, cells)), sum_of(budget) if budget else (), pair, **flags
    )


def _title(name: str) -> str:
    """The squeezed name as documents print it."""
    return name.translate({ord("("): "（", ord(")"): "）"}).replace("三公", "“三公”")


def sum_of(text: str) -> Sum:
    return tuple(map(cell, text.split(" + ")))


@cache
def cell(text: str) -> Cell:
    """A cell that the official form has; a typing error fails at import."""
    number, row, column = text.split()
    model = STATEMENTS[number]
    side = row.partition(":")[0] if issubclass(model, AccountLine) else ""
    if column not in {amount.name for amount in columns_on(model, side)} or row not in _rows(number):
        raise ValueError(f"{text}: 没有这一格")
    return number, row, column


@cache
def _rows(number: str) -> frozenset[str]:
    """The rows that rules may name: those of the outline, the total, and the economic classes."""
    model = STATEMENTS[number]
    named = {f"{row.side}:{row.key}" if row.side else row.key for row in model.outline}
    codes = {term for identity in model.sums_of_rows() for _, term in identity.terms}
    return frozenset(named | codes | {TOTAL})


def by_name(*groups: Iterable[Subject]) -> dict[tuple[Unit, str], Subject]:
    """Every name with its subject, by what figures it has; of two with the same name, the first."""
    names: dict[tuple[Unit, str], Subject] = {}
    for group in groups:
        for one in group:
            for name in one.names:
                names.setdefault((one.unit, name), one)
    return names
