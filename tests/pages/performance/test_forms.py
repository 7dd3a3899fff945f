"""Performance forms: numbered by their order, amounts as printed."""

import pytest

from disclosures.addresses import links
from disclosures.pages.performance.forms import form_heads, form_page
from tests.building import build_disclosure

pytestmark = pytest.mark.django_db


def heads(disclosure):
    return form_heads(disclosure, links.of(disclosure))


def page(disclosure, number):
    return form_page(disclosure, links.of(disclosure), number)


def test_forms_are_numbered_by_their_order_and_print_amounts_as_published():
    whole, project = heads(build_disclosure())
    assert (whole.number, whole.kind, whole.score.printed) == (1, "整体绩效自评", "99.46")
    assert (project.number, project.name, project.execution_rate) == (2, "信访工作经费", "100.00%")
    assert project.amounts == (("项目预算金额", "131.00", "budget"), ("全年执行数", "131.00", "executed"))


def test_the_form_of_a_whole_unit_has_the_titles_of_its_kind():
    whole = heads(build_disclosure())[0]
    assert whole.amounts == (("部门年初预算支出金额", "595.46", "budget"),)


def test_a_form_has_its_tasks_with_the_titles_of_their_columns():
    found = page(build_disclosure(), 1)
    assert found.task_titles == ("项目下达金额", "项目执行金额")
    [task] = found.tasks
    assert (task.name, task.amounts, task.rate) == ("人员类", ("505.59", "505.59"), "100.00%")


def test_a_form_shows_its_points_as_printed_and_leaves_out_blank_ones():
    disclosure = build_disclosure()
    assert page(disclosure, 1).totals == (("总得分", "99.46", "total_score"),)
    assert page(disclosure, 2).totals == (
        ("指标自评得分小计", "89.6", "subtotal"),
        ("预算执行率得分", "10", "execution_score"),
        ("减分项", "0", "deduction"),
        ("总得分", "99.6", "total_score"),
    )


@pytest.mark.parametrize("number", [0, 3])
def test_there_is_no_form_beyond_the_last(number):
    assert page(build_disclosure(), number) is None


def test_a_form_takes_three_queries(django_assert_num_queries):
    disclosure = build_disclosure()
    with django_assert_num_queries(3):
        page(disclosure, 1)
