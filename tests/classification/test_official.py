"""The code lists in fixtures/: well-formed, trusted only as far as they were confirmed."""

import pytest

from disclosures.classification.codes import ECONOMIC, FUNCTIONAL, LISTED_SCHEMES, is_code, parents_of
from disclosures.classification.official import (
    CONFIRMED,
    STATUSES,
    OfficialCode,
    former_codes,
    official_codes,
    official_names,
)
from disclosures.statements.form_rows import FUNCTIONAL_CLASSES


def test_every_code_has_the_form_of_its_scheme_and_stands_in_the_list_once():
    keys = [(row.scheme, row.code, row.first_year) for row in (*official_codes(), *former_codes())]
    assert len(set(keys)) == len(keys)
    assert {scheme for scheme, _ in LISTED_SCHEMES} == {scheme for scheme, _, _ in keys}
    assert [row for row in (*official_codes(), *former_codes()) if not is_code(row.code, row.scheme)] == []


def test_the_list_is_in_the_order_of_the_tree_and_has_every_parent():
    for scheme, _ in LISTED_SCHEMES:
        codes = [row.code for row in official_codes() if row.scheme == scheme]
        assert codes == sorted(codes)
        assert {parent for code in codes for parent in parents_of(code)} <= set(codes)


def test_every_row_has_a_name_without_stray_spaces_and_a_known_status():
    for row in (*official_codes(), *former_codes()):
        assert row.name
        assert row.name == "".join(row.name.split())
        assert row.status in dict(STATUSES)


def test_names_that_are_not_confirmed_complete_nothing():
    unconfirmed = [row for row in official_codes() if row.status != CONFIRMED]
    assert {(row.scheme, row.code) for row in unconfirmed} >= {(FUNCTIONAL, "203"), (ECONOMIC, "39908")}
    for row in unconfirmed:
        assert row.code not in official_names(row.scheme)


def test_confirmed_names_are_found_by_code_within_their_scheme():
    assert official_names(FUNCTIONAL)["2010308"] == "信访事务"
    assert official_names(ECONOMIC)["30103"] == "奖金"
    assert "2010308" not in official_names(ECONOMIC)


def test_the_list_of_2007_is_history_and_names_nothing_of_today():
    names = {(row.scheme, row.code): row for row in former_codes()}
    assert len(names) == 1529
    assert {(row.first_year, row.last_year, row.is_historical) for row in names.values()} == {(2007, 2008, True)}
    assert names[FUNCTIONAL, "2111104"].name == "清洁生产专项支出"
    assert "2111104" not in official_names(FUNCTIONAL)
    assert not any(row.is_historical for row in official_codes())


def test_a_misprint_of_one_office_is_no_name():
    names = official_names(FUNCTIONAL)
    assert (names["2111101"], names["2111103"]) == ("生态环境监测与信息", "减排专项支出")


def test_a_name_surely_holds_from_the_first_year_that_it_was_seen_in():
    rows = {(row.scheme, row.code): row for row in official_codes()}
    assert rows[FUNCTIONAL, "210"].surely_since == 2019
    assert rows[FUNCTIONAL, "20101"].surely_since is None


@pytest.mark.parametrize(
    ("first", "last", "year", "holds"),
    [
        (2020, 2023, 2019, False),
        (2020, 2023, 2020, True),
        (2020, 2023, 2023, True),
        (2020, 2023, 2024, False),
        (2020, None, 2099, True),
        (None, 2023, 1999, True),
        (None, 2023, 2024, False),
        (None, None, 2024, True),
        (2020, 2023, None, True),
    ],
)
def test_a_name_holds_from_its_first_year_to_its_last(first, last, year, holds):
    assert OfficialCode(FUNCTIONAL, "201", "名称", first, last, CONFIRMED, "").holds_in(year) is holds


def test_the_classes_that_tables_print_bear_the_names_of_the_list():
    names = {row.code: row.name for row in official_codes() if row.scheme == FUNCTIONAL}
    for code, *printed in FUNCTIONAL_CLASSES:
        assert names[code] == printed[0]
