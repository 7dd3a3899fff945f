"""The book that is checked: all parts of one disclosure in memory, every figure with its label and place."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from disclosures.amounts import Precision
from disclosures.checks.outcomes import Figure, Unit
from disclosures.checks.spots import CellSpot
from disclosures.statements.fields import Amount
from disclosures.statements.lines import AccountLine, Part, StatementLine
from disclosures.statements.models import (
    PARTS,
    Disclosure,
    Duty,
    Paragraph,
    PerformanceForm,
    PerformanceIndicator,
    PerformanceTask,
    StatementHead,
    Term,
    UnitInScope,
)

T = TypeVar("T")


@dataclass
class Form:
    """A performance form with its tasks and indicators."""

    form: PerformanceForm
    tasks: list[PerformanceTask] = field(default_factory=list)
    indicators: list[PerformanceIndicator] = field(default_factory=list)
    figures: dict[tuple[int, str], Figure] = field(default_factory=dict, repr=False)  # made once, asked for often


class Book:
    """Everything that the rules look at; built from saved or unsaved parts alike, without a query."""

    def __init__(self, disclosure: Disclosure, parts: Iterable[Part]):
        self.disclosure = disclosure
        self.heads: dict[str, StatementHead] = {}
        self.lines: dict[str, list[StatementLine]] = defaultdict(list)
        self.paragraphs: list[Paragraph] = []
        self.terms: list[Term] = []
        self.duties: list[Duty] = []
        self.units: list[UnitInScope] = []
        self.forms: list[Form] = []
        self._figures: dict[tuple[int, str], Figure] = {}
        self._lists = {Paragraph: self.paragraphs, Term: self.terms, Duty: self.duties, UnitInScope: self.units}
        self._precisions: dict[str, Precision] = {}
        self._derived: dict[str, object] = {}
        for part in parts:
            self._take(part)

    def _take(self, part: Part) -> None:
        if isinstance(part, StatementLine):
            self.lines[part.number].append(part)
        elif isinstance(part, StatementHead):
            self.heads[part.number] = part
        elif isinstance(part, PerformanceForm):
            self.forms.append(Form(part))
        elif isinstance(part, PerformanceTask):
            self._form_of(part).tasks.append(part)
        elif isinstance(part, PerformanceIndicator):
            self._form_of(part).indicators.append(part)
        else:
            self._lists[type(part)].append(part)

    def _form_of(self, part: PerformanceTask | PerformanceIndicator) -> Form:
        if part.form_id is None:  # not saved yet
            return next(one for one in self.forms if one.form is part.form)
        return next(one for one in self.forms if one.form.pk == part.form_id)

    def derived(self, name: str, make: Callable[["Book"], T]) -> T:
        """What several rules derive from the book, made by the first that asks."""
        if name not in self._derived:
            self._derived[name] = make(self)
        return self._derived[name]

    # -----------------------------------------------------------------------------------------------------------------
    # Figures of the tables
    # -----------------------------------------------------------------------------------------------------------------

    def precision(self, number: str) -> Precision:
        """The unit and decimals of that table."""
        if number not in self._precisions:
            head = self.heads.get(number) or StatementHead()
            self._precisions[number] = head.precision_in(self.disclosure)
        return self._precisions[number]

    def has(self, number: str) -> bool:
        """Whether the table is there with at least one figure."""
        return number in self._with_figures

    @cached_property
    def _with_figures(self) -> set[str]:
        return {
            number
            for number, lines in self.lines.items()
            if any(value is not None for line in lines for value in line.amounts.values())
        }

    @cached_property
    def _rows(self) -> dict[tuple[str, str], StatementLine]:
        """Every row by table and key; the rows of accounts by side and item, as their identities name them."""
        rows: dict[tuple[str, str], StatementLine] = {}
        for number, lines in self.lines.items():
            for line in lines:
                rows.setdefault((number, row_key(line)), line)
        return rows

    def row(self, number: str, key: str) -> StatementLine | None:
        return self._rows.get((number, key))

    def cell(self, number: str, key: str, column: str) -> Figure | None:
        """The figure of a cell in 元, exact; its value is None where nothing is printed; None where there is no row."""
        line = self.row(number, key)
        return self.figure(line, column) if line else None

    def figure(self, line: StatementLine, column: str) -> Figure:
        """The figure of a line in 元, exact, with the half step of its table; made once, asked for often."""
        known = self._figures.get((id(line), column))
        if not known:
            known = self._figures[id(line), column] = CellFigure(line, column, self.precision(line.number))
        return known


class CellFigure(Figure):
    """The figure of a cell; most are only added up, so that its words are found when somebody asks for them."""

    def __init__(self, line: StatementLine, column: str, precision: Precision):
        self.__dict__.update(
            line=line, column=column, precision=precision,
            value=getattr(line, column), unit=Unit.YUAN, half_step=precision.half_step,
        )  # fmt: skip

    @cached_property
    def label(self) -> str:
        title = _titles(type(self.line))[self.column]
        name = f"公开{self.line.number}表“{self.line.name or '合计'}”"
        return f"{name}的“{title}”" if len(self.line.columns()) > 1 else name

    @cached_property
    def text(self) -> str:
        return with_unit(self.line.text(self.column, self.precision), self.precision)

    @cached_property
    def spot(self) -> CellSpot:
        return CellSpot(self.line.place, self.line.number, self.line.key, self.column)


def row_key(line: StatementLine) -> str:
    """What identities and rules call a row."""
    return f"{line.side}:{line.item or line.line}" if isinstance(line, AccountLine) else line.key


def with_unit(text: str, precision: Precision) -> str:
    """A printed figure with its unit; says so where nothing is printed."""
    return f"{text} {precision.unit}" if text else "空白"


def _titles(model: type[StatementLine]) -> dict[str, str]:
    if model not in _TITLES:
        _TITLES[model] = {column.name: f"{column.group}{column.title}" for column in model.columns()}
    return _TITLES[model]


_TITLES: dict[type[StatementLine], dict[str, str]] = {}


def columns_on(model: type[StatementLine], side: str) -> tuple[Amount, ...]:
    """The amount columns of a statement, of one side where it has two."""
    return model.columns_of(side) if issubclass(model, AccountLine) else model.columns()


def book_of(disclosure: Disclosure) -> Book:
    """The book of a saved disclosure: one query for each kind of part."""
    return Book(disclosure, (part for model in PARTS for part in _of(model, disclosure)))


def _of(model: type[Part], disclosure: Disclosure) -> Iterable[Part]:
    return model.objects.filter(disclosure=disclosure).order_by("position")
