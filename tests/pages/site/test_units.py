"""All units with their newest year, and one unit over the years: figures, tables that are there, findings."""

from decimal import Decimal

import pytest
from django.http import QueryDict

from disclosures.addresses.keys import UnitKey
from disclosures.amounts import AmountUnit
from disclosures.checks.models import CheckRun
from disclosures.pages.shared.paging import SIZE
from disclosures.pages.unit.completeness import completeness_of
from disclosures.pages.unit.listing import units_page
from disclosures.pages.unit.page import unit_page
from disclosures.publication import workflow
from disclosures.publication.totals.models import YearTotal
from disclosures.statements.models import Disclosure, StatementHead
from tests.answers import public_page
from tests.building import build_disclosure, build_unit, published_disclosure

pytestmark = pytest.mark.django_db

KEY = UnitKey("210400", "011001")
UNIT = "/units/210400-011001/"


def published_with(amount: str | None, **kwargs) -> Disclosure:
    """A published disclosure that spent so many 元 in all."""
    draft = build_disclosure(**kwargs)
    draft.lines("03").filter(code="").update(total_expenditure=amount and Decimal(amount))
    workflow.submit(draft)
    workflow.publish(draft)
    return draft


def names(query: str = "") -> list[str]:
    return [row.unit.name for row in units_page(QueryDict(query)).page.rows]


def test_each_unit_stands_once_with_its_newest_year_and_links_to_all():
    published_with("100000", year=2021)
    published_with("300000", year=2023)
    (row,) = units_page(QueryDict()).page.rows
    assert (row.year, row.spent) == (2023, "30.00")
    assert [(year.title, year.href) for year in row.years] == [("2023", f"{UNIT}2023/"), ("2021", f"{UNIT}2021/")]


def test_units_are_sorted_by_what_is_asked():
    published_with("200000", unit_code="011001", unit_name="甲局")
    published_with("300000", unit_code="011002", unit_name="乙局")
    published_with(None, unit_code="011003", unit_name="丙局")
    lacking = build_disclosure(unit_code="011004", unit_name="丁局")
    lacking.lines("07").delete()
    StatementHead.objects.filter(disclosure=lacking, number="07").delete()
    workflow.submit(lacking)
    workflow.publish(lacking)
    broken = dict(CheckRun.objects.values_list("disclosure__unit__name", "broken"))
    assert names() == ["甲局", "乙局", "丙局", "丁局"]
    assert names("sort=spent") == ["丁局", "乙局", "甲局", "丙局"]  # a blank comes last
    assert names("sort=told")[0] == "丁局"
    assert names("sort=findings") == sorted(names(), key=lambda name: -broken[name])


def test_the_list_is_cut_into_pages_that_miss_nobody(client):
    for n in range(SIZE + 3):
        draft = Disclosure.objects.create(unit=build_unit(f"02{n:04}", f"单位 {n}"), year=2023, unit_name=f"单位 {n}")
        workflow.submit(draft)
        workflow.publish(draft)
    assert len(names()) == SIZE
    assert len({*names(), *names("page=2")}) == SIZE + 3
    assert "第 51–53 个，共 53 个" in public_page(client, "/units/?page=2")


def test_a_region_can_be_chosen_where_there_are_several(client, published_2023):
    assert "地区：" not in public_page(client, "/units/")
    published_disclosure(unit_code="011009", unit_name="沈阳市某局", region="210100")
    assert "地区：全部" in public_page(client, "/units/") or 'aria-label="地区"' in public_page(client, "/units/")
    assert names("region=210100") == ["沈阳市某局"]
    assert len(names("region=999999")) == 2
    assert '<link rel="canonical" href="/units/">' in public_page(client, "/units/?region=999999")


def test_a_disclosure_from_before_totals_were_kept_is_listed_without_them(client, published_2023):
    YearTotal.objects.all().delete()
    CheckRun.objects.all().delete()
    assert "没有印总数" in public_page(client, "/units/")
    assert "没有核对" in public_page(client, "/units/")
    assert public_page(client, UNIT)


def test_what_is_missing_is_named():
    assert completeness_of("fffffffff", 2023).words == "齐全"
    told = completeness_of("ffffff-e-", 2023)
    assert (told.words, told.missing, told.empty) == ("缺 07、09", ("07", "09"), 1)


def measures() -> dict[str, list[tuple[str, str]]]:
    return {one.title: [(bar.label, bar.text) for bar in one.bars.bars] for one in unit_page(KEY).measures}


def test_a_unit_is_shown_over_the_years_with_its_changes():
    published_with("8000000", year=2021)
    published_with("10000000", year=2022)
    published_with("9000000", year=2023)
    assert measures()["本年支出"] == [("2021", "800.00"), ("2022", "1,000.00"), ("2023", "900.00")]
    assert measures()["“三公”经费"][0] == ("2021", "4.24")
    assert measures()["整体绩效自评"][0] == ("2021", "99.46")
    rows = unit_page(KEY).rows
    assert [row.disclosure.year for row in rows] == [2023, 2022, 2021]
    assert [row.change.words if row.change else "" for row in rows] == ["−10.00%", "+25.00%", ""]


def test_a_year_that_is_not_there_is_compared_with_nothing():
    published_with("8000000", year=2021)
    published_with("9000000", year=2023)
    assert [row.change for row in unit_page(KEY).rows] == [None, None]


def test_years_are_printed_in_the_unit_of_the_newest():
    published_disclosure(year=2022, amount_unit=AmountUnit.YUAN.value)
    published_disclosure(year=2023)
    page = unit_page(KEY)
    assert (page.amount_unit, page.is_converted) == ("万元", True)
    assert measures()["本年支出"] == [("2022", "0.13"), ("2023", "1,262.08")]


def test_the_newest_six_years_can_be_compared_the_oldest_first(client):
    for year in range(2016, 2024):
        published_disclosure(year=year)
    address = unit_page(KEY).compare
    assert address.startswith("/compare/?a=210400-011001-2018&b=210400-011001-2019")
    assert "2018 年”为基数" in public_page(client, address)


def test_every_figure_of_a_unit_leads_to_its_table(client):
    published_disclosure(year=2022)
    published_disclosure()
    page = public_page(client, UNIT)
    for address in (f"{UNIT}2023/tables/03/", f"{UNIT}2023/performance/", f"{UNIT}2023/checks/"):
        assert f'href="{address}"' in page


def test_a_unit_without_a_current_disclosure_says_so_and_names_the_reason(client):
    workflow.withdraw(published_disclosure(), "数字有误")
    page = public_page(client, UNIT)
    assert "现在没有公开中的决算" in page
    assert "数字有误" in page
    assert names() == []


@pytest.mark.parametrize("query", ["sort=x", "unit=%00", "page=x", "region=%27"])
def test_no_wish_breaks_the_list(query, client, published_2023):
    assert client.get(f"/units/?{query}").status_code == 200
