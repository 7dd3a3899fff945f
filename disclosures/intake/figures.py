"""The figures of a recognised table: their unit and decimals, and one figure into its line."""

from collections import Counter
from collections.abc import Iterable

from disclosures.amounts import AmountError, AmountUnit, Precision, parse_amount, plain
from disclosures.documents.items import Cell
from disclosures.intake.ledger import Ledger
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
    if cell.doubt:
        return  # told with all doubts, at its place
    try:
        if cell.is_number:
            setattr(line, column.name, parse_amount(cell.text, precision.unit))
        else:
            line.set_printed(column.name, cell.text, precision)
    except AmountError as error:
        ledger.fatal(cell, f"“{column.title}”栏：{error}")


def is_figure(cell: Cell) -> bool:
    """Whether what is printed there can be read as an amount, or as a dash that says there is none."""
    try:
        parse_amount(cell.text, AmountUnit.YI)
    except AmountError:
        return False
    return bool(cell)
