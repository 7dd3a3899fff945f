"""Made-up units over several years: most of a unit's money stays with it, a little is another each year."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import chain
from random import Random

from disclosures.amounts import AmountUnit
from disclosures.classification.models import Region
from disclosures.classification.official import official_regions
from disclosures.demo.drawn import draw
from disclosures.demo.exact import FISCAL, NOTHING, Exact, Item, Project
from disclosures.demo.made_up import MARK, OFFICES, MadeUp, written_out
from disclosures.demo.profile import Profile
from disclosures.statements.models import Unit

# How often the amounts of the core are counted in a year: a step is about a twentieth of the money of the unit.
FIRST, STEPS, LEAST, MOST = 20, (-3, -1, 1, 2, 3), 14, 32
MAINLAND = "7"  # codes of regions from here on: their offices publish no such accounts
OF_ITS_OWN = 0.5  # the share of years with money that comes once


@dataclass(frozen=True)
class UnitOverYears:
    """A unit, unsaved, with the exact amounts and the look of each of its years."""

    seed: int
    unit: Unit
    profile: Profile
    exact: Mapping[int, Exact]

    def documents(self) -> Iterator[MadeUp]:
        """What it publishes, year by year; now and then it prints another unit of amount."""
        for year, exact in self.exact.items():
            random = Random(f"{self.seed} {year}")
            other = AmountUnit.YUAN if self.profile.unit == AmountUnit.WAN else AmountUnit.WAN
            profile = replace(self.profile, unit=other) if random.random() < 0.05 else self.profile
            yield written_out(random, exact, profile, self.unit, year)


def made_up_units(seed: int, count: int, years: Iterable[int]) -> Iterator[UnitOverYears]:
    """That many units with names that no two have; the same ones for the same seed."""
    years = tuple(years)
    names = [(region, f"{place}{office}") for office in OFFICES for region, place in _places(years)]
    Random(seed).shuffle(names)
    for number in range(count):
        region, name = names[number % len(names)]
        branch = f"第{number // len(names) + 1}分局" if number >= len(names) else ""
        unit = Unit(
            region=Region(code=region, name=official_regions()[region].name), code=f"{900001 + number}",
            name=f"{name}{branch}{MARK}", is_made_up=True,
        )  # fmt: skip
        yield _over_years(seed * 1_000_003 + number, unit, years)


def _places(years: tuple[int, ...]) -> Iterator[tuple[str, str]]:
    """The regions whose codes hold in all these years; a county is named after its city too, as many share a name."""
    regions = official_regions()
    for code, region in regions.items():
        if code < MAINLAND and all(region.holds_in(year) for year in years):
            yield code, f"{regions[region.parent].name if region.parent else ''}{region.name}"


def _over_years(seed: int, unit: Unit, years: tuple[int, ...]) -> UnitOverYears:
    random = Random(seed)
    profile, times = Profile.drawn(random), FIRST
    before, exact = _year(seed, profile, years[0] - 1, times), {}
    for year in years:
        times = min(max(times + random.choice(STEPS), LEAST), MOST)
        now = _year(seed, profile, year, times)
        exact[year] = replace(now, last_year={column: before.spent(column, *FISCAL) for column in now.last_year})
        before = now
    return UnitOverYears(seed, unit, profile, exact)


def _year(seed: int, profile: Profile, year: int, times: int) -> Exact:
    """The core so many times, in some years with something of their own: sums of what keeps the rules keep them."""
    core, random = draw(Random(seed), profile, year), Random(f"{seed} {year}")
    if random.random() < OF_ITS_OWN:
        return summed([(core, times), (draw(random, Profile(items=1), year), 1)])
    return summed([(core, times)])


def summed(parts: list[tuple[Exact, int]]) -> Exact:
    """The exact amounts of several unit-years together, each as often as said."""
    return Exact(
        items=tuple(_times(item, times) for exact, times in parts for item in exact.items),
        surplus_used=_added((exact.surplus_used, times) for exact, times in parts),
        surplus_distributed=_added((exact.surplus_distributed, times) for exact, times in parts),
        economic=_by_key((exact.economic, times) for exact, times in parts),
        three_public=_three_public(parts),
        projects=_projects(parts),
        last_year=_by_key((exact.last_year, times) for exact, times in parts),
    )


def _times(item: Item, times: int) -> Item:
    income = {source: amount * times for source, amount in item.income.items()}
    spent = {key: amount * times for key, amount in item.spent.items()}
    return replace(item, opening=item.opening * times, income=income, spent=spent)


def _added(amounts: Iterable[tuple[Decimal, int]]) -> Decimal:
    return sum((amount * times for amount, times in amounts), NOTHING)


def _by_key(parts: Iterable[tuple[Mapping[str, Decimal], int]]) -> dict[str, Decimal]:
    parts = list(parts)
    keys = dict.fromkeys(chain.from_iterable(amounts for amounts, _ in parts))
    return {key: _added((amounts.get(key, NOTHING), times) for amounts, times in parts) for key in keys}


def _three_public(parts: list[tuple[Exact, int]]) -> dict[str, tuple[Decimal, Decimal]]:
    keys = dict.fromkeys(key for exact, _ in parts for key in exact.three_public)
    nothing = (NOTHING, NOTHING)
    return {
        key: (
            _added((exact.three_public.get(key, nothing)[0], times) for exact, times in parts),
            _added((exact.three_public.get(key, nothing)[1], times) for exact, times in parts),
        )
        for key in keys
    }


def _projects(parts: list[tuple[Exact, int]]) -> tuple[Project, ...]:
    """Projects with one name are one project."""
    named = [(project, times) for exact, times in parts for project in exact.projects]
    return tuple(
        Project(
            name,
            _added((project.budget, times) for project, times in named if project.name == name),
            _added((project.executed, times) for project, times in named if project.name == name),
        )
        for name in dict.fromkeys(project.name for project, _ in named)
    )
