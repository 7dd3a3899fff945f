"""One matter that the text tells, over units and years."""

from collections.abc import Iterator

from django.http import QueryDict

from disclosures.addresses import links
from disclosures.checks.narrative.matters import MATTERS
from disclosures.exports.lists.content import MOST, ListColumn, ListFile, Value, list_file
from disclosures.pages.lists.whole import OWNER, PAGE, Site, owner_of
from disclosures.pages.matters.listing import asked_matters, printed_of, rows_of
from disclosures.publication.totals.models import OtherMatter

COLUMNS = (
    *OWNER,
    ListColumn("printed", "原文的数"),
    ListColumn("value", "数"),
    ListColumn("unit_of_value", "数的单位"),
    PAGE,
)


def matters_list(query: QueryDict, site: Site) -> ListFile:
    """As the page lists them; amounts are 元, counts as printed; three queries."""
    asked = asked_matters(query)
    rows = rows_of(asked)
    return list_file(
        MATTERS[asked["matter"]].title,
        f"matters-{asked['matter']}",
        site.whole(links.with_query(links.matters(), asked.but())),
        COLUMNS,
        (_row(figure, site) for figure in rows[:MOST]),
        asked=(f"{asked['year']}年度" if asked["year"] else "",),
        count=rows.count(),
    )


def _row(figure: OtherMatter, site: Site) -> Iterator[Value]:
    told = printed_of(figure)
    yield from owner_of(figure.disclosure)
    yield told.text
    yield figure.value.normalize()
    yield MATTERS[figure.matter].unit.value
    yield site.whole(told.href)
