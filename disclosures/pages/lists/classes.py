"""The classes of both classifications, with what all units print under each in a year."""

from collections.abc import Iterator

from django.http import QueryDict

from disclosures.addresses import links
from disclosures.classification.codes import SCHEMES
from disclosures.exports.lists.content import ListColumn, ListFile, Value, list_file
from disclosures.pages.code.classes import class_names
from disclosures.pages.code.figures import main_figure, year_question
from disclosures.pages.lists.whole import PAGE, Site
from disclosures.pages.shared.list_query import ListQuery
from disclosures.publication.current import published_years
from disclosures.publication.totals import ranking

COLUMNS = (
    ListColumn("scheme", "分类"),
    ListColumn("code", "编码"),
    ListColumn("name", "名称"),
    ListColumn("table", "表号"),
    ListColumn("units", "单位数"),
    ListColumn("amount", "合计", is_amount=True),
    PAGE,
)


def classes_list(query: QueryDict, site: Site) -> ListFile:
    """Sums 元, exact, of what the units publish; a department's may hold those of its subordinates again."""
    asked = ListQuery.read(query, year_question(published_years()))
    rows = (row for scheme, title in SCHEMES for row in _rows(scheme, str(title), int(asked["year"] or 0), site))
    return list_file(
        "各类科目合计",
        f"codes-{asked['year']}",
        site.whole(links.with_query(links.codes(), asked)),
        COLUMNS,
        rows,
        asked=(f"{asked['year']}年度" if asked["year"] else "",),
    )


def _rows(scheme: str, title: str, year: int, site: Site) -> Iterator[tuple[Value, ...]]:
    names, figure = class_names(scheme), main_figure(scheme)
    sums = ranking.of_codes(figure, list(names), year)
    for code, named in names.items():
        total = sums.get(code)
        own = (total.units, total.amount) if total else (0, None)
        yield (title, code, named.name, figure.table, *own, site.whole(links.code(scheme, code)))
