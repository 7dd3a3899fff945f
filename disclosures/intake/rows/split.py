"""Table 06 in the columns of the budget's form: 合计 beside 人员经费 and 公用经费, which must make it up."""

from collections.abc import Iterator

from disclosures.intake.ledger import Ledger
from disclosures.intake.recognition.heads import Column
from disclosures.intake.rows.cells import TableRow
from disclosures.intake.rows.classified import code_and_name
from disclosures.intake.rows.printed import PrintedLine, PrintedRow, PrintedSum
from disclosures.intake.wording import is_total
from disclosures.statements.models import BasicExpenditure

_KEPT = "公开06表的表样里没有这两栏；用来核对合计，照原样保留。"


def split_lines(rows: list[TableRow], columns: dict[str, Column], ledger: Ledger) -> Iterator[PrintedRow]:
    """A line for each code with its 合计; the two sums come from the row of the total.

    `columns` are 人员经费 and 公用经费, by the keys of these sums.
    """
    above, total, kept = "", None, []
    for row in rows:
        if not any(row.printed):
            continue
        code, name = code_and_name(BasicExpenditure, row, above)
        if not code and not is_total(name):
            ledger.warn(next(filter(None, row.printed)), "这一行没有科目编码，也不是合计，没有读入。")
            continue
        above = code or above
        parts = row.in_columns(columns.values())
        kept.append((*row.labels, *parts))
        ledger.use(*row.used, *parts)
        yield PrintedSum("人员经费和公用经费", next(iter(row.cells.values()), None), parts)
        if code:
            line = BasicExpenditure.new(code=code, name=name, printed_name=name, place=row.first.place)
            yield PrintedLine(line, row.first, row.cells)
        elif total:
            ledger.fatal(row.first, f"这张表有两行合计，另一行在{total.place}。")
        else:
            total = row.first
            yield from _sums(row, columns)
    if kept:
        ledger.keep("公开06表“人员经费”“公用经费”栏", kept, _KEPT)


def _sums(row: TableRow, columns: dict[str, Column]) -> Iterator[PrintedLine]:
    """人员经费合计 and 公用经费合计, where the row of the total prints them."""
    for item in BasicExpenditure.outline:
        column = columns[item.key]
        for cell in row.in_columns((column,)):
            line = BasicExpenditure.new(code=item.key, name=item.name, printed_name=column.title, place=cell.place)
            yield PrintedLine(line, cell, {BasicExpenditure.columns()[0]: cell})
