"""What a unit is called beside its own name: its office after the place, as people say it.

抚顺市信访局 is 抚顺信访局, 辽宁省抚顺市信访局 and 市信访局; of 中共上海市普陀区委社会工作部 one says 普陀区社会工作部.
"""

import re
from collections.abc import Iterable, Iterator

from disclosures.classification.models import Region
from disclosures.publication.search.tokens import SILENT

_ENDINGS = re.compile(
    r"(?:(?:维吾尔|壮族|回族)?自治区|(?:[\u4e00-\u9fff]{1,4}族)*自治[州县旗]|特别行政区|地区|[省市盟区县旗])$"
)
_RULERS = re.compile(r"^(?:省|市|自治区|区|县|州|旗)?(?:委员会|委|人民政府|政府)+")
_IN_BRACKETS = re.compile(r"[（(].*$")
_PARTY = "中共"
LEAST = 2  # characters of a short name of a place; 沙县 has none


def called(region: Region, names: Iterable[str]) -> list[str]:
    """The other names, each once; every part of one is found too."""
    path = _path(region)
    found = (name for own in names for name in _others(own, path))
    return [name for name in dict.fromkeys(found) if name not in names]


def _path(region: Region) -> list[str]:
    """The names of the region and those around it, widest first."""
    around: list[str] = []
    at: Region | None = region
    while at:
        around.insert(0, at.name)
        at = at.parent
    return around


def _others(name: str, path: list[str]) -> Iterator[str]:
    office = office_of(name, path)
    short = [short_place(place) for place in path]
    if office:
        yield "".join(path) + office
        yield "".join(short) + office
        for place in short[:-1]:
            yield place + path[-1] + office
        if path:
            yield short[-1] + office


def short_place(name: str) -> str:
    """抚顺 for 抚顺市; the whole name where too little would be left."""
    short = _ENDINGS.sub("", name)
    return short if len(short) >= LEAST else name


def office_of(name: str, path: Iterable[str]) -> str:
    """A name without places, party and government: 信访局 of 中共抚顺市委抚顺市人民政府信访局（本级）."""
    rest = _IN_BRACKETS.sub("", name.removeprefix(_PARTY)).strip(SILENT)
    before = ""
    places = [form for place in path for form in (place, short_place(place))]
    while rest != before:
        before = rest
        for place in places:
            rest = rest.removeprefix(place)
        rest = _RULERS.sub("", rest)
    return rest
