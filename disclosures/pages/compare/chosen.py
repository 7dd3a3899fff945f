"""Which unit-years an address names, and which others a reader may want beside them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from disclosures.addresses import links
from disclosures.addresses.keys import UnitConverter
from disclosures.publication.current import published
from disclosures.statements.models import Disclosure

LETTERS = "abcdef"
OFFERED = 12
_NAMED = re.compile(rf"({UnitConverter.regex})-([0-9]{{4}})")


@dataclass(frozen=True)
class Offer:
    """A unit-year that could be added, with the address that adds it."""

    title: str
    href: str


def slug_of(disclosure: Disclosure) -> str:
    """`210400-011001-2023`, as addresses of comparisons name a unit-year."""
    return f"{links.key_of(disclosure.unit)}-{disclosure.year}"


def title_of(disclosure: Disclosure) -> str:
    return _("{unit_name} {year} 年").format(unit_name=disclosure.unit_name, year=disclosure.year)


def chosen(query: Mapping[str, str]) -> list[Disclosure]:
    """The current revisions that the letters name, in their order, each once; none for what is not there. One query."""
    slugs = [query[letter] for letter in LETTERS if _NAMED.fullmatch(query.get(letter, ""))]
    keys = [_NAMED.fullmatch(slug).groups() for slug in dict.fromkeys(slugs)]
    named = Q(pk=None)
    for unit, year in keys:
        key = UnitConverter().to_python(unit)
        named |= Q(unit__region=key.region, unit__code=key.code, year=int(year))
    by_slug = {slug_of(disclosure): disclosure for disclosure in published().filter(named)}
    return [by_slug[slug] for slug in dict.fromkeys(slugs) if slug in by_slug]


def kept(disclosures: Iterable[Disclosure]) -> tuple[tuple[str, str], ...]:
    """How an address names these unit-years."""
    return tuple((letter, slug_of(disclosure)) for letter, disclosure in zip(LETTERS, disclosures, strict=False))


def others(disclosures: list[Disclosure], find: str) -> list[tuple[str, list[Disclosure]]]:
    """What could stand beside them, under a heading: what has that name or code, or else other years of the same units.

    The latest of all where nothing is chosen and nothing looked for. One query.
    """
    offered = published().exclude(pk__in=[disclosure.pk for disclosure in disclosures])
    if find:
        return _headed(_("找到的"), _called(offered, find))
    if not disclosures:
        return _headed(_("最近公开的年度"), offered)
    return _headed(_("同一单位的其他年度"), offered.filter(unit__in=[disclosure.unit_id for disclosure in disclosures]))


def _called(offered: QuerySet[Disclosure], find: str) -> QuerySet[Disclosure]:
    words = find.split()
    year = next((word for word in words if re.fullmatch("[12][0-9]{3}", word)), "")
    for word in (word for word in words if word != year):
        offered = offered.filter(Q(unit_name__icontains=word) | Q(unit__code__startswith=word))
    return offered.filter(year=int(year)) if year else offered


def _headed(title: str, offered: QuerySet[Disclosure]) -> list[tuple[str, list[Disclosure]]]:
    found = list(offered.order_by("-year", "unit__region", "unit__code")[:OFFERED])
    return [(title, found)] if found else []
