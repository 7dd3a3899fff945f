"""For an address that leads nowhere: the nearest pages above it that are there."""

import re
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from disclosures.addresses import links
from disclosures.addresses.keys import EditionConverter, UnitConverter, UnitKey
from disclosures.pages.language import plain
from disclosures.pages.shared.frame import Crumb
from disclosures.publication.current import published, site_state
from disclosures.statements.models import Disclosure, statements_in
from disclosures.statements.terms import term, unit_words

_UNIT = re.compile(rf"/units/({UnitConverter.regex})(?=/|$)")
_YEAR = re.compile(rf"/units/[^/]+/({EditionConverter.regex})(?=/|$|\.)")
_TABLE = re.compile(r"/tables/([0-9]{1,2})(?=\D|$)")


def nearest(path: str) -> tuple[Crumb, ...]:
    """What stands at or above the address, nearest first, with the front door last; at most one query."""
    codes = (Crumb(_("全部科目"), links.codes()),) if path.startswith(links.codes()) else ()
    return (*_of_unit(plain(path)), *codes, Crumb(_("全部单位"), links.units()), Crumb(_("首页"), links.home()))


def _of_unit(path: str) -> tuple[Crumb, ...]:
    match = _UNIT.match(path)
    if not match:
        return ()
    key: UnitKey = UnitConverter().to_python(match[1])
    disclosures = list(published().filter(unit__region=key.region, unit__code=key.code).order_by("-year"))
    if not disclosures:
        return ()
    unit = disclosures[0].unit
    return (
        *_of_year(path, disclosures),
        Crumb(_("{name}公开的决算").format(name=unit_words(unit.name)), links.unit(unit)),
    )


def _of_year(path: str, disclosures: list[Disclosure]) -> tuple[Crumb, ...]:
    match = _YEAR.match(path)
    year = EditionConverter().to_python(match[1]).year if match else None
    disclosure = next((each for each in disclosures if each.year == year), None)
    if disclosure is None:
        return ()
    pages = links.of(disclosure)
    front = Crumb(
        _("{unit_name} {year} 年度决算").format(unit_name=unit_words(disclosure.unit_name), year=disclosure.year),
        pages.front(),
    )
    table = _TABLE.search(path)
    number = f"{int(table[1]):02}" if table else ""
    tables = statements_in(disclosure.year)
    if number not in tables:
        return (front,)
    return (
        Crumb(_("公开{table}表 {title}").format(table=number, title=term(tables[number].title)), pages.table(number)),
        front,
    )


def not_found(request: Any, exception: Exception) -> HttpResponse:
    """Says so, and offers what is near."""
    request.has_made_up = site_state().has_made_up
    return render(request, "404.html", {"nearest": nearest(request.path)}, status=404)
