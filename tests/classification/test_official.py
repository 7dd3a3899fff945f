"""The code lists in fixtures/: well-formed, trusted only as far as they were confirmed."""

import pytest

from disclosures.classification.codes import ECONOMIC, FUNCTIONAL, SCHEMES, is_code, parents_of
from disclosures.classification.official import CONFIRMED, STATUSES, OfficialCode, official_codes, official_names
from disclosures.statements.form_rows import FUNCTIONAL_CLASSES


def test_every_code_has_the_form_of_its_scheme_and_stands_in_the_list_once():
    keys = [(row.scheme, row.code, row.first_year) for row in official_codes()]
    assert len(set(keys)) == len(keys)
    assert {scheme for scheme, _ in SCHEMES} == {scheme for scheme, _, _ in keys}
    assert [row for row in official_codes() if not is_code(row.code, row.scheme)] == []


def test_the_list_is_in_the_order_of_the_tree_and_has_every_parent():
    for scheme, _ in SCHEMES:
        codes = [row.code for row in official_codes() if row.scheme == scheme]
        assert codes == sorted(codes)
        assert {parent for code in codes for parent in parents_of(code)} <= set(codes)


def test_every_row_has_a_name_without_stray_spaces_and_a_known_status():
    for row in official_codes():
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
