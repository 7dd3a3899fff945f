"""The disclosure that is checked: as it is loaded, every figure with its label and place."""

from functools import cache, cached_property

from disclosures.amounts import Precision
from disclosures.checks.cells import Cell
from disclosures.checks.figures import Figure, Unit
from disclosures.checks.labels import CellLabel
from disclosures.checks.spots import CellSpot
from disclosures.statements.lines import StatementLine
from disclosures.statements.loaded import Form, Loaded, parts_of, row_key
from disclosures.statements.models import PARTS, Disclosure


class Book(Loaded):
    """What the rules look at; built from saved or unsaved parts alike, without a query."""

    @cached_property
    def _figures(self) -> dict[tuple[int, str], Figure]:
        return {}

    def cell(self, number: str, key: str, column: str) -> Figure | None:
        """The figure of a cell in 元, exact; its value is None where nothing is printed; None where there is no row."""
        line = self.row(number, key)
        return self.figure(line, column) if line else None

    def at(self, cell: Cell) -> Figure | None:
        """The same for a cell that a rule names."""
        return self.cell(*cell)

    def figure(self, line: StatementLine, column: str) -> Figure:
        """The figure of a line in 元, exact, with the half step of its table; made once, asked for often."""
        known = self._figures.get((id(line), column))
        if not known:
            known = self._figures[id(line), column] = CellFigure(
                line, column, self.precision(line.number), self.disclosure.year
            )
        return known


class CellFigure(Figure):
    """The figure of a cell; most are only added up, so that its words are found when somebody asks for them."""

    line: StatementLine
    column: str
    precision: Precision
    year: int | None

    def __init__(self, line: StatementLine, column: str, precision: Precision, year: int | None):
        self.__dict__.update(
            line=line, column=column, precision=precision, year=year,
            value=getattr(line, column), unit=Unit.YUAN, half_step=precision.half_step,
        )  # fmt: skip

    @cached_property
    def label(self) -> CellLabel:
        titles = _titles(type(self.line), self.year)
        column = titles[self.column] if len(titles) > 1 else ""
        return CellLabel(self.line.number, self.line.name or "合计", column)

    @cached_property
    def text(self) -> str:
        return with_unit(self.line.text(self.column, self.precision), self.precision)

    @cached_property
    def spot(self) -> CellSpot:
        return CellSpot(self.line.place, self.line.number, self.line.key, self.column)


def with_unit(text: str, precision: Precision) -> str:
    """A printed figure with its unit; says so where nothing is printed."""
    return f"{text} {precision.unit}" if text else "空白"


@cache
def _titles(model: type[StatementLine], year: int | None) -> dict[str, str]:
    return {column.name: f"{column.group}{column.title_in(year)}" for column in model.columns(year)}


def book_of(disclosure: Disclosure) -> Book:
    """The book of a saved disclosure: one query for each kind of part."""
    return Book(disclosure, parts_of(disclosure, PARTS))


__all__ = ["Book", "CellFigure", "Form", "book_of", "row_key", "with_unit"]
