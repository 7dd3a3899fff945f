"""One disclosure in memory: its parts as they were fetched or read, and what finds a row or a figure among them.

Pages, files and rules look at it alike; nothing here is fetched a second time.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any, TypeVar

from disclosures.amounts import AmountUnit, Precision
from disclosures.statements.lines import AccountLine, AnyLine, Part, StatementLine
from disclosures.statements.models import (
    PARTS,
    STATEMENTS,
    Disclosure,
    Duty,
    Paragraph,
    PerformanceForm,
    PerformanceIndicator,
    PerformanceTask,
    StatementHead,
    Term,
    UnitInScope,
    statements_in,
)

T = TypeVar("T")


@dataclass(frozen=True)
class Printed:
    """A figure that a line prints: 元, exact, with its text and unit as published."""

    line: AnyLine
    column: str
    value: Decimal
    text: str
    unit: AmountUnit


@dataclass(frozen=True)
class LoadedTable:
    """One table of a year with what is printed around it; `precision` has the unit and decimals of its figures."""

    number: str
    year: int
    head: StatementHead
    lines: list[AnyLine]
    precision: Precision

    @property
    def model(self) -> type[StatementLine]:
        """The declaration of its columns and rows."""
        return STATEMENTS[self.number]


@dataclass
class Form:
    """A performance form with its tasks and indicators; `figures` are what rules have made of its fields."""

    form: PerformanceForm
    tasks: list[PerformanceTask] = field(default_factory=list)
    indicators: list[PerformanceIndicator] = field(default_factory=list)
    figures: dict[tuple[int, str], Any] = field(default_factory=dict, repr=False)


class LoadedDisclosure:
    """The parts of one disclosure, saved or not, all of them or those that somebody needs."""

    def __init__(self, disclosure: Disclosure, parts: Iterable[Part]):
        self.disclosure = disclosure
        self.heads: dict[str, StatementHead] = {}
        self.lines: dict[str, list[AnyLine]] = defaultdict(list)
        self.paragraphs: list[Paragraph] = []
        self.terms: list[Term] = []
        self.duties: list[Duty] = []
        self.units: list[UnitInScope] = []
        self.forms: list[Form] = []
        self._lists: dict[type[Part], list] = {
            Paragraph: self.paragraphs,
            Term: self.terms,
            Duty: self.duties,
            UnitInScope: self.units,
        }
        self.figures: dict[tuple[int, str], Any] = {}  # what rules have made of the cells of lines, by their ids
        self._precisions: dict[str, Precision] = {}
        self._derived: dict[str, Any] = {}
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

    def derived(self, name: str, make: Callable[[Any], T]) -> T:
        """What several rules derive from the disclosure, made by the first that asks."""
        if name not in self._derived:
            self._derived[name] = make(self)
        return self._derived[name]

    # -----------------------------------------------------------------------------------------------------------------
    # Tables
    # -----------------------------------------------------------------------------------------------------------------

    def head(self, number: str) -> StatementHead:
        """What is printed around a table; a blank one where nothing is known of it."""
        return self.heads.get(number) or StatementHead()

    def precision(self, number: str) -> Precision:
        """The unit and decimals of that table."""
        if number not in self._precisions:
            self._precisions[number] = self.head(number).precision_in(self.disclosure)
        return self._precisions[number]

    def table(self, number: str) -> LoadedTable:
        """The table, without lines where the disclosure has none."""
        return LoadedTable(number, self.disclosure.year, self.head(number), self.lines[number], self.precision(number))

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
    def _rows(self) -> dict[tuple[str, str], AnyLine]:
        rows: dict[tuple[str, str], AnyLine] = {}
        for number, lines in self.lines.items():
            for line in lines:
                rows.setdefault((number, row_key(line)), line)
        return rows

    def row(self, number: str, key: str) -> AnyLine | None:
        """The line of a table by the key of its row; of several that have it, the first."""
        return self._rows.get((number, key))

    def printed(self, number: str, key: str, column: str) -> Printed | None:
        """The figure there; None where the table has no such row or prints nothing there."""
        line = self.row(number, key)
        value = getattr(line, column) if line else None
        if line is None or value is None:
            return None
        precision = self.precision(number)
        return Printed(line, column, value, line.text(column, precision), precision.unit)

    def printed_in(self, number: str, key: str) -> list[Printed]:
        """Every figure that the row prints, in the order of the columns."""
        names = (column.name for column in STATEMENTS[number].columns())
        return [figure for name in names if (figure := self.printed(number, key, name))]


def row_key(line: AnyLine) -> str:
    """What identities, rules and pages call a row: `total`, a code, or the item of an account as `side:item`."""
    return f"{line.side}:{line.item or line.line}" if isinstance(line, AccountLine) else line.key


def load(disclosure: Disclosure, models: Iterable[type[Part]] = PARTS) -> LoadedDisclosure:
    """The saved disclosure, or these parts of it: one query for each kind."""
    return LoadedDisclosure(disclosure, parts_of(disclosure, models))


def load_tables(disclosure: Disclosure, *numbers: str) -> LoadedDisclosure:
    """These of its tables with what is printed around them; a query each, and one."""
    return load(disclosure, (StatementHead, *(STATEMENTS[number] for number in numbers)))


def load_all_tables(disclosure: Disclosure) -> LoadedDisclosure:
    """The same for every table of its year."""
    return load_tables(disclosure, *statements_in(disclosure.year))


def parts_of(disclosure: Disclosure, models: Iterable[type[Part]]) -> Iterator[Part]:
    """The saved parts of these kinds, in the order of the document."""
    for model in models:
        yield from model._default_manager.filter(disclosure=disclosure).order_by("position")
