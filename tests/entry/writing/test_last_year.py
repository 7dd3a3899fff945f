"""Last year's structure: what stays the same from year to year is filled in, no figure is."""

import pytest
from django.urls import reverse

from disclosures.statements.lines import WithAmounts
from disclosures.statements.models import (
    PARTS,
    Disclosure,
    Duty,
    Expenditure,
    Paragraph,
    PerformanceIndicator,
    PerformanceTask,
    Summary,
)
from tests.building import published_disclosure
from tests.entry.typing_in import saved, typed_in
from tests.entry.writing.drafts import empty_draft

pytestmark = pytest.mark.django_db


def page_of(disclosure: Disclosure) -> str:
    return reverse("admin:statements_disclosure_last_year", args=[disclosure.pk])


def keys(disclosure: Disclosure, model) -> list[str]:
    return [line.key for line in model.objects.filter(disclosure=disclosure).order_by("position")]


@pytest.fixture
def begun(admin_client):
    """A draft of 2024, and the accounts of 2023 that it began with."""
    last, draft = published_disclosure(), empty_draft(year=2024)
    assert saved(admin_client, page_of(draft), {}).status_code == 302
    return draft, last


def test_codes_and_names_are_filled_in(begun):
    draft, last = begun
    assert keys(draft, Expenditure) == keys(last, Expenditure)
    assert Expenditure.objects.get(disclosure=draft, code="2010308").name == "信访事务"
    assert keys(draft, Summary) == [str(row.line) for row in Summary.form_rows(2024)]
    assert Duty.objects.filter(disclosure=draft).count() == Duty.objects.filter(disclosure=last).count()


def test_no_figure_comes_along(begun):
    draft, _ = begun
    for model in PARTS:
        if issubclass(model, WithAmounts):
            for row in model.objects.filter(disclosure=draft):
                assert [value for value in row.amounts.values() if value is not None] == []
                assert (row.as_printed, row.place) == ({}, "")
    for indicator in PerformanceIndicator.objects.filter(disclosure=draft):
        assert (indicator.actual, indicator.completion, indicator.score, indicator.deviation) == ("", "", "", {})
    assert not Paragraph.objects.filter(disclosure=draft).exists()


def test_tasks_and_indicators_stand_in_their_own_form(begun):
    draft, last = begun
    for model in (PerformanceTask, PerformanceIndicator):
        named = [
            list(model.objects.filter(disclosure=each).order_by("position").values_list("name", "form__name"))
            for each in (draft, last)
        ]
        assert named[0] == named[1] != []
        assert set(model.objects.filter(disclosure=draft).values_list("form__disclosure", flat=True)) == {draft.pk}


def test_what_the_draft_has_stays_as_it_is(admin_client):
    published_disclosure()
    draft = empty_draft(year=2024)
    Duty.objects.create(disclosure=draft, position=1, text="新职责。")
    saved(admin_client, page_of(draft), {})
    assert list(Duty.objects.filter(disclosure=draft).values_list("text", flat=True)) == ["新职责。"]
    saved(admin_client, page_of(draft), {})
    assert Expenditure.objects.filter(disclosure=draft, code="201").count() == 1


def test_a_part_that_somebody_has_begun_meanwhile_is_asked_about(admin_client):
    published_disclosure()
    draft = empty_draft(year=2024)
    shown = typed_in(admin_client.get(page_of(draft)))
    Duty.objects.create(disclosure=draft, position=1, text="新职责。")
    answer = admin_client.post(page_of(draft), shown)
    assert "没有填入：您打开这一页以后，草稿变了" in answer.content.decode()
    assert not Expenditure.objects.filter(disclosure=draft).exists()
    assert admin_client.post(page_of(draft), typed_in(answer)).status_code == 302
    assert Expenditure.objects.filter(disclosure=draft).exists()


def test_without_last_year_there_is_nothing_to_begin_with(admin_client):
    draft = empty_draft()
    change = admin_client.get(reverse("admin:statements_disclosure_change", args=[draft.pk]))
    assert "照上年的结构开始" not in change.content.decode()
    assert admin_client.get(page_of(draft)).status_code == 404


def test_a_submitted_revision_is_not_begun_again(admin_client):
    published_disclosure()
    closed = published_disclosure(year=2024)
    assert admin_client.post(page_of(closed)).status_code == 403
