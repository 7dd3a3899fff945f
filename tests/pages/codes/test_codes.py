"""A code across units and years: its sums and ranks are those of the lines, and nothing that is asked breaks it."""

import re
from decimal import Decimal

import pytest
from django.core.management import call_command

from disclosures.pages.code.page import code_page
from disclosures.publication import workflow
from disclosures.publication.totals import ranking
from disclosures.publication.totals.ranking import TableColumn
from disclosures.statements.models import Disclosure, Expenditure
from tests.answers import public_page
from tests.building import build_disclosure, published_disclosure
from tests.once import once

pytestmark = pytest.mark.django_db

CODE = "/codes/function/2010308/"
SPENT = TableColumn("03", "total_expenditure")


def published_with(amount: str | None, code: str = "2010308", **kwargs) -> Disclosure:
    """A published disclosure whose expenditure under the code is that many 元."""
    draft = build_disclosure(**kwargs)
    draft.lines("03").filter(code=code).update(total_expenditure=amount and Decimal(amount))
    workflow.submit(draft)
    workflow.publish(draft)
    return draft


@once
def spenders():
    """Five units in 2023, two of them with one amount, one with 0.00, and one in 2022; a blank counts for nothing."""
    published_with("3000000", unit_code="011001", unit_name="甲局")
    published_with("5000000", unit_code="011002", unit_name="乙局")
    published_with("3000000", unit_code="011003", unit_name="丙局")
    published_with("100", unit_code="011004", unit_name="丁局")
    published_with("0", unit_code="011005", unit_name="戊局")
    published_with(None, unit_code="011006", unit_name="己局")
    published_with("4000000", unit_code="011001", unit_name="甲局", year=2022)


def page(query: dict | None = None, code: str = "2010308"):
    return code_page("functional", code, query or {})


def test_units_stand_by_amount_and_equal_amounts_share_a_rank(spenders):
    rows = page().page.rows
    assert [(row.rank, row.name) for row in rows] == [(1, "乙局"), (2, "甲局"), (2, "丙局"), (4, "丁局"), (5, "戊局")]
    assert [row.amount for row in rows] == ["500.00", "300.00", "300.00", "0.01", "0.00"]
    assert rows[0].share == Decimal("39.62")  # of 1,262.08 万元 in its own table


def test_bars_and_ranks_are_of_the_figure_that_the_list_is_sorted_by(spenders, client):
    """A large amount of a large unit comes first by amount, and behind by share."""
    large = build_disclosure(unit_code="011010", unit_name="大局")
    large.lines("03").filter(code="2010308").update(total_expenditure=Decimal(8000000))
    large.lines("03").filter(code="").update(total_expenditure=Decimal(80000000))
    workflow.submit(large)
    workflow.publish(large)
    by_amount, by_share = page().page.rows, page({"sort": "share"}).page.rows
    assert (by_amount[0].name, by_amount[0].rank, by_amount[0].width) == ("大局", 1, 100)
    assert by_amount[1].width == Decimal("62.50")  # 500 of 800 万元
    assert next((row.name, row.rank, row.width) for row in by_share) == ("乙局", 1, Decimal("39.62"))
    assert [(row.rank, row.width) for row in by_share if row.name == "大局"] == [(4, Decimal("10.00"))]
    heads = re.findall(r"<thead>.*?</thead>", public_page(client, CODE), re.DOTALL)[-1]
    assert heads.index("金额") < heads.index('class="length"') < heads.index("占本单位")
    heads = re.findall(r"<thead>.*?</thead>", public_page(client, f"{CODE}?sort=share"), re.DOTALL)[-1]
    assert heads.index("占本单位") < heads.index('class="length"')


def test_a_unit_that_prints_zero_is_counted_and_one_that_prints_nothing_is_not(spenders, client):
    assert "2023 年有 5 个单位在这里印了数" in public_page(client, CODE)
    counted = re.search(r"2010308</td>.*?</tr>", client.get("/codes/function/20103/").content.decode(), re.DOTALL)
    assert '<td class="num extra">5</td>' in counted[0]
    assert counted[0].index("num extra") < counted[0].index("1,100.01") < counted[0].index("<svg")


