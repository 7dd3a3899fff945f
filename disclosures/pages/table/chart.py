"""Which chart a table page has, by the shape that its table is declared with, and the words around it."""

from django.utils.translation import gettext_lazy

from disclosures.addresses.links import DisclosureLinks
from disclosures.pages.charts.chart import Chart, chart_of
from disclosures.pages.charts.shapes import Bars, Drawing, Flow, Tree
from disclosures.pages.table.bars import largest_codes, side_by_side
from disclosures.pages.table.flow import account_flow
from disclosures.pages.table.page import TablePage
from disclosures.pages.table.tree import tree_of
from disclosures.statements.lines import AccountLine, ClassifiedLine
from disclosures.statements.models import STATEMENTS


def drawing_of(page: TablePage) -> Drawing | None:
    """The rows of the page as a chart, with the same focus; None where they print nothing to draw. No query."""
    model = STATEMENTS[page.table.number]
    if issubclass(model, AccountLine):
        return account_flow(page.table)
    if not issubclass(model, ClassifiedLine):
        return side_by_side(page.table)
    rows = [row for panel in page.table.panels for row in panel.rows]
    return largest_codes(rows, page.added, page.table.unit) if hasattr(model, "panels") else tree_of(rows, page.added)


_WORDS = {
    Tree: (gettext_lazy("同一张表的图"), gettext_lazy("点一块，只看那一项")),
    Flow: (gettext_lazy("钱从哪里来，到哪里去"), gettext_lazy("点名称，跳到那一行")),
    Bars: (gettext_lazy("同一张表的图"), gettext_lazy("点一条，看那一行")),
}


def table_chart(page: TablePage, pages: DisclosureLinks) -> Chart | None:
    """The chart of a table page; None where there is nothing to draw."""
    if not (drawing := drawing_of(page)):
        return None
    address = pages.chart(page.table.number, page.table.selection)
    title, hint = map(str, _WORDS[type(drawing)])
    return chart_of(drawing, title, hint, address, is_narrow=len(page.table.panels) == 1 and not page.is_wide)
