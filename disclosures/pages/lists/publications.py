"""Who has published when."""

from collections.abc import Iterator
from typing import Any

from django.http import QueryDict
from django.urls import reverse

from disclosures.addresses import links
from disclosures.exports.lists.content import MOST, ListColumn, ListFile, Value, list_file
from disclosures.pages.lists.whole import OWNER, PAGE, Site, owner_of
from disclosures.pages.published.page import asked_of, published_of, rows_of

COLUMNS = (
    *OWNER,
    ListColumn("approved", "批复日期"),
    ListColumn("published", "公开日期"),
    ListColumn("here_since", "登载日期"),
    ListColumn("day", "批复后第几天"),
    PAGE,
)


def publications_list(query: QueryDict, site: Site) -> ListFile:
    """As the page lists them; days as the documents print them, "" where none is known. Two queries."""
    asked, years = asked_of(query)
    return list_file(
        "公开时间",
        f"published-{asked['year']}",
        site.whole(links.with_query(reverse("publications"), asked.but())),
        COLUMNS,
        (_row(disclosure, site) for disclosure in rows_of(asked)[:MOST]),
        asked=(f"{asked['year']}年度" if asked["year"] else "",),
        count=years.get(int(asked["year"] or 0), 0),
    )


def _row(disclosure: Any, site: Site) -> Iterator[Value]:
    told = published_of(disclosure)
    yield from owner_of(disclosure)
    yield from (_day(day) for day in (disclosure.approval_date, told.day, told.here))
    yield told.timeliness.day if told.timeliness else None
    yield site.whole(told.front)


def _day(day: Any) -> str | None:
    return day.isoformat() if day else None
