"""The figures of a recognised table: their decimals, and from the printed cells into the lines."""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from disclosures.amounts import AmountError, AmountUnit, Outcome, Precision, outcome_of_sum, parse_amount, plain
from disclosures.documents.items import BLANK, Cell
from disclosures.intake.ledger import Ledger
from disclosures.intake.rows.printed import PrintedLine, PrintedSum
from disclosures.statements.fields import Amount
from disclosures.statements.lines import WithAmounts


def usual_decimals(cells: Iterable[Cell]) -> int:
    """How many decimals most figures are printed with; 2 where the file holds bare numbers."""
    printed = (plain(cell.text) for cell in cells if cell and not cell.is_number)
    counts = Counter(
        len(text.partition(".")[2]) for text in printed if text.replace(",", "").replace(".", "").isdigit()
    )
    with_point = Counter({decimals: count for decimals, count in counts.items() if decimals})
    return (with_point or Counter([2])).most_common(1)[0][0]


def take_figure(line: WithAmounts, column: Amount, cell: Cell, precision: Precision, ledger: Ledger) -> None:
    """Put the figure into its line, exact, in 元; what is no amount is a problem with the place of the cell."""
    ledger.use(cell)
    ledger.take(cell, line, column.name)
    if cell.doubt:
        return  # told with all doubts, at its place
    try:
        line.set_printed(column.name, cell.text, precision, is_shown=not cell.is_number)
    except AmountError as error:
        ledger.fatal(cell, f"“{column.title}”栏：{error}")


def take_figures(printed: PrintedLine, precision: Precision, ledger: Ledger) -> None:
    """Put every printed figure of a row into its column of the line."""
    for column, cell in printed.cells.items():
        take_figure(printed.line, column, cell, precision, ledger)


def amount_in(cell: Cell, precision: Precision, ledger: Ledger) -> Decimal | None:
    """元, exact, of a figure that only serves to check others; what is no amount is a problem with its place."""
    try:
        return None if cell.doubt else parse_amount(cell.text, precision.unit)
    except AmountError as error:
        ledger.fatal(cell, str(error))
        return None


def check_sum(printed: PrintedSum, precision: Precision, ledger: Ledger) -> None:
    """The parts printed beside an amount make it up, as far as rounding allows; else the import stops there."""
    cells = (printed.whole or BLANK, *printed.parts)
    whole, *parts = (amount_in(cell, precision, ledger) for cell in cells)
    if printed.whole and whole and not any(part is not None for part in parts):
        ledger.warn(printed.whole, f"只有合计，没有分{printed.name}。")
    elif outcome_of_sum(whole or Decimal(0), parts, precision) == Outcome.BROKEN:
        shown = " + ".join(cell.text.strip() for cell in printed.parts)
        total = printed.whole.text.strip() if printed.whole else ""
        ledger.fatal(printed.whole or printed.parts[0], f"{printed.name}（{shown}）加起来不等于合计（{total}）。")


def is_figure(cell: Cell) -> bool:
    """Whether what is printed there can be read as an amount, or as a dash that says there is none."""
    try:
        parse_amount(cell.text, AmountUnit.YI)
    except AmountError:
        return False
    return bool(cell)
