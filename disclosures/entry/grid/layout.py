"""A form set laid out as a grid: its rows in the order of the official form, each cell with the input that it is.

Nothing is typed twice: the grid is a face of the form set, and without a script it is a plain form.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from disclosures.entry.access import disclosure_of
from disclosures.entry.grid.columns import Half, halves_of
from disclosures.entry.grid.confirming import ASKED
from disclosures.statements.form_rows import INCOME
from disclosures.statements.lines import AccountLine, ClassifiedLine, StatementLine
from disclosures.tables.heads import Column


@dataclass(frozen=True)
class Cell:
    """A cell: `shown` is Django's field of the row, with an input or, where nothing may be typed, with a text.

    `is_past`: what the form itself prints, which whoever types goes past. `is_fixed`: a key that is not typed at all.
    """

    column: Column
    shown: Any
    anchor: str
    is_extra: bool = False
    is_past: bool = False
    is_fixed: bool = False
    confirmation: Any = None

    @property
    def errors(self) -> list[str]:
        return [] if self.shown.is_readonly else [*self.shown.field.errors]

    @property
    def control(self) -> str:
        """The input; it takes a text of any length, so that nothing pasted is cut before somebody looks at it."""
        if self.shown.is_readonly:
            return self.shown.contents()
        bound = self.shown.field
        if self.is_fixed:
            return bound.as_hidden(attrs={"data-field": self.column.name})
        bound.field.widget.attrs.pop("maxlength", None)
        wrong = {"aria-invalid": "true"} if bound.errors else {}
        return bound.as_widget(
            attrs={"aria-label": self.label, "data-field": self.column.name, "autocomplete": "off", **wrong}
        )

    @property
    def label(self) -> str:
        return f"{self.column.group} {self.column.title}" if self.column.is_amount else self.column.title


@dataclass(frozen=True)
class Row:
    """A row: Django's form of it, its number in its table, its cells."""

    admin_form: Any
    number: int
    cells: tuple[Cell, ...]

    @property
    def asks(self) -> bool:
        """Whether the row waits for a confirmation, or has it."""
        form = self.admin_form.form
        return form.is_bound and (form.has_error("code", ASKED) or form.has_error("name", ASKED))

    @property
    def is_total(self) -> bool:
        line = self.admin_form.original
        return isinstance(line, StatementLine) and line.is_total


@dataclass
class Table:
    """The rows of one half, with a row to make new ones of."""

    half: Half
    rows: list[Row] = field(default_factory=list)
    blank: Row | None = None


@dataclass(frozen=True)
class Grid:
    """All tables of a form set; `scheme` is the classification that its codes belong to, "" for none."""

    tables: tuple[Table, ...]
    scheme: str
    year: int
    has_printed_totals: bool = False  # whether the form names its totals itself


def laid_out(inline: Any) -> Grid:
    """The grid of an inline of the admin."""
    model, year = inline.formset.model, disclosure_of(inline.formset.instance).year
    tables = tuple(Table(half) for half in halves_of(model, year))
    admin_forms = list(inline)
    blank = admin_forms.pop() if inline.has_add_permission else None
    for index, admin_form in enumerate(admin_forms):
        table = _table_of(tables, admin_form)
        table.rows.append(_row(model, table.half, admin_form, len(table.rows) + 1, str(index)))
    for table in tables if blank else ():
        table.blank = _row(model, table.half, blank, 0, "__prefix__")
    scheme = model.scheme if issubclass(model, ClassifiedLine) else ""
    return Grid(tables, scheme, year, has_printed_totals=bool(getattr(model, "outline", ())))


def _table_of(tables: tuple[Table, ...], admin_form: Any) -> Table:
    """The half that the row says it belongs to, typed or saved; the first for one that does not say."""
    form = admin_form.form
    side = form["side"].value() if "side" in form.fields else getattr(form.instance, "side", "")
    return next((table for table in tables if table.half.side == (side or INCOME)), tables[0])


def _row(model: type, half: Half, admin_form: Any, number: int, index: str) -> Row:
    shown = dict(_fields(admin_form))
    line = admin_form.original
    anchor = f"cell-{line.pk}" if line else f"cell-new{index}"
    printed = _printed_by_the_form(model, line)
    cells = [
        Cell(
            column,
            shown[column.name],
            f"{anchor}-{column.name}",
            is_extra=column in half.extras,
            is_past=column.name in printed,
            is_fixed=column.name == "code" and "code" in printed,
            confirmation=_confirmation(admin_form.form) if column.name == "code" else None,
        )
        for column in (*half.columns, *half.extras)
        if column.name in shown
    ]
    return Row(admin_form, number, tuple(cells))


def _fields(admin_form: Any) -> Iterator[tuple[str, Any]]:
    for fieldset in admin_form:
        for line in fieldset:
            for one in line:
                yield (one.field["name"] if one.is_readonly else one.field.name), one


def _printed_by_the_form(model: type, line: Any) -> Iterable[str]:
    """The labels of a saved row that stand on the form already: nobody types them again."""
    if line is None or not issubclass(model, StatementLine):
        return ()
    if isinstance(line, AccountLine):
        return ("name", "line") if line.form_row else ()
    return ("code", "name") if any(row.key == line.key for row in model.outline) else ()


def _confirmation(form: Any) -> Any:
    return form["confirmed"] if "confirmed" in form.fields else None
