"""Accounts in one column, the rows of income above those of expenditure: tables 01 and 04."""

from collections.abc import Iterator

from disclosures.documents.items import Cell
from disclosures.intake.ledger import Ledger
from disclosures.intake.recognition.fields import Stacked
from disclosures.intake.recognition.heads import is_head_word
from disclosures.intake.recognition.recognise import Recognised
from disclosures.intake.rows.account import line_number
from disclosures.intake.rows.cells import TableRow, named_column, place_on_form
from disclosures.intake.rows.printed import PrintedLine, PrintedRow, PrintedSum
from disclosures.intake.wording import unnumbered
from disclosures.statements.form_rows import EXPENDITURE, INCOME
from disclosures.statements.lines import AccountLine

_SECTIONS = {
    INCOME: ("收入", "本年收入", "收入项目", "收入部分"),
    EXPENDITURE: ("支出", "本年支出", "支出项目", "支出部分", "项目支出"),
}


def stacked_lines(
    model: type[AccountLine], table: Recognised, fields: Stacked, rows: list[TableRow], ledger: Ledger
) -> Iterator[PrintedRow]:
    """A line for each row; which side it is on, the form and what stands above it say, else it is fatal."""
    reader = _Reader(model, table, fields, ledger)
    for row in rows:
        if any(row.printed) and (printed := reader.line(row)):
            yield printed
            yield from reader.sums(printed, row)


class _Reader:
    """Goes down the rows and knows which side they are on."""

    def __init__(self, model: type[AccountLine], table: Recognised, fields: Stacked, ledger: Ledger):
        self.model, self.fields, self.ledger = model, fields, ledger
        self.side, self.reached = INCOME, 0
        self.last: PrintedLine | None = None
        self.open: list[Cell] = []  # unknown rows that are income only if income follows
        self.outlines = {side: table.form_rows(side) for side in _SECTIONS}

    def line(self, row: TableRow) -> PrintedLine | None:
        """The line of the row; None for a title of a section, a head printed again, a part of the line above."""
        if not row.first or self._is_section(row) or self._is_part(row):
            return None
        if self.side == EXPENDITURE and self.reached == len(self.outlines[EXPENDITURE]) and row.label:
            self.ledger.warn(row.label, "在总计下面，不是这张表的一行，没有读入。")
            return None
        self.ledger.use(*row.labels)
        item = self._item(row)
        line = self.model.new(side=self.side, name=row.name, printed_name=row.name, place=row.first.place, item=item)
        line.line = line_number(row.number, self.ledger)
        printed = self.last = PrintedLine(line, row.label, self._cells(row))
        self.ledger.use(*printed.cells.values())
        if self.side == INCOME and self.reached == len(self.outlines[INCOME]):
            self._begin(EXPENDITURE)
        return printed

    def _cells(self, row: TableRow) -> dict:
        """The amounts that the side's half of the form has columns for."""
        if self.side == EXPENDITURE:
            return dict(row.cells)
        cells = {column: row.at(position) for position, column in self.fields.income.items()}
        return {column: cell for column, cell in cells.items() if cell}

    def sums(self, printed: PrintedLine, row: TableRow) -> Iterator[PrintedSum]:
        """What a row of income prints by budget: the form has one amount for it, which they must make up."""
        parts = row.in_columns(self.fields.parts)
        if printed.line.side == EXPENDITURE or not parts:
            return
        self.ledger.use(*parts)
        name = f"“{printed.line.name}”各预算的收入"
        reason = "公开04表收入一边的表样里只有合计；用来核对合计，照原样保留。"
        self.ledger.keep(f"公开04表{name}", [parts], reason)
        yield PrintedSum(name, next(iter(printed.cells.values()), None), parts)

    def _begin(self, side: str) -> None:
        self.side, self.reached, self.open = side, 0, []

    def _is_section(self, row: TableRow) -> bool:
        """Whether the row holds only titles; one that names a side begins it."""
        if not row.label or not all(is_head_word(cell.text) for cell in row.cells.values()):
            return False
        name = unnumbered(row.label.text)
        side = next((side for side, names in _SECTIONS.items() if name in names), "")
        if not side and not (row.cells and is_head_word(row.label.text)):
            return False
        self.ledger.use(*filter(None, row.printed))
        if side == INCOME and self.side == EXPENDITURE:
            self.ledger.fatal(row.label, "支出下面又是收入，分不清各行是收入还是支出。")
        elif side == EXPENDITURE and self.side == INCOME:
            self._begin(EXPENDITURE)
        return True

    def _is_part(self, row: TableRow) -> bool:
        """Whether the row is one of the budgets of the line above, where these are rows and no columns."""
        if not (row.label and self.last and self.last.line.side == self.side == EXPENDITURE and len(self.fields) == 1):
            return False
        column = named_column(row.label.text, self.model.columns_of(EXPENDITURE)[1:])
        if not column:
            return False
        if column in self.last.cells:
            self.ledger.fatal(row.label, f"“{self.last.line.name}”下面的“{row.name}”出现两次。")
        self.ledger.use(row.label, *row.cells.values())
        for cell in row.cells.values():
            self.last.cells[column] = cell
        return True

    def _item(self, row: TableRow) -> str:
        """The row's item on the form of its side; the first that only expenditure has begins that side."""
        position = self._on_form(row.name)
        if position is None and self.side == INCOME and place_on_form(row.name, self.outlines[EXPENDITURE]) is not None:
            for cell in self.open:
                self.ledger.fatal(cell, "表样里没有这一行，下面就是支出，分不清它是收入还是支出。")
            self._begin(EXPENDITURE)
            position = self._on_form(row.name)
        if position is None:
            self._unknown(row)
            return ""
        self.open, self.reached = [], position + 1
        return self.outlines[self.side][position].key

    def _on_form(self, name: str) -> int | None:
        return place_on_form(name, self.outlines[self.side], self.reached) if name else None

    def _unknown(self, row: TableRow) -> None:
        if not (row.label or row.cells):
            return
        where = row.label or next(iter(row.cells.values()))
        is_income = row.label and place_on_form(row.name, self.outlines[INCOME]) is not None
        if self.side == EXPENDITURE and is_income:
            self.ledger.fatal(row.label, "收入的项目印在支出下面，分不清各行是收入还是支出。")
        else:
            self.ledger.warn(where, "表样里没有这一行；照原样保留。")
        if self.side == INCOME and row.cells and "收入" not in row.name:
            self.open.append(where)
