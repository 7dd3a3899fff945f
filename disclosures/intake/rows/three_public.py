"""The three public expenses, one to a row, or as columns in one row of twelve amounts or in a row for each amount."""

from collections.abc import Iterator

from disclosures.documents.items import Cell
from disclosures.intake.ledger import Ledger
from disclosures.intake.recognition.fields import Beside, Crossed, Wide
from disclosures.intake.recognition.heads import Column
from disclosures.intake.recognition.local import is_further_column, is_further_item, undated, year_in
from disclosures.intake.recognition.recognise import Recognised
from disclosures.intake.rows.cells import TableRow, place_on_form, words
from disclosures.intake.rows.printed import PrintedLine
from disclosures.intake.wording import SIGNATURE, bare
from disclosures.statements.fields import Amount
from disclosures.statements.form_rows import FormRow
from disclosures.statements.models import ThreePublicExpenses

_NOT_ON_FORM = "公开07表的表样里没有这一项，照原样保留。"


def three_public_lines(table: Recognised, rows: list[TableRow], ledger: Ledger) -> Iterator[PrintedLine]:
    """A line for each item of the form that the table prints; what the form lacks is kept."""
    (fields,) = table.fields
    if isinstance(fields, Wide):
        return _wide(fields, rows, ledger)
    if isinstance(fields, Crossed):
        return _crossed(fields, table, rows, ledger)
    return _rows(fields.further if isinstance(fields, Beside) else (), rows, ledger)


def _rows(further: tuple[Column, ...], rows: list[TableRow], ledger: Ledger) -> Iterator[PrintedLine]:
    labels: dict[str, Cell] = {}
    _keep_columns(further, rows, ledger)
    for row in rows:
        form_row = place_on_form(row.label.text, ThreePublicExpenses.outline) if row.label else None
        if form_row is None:
            _keep_row(row, ledger)
            continue
        item = ThreePublicExpenses.outline[form_row]
        if item.key in labels:
            ledger.fatal(row.label, f"“{row.name}”在这张表里出现两次，另一次在{labels[item.key].place}。")
        labels[item.key] = row.label
        ledger.use(*row.used)
        line = ThreePublicExpenses.new(code=item.key, name=row.name, printed_name=row.name, place=row.label.place)
        yield PrintedLine(line, row.label, row.cells)


def _keep_columns(columns: tuple[Column, ...], rows: list[TableRow], ledger: Ledger) -> None:
    """Columns beside those of the form, each with the names of its rows."""
    for column in columns:
        kept = [(row.label, cell) for row in rows for cell in row.in_columns((column,))]
        if kept:
            title = " ".join(dict.fromkeys(column.stack))
            ledger.keep(f"公开07表“{title}”栏", kept, "公开07表的表样里没有这一栏，照原样保留。")


def _keep_row(row: TableRow, ledger: Ledger) -> None:
    """A row that the form lacks; one that is not known from other places either is worth a look."""
    cells = [cell for cell in row.printed if cell]
    if not cells:
        return
    if len(cells) > 1 and not (row.label and is_further_item(row.label.text)):
        ledger.warn(row.label or cells[0], "表样里没有这一项，照原样保留，没有读成数据。")
    ledger.keep(f"公开07表“{words(row.label or cells[0])}”", [row.printed], _NOT_ON_FORM)


def _wide(fields: Wide, rows: list[TableRow], ledger: Ledger) -> Iterator[PrintedLine]:
    """The items of a table that prints them as columns; what it prints is its first row."""
    rows = [row for row in rows if not all(SIGNATURE.match(cell.text) for cell in row.printed if cell)]
    for cell in (cell for more in rows[1:] for cell in more.printed if cell):
        ledger.warn(cell, "“三公”经费表只应当有一行数，没有读入。")
    for row in rows[:1]:
        _keep_items(fields.further, row, ledger)
        ledger.use(*row.cells.values())
    printed = rows[0].cells if rows else {}
    for item in ThreePublicExpenses.outline:
        if any(key == item.key for key, _ in fields.values()):
            yield _item(item, {column: cell for (key, column), cell in printed.items() if key == item.key})


def _item(item: FormRow, cells: dict[Amount, Cell]) -> PrintedLine:
    """The line of an item that is a column, named as on the form."""
    place = next((cell.place for cell in cells.values()), "")
    return PrintedLine(ThreePublicExpenses.new(code=item.key, name=item.name, place=place), None, cells)


def _keep_items(columns: tuple[Column, ...], row: TableRow, ledger: Ledger) -> None:
    for column in columns:
        for cell in row.in_columns((column,)):
            ledger.keep(f"公开07表“{' '.join(column.stack)}”", [(cell,)], _NOT_ON_FORM)


def _crossed(fields: Crossed, table: Recognised, rows: list[TableRow], ledger: Ledger) -> Iterator[PrintedLine]:
    """The items of a table that prints them as columns, with a row for the budget and one for the account."""
    amounts = dict(_rows_of_amounts(rows, table.caption.year, ledger))
    if rows and not amounts:
        ledger.fatal(table.block.grid, "没有找到本年预算数和决算数的行。")
    for row in amounts.values():
        ledger.use(*row.used)
        _keep_items(fields.further, row, ledger)
    for item in ThreePublicExpenses.outline:
        if item.key in fields.values():
            yield _item(item, {column: row.cells[item.key] for column, row in amounts.items() if item.key in row.cells})


def _rows_of_amounts(rows: list[TableRow], year: int | None, ledger: Ledger) -> Iterator[tuple[Amount, TableRow]]:
    """The rows of this year's budget and account; any other is kept."""
    seen: dict[Amount, Cell] = {}
    for row in rows:
        title = bare(row.label.text)
        own = year_in(title) in (year, None) and not is_further_column(title)
        column = next((one for one in ThreePublicExpenses.columns() if own and undated(title) in one.titles), None)
        if not column:
            _keep_row(row, ledger)
        elif column in seen:
            ledger.fatal(row.label, f"“{row.name}”在这张表里出现两次，另一次在{seen[column].place}。")
        else:
            seen[column] = row.label
            yield column, row
