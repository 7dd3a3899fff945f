"""What a made-up document prints where there is nothing, its forms and words, and that it can be saved."""

from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosures.amounts import rounded
from disclosures.demo.exact import Project
from disclosures.demo.made_up import MARK, MadeUp, make_up
from disclosures.demo.performance import forms_of
from disclosures.demo.profile import Profile
from disclosures.statements.form_rows import EXPENDITURE, INCOME
from disclosures.statements.lines import AccountLine
from disclosures.statements.models import PARTS, STATEMENTS, PerformanceForm

seeds = st.integers(0, 10**9)


@pytest.mark.parametrize(("zeros", "nothing"), [(frozenset(), {None}), (frozenset(STATEMENTS), {Decimal("0.00")})])
def test_nothing_is_blank_or_zero_as_the_table_is_wished(zeros, nothing):
    made_up = make_up(7, profile=Profile(zeros=zeros))
    named = [line for lines in made_up.lines.values() for line in lines if line.name]
    values = {
        getattr(line, column.name)
        for line in named
        for column in (line.columns_of(line.side) if isinstance(line, AccountLine) else line.columns())
    }
    assert {value for value in values if not value} == nothing


def test_an_empty_table_is_declared_empty_with_a_reason():
    made_up = make_up(7, profile=Profile(funds=False, state_capital=True))
    assert [number for number, head in made_up.heads.items() if head.is_declared_empty] == ["08"]
    assert made_up.heads["08"].empty_reason in made_up.heads["08"].notes


@pytest.mark.parametrize(
    ("value", "expected"),
    [("12345.67", "12300.00"), ("12350.00", "12400.00"), ("-49.99", "0.00"), ("-50.00", "-100.00")],
)
def test_a_figure_is_rounded_half_up_to_the_units_of_its_document(value, expected):
    assert str(rounded(Decimal(value), Profile().precision)) == expected


@settings(max_examples=25, deadline=None)
@given(seed=seeds)
def test_weights_and_points_of_each_form_add_up(seed):
    for made_form in make_up(seed, profile=Profile(projects=3)).forms:
        form, rows = made_form.form, made_form.indicators
        weights, scores = (sum(Decimal(getattr(row, name)) for row in rows) for name in ("weight", "score"))
        if form.kind == PerformanceForm.UNIT:
            assert weights + sum(Decimal(task.weight) for task in made_form.tasks) == 100
            assert scores + sum(Decimal(task.score) for task in made_form.tasks) == Decimal(form.total_score)
        else:
            assert weights == 90
            assert scores == Decimal(form.subtotal)
            assert scores + Decimal(form.execution_score) == Decimal(form.total_score)
        assert all(row.improvement for row in rows if row.score != row.weight)


def test_a_projects_rate_and_points_follow_from_what_was_spent():
    project = Project("信息化运行维护经费", Decimal("400000.00"), Decimal("100000.00"))
    exact = replace(make_up(7).exact, projects=(project,))
    form = forms_of(Random(7), exact, Profile(projects=1), "某局")[1].form
    assert (form.budget, form.executed) == (project.budget, project.executed)
    assert (form.execution_rate, form.execution_score) == ("25.00%", "2.5")


@settings(max_examples=25, deadline=None)
@given(seed=seeds)
def test_the_text_says_what_the_tables_say(seed):
    made_up = make_up(seed)
    text = "\n".join(paragraph.text for paragraph in made_up.paragraphs)
    lines = {(one.side, one.item): one for one in made_up.lines["01"]}
    for words, key in (("收入总计", (INCOME, "grand_total")), ("支出总计", (EXPENDITURE, "expenditure_this_year"))):
        printed = lines[key].text("amount", made_up.precision).replace(",", "")
        assert f"{words}{printed}{made_up.profile.unit}" in text


def test_the_same_seed_makes_the_same_disclosure_and_another_seed_another():
    assert figures(make_up(1)) == figures(make_up(1))
    assert figures(make_up(1)) != figures(make_up(2))


def figures(made_up: MadeUp) -> list:
    return [line.amounts for lines in made_up.lines.values() for line in lines]


def test_a_made_up_unit_says_in_its_name_that_it_is_one():
    made_up = make_up(3)
    assert MARK in made_up.disclosure.unit.name
    assert MARK in made_up.disclosure.title
    assert {head.unit_name for head in made_up.heads.values()} == {made_up.disclosure.unit.name}


def test_every_part_belongs_to_the_disclosure_and_is_complete():
    made_up = make_up(3)
    for part in made_up.parts():
        assert part.disclosure is made_up.disclosure
        part.clean_fields(exclude=["disclosure", "form"])


@pytest.mark.django_db
def test_all_parts_can_be_saved_and_read_again():
    made_up = make_up(3, profile=Profile(projects=2))
    disclosure = made_up.disclosure
    for one in (disclosure.unit.region, disclosure.unit, disclosure):
        one.save()
    for model in PARTS:
        model.objects.bulk_create([part for part in made_up.parts() if isinstance(part, model)])
    for number, lines in made_up.lines.items():
        assert [one.amounts for one in disclosure.lines(number)] == [one.amounts for one in lines]
    form = PerformanceForm.objects.get(disclosure=disclosure, kind=PerformanceForm.UNIT)
    assert form.tasks.count() == len(made_up.forms[0].tasks)
    assert form.indicators.count() == len(made_up.forms[0].indicators)
