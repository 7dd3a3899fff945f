"""When a name is official, and which of two names a code has in a year."""

import pytest

from disclosures.classification.evidence import KnownName, accepted, is_other
from disclosures.classification.names import is_cut, plain_name, told_name


def known(name: str, **of) -> KnownName:
    return KnownName("210", name, **of)


@pytest.mark.parametrize(
    ("of", "is_official"),
    [
        ({"units": 2}, True),
        ({"units": 1}, False),
        ({"units": 1, "is_listed": True}, True),
        ({"units": 1, "was_listed": True}, True),
        ({"is_listed": True, "was_listed": True}, False),
    ],
)
def test_a_name_is_official_by_two_units_or_by_one_and_a_list(of, is_official):
    assert known("卫生健康支出", **of).is_official is is_official


NOW = known("卫生健康支出", is_listed=True, since=2019)
BEFORE = known("医疗卫生与计划生育支出", units=3, since=2016, until=2018)
MISPRINT = known("减排专项支出", units=1, since=2023, until=2023)
OF_TWO = known("卫生支出", units=2, since=2023, until=2024)


@pytest.mark.parametrize(
    ("names", "year", "name"),
    [
        ([NOW, BEFORE], 2017, BEFORE),
        ([NOW, BEFORE], 2019, NOW),
        ([NOW, BEFORE], 2015, None),
        ([NOW, MISPRINT], 2023, NOW),
        ([MISPRINT], 2023, None),
        ([NOW, OF_TWO], 2023, OF_TWO),
        ([known("卫生健康支出", units=1, is_listed=True, since=2019), OF_TWO], 2023, "卫生健康支出"),
    ],
)
def test_a_code_has_the_name_that_most_speaks_for_in_the_year(names, year, name):
    found = accepted(names, year)
    assert (found and found.name) == (name if isinstance(name, str) else name and name.name)


@pytest.mark.parametrize(
    ("printed", "other"),
    [("卫生健康支出", False), ("卫生健康", False), ("医疗卫生支出", True), ("卫生健康支出类", True)],
)
def test_a_name_that_is_cut_is_no_other(printed, other):
    assert is_other(printed, NOW) is other
    assert not is_other(printed, None)


def test_names_are_compared_without_blanks_and_in_full_width_brackets():
    assert plain_name("政府办公厅 (室)及相关\n机构事务") == "政府办公厅（室）及相关机构事务"
    assert is_cut("维修(护", "维修（护）费")
    assert not is_cut("维修（护）费", "维修（护）费")


@pytest.mark.parametrize(
    ("name", "printed", "told"),
    [
        ("维修（护）费", "", "维修（护）费"),
        ("维修（护）费", "维修(护", "维修（护"),
        ("信访事务", "减排专项支出", "信访事务"),
    ],
)
def test_a_row_tells_its_name_as_printed_where_a_list_completed_it(name, printed, told):
    assert told_name(name, printed) == told
