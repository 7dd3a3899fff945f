"""Which unit-years an address names, and which others a reader may want beside them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Case, Q, QuerySet, When
from django.http import QueryDict
from django.utils.translation import gettext as _

from disclosures.addresses import links
from disclosures.addresses.keys import UnitConverter
from disclosures.pages.shared.peers import group_title
from disclosures.publication.current import published
from disclosures.publication.standing.asking import group_of, peers_in
from disclosures.statements.models import Disclosure
from disclosures.statements.terms import called_unit, unit_words

LETTERS = "abcdef"
ADDED = "add"  # how the form names each that is ticked; addresses that are passed on have letters for them
OFFERED = 12
PROVINCE_DIGITS = 2  # of a region's code
_BRACKETED = re.compile("（[^（）]*）")
_NAMED = re.compile(rf"({UnitConverter.regex})-([0-9]{{4}})")


@dataclass(frozen=True)
class Offer:
    """A unit-year that could be added, with the address that adds it alone, and what the form calls it."""

    title: str
    href: str
    slug: str


def slug_of(disclosure: Disclosure) -> str:
    """`210400-011001-2023`, as addresses of comparisons name a unit-year."""
    return f"{links.key_of(disclosure.unit)}-{disclosure.year}"


def title_of(disclosure: Disclosure) -> str:
    return _("{unit_name} {year} 年").format(unit_name=unit_words(disclosure.unit_name), year=disclosure.year)


def short_titles(disclosures: list[Disclosure]) -> list[str]:
    """What tells them apart in few words, on a phone: names without their region, years where they differ."""
    offices = [_office(disclosure) for disclosure in disclosures]
    years = [str(disclosure.year) for disclosure in disclosures]
    if len(set(offices)) == 1 < len(disclosures):
        return years
    both = [f"{office} {year}" for office, year in zip(offices, years, strict=True)]
    short = offices if len(set(years)) == 1 else both
    return short if len(set(short)) == len(short) else [title_of(disclosure) for disclosure in disclosures]


def _office(disclosure: Disclosure) -> str:
    """The shorter of its names, as it is called where its region and what stands in brackets need not be said."""
    name = _BRACKETED.sub("", min(disclosure.unit.name, disclosure.unit_name, key=len))
    for region in disclosure.unit.region.path():
        name = name.removeprefix(region.name)
    return called_unit(name) or name


def chosen(query: QueryDict) -> list[Disclosure]:
    """The current revisions that the letters name, then those that were ticked to be added, in their order, each once.

    As many as there are letters; none for what is not there. One query.
    """
    given = [query.get(letter, "") for letter in LETTERS] + query.getlist(ADDED)
    slugs = list(dict.fromkeys(slug for slug in given if _NAMED.fullmatch(slug)))[: len(LETTERS)]
    named = Q(pk=None)
    for unit, year in (_NAMED.fullmatch(slug).groups() for slug in slugs):
        key = UnitConverter().to_python(unit)
        named |= Q(unit__region=key.region, unit__code=key.code, year=int(year))
    by_slug = {slug_of(disclosure): disclosure for disclosure in published().select_related("peer").filter(named)}
    return [by_slug[slug] for slug in slugs if slug in by_slug]


def kept(disclosures: Iterable[Disclosure]) -> tuple[tuple[str, str], ...]:
    """How an address names these unit-years."""
    return tuple((letter, slug_of(disclosure)) for letter, disclosure in zip(LETTERS, disclosures, strict=False))


def others(disclosures: list[Disclosure], find: str) -> list[tuple[str, list[Disclosure]]]:
    """What could stand beside them, under headings: what has that name or code, or else peers and years of the units.

    Peers are those of the first, from its own province before others. The latest of all where nothing is chosen and
    nothing looked for. One query, and one for peers.
    """
    offered = published().exclude(pk__in=[disclosure.pk for disclosure in disclosures])
    if find:
        return _headed(_("找到的"), _called(offered, find))
    if not disclosures:
        return _headed(_("最近公开的年度"), offered)
    units = [disclosure.unit_id for disclosure in disclosures]
    years = _headed(_("同一单位的其他年度"), offered.filter(unit__in=units))
    return [*_peers(disclosures[0], units), *years]


def _peers(first: Disclosure, units: list[int]) -> list[tuple[str, list[Disclosure]]]:
    group = group_of(first)
    if group is None:
        return []
    near = Case(When(unit__region__code__startswith=first.unit.region_id[:PROVINCE_DIGITS], then=0), default=1)
    peers = peers_in(group).exclude(unit__in=units).order_by(near, "unit__region", "unit__code")[:OFFERED]
    return [(_("同类单位：{group}").format(group=group_title(group)), list(peers))] if peers else []


def _called(offered: QuerySet[Disclosure], find: str) -> QuerySet[Disclosure]:
    words = find.split()
    year = next((word for word in words if re.fullmatch("[12][0-9]{3}", word)), "")
    for word in (word for word in words if word != year):
        offered = offered.filter(Q(unit_name__icontains=word) | Q(unit__code__startswith=word))
    return offered.filter(year=int(year)) if year else offered


def _headed(title: str, offered: QuerySet[Disclosure]) -> list[tuple[str, list[Disclosure]]]:
    found = list(offered.order_by("-year", "unit__region", "unit__code")[:OFFERED])
    return [(title, found)] if found else []
