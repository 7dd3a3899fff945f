"""What a figure of the text can be about: a name, and where the tables have it."""

from dataclasses import dataclass

from disclosures.checks.cells import Cell, cell_from
from disclosures.checks.figures import Unit

Sum = tuple[Cell, ...]


@dataclass(frozen=True)
class Subject:
    """Something that has an amount or a count; the rows of the vocabulary say how it is called.

    `cells` are the places where the tables have it, each a sum of cells, in the order of trust; `budget` is where they
    have what was budgeted for it. Without cells the text alone says it. `same` are two cells that must agree before
    the cells may be compared. `at_most` says that the figure is a part of what the cells have. `counted` are the words
    in which it is counted.
    """

    key: str
    title: str
    cells: tuple[Sum, ...] = ()
    budget: Sum = ()
    same: tuple[Cell, Cell] | None = None
    at_most: bool = False
    unit: Unit = Unit.YUAN
    counted: tuple[str, ...] = ()

    @property
    def is_one_of_several(self) -> bool:
        """Whether only its name is known, which several items may have."""
        return self.key.startswith("item:")


Thing = tuple[Subject, ...]  # what a phrase names: one subject, or an amount and the counts of one matter


def subject(key: str, title: str, *cells: str, budget: str = "", same: str = "", **flags) -> Subject:
    """A sum of cells is written "05 total basic_expenditure + 08 …"."""
    one, _is, other = same.partition(" = ")
    pair = (cell_from(one), cell_from(other)) if same else None
    return Subject(key, _title(title), tuple(map(sum_of, cells)), sum_of(budget) if budget else (), pair, **flags)


def _title(name: str) -> str:
    """The squeezed name as documents print it."""
    return name.translate({ord("("): "（", ord(")"): "）"}).replace("三公", "“三公”")


def sum_of(text: str) -> Sum:
    return tuple(map(cell_from, text.split(" + ")))
