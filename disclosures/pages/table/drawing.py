"""Which chart a page has: by the shape that its table is declared with."""

from disclosures.pages.charts.shapes import Drawing
from disclosures.pages.table.bars import largest_codes, side_by_side
from disclosures.pages.table.flow import account_flow
from disclosures.pages.table.page import TablePage
from disclosures.pages.table.tree import tree_of
from disclosures.statements.lines import AccountLine, ClassifiedLine
from disclosures.statements.models import STATEMENTS


def drawing_of(page: TablePage) -> Drawing | None:
    """The rows of the page as a chart, with the same focus; None where they print nothing to draw. No query."""
    model = STATEMENTS[page.table.number]
    lines = [line for half in page.halves for line in half.lines]
    if issubclass(model, AccountLine):
        return account_flow(page.table)
    if not issubclass(model, ClassifiedLine):
        return side_by_side(page.table)
    return largest_codes(lines) if hasattr(model, "panels") else tree_of(lines)
