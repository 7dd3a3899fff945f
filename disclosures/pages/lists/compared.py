"""Unit-years side by side."""

from django.http import QueryDict

from disclosures.exports.lists.content import ListColumn, ListFile, list_file
from disclosures.pages.compare.page import compare_page
from disclosures.pages.lists.whole import Site

LABELS = (ListColumn("side", "收支"), ListColumn("code", "编码"), ListColumn("name", "名称"))


def compared_list(query: QueryDict, site: Site) -> ListFile:
    """A row of the table a line, a column for each unit-year, 元, exact, as published; or percent of its own total."""
    page = compare_page(query)
    sides = tuple(
        ListColumn(f"side_{n}", side.title, is_amount=not page.is_share) for n, side in enumerate(page.sides, start=1)
    )
    asked = (*(side.title for side in page.sides), *(("百分比",) if page.is_share else ()))
    groups = ((title, row) for title, found in page.groups for row in found)
    rows = ((title, row.code, row.name, *(cell.value for cell in row.cells)) for title, row in groups)
    return list_file("比较", "compare", site.whole(page.address), (*LABELS, *sides), rows, asked=asked)
