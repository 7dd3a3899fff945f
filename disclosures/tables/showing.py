"""From the lines of a disclosure, or from the declaration alone, to a `Table` as a reader's selection asks for it."""

from disclosures.amounts import Precision
from disclosures.statements.editions import NEWEST
from disclosures.statements.loaded import Loaded, load_tables
from disclosures.statements.models import STATEMENTS, Disclosure, StatementHead
from disclosures.tables.headline import headline_of
from disclosures.tables.panels import foot_of, panels_of
from disclosures.tables.rows import RowWriter
from disclosures.tables.selection import Extent, Selection
from disclosures.tables.table import Table, decimals_in, unique_keys
from disclosures.tables.table_lines import TableLines

WHOLE = Selection()


def table_of(disclosure: Disclosure, number: str, selection: Selection = WHOLE) -> Table:
    """公开`number`表 of the disclosure, in two queries: the lines and what is printed around them."""
    return tabulate(load_tables(disclosure, number), number, selection)


def tabulate(loaded: Loaded, number: str, selection: Selection = WHOLE) -> Table:
    """The same of a disclosure that is loaded; no query. Figures as published, or in the unit asked for."""
    year, head, precision = loaded.disclosure.year, loaded.head(number), loaded.precision(number)
    table_lines = TableLines(STATEMENTS[number], loaded.lines[number], year)
    selection = table_lines.effective(selection, precision.unit)
    writer = _writer(table_lines, selection, precision)
    return Table(
        number=number,
        year=year,
        title=head.title or table_lines.model.title_in(year),
        official_title=table_lines.model.title_in(year),
        selection=selection,
        unit=writer.unit,
        own_unit=precision.unit,
        decimals=writer.decimals,
        panels=panels_of(table_lines, selection, writer),
        main_column=table_lines.model.main_column(),
        parts=table_lines.parts,
        headline=headline_of(table_lines.model, table_lines.lines, precision),
        foot=foot_of(table_lines, selection, writer),
        unit_name=head.unit_name,
        notes=tuple(note for line in head.notes.splitlines() if (note := line.strip())),
        is_declared_empty=head.is_declared_empty,
        empty_reason=head.empty_reason,
        is_empty=not table_lines.amounts,
        empty_columns=table_lines.hideable_columns,
        empty_rows=len(table_lines.blank_lines),
        row_count=len(table_lines.lines),
        levels=table_lines.levels,
        sortable_columns=table_lines.sortable_columns,
    )


def _writer(table_lines: TableLines, selection: Selection, own: Precision) -> RowWriter:
    unit = selection.unit or own.unit
    keys = dict(zip(map(id, table_lines.lines), unique_keys([line.key for line in table_lines.lines]), strict=True))
    return RowWriter(own, unit, decimals_in(unit, own.unit, own.decimals, table_lines.amounts), keys)


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
