"""The figures of a disclosure's cells, each with its label and place, as rules compare them."""

from functools import cache, cached_property

from disclosures.amounts import Precision
from disclosures.checks.figures import Figure, Unit
from disclosures.checks.labels import CellLabel
from disclosures.checks.spots import CellSpot
from disclosures.statements.lines import StatementLine
from disclosures.statements.loaded import LoadedDisclosure


def figure_at(loaded: LoadedDisclosure, cell: tuple[str, str, str]) -> Figure | None:
    """The figure of a cell in 元, exact; its value is None where nothing is printed; None where there is no row.

    `cell` is a table's number, the key of a row and the name of a column, as a rule names them.
    """
    number, row, column = cell
    line = loaded.row(number, row)
    return figure_of(loaded, line, column) if line else None


def figure_of(loaded: LoadedDisclosure, line: StatementLine, column: str) -> Figure:
    """The figure of a line in 元, exact, with the half step of its table; made once, asked for often."""
    known = loaded.figures.get((id(line), column))
    if not known:
        known = loaded.figures[id(line), column] = CellFigure(
            line, column, loaded.precision(line.number), loaded.disclosure.year
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
