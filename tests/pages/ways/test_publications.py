"""Who has published when, as far as the days are printed or known."""

from datetime import date

import pytest

from disclosures.classification.models import Region
from disclosures.publication import workflow
from disclosures.statements.models import Unit
from tests.answers import public_page, tight
from tests.building import build_disclosure, build_unit, published_disclosure

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


def test_who_has_not_published_is_told_where_a_region_lists_its_units(client, published_2023):
    build_unit("011002", "没有公开的单位", "210400")
    page = "/published/?year=2023"
    before = client.get(page)
    assert "没有公开的单位" not in before.content.decode()
    region = Region.objects.get(code="210400")
    region.lists_units = True
    region.save()
    after = client.get(page, headers={"If-None-Match": before.headers["ETag"]})
    assert after.status_code == 200
    assert "没有公开的单位" in after.content.decode()
    build_unit("011003", "后来录入的单位", "210400")
    again = client.get(page, headers={"If-None-Match": after.headers["ETag"]}).content.decode()
    assert "后来录入的单位" in again
    assert "2 个单位" in again
    assert again.count("抚顺市信访局") == 1


def test_a_made_up_unit_is_on_no_list(client, published_2023):
    Region.objects.filter(code="210400").update(lists_units=True)
    unit = build_unit("011004", "虚构的单位", "210400")
    Unit.objects.filter(pk=unit.pk).update(is_made_up=True)
    assert "虚构的单位" not in public_page(client, "/published/")


def test_an_empty_site_says_so(client):
    assert "目前还没有公开的决算" in public_page(client, "/published/")
