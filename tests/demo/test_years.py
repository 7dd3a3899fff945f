"""Made-up units over the years keep every rule of the checks; what is planted in them breaks some."""

from itertools import islice
from random import Random

import pytest

from disclosures.checks.checking import check
from disclosures.demo.planted import WAYS, plant
from disclosures.demo.years import made_up_units
from disclosures.statements.loaded import LoadedDisclosure

YEARS = (2021, 2022, 2023)


def documents(seed: int, units: int):
    return [made for unit in made_up_units(seed, units, YEARS) for made in unit.documents()]


def broken(made) -> list[str]:
    return [
        f"{result.rule} {result.message}" for result in check(LoadedDisclosure(made.disclosure, made.parts())).broken
    ]


@pytest.mark.parametrize("seed", range(3))
def test_no_rule_is_broken_by_sums_of_what_keeps_them(seed):
    for made in documents(seed, 4):
        assert broken(made) == []


def test_a_fund_table_may_hold_any_class():
    bonds = [made for made in documents(3, 60) if any(line.code == "2219899" for line in fund_lines(made))]
    assert bonds
    assert [broken(made) for made in bonds] == [[]] * len(bonds)


def fund_lines(made) -> list:
    return LoadedDisclosure(made.disclosure, made.parts()).lines["08"]


def test_the_text_compares_a_year_with_the_one_before():
    unit = next(made_up_units(5, 1, YEARS))
    for year in YEARS[1:]:
        before, now = unit.exact[year - 1], unit.exact[year]
        assert now.last_year == {
            column: before.spent(column, "general_public_budget", "government_fund_budget", "state_capital_budget")
            for column in now.last_year
        }


def test_most_of_the_money_stays_from_year_to_year():
    for unit in made_up_units(1, 5, YEARS):
        codes = [{item.code for item in exact.items} for exact in unit.exact.values()]
        assert len(set.intersection(*codes)) >= 0.5 * len(set.union(*codes))


def test_no_two_units_have_one_name_or_one_code():
    units = [unit.unit for unit in made_up_units(1, 700, (2023,))]
    assert len({unit.name for unit in units}) == len({unit.slug for unit in units}) == 700


@pytest.mark.parametrize("way", WAYS, ids=range(len(WAYS)))
def test_whatever_is_planted_is_found(way):
    fitting = (made for made in documents(2, 12) if way(Random(1), made))
    for made in islice(fitting, 3):
        assert broken(made)


def test_planting_says_what_it_did():
    assert plant(Random(1), documents(2, 1)[0])
