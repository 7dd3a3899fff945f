"""The list of units, each with its newest year."""

from collections.abc import Iterator
from dataclasses import astuple, fields

from django.http import QueryDict

from disclosures.addresses import links
from disclosures.checks.models import CheckRun
from disclosures.checks.register.verdicts import Tally, tally_in
from disclosures.exports.lists.content import MOST, ListColumn, ListFile, Value, list_file
from disclosures.pages.lists.whole import OWNER, PAGE, Site, owner_of
from disclosures.pages.unit.completeness import completeness_of
from disclosures.pages.unit.listing import asked_units, rows_of
from disclosures.pages.unit.regions import count_of
from disclosures.publication.totals.models import YearTotal
from disclosures.statements.fields import field_title
from disclosures.statements.models import Disclosure

AMOUNTS = ("income", "expenditure", "basic_expenditure", "project_expenditure", "three_public_budget", "three_public")
KINDS = tuple(each.name for each in fields(Tally))
COLUMNS = (
    *OWNER,
    *(ListColumn(name, field_title(YearTotal, name), is_amount=True) for name in AMOUNTS),
    ListColumn("tables", "各表"),
    *(ListColumn(name, field_title(CheckRun, name)) for name in KINDS),
    PAGE,
)


def units_list(query: QueryDict, site: Site) -> ListFile:
    """As the page lists them, amounts 元, exact, as published; three queries at most."""
    regions, asked = asked_units(query)
    region = regions.get(asked["region"])
    return list_file(
        "各单位最近一年的决算",
        "units" + (f"-{region.code}" if region else ""),
        site.whole(links.with_query(links.units(), asked.but())),
        COLUMNS,
        (_row(disclosure, site) for disclosure in rows_of(asked)[:MOST]),
        asked=(region.name if region else "",),
        count=count_of(regions, asked),
    )


def _row(disclosure: Disclosure, site: Site) -> Iterator[Value]:
    totals, run = getattr(disclosure, "totals", None), getattr(disclosure, "check_run", None)
    yield from owner_of(disclosure)
    yield from (getattr(totals, name) if totals else None for name in AMOUNTS)
    yield completeness_of(totals.tables, disclosure.year).words if totals else None
    yield from astuple(tally_in(run)) if run else [None] * len(KINDS)
    yield site.whole(links.of(disclosure).front())
