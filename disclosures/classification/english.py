"""What codes and regions are called in English: official words where the ministry has used any, else ours, as the list
says; places that it lacks by their sound and what they are, 抚顺市 is Fushun City."""

from collections.abc import Iterator
from functools import cache, lru_cache

from disclosures.classification.official import official_regions, rows_of_list
from disclosures.classification.spelling import one_word

OURS = "ours"
LIST = "english_names.csv"

LEVELS = {
    "特别行政区": "Special Administrative Region", "自治区": "Autonomous Region", "自治州": "Autonomous Prefecture",
    "自治县": "Autonomous County", "自治旗": "Autonomous Banner", "地区": "Prefecture", "新区": "New District",
    "矿区": "Mining District", "省": "Province", "市": "City", "盟": "League", "州": "Prefecture", "区": "District",
    "县": "County", "旗": "Banner",
}  # fmt: skip
LONGEST_PEOPLE = 4  # characters of a people's name
SHORTEST = 2  # of what stands before a level; 易县 is Yixian County


def english_name(name: str) -> str:
    """The name of a code, or of the row of a form that is called so, in English; "" where the list has none."""
    return _names().get("".join(name.split()), "")


@lru_cache(maxsize=4096)
def english_place(full_name: str) -> str:
    """A region with those that it lies in, as English says it: 辽宁省抚顺市 is Fushun City, Liaoning Province."""
    return ", ".join(reversed([english_name(part) or _region(part) for part in _parts(full_name)]))


def _parts(full_name: str) -> Iterator[str]:
    """The regions one after the other; what the list of regions lacks is one."""
    while full_name:
        sizes = range(len(full_name), 1, -1)
        part = next((full_name[:size] for size in sizes if full_name[:size] in _regions()), full_name)
        yield part
        full_name = full_name[len(part) :]


def _region(name: str) -> str:
    level = next((one for one in LEVELS if name.endswith(one) and len(name) >= len(one) + SHORTEST), "")
    if not level:
        return " ".join(filter(None, (one_word(name), LEVELS.get(name[-1:]))))
    place, peoples = _peoples_of(name.removesuffix(level))
    return " ".join((one_word(place), *peoples, LEVELS[level]))


def _peoples_of(place: str) -> tuple[str, list[str]]:
    """新宾满族 is Xinbin, with the people that its name ends in."""
    ends = (place[-size:] for size in range(LONGEST_PEOPLE, 1, -1) if len(place) > size)
    people = next((end for end in ends if english_name(end)), "")
    if not people:
        return place, []
    before, others = _peoples_of(place.removesuffix(people))
    return before, [*others, english_name(people)]


@cache
def _names() -> dict[str, str]:
    return {row["name"]: row["english"] for row in rows_of_list(LIST)}


@cache
def _regions() -> frozenset[str]:
    return frozenset(region.name for region in official_regions().values())
