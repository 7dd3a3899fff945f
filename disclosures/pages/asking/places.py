"""What a question is about: a figure of a table, a finding, a page or the whole, by what the address says."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import override

from disclosures.addresses import links
from disclosures.addresses.spots import finding_anchor
from disclosures.checks.keeping import report_of
from disclosures.pages.cite.page import cite_table
from disclosures.statements.models import Disclosure, statements_in

PAGES = {"narrative": "文字说明", "performance": "绩效自评", "matters": "其他事项", "checks": "账目核对"}
LONGEST = 500  # characters of what is kept of it


@dataclass(frozen=True)
class Place:
    """`path` is its address below that of the revision, `subject` what it is called, in the words of the document."""

    path: str
    subject: str


def place_of(disclosure: Disclosure, query: Mapping[str, str]) -> Place:
    """The place that the query names; what it does not know is the whole disclosure. At most three queries."""
    with override(settings.LANGUAGE_CODE):  # kept in the words of the document, and for every language the same
        if query.get("table") in statements_in(disclosure.year):
            return _in_table(disclosure, query["table"], query)
        if found := _finding(disclosure, query.get("finding", "")):
            return found
        if (page := query.get("page", "")) in PAGES:
            return Place(f"{page}/", PAGES[page])
        return Place("", f"{disclosure.year} 年度决算")


def _in_table(disclosure: Disclosure, number: str, query: Mapping[str, str]) -> Place:
    named = {name: query[name] for name in ("row", "column") if name in query}
    cited = cite_table(disclosure, number, named, "")
    return Place(cited.address.removeprefix(links.pinned(disclosure).front()), cited.what[:LONGEST])


def _finding(disclosure: Disclosure, key: str) -> Place | None:
    if not key:
        return None
    found = (result for result in report_of(disclosure).results if result.key == key)
    if (result := next(found, None)) is None:
        return None
    return Place(f"checks/#{finding_anchor(key)}", f"账目核对：{result.message}"[:LONGEST])
