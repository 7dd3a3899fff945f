"""Indicators across projects: which are listed, in which order, and where they lead."""

import pytest
from django.http import QueryDict

from disclosures.pages.shortfalls import shortfalls_page
from disclosures.publication import workflow
from disclosures.statements.models import PerformanceForm, PerformanceIndicator
from tests.answers import public_page
from tests.building import build_disclosure, published_disclosure
from tests.once import once

pytestmark = pytest.mark.django_db


def published_with(*indicators: dict, **kwargs):
    """A published disclosure whose indicators differ from the usual ones as said, in their order."""
    draft = build_disclosure(**kwargs)
    found = PerformanceIndicator.objects.filter(disclosure=draft).order_by("position")
    for pk, values in zip(list(found.values_list("pk", flat=True)), indicators, strict=True):
        PerformanceIndicator.objects.filter(pk=pk).update(**values)
    workflow.submit(draft)
    workflow.publish(draft)
    return draft


SILENT = {"deviation": {}, "improvement": ""}
REACHED = {"actual": "100", "score": "10"}


@once
def several():
    published_with({"name": "甲", "score": "4"}, {"name": "乙", "score": "9.6", **SILENT})
    published_with({"name": "丙", "score": "10"}, {"name": "丁", **REACHED}, year=2022)
    published_with(
        {"name": "戊", "actual": "120", "score": "2", **SILENT}, {"name": "己", **REACHED}, unit_code="011002"
    )


def names(query: str = "") -> list[str]:
    return [row.indicator.name for row in shortfalls_page(QueryDict(query)).page.rows]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["戊", "甲", "乙", "丙"]),
        ("kind=missed", ["甲", "乙", "丙"]),
        ("kind=lost", ["戊", "甲", "乙"]),
        ("kind=unexplained", ["戊", "乙"]),
        ("year=2022", ["丙"]),
        ("kind=unexplained&year=2022", []),
        ("kind=nonsense&year=x&page=8", ["戊", "甲", "乙", "丙"]),
        ("sort=unit", ["甲", "乙", "丙", "戊"]),
    ],
)
def test_the_list_is_chosen_and_sorted_by_the_address(query, expected, several):
    assert names(query) == expected


def test_the_sentence_counts_each_kind(several, client):
    assert shortfalls_page(QueryDict()).counts == {"all": 4, "missed": 3, "lost": 3, "unexplained": 2}
    assert "没有达到目标" in public_page(client, "/indicators/")
    assert "没有这样的指标" in public_page(client, "/indicators/?kind=unexplained&year=2022")


def test_an_indicator_leads_to_its_place_in_its_form(client):
    draft = build_disclosure()
    PerformanceForm.objects.filter(disclosure=draft, position=2).update(position=7)  # numbers are not positions
    workflow.submit(draft)
    workflow.publish(draft)
    row = next(row for row in shortfalls_page(QueryDict()).page.rows if row.indicator.name == "接待批次")
    assert row.href == "/units/210400-011001/2023/performance/2/#i2"
    assert 'id="i2"' in client.get(row.href).content.decode()
    assert row.form == "信访工作经费"


def test_what_is_withdrawn_is_listed_no_more(several):
    workflow.withdraw(published_disclosure(unit_code="011003"), "有误")
    assert names() == ["戊", "甲", "乙", "丙"]
