"""From the lines of a disclosure, or from the declaration alone, to a `Table` as a reader's selection asks for it."""

from disclosures.amounts import Precision
from disclosures.statements.editions import NEWEST
from disclosures.statements.loaded import Loaded, load_tables
from disclosures.statements.models import STATEMENTS, Disclosure, StatementHead
from disclosures.tables.panels import foot_of, panels_of
from disclosures.tables.rows import Writer
from disclosures.tables.selection import Extent, Selection
from disclosures.tables.sheets import Sheet
from disclosures.tables.table import Table, decimals_in, unique_keys

WHOLE = Selection()


def table_of(disclosure: Disclosure, number: str, selection: Selection = WHOLE) -> Table:
    """公开`number`表 of the disclosure, in two queries: the lines and what is printed around them."""
    return tabulate(load_tables(disclosure, number), number, selection)


def tabulate(loaded: Loaded, number: str, selection: Selection = WHOLE) -> Table:
    """The same of a disclosure that is loaded; no query. Figures as published, or in the unit asked for."""
    year, head, precision = loaded.disclosure.year, loaded.head(number), loaded.precision(number)
    sheet = Sheet(STATEMENTS[number], loaded.lines[number], year)
    selection = sheet.effective(selection, precision.unit)
    writer = _writer(sheet, selection, precision)
    return Table(
        number=number,
        year=year,
        title=head.title or sheet.model.title_in(year),
        official_title=sheet.model.title_in(year),
        selection=selection,
        unit=writer.unit,
        own_unit=precision.unit,
        decimals=writer.decimals,
        panels=panels_of(sheet, selection, writer),
        foot=foot_of(sheet, selection, writer),
        unit_name=head.unit_name,
        notes=tuple(note for line in head.notes.splitlines() if (note := line.strip())),
        is_declared_empty=head.is_declared_empty,
        empty_reason=head.empty_reason,
        is_empty=not sheet.amounts,
        empty_columns=sheet.hideable_columns,
        empty_rows=len(sheet.blank_lines),
        row_count=len(sheet.lines),
        levels=sheet.levels,
        sortable_columns=sheet.sortable_columns,
    )


def _writer(sheet: Sheet, selection: Selection, own: Precision) -> Writer:
    unit = selection.unit or own.unit
    keys = dict(zip(map(id, sheet.lines), unique_keys([line.key for line in sheet.lines]), strict=True))
    return Writer(own, unit, decimals_in(unit, own.unit, own.decimals, sheet.amounts), keys)


def form_of(number: str, year: int = NEWEST) -> Table:
    """公开`number`表 as the form is before anybody fills it in: all columns, the rows that it prints itself."""
    model = STATEMENTS[number]
    lines = [
        model(position=position, name=row.name, **_keys(row, has_sides=hasattr(model, "side")))
        for position, row in enumerate(model.form_rows(year), start=1)
    ]
    head = StatementHead(number=number, notes=model.note)
    return tabulate(Loaded(Disclosure(year=year), [head, *lines]), number, Selection(columns=Extent.ALL))


def _keys(row, *, has_sides: bool) -> dict:
    return {"side": row.side, "line": row.line, "item": row.key} if has_sides else {"code": row.key}
