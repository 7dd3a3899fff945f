"""Table 06 in the columns of the budget's form: 合计 beside 人员经费 and 公用经费, which must make it up."""

from collections.abc import Iterator
from decimal import Decimal
from typing import cast

from disclosures.amounts import Outcome, Precision, outcome_of_sum
from disclosures.documents.items import Cell
from disclosures.intake.figures import take_figure
from disclosures.intake.ledger import Ledger
from disclosures.intake.recognition.blocks import Row
from disclosures.intake.recognition.fields import Split
from disclosures.intake.recognition.recognise import Recognised
from disclosures.intake.rows.cells import amount_in, at, figures_in, take_figures, words
from disclosures.intake.rows.classified import code_and_name
from disclosures.intake.wording import is_total
from disclosures.statements.models import BasicExpenditure

_KEPT = "公开06表的表样里没有这两栏；用来核对合计，照原样保留。"


def split_lines(table: Recognised, precision: Precision, ledger: Ledger) -> Iterator[BasicExpenditure]:
    """A line for each code with its 合计; the two sums come from the row of the total."""
    (panel,), (found,) = table.panels, table.fields
    fields = cast(Split, found)
    above, total, kept = "", None, []
    for row in table.rows:
        if not any(row):
            continue
        code, name = code_and_name(BasicExpenditure, panel, row, above)
        labels = [cell for position in (*panel.codes, panel.name) if (cell := at(row, position))]
        if not code and not is_total(name):
            ledger.warn(next(cell for cell in row if cell), "这一行没有科目编码，也不是合计，没有读入。")
            continue
        above = code or above
        kept.append((*labels, *_parts(row, fields)))
        ledger.use(*kept[-1])
        _check(row, fields, precision, ledger)
        if code:
            line = BasicExpenditure.new(code=code, name=name, printed_name=name, place=labels[0].place)
            take_figures(line, row, fields, precision, ledger)
            yield line
        elif total:
            ledger.fatal(labels[0], f"这张表有两行合计，另一行在{total[0].place}。")
        else:
            total = labels
            yield from _sums(row, fields, precision, ledger)
    if kept:
        ledger.keep("公开06表“人员经费”“公用经费”栏", kept, _KEPT)


def _parts(row: Row, fields: Split) -> list[Cell]:
    return [cell for column in fields.parts.values() if (cell := at(row, column.position))]


def _sums(row: Row, fields: Split, precision: Precision, ledger: Ledger) -> Iterator[BasicExpenditure]:
    """人员经费合计 and 公用经费合计, where the row of the total prints them."""
    for item in BasicExpenditure.outline:
        if cell := at(row, fields.parts[item.key].position):
            title = fields.parts[item.key].title
            line = BasicExpenditure.new(code=item.key, name=item.name, printed_name=title, place=cell.place)
            take_figure(line, BasicExpenditure.columns()[0], cell, precision, ledger)
            yield line


def _check(row: Row, fields: Split, precision: Precision, ledger: Ledger) -> None:
    """The two parts make up the sum, or one of the three was not read where it stands."""
    (whole,) = figures_in(row, fields) or (None,)
    parts = _parts(row, fields)
    ledger.use(*filter(None, (whole,)))
    values = [amount_in(cell, precision, ledger) for cell in parts]
    total = amount_in(whole, precision, ledger) if whole else None
    if total and not any(value is not None for value in values):
        ledger.warn(whole, "只有合计，没有分人员经费和公用经费。")
    elif outcome_of_sum(total or Decimal(0), values, precision) == Outcome.BROKEN:
        printed = " + ".join(words(cell) for cell in parts)
        ledger.fatal(whole or parts[0], f"人员经费和公用经费（{printed}）加起来不等于合计（{words(whole)}）。")