def test_the_sum_of_all_units_is_that_of_the_lines(spenders):
    spent = Expenditure.objects.filter(disclosure__year=2023, code="2010308")
    naive = sum(line.total_expenditure or 0 for line in spent)
    assert ranking.over_years(SPENT, "2010308")[2023].amount == naive == Decimal(11000100)
    assert page().sum == "1,100.01"
    assert [(year.year, year.text) for year in page().years] == [(2023, "1,100.01"), (2022, "400.00")]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({"sort": "name"}, ["甲局", "乙局", "丙局", "丁局", "戊局"]),
        ({"sort": "share"}, ["乙局", "甲局", "丙局", "丁局", "戊局"]),
        ({"year": "2022"}, ["甲局"]),
        ({"year": "1999"}, ["乙局", "甲局", "丙局", "丁局", "戊局"]),
        ({"table": "08", "column": "basic_expenditure"}, []),
    ],
    ids=str,
)
def test_the_list_is_sorted_and_chosen_by_the_address(query, names, spenders):
    assert [row.name for row in page(query).page.rows] == names


def test_a_figure_leads_to_its_cell(spenders, client):
    row = page().page.rows[0]
    assert row.href == "/units/210400-011002/2023/tables/03/?code=2010308#2010308.1"
    assert 'id="2010308.1"' in client.get(row.href).content.decode()


def test_small_amounts_are_printed_with_the_decimals_that_they_need(spenders):
    published_with("20", unit_code="011009", unit_name="庚局")
    assert [row.amount for row in page().page.rows][-3:] == ["0.010", "0.002", "0.000"]


def test_the_codes_below_are_summed_and_those_further_below_are_not(spenders):
    below = page(code="20103").children
    assert {child.named.code: child.amount for child in below}["2010308"] == "1,100.01"
    assert all(len(child.named.code) == 7 for child in below)
    assert [child.named.code for child in page(code="201").children] == ["20103"]
    assert page(code="2010308").children == ()


def test_a_withdrawn_disclosure_counts_no_more(spenders):
    workflow.withdraw(Disclosure.objects.get(unit__code="011002"), "有误")
    assert [row.name for row in page().page.rows] == ["甲局", "丙局", "丁局", "戊局"]


def test_a_code_of_the_list_says_what_it_means_and_what_stands_above_it(client, code_lists, published_2023):
    answer = public_page(client, CODE)
    assert re.search(r"<h1>.*2010308.*信访事务</h1>", answer)
    assert 'href="/codes/function/201/">201 一般公共服务支出</a>' in answer
    assert 'href="/codes/function/20103/"' in answer
    assert "支出功能分类科目 · 项" in answer


def test_whether_a_name_was_confirmed_is_no_matter_for_readers(client, code_lists):
    assert "核实" not in public_page(client, "/codes/function/20101/") + public_page(client, "/codes/")


def test_a_code_that_the_list_lacks_has_the_name_of_the_document(client):
    published_with("100", code="2010308")
    answer = public_page(client, CODE)
    assert re.search(r"<h1>.*2010308.*信访事务</h1>", answer)
    assert "科目表里还没有" not in answer


@pytest.mark.parametrize("code", ["2999999", "29999", "299"])
def test_a_code_that_nobody_knows_is_not_found(code, client, published_2023):
    assert client.get(f"/codes/function/{code}/").status_code == 404
    assert client.get(f"/codes/economic/{code}/").status_code == 404


@pytest.mark.parametrize("address", ["/codes/function/20/", "/codes/other/201/", "/codes/function/２０１/"])
def test_what_is_no_code_is_not_found(address, client):
    assert client.get(address).status_code == 404


