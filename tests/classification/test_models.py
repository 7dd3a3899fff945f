"""Codes in the database: names by year, trees and paths in one query."""

import pytest
from django.core.management import call_command
from django.db import IntegrityError

from disclosures.classification.codes import ECONOMIC, FUNCTIONAL
from disclosures.classification.models import Code
from disclosures.classification.official import official_codes
from tests.once import once

pytestmark = pytest.mark.django_db


@once
def loaded():
    call_command("load_codes")


def codes(rows) -> list[str]:
    return [row.code for row in rows]


@pytest.mark.usefixtures("loaded")
def test_a_path_leads_from_the_class_to_the_code_in_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        path = list(Code.objects.modern().path_to(FUNCTIONAL, "2010308"))
    assert codes(path) == ["201", "20103", "2010308"]
    assert [code.level for code in path] == ["类", "款", "项"]


@pytest.mark.usefixtures("loaded")
def test_a_path_to_an_unlisted_code_holds_what_is_listed_above_it():
    assert codes(Code.objects.modern().path_to(FUNCTIONAL, "2010398")) == ["201", "20103"]


@pytest.mark.usefixtures("loaded")
def test_a_tree_is_one_query_in_the_order_of_the_list(django_assert_num_queries):
    with django_assert_num_queries(1):
        tree = codes(Code.objects.modern().tree_below(FUNCTIONAL, "208"))
    assert tree == [row.code for row in official_codes() if row.scheme == FUNCTIONAL and row.code[:3] == "208"]
    with django_assert_num_queries(1):
        whole = codes(Code.objects.modern().tree_below(ECONOMIC))
    assert whole == [row.code for row in official_codes() if row.scheme == ECONOMIC]


@pytest.mark.parametrize("year", [2015, 2016, 2019, 2020, 2023])
def test_database_and_list_agree_on_the_names_of_a_year(year):
    spans = ((None, 2015), (2016, 2019), (2020, None))
    for first, last in spans:
        Code.objects.create(scheme=FUNCTIONAL, code="215", name=f"{first}–{last}", first_year=first, last_year=last)
    names = [row.name for row in Code.objects.of_year(year)]
    assert names == [f"{first}–{last}" for first, last in spans if (first or year) <= year <= (last or year)]


@pytest.mark.parametrize("year", [None, 2020])
def test_a_code_has_one_name_from_one_year(year):
    Code.objects.create(scheme=FUNCTIONAL, code="201", name="甲", first_year=year)
    Code.objects.create(scheme=ECONOMIC, code="201", name="乙", first_year=year)
    with pytest.raises(IntegrityError):
        Code.objects.create(scheme=FUNCTIONAL, code="201", name="丙", first_year=year)


@pytest.mark.usefixtures("loaded")
def test_what_is_not_confirmed_is_marked():
    assert Code.objects.modern().get(scheme=FUNCTIONAL, code="2010308").is_confirmed
    unconfirmed = Code.objects.modern().get(scheme=FUNCTIONAL, code="203")
    assert not unconfirmed.is_confirmed
    assert unconfirmed.get_status_display() == "编码待核实"
