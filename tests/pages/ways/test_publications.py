"""Who has published when, as far as the days are printed or known."""

from datetime import date

import pytest

from disclosures.publication import workflow
from tests.answers import public_page, tight
from tests.building import build_disclosure, published_disclosure

pytestmark = pytest.mark.django_db


def publish(code: str, approved: date | None, public: date | None) -> None:
    disclosure = build_disclosure(unit_code=code, unit_name=f"单位 {code}")
    disclosure.approval_date, disclosure.publication_date = approved, public
    disclosure.save()
    workflow.submit(disclosure)
    workflow.publish(disclosure)


def test_the_days_after_approval_are_told_and_counted(client):
    publish("011001", date(2024, 8, 1), date(2024, 8, 21))
    publish("011002", date(2024, 8, 1), date(2024, 8, 22))
    published_disclosure(unit_code="011003", unit_name="单位 011003")
    page = tight(public_page(client, "/published/"))
    assert "2023 年度有 3 个单位公开了决算，其中 2 个知道批复的日子" in page
    assert '<td class="num">20</td><td class="num nowrap">2024-08-21</td>' in page
    assert '<td class="num over">21</td><td class="num nowrap">2024-08-22</td>' in page
    assert '<td class="num">·</td><td class="num nowrap">·</td>' in page
    assert page.index("单位 011002") < page.index("单位 011001") < page.index("单位 011003")


def test_the_day_of_the_first_revision_counts(client, published_2023):
    second = workflow.revise(published_2023)
    workflow.submit(second)
    workflow.publish(second)
    published_2023.refresh_from_db()
    assert f"{published_2023.published_at:%Y-%m}" in public_page(client, "/published/")


def test_an_empty_site_says_so(client):
    assert "目前还没有公开的决算" in public_page(client, "/published/")
