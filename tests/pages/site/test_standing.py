"""Where a unit stands is said with how many and which units are meant; of fewer than eight nothing is ranked."""

from decimal import Decimal

import pytest
from django.http import QueryDict

from disclosures.addresses.keys import UnitKey
from disclosures.amounts import AmountUnit
from disclosures.classification.prices import in_prices_of, price_levels
from disclosures.pages.code.page import code_page
from disclosures.pages.compare.page import compare_page
from disclosures.pages.unit.page import unit_page
from disclosures.pages.unit.prices import priced_years
from disclosures.publication import workflow
from disclosures.statements.models import Disclosure
from tests.answers import public_page
from tests.building import build_disclosure
from tests.once import once

pytestmark = pytest.mark.django_db


def published_with(amount: str, number: int, **kwargs) -> None:
    """The audit office with that number spends so many 元, and as many under 2010308."""
    draft = build_disclosure(unit_code=f"{number:06}", unit_name=f"第{number}审计局", **kwargs)
    draft.lines("03").filter(code__in=("", "2010308")).update(total_expenditure=Decimal(amount))
    workflow.submit(draft)
    workflow.publish(draft)


@once
def eight():
    for number, amount in enumerate(("100", "200", "300", "300", "500", "600", "700", "800"), start=1):
        published_with(f"{amount}0000", number)


def unit(number: int):
    return unit_page(UnitKey("210400", f"{number:06}"))


def test_a_unit_of_eight_has_a_rank_with_median_and_quartiles(eight, client):
    strip = unit(3).standing.strips[0]
    assert (strip.title, strip.own, strip.rank) == ("本年支出", "300.00", "并列第 5，共 8 个")
    assert (strip.median, strip.quartiles, strip.ends) == ("400.00", ("275.00", "625.00"), ("100.00", "800.00"))
    assert (len(strip.dots), strip.own_at, strip.median_at) == (8, Decimal("28.6"), Decimal("42.9"))
    answer = public_page(client, "/units/210400-000003/")
    assert "并列第 5，共 8 个" in answer
    assert "8 个单位印了这个数" in answer
    assert answer.count("<circle") >= 9


def test_of_fewer_than_eight_the_number_is_told_and_no_rank(eight, client):
    workflow.withdraw(Disclosure.objects.get(unit__code="000008"), "有误")
    assert unit(3).standing.strips == ()
    answer = public_page(client, "/units/210400-000003/")
    assert "公开了这一年决算的有 7 个，不到 8 个，不排名次" in answer
    assert "共 7 个" not in answer


def test_which_units_are_meant_is_listed(eight, client):
    answer = public_page(client, unit(3).standing.href)
    assert all(f"第{number}审计局</a>" in answer for number in range(1, 9))
    assert "8 个单位公开了这一年的决算" in answer
    assert "名称以这些字结尾的单位：审计局、审计厅" in answer
    register = client.get("/kinds/").content.decode()
    assert 'href="/kinds/?kind=%E5%AE%A1%E8%AE%A1%E5%B1%80&amp;level=2&amp;year=2023">8</a>' in register


def test_kinds_with_units_come_first_and_an_empty_one_says_so(eight, client):
    register = public_page(client, "/kinds/")
    listed, folded = register.split("<details>")
    assert "审计局</th>" in listed
    assert listed.count('scope="row"') == 1
    assert "审计局</th>" not in folded
    assert "财政局</th>" in folded
    empty = public_page(client, "/kinds/?kind=财政局&level=3&year=2023")
    assert "还没有公开这一年的决算" in empty
    assert "0 个单位" not in empty


def test_a_page_of_one_revision_knows_no_other_unit(eight, client):
    before = client.get("/units/210400-000003/2023/").content
    published_with("9000000", 9)
    assert client.get("/units/210400-000003/2023/").content == before


def test_a_unit_page_is_new_when_a_peer_is(eight, client):
    etag = client.get("/units/210400-000003/")["ETag"]
    published_with("9000000", 9)
    answer = client.get("/units/210400-000003/", headers={"if-none-match": etag})
    assert answer.status_code == 200
    assert "并列第 6，共 9 个" in answer.content.decode()


def test_peers_add_one_query_to_a_unit_and_two_to_a_code(eight, django_assert_num_queries):
    with django_assert_num_queries(2):
        unit(3)
    with django_assert_num_queries(9):
        assert code_page("functional", "2010308", {}).strips


def test_a_code_is_spread_among_comparable_units(eight, client):
    (strip,) = code_page("functional", "2010308", {}).strips
    assert (strip.title, strip.count, strip.median) == ("市级审计局", 8, "400.00")
    assert "同类单位之间" in public_page(client, "/codes/function/2010308/")
    assert code_page("functional", "2010308", {"table": "05"}).strips  # as printed there


def test_compare_offers_units_of_the_same_kind_first(eight):
    offers = compare_page(QueryDict("a=210400-000003-2023")).offers
    assert offers[0][0] == "同类单位：市级审计局"
    assert [offer.title for offer in offers[0][1]][:2] == ["第1审计局 2023 年", "第2审计局 2023 年"]
    assert len(offers[0][1]) == 7


def test_constant_prices_stand_apart_and_say_of_which_year(client):
    published_with("1000000", 1, year=2022)
    published_with("1000000", 1, year=2023)
    levels = price_levels()
    assert in_prices_of(Decimal(1000), 2015, 2023) == Decimal(1000) * levels[2023].index / 100
    priced = unit(1).priced
    assert (priced.base, [year.text for year in priced.years]) == (2023, ["100.00", "100.00"])
    assert [year.priced for year in priced.years] == ["100.00", "100.24"]  # 115.06 ÷ 114.79
    assert priced.years[0].change.words == "−0.23%"
    answer = public_page(client, "/units/210400-000001/")
    assert "折算的数不是公开文件里印的数" in answer
    assert "2026-11-28 收入本站" in answer


def test_without_two_years_of_known_prices_there_is_nothing_to_reckon():
    assert priced_years({2023: Decimal(1), 2090: Decimal(1)}, AmountUnit.WAN) is None
