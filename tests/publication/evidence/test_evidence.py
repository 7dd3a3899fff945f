"""What current disclosures of real units print speaks for names, a unit once; what contradicts them is told."""

from importlib import import_module

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection

from disclosures.classification.codes import FUNCTIONAL
from disclosures.publication import workflow
from disclosures.publication.evidence.asking import (
    Asked,
    contradictions_about,
    contradictions_in,
    known_names,
    units_printing,
)
from disclosures.publication.evidence.models import PrintedName
from disclosures.publication.evidence.storage import renew_names
from disclosures.publication.verifying.whole import all_differences
from disclosures.statements.loaded import load
from disclosures.statements.models import Disclosure
from tests.building import build_disclosure, corrected_disclosure, published_disclosure

pytestmark = pytest.mark.django_db

OFFICE = "20103"


def named(code: str, name: str, new_code: str = "", **kwargs) -> Disclosure:
    """A draft that prints that name for the code, or, with `new_code`, for another code in the place of that one."""
    draft = build_disclosure(**kwargs)
    for number in ("02", "03", "05"):
        draft.lines(number).filter(code=code).update(name=name, code=new_code or code)
    return draft


def published(draft: Disclosure) -> Disclosure:
    workflow.submit(draft)
    workflow.publish(draft)
    return draft


def misprinted(**kwargs) -> Disclosure:
    """A draft with 2111101 under the name of 2111103, as one office once printed it."""
    return named("2010308", "减排专项支出", "2111101", **kwargs)


def kept(code: str = OFFICE) -> list[tuple]:
    rows = PrintedName.objects.filter(code=code).order_by("unit__code", "name")
    return list(rows.values_list("unit__code", "name", "first_year", "last_year"))


def units(code: str, name: str) -> int:
    return next(
        (one.units for one in known_names({FUNCTIONAL: Asked([code])})[FUNCTIONAL][code] if one.name == name), 0
    )


OFFICE_NAME = "政府办公厅（室）及相关机构事务"


def test_the_years_and_revisions_of_a_unit_are_one(published_2023):
    published_disclosure(year=2021)
    corrected_disclosure(published_2023)
    assert kept() == [("011001", OFFICE_NAME, 2021, 2023)]
    published_disclosure(unit_code="011002", year=2022)
    assert kept()[1] == ("011002", OFFICE_NAME, 2022, 2022)
    assert units(OFFICE, OFFICE_NAME) == 2


def test_what_is_no_code_and_what_has_no_name_is_not_kept(published_2023):
    assert not PrintedName.objects.filter(code__in=["staff", "operating", ""]).exists()
    assert set(PrintedName.objects.values_list("scheme", "code")) > {("functional", "201"), ("economic", "30101")}


def test_a_draft_and_a_made_up_unit_speak_for_nothing():
    build_disclosure()
    call_command("make_demo", disclosures=3, seed=5, verbosity=0)
    assert not PrintedName.objects.exists()


def test_what_is_corrected_or_withdrawn_speaks_no_more():
    first = published(named(OFFICE, "办公厅事务"))
    assert [name for _, name, *_ in kept()] == ["办公厅事务"]
    draft = workflow.revise(first)
    draft.lines("02").filter(code=OFFICE).update(name=OFFICE_NAME, printed_name=OFFICE_NAME)
    second = published(draft)
    assert [name for _, name, *_ in kept()] == ["办公厅事务", OFFICE_NAME]
    workflow.withdraw(second, "有误", reinstating=True)
    assert [name for _, name, *_ in kept()] == ["办公厅事务"]
    workflow.withdraw(Disclosure.objects.get(pk=first.pk), "有误")
    assert kept() == []
    assert list(all_differences()) == []


def test_the_printed_name_counts_and_not_what_the_list_made_of_it():
    draft = build_disclosure()
    for number in ("02", "03", "05"):
        draft.lines(number).filter(code=OFFICE).update(printed_name="政府办公厅(室) 及相关")
    published(draft)
    assert kept() == [("011001", "政府办公厅（室）及相关", 2023, 2023)]


def test_a_name_is_official_by_two_units_or_by_one_and_a_list(published_2023, code_lists):
    def is_official(code: str) -> bool:
        return any(one.is_official for one in known_names({FUNCTIONAL: Asked([code])})[FUNCTIONAL][code])

    published(named("2010308", "新的事务", "2010377", unit_code="011002"))
    assert is_official(OFFICE)
    assert not is_official("2010377")
    published(named("2010308", "新的事务", "2010377", unit_code="011002", year=2022))
    assert not is_official("2010377")
    published(named("2010308", "新的事务", "2010377", unit_code="011003"))
    assert is_official("2010377")


def test_one_unit_and_the_list_of_2007_make_a_name_official(code_lists):
    published(named("2010308", "清洁生产专项支出", "2111104"))
    (name,) = known_names({FUNCTIONAL: Asked(["2111104"])})[FUNCTIONAL]["2111104"]
    assert (name.is_official, name.was_listed, name.is_listed) == (True, True, False)


def test_a_misprint_is_told_with_the_code_whose_name_it_is(code_lists):
    published(misprinted())
    (found,) = contradictions_about(FUNCTIONAL, "2111101")
    assert (found.printed.name, found.name, found.other_code) == ("减排专项支出", "生态环境监测与信息", "2111103")
    assert [unit.code for unit in units_printing(FUNCTIONAL, "2111101", "减排专项支出")] == ["011001"]
    assert contradictions_about(FUNCTIONAL, "2111103") == []


def test_nothing_contradicts_where_names_agree_are_cut_or_are_of_other_years(code_lists, published_2023):
    published(named("208", "社会保障和就业", unit_code="011002"))
    published(named("208", "社会保障与就业", unit_code="011003", year=2016))
    assert [contradictions_about(FUNCTIONAL, code) for code in ("201", OFFICE, "2010308", "208")] == [[], [], [], []]


def test_a_draft_is_told_before_it_is_published(code_lists):
    draft = misprinted(year=2025)
    found = [(one.printed.code, one.name, one.other_code) for one in contradictions_in(load(draft))]
    assert found == [("2111101", "生态环境监测与信息", "2111103")]
    assert contradictions_in(load(build_disclosure(unit_code="011002"))) == []


def test_a_code_that_nobody_knows_with_the_name_of_one_beside_it_is_told(code_lists):
    draft = named("2010308", "减排专项支出", "2111177", year=2025)
    found = [(one.printed.code, one.name, one.other_code) for one in contradictions_in(load(draft))]
    assert found == [("2111177", "", "2111103")]


def test_the_names_of_a_unit_are_renewed_with_as_many_statements_however_many_units_there_are(
    published_2023, django_assert_num_queries
):
    unit = published_2023.unit

    def renew():
        with django_assert_num_queries(7):
            renew_names(unit)

    renew()
    published_disclosure(unit_code="011002")
    renew()


def test_what_was_current_before_is_counted_by_the_migration(published_2023):
    published_disclosure(year=2021)
    before = kept()
    PrintedName.objects.all().delete()
    import_module("disclosures.publication.migrations.0014_printed_names").keep_names(apps, connection.schema_editor())
    assert kept() == before
    assert list(all_differences()) == []


def test_rebuilding_makes_the_names_anew(published_2023):
    before = kept()
    PrintedName.objects.all().update(name="别的")
    assert any("科目名称" in sentence for sentence in all_differences())
    call_command("rebuild_totals", verbosity=0)
    assert kept() == before