def test_an_economic_code_counts_basic_expenditure(client, published_2023):
    answer = public_page(client, "/codes/economic/30201/")
    assert "公开06表" in answer
    assert "19.33%" in answer  # 121.12 of 626.72, what both totals below the panels add up to


@pytest.mark.parametrize(
    "query",
    ["table=99", "column=drop", "unit=x", "page=-1", "page=9999999", "sort=;", "year=x", "table=08&column=income"],
)
def test_no_wish_breaks_the_page(query, spenders, client):
    assert client.get(f"{CODE}?{query}").status_code == 200


def test_the_canonical_address_is_named_where_it_is_another(spenders, client):
    assert f'<link rel="canonical" href="{CODE}?year=2022">' in public_page(client, f"{CODE}?year=2022&table=03&x=1")
    assert "canonical" not in public_page(client, f"{CODE}?year=2022")


def test_all_classes_stand_with_their_sums(spenders, client):
    call_command("load_codes", verbosity=0)
    answer = public_page(client, "/codes/")
    assert 'href="/codes/function/201/"' in answer
    assert 'href="/codes/function/234/"' in answer  # printed on the forms, though nobody spends on it
    assert 'href="/codes/economic/302/"' in answer
    assert "6,501.42" in answer  # six units with 1,083.57 each


def test_the_bar_of_a_class_stands_behind_the_amount_that_it_draws(spenders, client):
    page = public_page(client, "/codes/")
    row = re.search(r'<td class="code">201</td>.*?</tr>', page, re.DOTALL)[0]
    units, amount, bar = re.findall(r'<td class="([^"]+)"', row)[1:]
    assert (units, amount, bar) == ("num extra", "num", "length")


def test_without_anything_published_there_are_codes_all_the_same(client, code_lists):
    assert "一般公共服务支出" in public_page(client, "/codes/")
    assert "还没有哪个单位" in public_page(client, CODE)


def over_years(client) -> list[list[str]]:
    """The rows of the sums over the years: year, units, sum, change."""
    section = (
        client.get("/codes/function/2010308/")
        .content.decode()
        .partition('class="beside-bars')[2]
        .partition("</table>")[0]
    )
    rows = re.findall(r"<tr>(.*?)</tr>", section, re.DOTALL)[1:]
    return [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL) for row in rows]


def test_a_year_that_has_only_begun_does_not_come_first_and_unlike_sums_have_no_percentage(client):
    published_disclosure(year=2022)
    published_disclosure(year=2023)
    published_disclosure(year=2023, unit_code="011002")
    published_disclosure(year=2024)
    published_disclosure(year=2025)
    assert over_years(client) == [
        ["2025 年", "1", "635.36", "持平"],
        ["2024 年", "1", "635.36", "单位不同"],
        ["2023 年", "2", "1,270.72", "单位不同"],
        ["2022 年", "1", "635.36", "没有上年的数"],
    ]
    assert "2023 年有 2 个单位" in public_page(client, CODE)


def test_sums_of_other_units_are_not_drawn_as_a_trend(client):
    published_disclosure(year=2022)
    published_disclosure(year=2023)
    assert over_years(client)[0] == ["2023 年", "1", "635.36", "持平"]
    assert page().bars
    assert 'class="years"' in public_page(client, CODE)
    published_disclosure(year=2024, unit_code="011002")  # as many units, and another one
    assert over_years(client)[0] == ["2024 年", "1", "635.36", "单位不同"]
    assert page().bars is None
    answer = public_page(client, CODE)
    assert 'class="years"' not in answer
    assert "各年印了数的单位不一样" in answer


def test_the_first_of_a_ranking_stand_side_by_side_at_the_row_of_the_code(spenders, client):
    address, _, row = page().compare.partition("#")
    assert address.startswith("/compare/?a=210400-011002-2023&b=210400-011001-2023&")
    assert f'id="{row}"' in public_page(client, address)
    assert page({"year": "2022"}).compare == ""
