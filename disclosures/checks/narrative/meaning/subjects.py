"""What a figure of the text can be about: a name, and where the tables have it."""

from collections.abc import Iterable
from dataclasses import dataclass

from disclosures.checks.cells import Cell, cell_from
from disclosures.checks.figures import Unit

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
    one, _is, other = same.partition(" = ")
    pair = (cell_from(one), cell_from(other)) if same else None
    return Subject(
        key, _title(first), wordings, tuple(map(sum_of, cells)), sum_of(budget) if budget else (), pair, **flags
    )


def _title(name: str) -> str:
    """The squeezed name as documents print it."""
    return name.translate({ord("("): "（", ord(")"): "）"}).replace("三公", "“三公”")


def sum_of(text: str) -> Sum:
    return tuple(map(cell_from, text.split(" + ")))


def by_name(*groups: Iterable[Subject]) -> dict[tuple[Unit, str], Subject]:
    """Every name with its subject, by what figures it has; of two with the same name, the first."""
    names: dict[tuple[Unit, str], Subject] = {}
    for group in groups:
        for one in group:
            for name in one.names:
                names.setdefault((one.unit, name), one)
    return names
