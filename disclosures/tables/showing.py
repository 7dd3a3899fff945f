"""From the lines of a disclosure, or from the declaration alone, to a `Table` as a reader's selection asks for it."""

from disclosures.statements.editions import NEWEST
from disclosures.statements.loaded import LoadedDisclosure, LoadedTable, load_tables
from disclosures.statements.models import STATEMENTS, Disclosure, StatementHead
from disclosures.tables.headline import headline
from disclosures.tables.panels import foot_of, panels_of
from disclosures.tables.rows import RowWriter
from disclosures.tables.selection import Extent, Selection
from disclosures.tables.table import Table, decimals_in, unique_keys
from disclosures.tables.table_lines import TableLines

WHOLE = Selection()


def table_of(disclosure: Disclosure, number: str, selection: Selection = WHOLE) -> Table:
    """公开`number`表 of the disclosure, in two queries: the lines and what is printed around them."""
    return tabulate(load_tables(disclosure, number).table(number), selection)


def tabulate(loaded: LoadedTable, selection: Selection = WHOLE) -> Table:
    """The same of a table that is loaded; no query. Figures as published, or in the unit asked for."""
    table_lines, head = TableLines(loaded), loaded.head
    selection = table_lines.effective(selection)
    writer = _writer(table_lines, selection)
    return Table(
        number=loaded.number,
        year=loaded.year,
        title=head.title or loaded.model.title_in(loaded.year),
        official_title=loaded.model.title_in(loaded.year),
        selection=selection,
        unit=writer.unit,
        own_unit=loaded.precision.unit,
        decimals=writer.decimals,
        panels=panels_of(table_lines, selection, writer),
        main_column=loaded.model.main_column(),
        parts=table_lines.parts,
        headline=headline(loaded),
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
        undivided=frozenset(table_lines.tree.leaves),
    )


def _writer(table_lines: TableLines, selection: Selection) -> RowWriter:
    own = table_lines.precision
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
    return tabulate(
        LoadedDisclosure(Disclosure(year=year), [head, *lines]).table(number), Selection(columns=Extent.ALL)
    )


def _keys(row, *, has_sides: bool) -> dict:
    return {"side": row.side, "line": row.line, "item": row.key} if has_sides else {"code": row.key}
