"""The three public expenses, one to a row, or as columns in one row of twelve amounts or in a row for each amount."""

from collections.abc import Iterator

from disclosures.amounts import Precision
from disclosures.documents.items import BLANK, Cell
from disclosures.intake.figures import take_figure
from disclosures.intake.ledger import Ledger
from disclosures.intake.recognition.blocks import Row
from disclosures.intake.recognition.fields import Beside, Crossed, Wide
from disclosures.intake.recognition.heads import Column
from disclosures.intake.recognition.local import is_further_column, is_further_item, undated, year_in
from disclosures.intake.recognition.recognise import Recognised
from disclosures.intake.rows.cells import at, place_on_form, take_figures, words
from disclosures.intake.wording import SIGNATURE, bare
from disclosures.statements.fields import Amount
from disclosures.statements.models import ThreePublicExpenses

_NOT_ON_FORM = "公开07表的表样里没有这一项，照原样保留。"


def three_public_lines(table: Recognised, precision: Precision, ledger: Ledger) -> Iterator[ThreePublicExpenses]:
    """A line for each item of the form that the table prints; what the form lacks is kept."""
    (fields,) = table.fields
    if isinstance(fields, Wide):
        return _wide(fields, table.rows, precision, ledger)
    if isinstance(fields, Crossed):
        return _crossed(fields, table, precision, ledger)
    return _rows(table, precision, ledger)


def _rows(table: Recognised, precision: Precision, ledger: Ledger) -> Iterator[ThreePublicExpenses]:
    (fields,), (panel,) = table.fields, table.panels
    labels: dict[str, Cell] = {}
    if isinstance(fields, Beside):
        _keep_columns(fields.further, panel.name, table.rows, ledger)
    for row in table.rows:
        label = at(row, panel.name)
        form_row = place_on_form(label.text, ThreePublicExpenses.outline) if label else None
        if form_row is None:
            _keep_row(row, label, ledger)
            continue
        item, name = ThreePublicExpenses.outline[form_row], words(label)
        if item.key in labels:
            ledger.fatal(label, f"“{name}”在这张表里出现两次，另一次在{labels[item.key].place}。")
        labels[item.key] = label
        ledger.use(label, *filter(None, (at(row, panel.line),)))
        line = ThreePublicExpenses.new(code=item.key, name=name, printed_name=name, place=label.place)
        take_figures(line, row, fields, precision, ledger)
        yield line


def check_years(table: Recognised, year: int | None, ledger: Ledger) -> None:
    """The columns that are read must be of the year of the accounts, and those beside them of another one."""
    for fields in table.fields:
        if not year or not isinstance(fields, Beside):
            continue
        if fields.year not in (year, None) or year in fields.other_years:
            printed = "、".join(
                str(printed_year) for printed_year in sorted({fields.year or year, *fields.other_years})
            )
            message = f"这是 {year} 年度的决算，各栏印的年度是 {printed}，分不清哪一栏是本年。"
            ledger.fatal(table.block.grid, message)


def _keep_columns(columns: tuple[Column, ...], name: int, rows: list[Row], ledger: Ledger) -> None:
    """Columns beside those of the form, each with the names of its rows."""
    for column in columns:
        cells = [(at(row, name), cell) for row in rows if (cell := at(row, column.position))]
        if cells:
            title = " ".join(dict.fromkeys(column.stack))
            kept = [(label or BLANK, cell) for label, cell in cells]
            ledger.keep(f"公开07表“{title}”栏", kept, "公开07表的表样里没有这一栏，照原样保留。")


def _keep_row(row: Row, label: Cell | None, ledger: Ledger) -> None:
    """A row that the form lacks; one that is not known from other places either is worth a look."""
    cells = [cell for cell in row if cell]
    if not cells:
        return
    if len(cells) > 1 and not (label and is_further_item(label.text)):
        ledger.warn(label or cells[0], "表样里没有这一项，照原样保留，没有读成数据。")
    ledger.keep(f"公开07表“{words(label or cells[0])}”", [row], _NOT_ON_FORM)


def _wide(fields: Wide, rows: list[Row], precision: Precision, ledger: Ledger) -> Iterator[ThreePublicExpenses]:
    """The items of a table that prints them as columns; what it prints is its first row."""
    rows = [row for row in rows if not all(SIGNATURE.match(cell.text) for cell in row if cell)]
    row = rows[0] if rows else ()
    for cell in (cell for more in rows[1:] for cell in more if cell):
        ledger.warn(cell, "“三公”经费表只应当有一行数，没有读入。")
    _keep_items(fields.further, row, ledger)
    for item in ThreePublicExpenses.outline:
        columns = {position: column for position, (key, column) in fields.items() if key == item.key}
        if not columns:
            continue
        cells = [cell for position in columns if (cell := at(row, position))]
        line = ThreePublicExpenses.new(code=item.key, name=item.name, place=cells[0].place if cells else "")
        for position, column in columns.items():
            if cell := at(row, position):
                take_figure(line, column, cell, precision, ledger)
        yield line


def _keep_items(columns: tuple[Column, ...], row: Row, ledger: Ledger) -> None:
    for column in columns:
        if cell := at(row, column.position):
            ledger.keep(f"公开07表“{' '.join(column.stack)}”", [(cell,)], _NOT_ON_FORM)


def _crossed(fields: Crossed, table: Recognised, precision: Precision, ledger: Ledger) -> Iterator[ThreePublicExpenses]:
    """The items of a table that prints them as columns, with a row for the budget and one for the account."""
    rows = dict(_rows_of_amounts(fields, table, ledger))
    if table.rows and not rows:
        ledger.fatal(table.block.grid, "没有找到本年预算数和决算数的行。")
    for row in rows.values():
        ledger.use(row[fields.name])
        _keep_items(fields.further, row, ledger)
    for item in ThreePublicExpenses.outline:
        position = next((position for position, key in fields.items() if key == item.key), None)
        cells = {field: cell for field, row in rows.items() if (cell := at(row, position))}
        if position is None:
            continue
        place = next((cell.place for cell in cells.values()), "")
        line = ThreePublicExpenses.new(code=item.key, name=item.name, place=place)
        for field, cell in cells.items():
            take_figure(line, field, cell, precision, ledger)
        yield line


def _rows_of_amounts(fields: Crossed, table: Recognised, ledger: Ledger) -> Iterator[tuple[Amount, Row]]:
    """The rows of this year's budget and account; any other is kept."""
    seen: dict[Amount, Cell] = {}
    for row in table.rows:
        label = at(row, fields.name)
        title = bare(label.text) if label else ""
        own = year_in(title) in (table.caption.year, None) and not is_further_column(title)
        field = next(
            (column for column in ThreePublicExpenses.columns() if own and undated(title) in column.titles), None
        )
        if not field:
            _keep_row(row, label, ledger)
        elif field in seen:
            ledger.fatal(label, f"“{words(label)}”在这张表里出现两次，另一次在{seen[field].place}。")
        else:
            seen[field] = label
            yield field, row
