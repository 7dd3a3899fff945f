"""From the lines of a disclosure, or from the declaration alone, to a `Table` as a reader's selection asks for it."""

from disclosures.amounts import Precision, printed
from disclosures.statements.lines import StatementLine
from disclosures.statements.models import STATEMENTS, Disclosure, StatementHead
from disclosures.tables.folding import Placed
from disclosures.tables.heads import Column
from disclosures.tables.panels import Group, foot_of, groups_of
from disclosures.tables.selection import Extent, Selection
from disclosures.tables.sheets import Sheet
from disclosures.tables.table import Cell, Panel, Row, Table, decimals_in, unique_keys

WHOLE = Selection()


def table_of(disclosure: Disclosure, number: str, selection: Selection = WHOLE) -> Table:
    """公开`number`表 of the disclosure, in two queries: the lines and what is printed around them."""
    head = StatementHead.objects.filter(disclosure=disclosure, number=number).first()
    return tabulate(disclosure, number, list(disclosure.lines(number)), head, selection)


def tabulate(
    disclosure: Disclosure,
    number: str,
    lines: list[StatementLine],
    head: StatementHead | None,
    selection: Selection = WHOLE,
) -> Table:
    """The same from lines that were fetched already; no query. Figures as published, or in the unit asked for."""
    sheet, head = Sheet(STATEMENTS[number], lines), head or StatementHead()
    precision = head.precision_in(disclosure)
    selection = sheet.effective(selection, precision.unit)
    writer, groups = _Writer(precision, sheet, selection), groups_of(sheet, selection)
    return Table(
        number=number,
        title=head.title or sheet.model.title,
        official_title=sheet.model.title,
        selection=selection,
        unit=writer.unit,
        own_unit=precision.unit,
        decimals=writer.decimals,
        panels=tuple(map(writer.panel, groups)),
        foot=tuple(writer.row(Placed(line), groups[0].columns) for line in foot_of(sheet, selection)),
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


def form_of(number: str) -> Table:
    """公开`number`表 as the form is before anybody fills it in: all columns, the rows that it prints itself."""
    model = STATEMENTS[number]
    lines = [
        model(position=position, name=row.name, **_keys(row, has_sides=hasattr(model, "side")))
        for position, row in enumerate(model.outline, start=1)
    ]
    return tabulate(Disclosure(), number, lines, StatementHead(notes=model.note), Selection(columns=Extent.ALL))


def _keys(row, *, has_sides: bool) -> dict:
    return {"side": row.side, "line": row.line, "item": row.key} if has_sides else {"code": row.key}


class _Writer:
    """Turns the lines of one table into rows: each with an address of its own, its figures as texts."""

    def __init__(self, precision: Precision, sheet: Sheet, selection: Selection):
        self.precision = precision
        self.unit = selection.unit or self.precision.unit
        self.decimals = decimals_in(self.unit, self.precision.unit, self.precision.decimals, sheet.amounts)
        self.keys = dict(zip(map(id, sheet.lines), unique_keys([line.key for line in sheet.lines]), strict=True))

    def panel(self, group: Group) -> Panel:
        rows = tuple(
            self.filler(placed, group) if isinstance(placed, int) else self.row(placed, group.columns)
            for placed in group.lines
        )
        return Panel(group.title, group.columns, rows, group.side)

    def filler(self, number: int, group: Group) -> Row:
        """A row of the form that has a number and nothing else."""
        cells = tuple(Cell(one, None, "", f"{number}.{one.anchor}") for one in group.columns if one.is_amount)
        return Row(str(number), "", cells, line=number, side=group.side)

    def row(self, placed: Placed, columns: tuple[Column, ...]) -> Row:
        line, key = placed.line, self.keys[id(placed.line)]
        return Row(
            key=key,
            name=line.name or line.printed_name,
            cells=tuple(self.cell(line, column, key) for column in columns if column.is_amount),
            code=getattr(line, "code", ""),
            printed_name=line.printed_name,
            line=getattr(line, "line", None),
            side=getattr(line, "side", ""),
            item=getattr(line, "item", ""),
            level=placed.level,
            is_total=line.is_total,
            place=line.place,
            fold=placed.fold,
            is_above_focus=placed.is_above_focus,
        )

    def cell(self, line: StatementLine, column: Column, key: str) -> Cell:
        value = getattr(line, column.name)
        if self.unit == self.precision.unit:
            text = line.text(column.name, self.precision)
        else:
            text = printed(value, self.unit, self.decimals)
        return Cell(column, value, text, f"{key}.{column.anchor}")
