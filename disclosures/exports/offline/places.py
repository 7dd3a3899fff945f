"""Where an address of the site stands in the archive, and which addresses have no place there."""

import posixpath
import re
from urllib.parse import parse_qsl, quote, unquote

INDEX = "index.html"
CHART = "chart.json"  # stands beside its page, whose links it has
WITHOUT_SERVER = re.compile(  # what is asked by hand, and what only the site itself needs
    r"/(?:en/)?(?:admin|api|ask|compare|mail|mcp|oembed|search)(?:[./]|$)|/robots\.txt|/sitemap"
)
SLOW = re.compile(r"\.pdf$")  # an office program makes each of them
SIGHTS = ("columns", "kind", "matter", "region", "year")  # sights of a page that are kept, one each
# Pages and files whose sights are too many, or say no more.
_ONLY_WHOLE = re.compile(r".*/codes/[^/]+/.+|.*/cite/|.*/tables/\d+\.[a-z]+")
_PART = re.compile(r"[^\x00-\x1f\x7f/\\.][^\x00-\x1f\x7f/\\]{0,99}")
_VALUE = re.compile(r"[A-Za-z0-9_-]{1,40}")


def place_of(address: str) -> str | None:
    """The path of the file in the archive, for a decoded address; None where the archive has nothing there.

    A sight of a page stands below it: `/units/?region=210400&page=2` is `units/region-210400-page-2/index.html`. Of a
    file it is named before the ending: `units.region-210400.csv`.
    """
    path, _, query = address.partition("?")
    named = _sight(query)
    if named is None or (named and _ONLY_WHOLE.fullmatch(path)):
        return None
    if not path.startswith("/") or WITHOUT_SERVER.match(path):
        return None
    *folders, name = path[1:].split("/")
    if not all(_PART.fullmatch(part) for part in (*folders, name or INDEX)):
        return None
    if not name or name == CHART:
        return "/".join([*folders, *filter(None, [named]), name or INDEX])
    stem, dot, ending = name.rpartition(".")
    return "/".join([*folders, f"{stem}.{named}{dot}{ending}" if named else name])


def _sight(query: str) -> str | None:
    """What a query is called in a path, "" for none; None for one that no file is kept of."""
    asked = parse_qsl(query, keep_blank_values=True)
    names = [name for name, _ in asked]
    if sum(name in SIGHTS for name in names) > 1 or len({*names}) < len(names) or not {*names} <= {*SIGHTS, "page"}:
        return None
    if not all(_VALUE.fullmatch(value) for _, value in asked):
        return None
    return "-".join(f"{name}-{value}" for name, value in sorted(asked, key=lambda one: one[0] == "page"))


def decoded(address: str) -> str:
    """The address with its path as readers write it; the query stays as it is."""
    path, mark, query = address.partition("?")
    return unquote(path) + mark + query


def relative(target: str, page: str) -> str:
    """How a file of the archive names another one, as an address has it."""
    return quote(posixpath.relpath(target, posixpath.dirname(page) or "."), safe="/")
