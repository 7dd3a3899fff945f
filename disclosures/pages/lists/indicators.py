"""The performance indicators that fell short."""

from collections.abc import Iterator
from typing import Any

from django.http import QueryDict

from disclosures.addresses import links
from disclosures.exports.lists.content import MOST, ListColumn, ListFile, Value, list_file
from disclosures.pages.lists.whole import OWNER, PAGE, Site, owner_of
from disclosures.pages.shortfalls import KIND, asked_shortfalls, missed, rows_of

COLUMNS = (
    *OWNER,
    ListColumn("form", "自评表"),
    ListColumn("indicator", "指标"),
    ListColumn("target", "目标"),
    ListColumn("actual", "完成"),
    ListColumn("weight", "分值"),
    ListColumn("score", "得分"),
    ListColumn("is_missed", "没有达到"),
    ListColumn("reasons", "原因"),
    ListColumn("improvement", "改进"),
    PAGE,
)


def indicators_list(query: QueryDict, site: Site) -> ListFile:
    """As the page lists them, in the words of the documents; three queries."""
    asked = asked_shortfalls(query)
    rows = rows_of(asked)
    return list_file(
        "没有达到的绩效指标",
        "indicators",
        site.whole(links.with_query(links.shortfalls(), asked.but())),
        COLUMNS,
        (_row(shortfall, site) for shortfall in rows[:MOST]),
        asked=(f"{asked['year']}年度" if asked["year"] else "", dict(KIND.answers)[asked["kind"]]),
        count=rows.count(),
    )


def _row(shortfall: Any, site: Site) -> Iterator[Value]:
    found = missed(shortfall)
    indicator = found.indicator
    yield from owner_of(shortfall.disclosure)
    yield from (str(found.form), indicator.name, indicator.target, indicator.actual)
    yield from (indicator.score.weight, indicator.score.printed, "是" if shortfall.is_missed else "否")
    yield "；".join(f"{title}：{text}" for title, text in indicator.reasons)
    yield indicator.improvement
    yield site.whole(found.href)
