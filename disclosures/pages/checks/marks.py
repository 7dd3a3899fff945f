"""The marks on other pages: beside a row, a field or an indicator, how the relations of its figures ended."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Any

from disclosures.addresses.links import DisclosureLinks
from disclosures.addresses.spots import form_anchor
from disclosures.checks.briefs import briefs_at
from disclosures.checks.keeping import report_of
from disclosures.checks.outcomes import Result
from disclosures.checks.spots import CellSpot, FormSpot, Spot
from disclosures.pages.checks.others import Other, is_beyond_the_tables, other_of
from disclosures.pages.checks.places import Places
from disclosures.pages.checks.signs import ELSEWHERE, Sign, sign_of
from disclosures.pages.checks.telling import told_with_rule
from disclosures.statements.models import Disclosure


@dataclass(frozen=True)
class Mark:
    """The worst of the relations, where it is told in full, in its own words, and with what the figure disagrees."""

    sign: Sign
    href: str
    message: str
    other: Other | None = None


def row_marks(disclosure: Disclosure, links: DisclosureLinks, number: str) -> dict[str, Mark]:
    """The mark of each row of 公开`number`表 by the key of the row; one query, two in English."""

    def row(spot: Spot) -> str | None:
        return spot.row if isinstance(spot, CellSpot) and spot.number == number else None

    return _worst(disclosure, links, row, {"kind": "cell", "number": number}, is_of_table=True)


def form_marks(disclosure: Disclosure, links: DisclosureLinks, position: int) -> dict[str, Mark]:
    """The marks of the performance form with that position, by what its fields and rows are called; one query, two in
    English."""

    def field(spot: Spot) -> str | None:
        return form_anchor(spot) if isinstance(spot, FormSpot) and spot.form == position else None

    return _worst(disclosure, links, field, {"kind": "form", "form": position})


def _worst(
    disclosure: Disclosure,
    links: DisclosureLinks,
    place_of: Callable[[Spot], str | None],
    at: Mapping[str, Any],
    *,
    is_of_table: bool = False,
) -> dict:
    """Of the results that have a side at a place, the one whose sign weighs most; the first of equals.

    `at` is what the data of all these places have in common: of the many results elsewhere nothing is made.
    """
    worst: dict[Hashable, tuple[Sign, int]] = {}
    report = report_of(disclosure)
    for index, brief in briefs_at(report.results, at):
        if brief.is_suspected_loss:  # says nothing about the office
            continue
        for place in filter(None, map(place_of, brief.spots)):
            sign = ELSEWHERE if is_of_table and is_beyond_the_tables(brief) else sign_of(brief)
            if place not in worst or sign.weight > worst[place][0].weight:
                worst[place] = sign, index
    places = Places(disclosure, links, report)
    told = {index: report.results[index] for _, index in worst.values()}
    return {place: _mark(sign, told[index], place, place_of, places) for place, (sign, index) in worst.items()}


def _mark(sign: Sign, result: Result, place: Hashable, place_of: Callable[[Spot], str | None], places: Places) -> Mark:
    other = other_of(result, lambda spot: place_of(spot) == place, places)
    return Mark(sign, places.told_at(result), told_with_rule(result, places), other)
