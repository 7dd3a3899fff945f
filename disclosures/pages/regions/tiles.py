"""Provinces as tiles that lie about where they lie in the country: no boundary is drawn, and none is claimed.

No outlines that may be handed on were at hand, and a map with gaps says less than a grid without.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import get_language

from disclosures.addresses import links
from disclosures.classification.models import Region
from disclosures.classification.regions import PROVINCE
from disclosures.publication.regions import CountedRegion
from disclosures.statements.terms import ENGLISH, place_words

# From north to south and west to east, by the first two digits of the region's code; "" is an empty place.
GRID = (
    ("", "", "", "", "", "", "", "23"),
    ("65", "", "", "", "15", "", "", "22"),
    ("", "62", "64", "14", "13", "11", "12", "21"),
    ("63", "", "61", "41", "37", "", "", ""),
    ("54", "51", "50", "42", "34", "32", "31", ""),
    ("", "", "52", "43", "36", "33", "", ""),
    ("", "53", "45", "44", "", "35", "71", ""),
    ("", "", "", "46", "82", "81", "", ""),
)
SHORT = {"15": "内蒙古", "23": "黑龙江"}  # names of three characters; all others begin with two
# What a tile has room for in English: the letters of ISO 3166-2:CN.
LETTERS = {
    "11": "BJ", "12": "TJ", "13": "HE", "14": "SX", "15": "NM", "21": "LN", "22": "JL", "23": "HL", "31": "SH",
    "32": "JS", "33": "ZJ", "34": "AH", "35": "FJ", "36": "JX", "37": "SD", "41": "HA", "42": "HB", "43": "HN",
    "44": "GD", "45": "GX", "46": "HI", "50": "CQ", "51": "SC", "52": "GZ", "53": "YN", "54": "XZ", "61": "SN",
    "62": "GS", "63": "QH", "64": "NX", "65": "XJ", "71": "TW", "81": "HK", "82": "MO",
}  # fmt: skip


@dataclass(frozen=True)
class Tile:
    """A province with how many units published; `href` is "" where none did; an empty place has no `name`."""

    name: str = ""
    full_name: str = ""
    count: int = 0
    href: str = ""


def tiles(regions: dict[str, CountedRegion]) -> Iterator[Tile]:
    """Row by row; one query for the names."""
    provinces = Region.objects.filter(level=PROVINCE, last_year=None)
    names = {code[:2]: name for code, name in provinces.values_list("code", "name")}
    for row in GRID:
        for code in row:
            yield _tile(code, names.get(code, ""), regions)


def _tile(code: str, name: str, regions: dict[str, CountedRegion]) -> Tile:
    if not name:
        return Tile()
    region = regions.get(f"{code}0000")
    count = region.count if region else 0
    called = LETTERS[code] if get_language() == ENGLISH else SHORT.get(code, name[:2])
    return Tile(called, place_words(name), count, links.units(f"{code}0000") if count else "")
