"""Who spent how much under one code in one year."""

from collections.abc import Iterator, Mapping
from typing import Any

from disclosures.addresses import links
from disclosures.exports.lists.content import MOST, ListColumn, ListFile, Value, list_file
from disclosures.pages.code.figures import column_question, table_question, year_question
from disclosures.pages.code.names import path_and_below
from disclosures.pages.code.page import ORDERS, SORT, ranked_by
from disclosures.pages.lists.whole import OWNER, PAGE, Site, owner_of
from disclosures.pages.shared.list_query import ListQuery
from disclosures.publication.totals import ranking
from disclosures.publication.totals.ranking import TableColumn

COLUMNS = (
    ListColumn("rank", "名次"),
    *OWNER,
    ListColumn("amount", "金额", is_amount=True),
    ListColumn("whole", "本表合计", is_amount=True),
    PAGE,
)


def spenders_list(scheme: str, code: str, query: Mapping[str, str], site: Site) -> ListFile | None:
    """As the page of the code ranks them, 元, exact, as published; None for a code that nobody printed or listed."""
    tables = table_question(scheme)
    columns = column_question(tables.read(query))
    figure = TableColumn(tables.read(query), columns.read(query))
    sums = ranking.over_years(figure, code)
    path, _ = path_and_below(scheme, code)
    if not sums and code not in path:
        return None
    years = year_question({year: total.units for year, total in sums.items()})
    asked = ListQuery.read(query, tables, columns, years, SORT)
    year = int(asked["year"] or 0)
    rows = ranking.ranked(figure, code, year, ranked_by(asked)).order_by(*ORDERS[asked["sort"]])
    name = path[code].name if code in path else ranking.newest_name(figure.table, code)
    return list_file(
        f"{code}{name}",
        f"code-{code}-{year}-table{figure.table}",
        site.whole(links.with_query(links.code(scheme, code), asked)),
        COLUMNS,
        (_row(total, figure.table, site) for total in rows[:MOST]),
        asked=(f"{year}年度" if year else "", f"公开{figure.table}表", figure.title),
        count=sums[year].units if year in sums else 0,
    )


def _row(total: Any, table: str, site: Site) -> Iterator[Value]:
    yield total.rank
    yield from owner_of(total.disclosure)
    yield total.amount
    yield total.whole
    yield site.whole(f"{links.of(total.disclosure).table(table)}#{total.code}")
