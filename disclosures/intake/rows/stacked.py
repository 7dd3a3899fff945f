"""Accounts in one column, the rows of income above those of expenditure: tables 01 and 04."""

from collections.abc import Iterator
from decimal import Decimal
from typing import cast

from disclosures.amounts import Outcome, Precision, outcome_of_sum
from disclosures.documents.items import Cell
from disclosures.intake.figures import take_figure
from disclosures.intake.ledger import Ledger
from disclosures.intake.recognition.blocks import Row
from disclosures.intake.recognition.fields import Stacked
from disclosures.intake.recognition.heads import is_head_word
from disclosures.intake.recognition.recognise import Recognised
from disclosures.intake.rows.account import line_number
from disclosures.intake.rows.cells import (
    amount_in,
    at,
    figures_in,
    first_place,
    named_column,
    place_on_form,
    take_figures,
    words,
)
from disclosures.intake.wording import unnumbered
from disclosures.statements.form_rows import EXPENDITURE, INCOME
from disclosures.statements.lines import AccountLine, AnyLine

_SECTIONS = {
    INCOME: ("收入", "本年收入", "收入项目", "收入部分"),
    EXPENDITURE: ("支出", "本年支出", "支出项目", "支出部分", "项目支出"),
}


def stacked_lines(
    model: type[AccountLine], table: Recognised, precision: Precision, ledger: Ledger
) -> Iterator[AccountLine]:
    """A line for each row; which side it is on, the form and what stands above it say, else it is fatal."""
    reader = _Reader(model, table, precision, ledger)
    for row in table.rows:
        if any(row) and (line := reader.line(row)):
            yield line


class _Reader:
    """Goes down the rows and knows which side they are on."""

    def __init__(self, model: type[AccountLine], table: Recognised, precision: Precision, ledger: Ledger):
        (fields,), (self.panel,) = table.fields, table.panels
        self.fields = cast(Stacked, fields)
        self.model, self.precision, self.ledger = model, precision, ledger
        self.side, self.reached = INCOME, 0
        self.last: AccountLine | None = None
        self.open: list[Cell] = []  # unknown rows that are income only if income follows
        self.outlines = {side: table.form_rows(side) for side in _SECTIONS}

    def line(self, row: Row) -> AccountLine | None:
        """The line of the row; None for a title of a section, a head printed again, a part of the line above."""
        label, number = at(row, self.panel.name), at(row, self.panel.line)
        figures = figures_in(row, self.fields)
        if not (label or number or figures) or self._is_section(row, label, figures) or self._is_part(label, figures):
            return None
        if self.side == EXPENDITURE and self.reached == len(self.outlines[EXPENDITURE]) and label:
            self.ledger.warn(label, "在总计下面，不是这张表的一行，没有读入。")
            return None
        self.ledger.use(*(cell for cell in (label, number) if cell))
        name, item = words(label), self._item(label, figures)
        place = first_place([label, number, *figures])
        line = self.model.new(side=self.side, name=name, printed_name=name, place=place, item=item)
        line.line = line_number(number, self.ledger)
        self._take(line, row)
        self.last = line
        if self.side == INCOME and self.reached == len(self.outlines[INCOME]):
            self._begin(EXPENDITURE)
        return line

    def _begin(self, side: str) -> None:
        self.side, self.reached, self.open = side, 0, []

    def _is_section(self, row: Row, label: Cell | None, figures: list[Cell]) -> bool:
        """Whether the row holds only titles; one that names a side begins it."""
        if not label or not all(is_head_word(cell.text) for cell in figures):
            return False
        name = unnumbered(label.text)
        side = next((side for side, names in _SECTIONS.items() if name in names), "")
        if not side and not (figures and is_head_word(label.text)):
            return False
        self.ledger.use(*(cell for cell in row if cell))
        if side == INCOME and self.side == EXPENDITURE:
            self.ledger.fatal(label, "支出下面又是收入，分不清各行是收入还是支出。")
        elif side == EXPENDITURE and self.side == INCOME:
            self._begin(EXPENDITURE)
        return True

    def _is_part(self, label: Cell | None, figures: list[Cell]) -> bool:
        """Whether the row is one of the budgets of the line above, where these are rows and no columns."""
        if not (label and self.last and self.last.side == self.side == EXPENDITURE and len(self.fields) == 1):
            return False
        field = named_column(label, self.model.columns_of(EXPENDITURE)[1:])
        if not field:
            return False
        if getattr(self.last, field.name) is not None:
            self.ledger.fatal(label, f"“{self.last.name}”下面的“{words(label)}”出现两次。")
        self.ledger.use(label)
        for cell in figures:
            take_figure(self.last, field, cell, self.precision, self.ledger)
        return True

    def _item(self, label: Cell | None, figures: list[Cell]) -> str:
        """The row's item on the form of its side; the first that only expenditure has begins that side."""
        name = words(label)
        position = self._on_form(name)
        if position is None and self.side == INCOME and place_on_form(name, self.outlines[EXPENDITURE]) is not None:
            for cell in self.open:
                self.ledger.fatal(cell, "表样里没有这一行，下面就是支出，分不清它是收入还是支出。")
            self._begin(EXPENDITURE)
            position = self._on_form(name)
        if position is None:
            self._unknown(label, figures)
            return ""
        self.open, self.reached = [], position + 1
        return self.outlines[self.side][position].key

    def _on_form(self, name: str) -> int | None:
        return place_on_form(name, self.outlines[self.side], self.reached) if name else None

    def _unknown(self, label: Cell | None, figures: list[Cell]) -> None:
        if not (label or figures):
            return
        where = label or figures[0]
        if self.side == EXPENDITURE and label and place_on_form(words(label), self.outlines[INCOME]) is not None:
            self.ledger.fatal(label, "收入的项目印在支出下面，分不清各行是收入还是支出。")
        else:
            self.ledger.warn(where, "表样里没有这一行；照原样保留。")
        if self.side == INCOME and figures and "收入" not in words(label):
            self.open.append(where)

    def _take(self, line: AccountLine, row: Row) -> None:
        if self.side == EXPENDITURE:
            take_figures(line, row, self.fields, self.precision, self.ledger)
            return
        take_figures(line, row, self.fields.income, self.precision, self.ledger)
        parts = [cell for column in self.fields.parts if (cell := at(row, column.position))]
        if parts:
            self._check_parts(line, parts)

    def _check_parts(self, line: AnyLine, parts: list[Cell]) -> None:
        """What the row of income prints by budget: the form has one amount for it, which they must make up."""
        values = [amount_in(cell, self.precision, self.ledger) for cell in parts]
        printed = [value for value in values if value is not None]
        self.ledger.use(*parts)
        if printed and outcome_of_sum(line.amount or Decimal(0), printed, self.precision) == Outcome.BROKEN:
            self.ledger.fatal(parts[0], f"“{line.name}”各预算的收入加起来不等于合计。")
        reason = "公开04表收入一边的表样里只有合计；用来核对合计，照原样保留。"
        self.ledger.keep(f"公开04表“{line.name}”各预算的收入", [parts], reason)
