"""The regions that have units, as a tree with counts: what there is, what is chosen, what became of it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disclosures.addresses import links
from disclosures.classification.codes import is_region_code
from disclosures.classification.models import Region
from disclosures.classification.regions import WITH_PATH
from disclosures.pages.shared.list_query import ListQuery, Parameter
from disclosures.publication.regions import CountedRegion, counted_regions, lies_in
from disclosures.statements.terms import place_words

OWN = "own"
MANY = 300  # regions, of which a page shows cities alone until somebody chooses one


@dataclass(frozen=True)
class RegionNode:
    """A region of the tree with the address of its units; it is open where it or something below it was chosen.

    `parts` are left out where another province was chosen; where there are many, so are those of all cities but the one
    that was chosen: 3,000 regions make a heavy page, and one click brings them.
    """

    name: str
    href: str
    count: int
    parts: tuple["RegionNode", ...]
    is_current: bool
    is_open: bool


@dataclass(frozen=True)
class RegionTree:
    """The provinces with all below them, as links that keep what else was asked.

    `title` is the full name of the region that was chosen; it is no choice where the one shown has all units.
    """

    title: str
    everywhere: str
    places: tuple[RegionNode, ...]
    is_open: bool
    is_choice: bool


def regions_to_choose(chosen: str) -> dict[str, CountedRegion]:
    """Those that have units, and the one that was chosen, though it has none: every region has its address."""
    regions = counted_regions()
    if chosen not in regions and is_region_code(chosen):
        region = Region.objects.select_related(WITH_PATH).filter(code=chosen).first()
        for step in region.path() if region else ():
            regions.setdefault(step.code, CountedRegion(step.code, step.name, step.last_year, step.parent_id or ""))
    return regions


def region_questions(regions: dict[str, CountedRegion], chosen: str) -> tuple[Parameter, Parameter]:
    """Which region, asked by the tree; and, where its own offices stand beside those below, whether these count."""
    answers = (("", ""), *((code, region.name) for code, region in regions.items()))
    region = regions.get(chosen)
    is_mixed = region is not None and 0 < region.own < region.count
    own = ((OWN, gettext_lazy("只看本级")),) if is_mixed else ()
    return (
        Parameter("region", gettext_lazy("地区"), answers, is_tool=False),
        Parameter("only", gettext_lazy("范围"), (("", gettext_lazy("连同下级")), *own)),
    )


def units_in(asked: ListQuery) -> Q:
    """The disclosures of the region that was asked for, and unless its own alone are wanted of all below it."""
    region = asked["region"]
    if not region:
        return Q()
    return Q(unit__region=region) if asked["only"] == OWN else lies_in(region)


def count_of(regions: dict[str, CountedRegion], asked: ListQuery) -> int:
    """How many units that are."""
    if region := regions.get(asked["region"]):
        return region.own if asked["only"] == OWN else region.count
    return sum(region.own for region in regions.values())


def region_tree(regions: dict[str, CountedRegion], asked: ListQuery) -> RegionTree:
    """The tree as links."""
    parts = defaultdict(list)
    for code in sorted(regions):
        parts[regions[code].above].append(regions[code])
    way = _way_to(regions, asked["region"])
    for code in _shut(regions, way):
        parts[code] = []
    is_choice = sum(region.own > 0 for region in regions.values()) > 1 or (way and not count_of(regions, asked))
    return RegionTree(
        title="".join(regions[code].name for code in way),
        everywhere=links.with_query(links.units(), asked.but(region="", only="")),
        places=tuple(_node(region, parts, asked, way) for region in parts[""]),
        is_open=not way or way[-1] in parts,
        is_choice=bool(is_choice),
    )


def _node(
    region: CountedRegion, parts: Mapping[str, list[CountedRegion]], asked: ListQuery, way: list[str]
) -> RegionNode:
    until = _("{name}（至 {year} 年）") if region.last_year else "{name}"
    return RegionNode(
        name=until.format(name=place_words(region.name), year=region.last_year),
        href=links.with_query(links.units(), asked.but(region=region.code, only="")),
        count=region.count,
        parts=tuple(_node(part, parts, asked, way) for part in parts.get(region.code, ())),
        is_current=region.code == asked["region"],
        is_open=region.code in way,
    )


def _shut(regions: dict[str, CountedRegion], way: list[str]) -> set[str]:
    """The codes of those of which the parts are left out."""
    is_long = len(regions) > MANY
    off_the_way = (region for region in regions.values() if region.code not in way)
    return {region.code for region in off_the_way if (is_long if region.above else bool(way))}


def _way_to(regions: dict[str, CountedRegion], code: str) -> list[str]:
    """The codes from the province to the region."""
    way: list[str] = []
    while code:
        way.insert(0, code)
        code = regions[code].above
    return way
