"""From a tool to the lists: the same parameters, the same items; what cannot be answered is a sentence."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from mcp.server.mcpserver.exceptions import ToolError
from pydantic import ValidationError

from disclosures.addresses.keys import EditionConverter, UnitKey
from disclosures.exports.api.fields import asked_for
from disclosures.exports.api.lists import MOST as MOST_OF_A_PAGE
from disclosures.exports.api.lists import AnyList
from disclosures.exports.api.problems import ProblemError
from disclosures.exports.api.writing import items_of
from disclosures.publication.current import public_revision
from disclosures.statements.models import Disclosure, State

MOST = 200  # items of one answer: a model reads all of them


def told(
    listing: AnyList, origin: str, *, under: str = "", fields: str = "", most: int = 0, **asked: Any
) -> dict[str, Any]:
    """The first items of a list, at most `most`, else `MOST`, and how many there are; a cut list says that it is.

    They stand `under` a name, that of the list unless another is said.
    """
    given = _asked(listing, most or MOST, asked)
    with _in_a_sentence():
        page = listing.page(given, [], origin)
        items = items_of(page.rows, asked_for(listing.fields, fields), origin)
        count = len(items) if page.place is None else listing.count(given)
    return {under or listing.name: items, "count": count, **is_cut(len(items), count)}


def every(listing: AnyList, origin: str, **asked: Any) -> list[dict[str, Any]]:
    """All items of a list, which a tool goes through to tell some of them."""
    given = _asked(listing, MOST_OF_A_PAGE, asked)
    with _in_a_sentence():
        return items_of(listing.every(given, origin), listing.fields, origin)


def is_cut(shown: int, count: int) -> dict[str, Any]:
    """Whether some are left out, and then a sentence that says so."""
    if shown == count:
        return {"is_cut": False}
    return {"is_cut": True, "note": f"共 {count} 条，这里只有前 {shown} 条；不要拿这 {shown} 条当作全部来数或加总。"}


def _asked(listing: AnyList, limit: int, asked: dict[str, Any]) -> Any:
    with _in_a_sentence():
        return listing.asked.model_validate({"limit": limit, **asked})


@contextmanager
def _in_a_sentence() -> Iterator[None]:
    """What is wrong with a parameter is said."""
    try:
        yield
    except ProblemError as problem:
        raise ToolError(" ".join([problem.detail, *problem.allowed])) from problem
    except ValidationError as error:
        raise ToolError(f"{error.errors()[0]['loc'][-1]} 不能这样写。") from error


def revision(unit: str, edition: str) -> Disclosure:
    """The revision that a model names, such as 210400-011001 and 2023 or 2023.r1."""
    region, _, code = unit.partition("-")
    found = None
    try:
        key = EditionConverter().to_python(edition)
        found = public_revision(region, code, key.year, key.revision)
    except ValueError:
        pass  # no year; what there is is said below
    if found is None:
        raise ToolError(_what_there_is(UnitKey(region, code), edition))
    return found


def _what_there_is(key: UnitKey, edition: str) -> str:
    years = Disclosure.objects.filter(unit__region=key.region, unit__code=key.code, state=State.PUBLISHED)
    published = [str(year) for year in years.order_by("year").values_list("year", flat=True)]
    if not published:
        return f"本站没有单位 {str(key)[:60]} 的决算。先用 find_unit 找单位的键。"
    return f"这个单位没有公开 {edition[:20]} 的决算；公开了 {'、'.join(published)} 年度的。"
