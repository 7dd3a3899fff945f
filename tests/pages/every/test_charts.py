"""What charts show: the rows of the table with its figures, links and focus, in the shape that each table asks for."""

import json
import re
from decimal import Decimal

import pytest
from django.conf import settings

from disclosures.addresses import links
from disclosures.addresses.keys import EditionKey
from disclosures.amounts import AmountUnit
from disclosures.pages import finders
from disclosures.pages.charts.shapes import Flow
from disclosures.pages.performance.chart import scores_of
from disclosures.pages.performance.forms import form_page
from disclosures.pages.table.bars import ROOM
from disclosures.pages.table.chart import drawing_of
from disclosures.pages.table.flow import account_flow
from disclosures.pages.table.page import table_page
from disclosures.pages.unit.chart import years_of
from disclosures.pages.unit.page import unit_page
from disclosures.statements.form_rows import EXPENDITURE, INCOME
from disclosures.statements.models import BasicExpenditure, Expenditure, FiscalSummary, PerformanceIndicator, Summary
from disclosures.tables.selection import Level, Selection
from tests.building import build_disclosure, published_disclosure

pytestmark = pytest.mark.django_db

TABLES = "/units/210400-011001/2023/tables/"


def drawing(disclosure, number: str, **selection):
    return drawing_of(table_page(disclosure, EditionKey(2023), number, Selection(**selection)))


def flow(disclosure, number: str) -> list[tuple[str, str, str]]:
    return [(band.source.title, band.text, band.target.title) for band in drawing(disclosure, number).bands]


def set_amount(model, side: str, item: str, disclosure, **amounts) -> None:
    amounts = {column: Decimal(amount) * 10000 for column, amount in amounts.items()}
    model.objects.filter(disclosure=disclosure, side=side, item=item).update(**amounts)


# ---- codes ----------------------------------------------------------------------------------------------------------


def test_codes_hang_below_their_parents():
    tiles = drawing(build_disclosure(), "03").tiles
    assert {tile.key: tile.parent for tile in tiles} == {
        "total": "", "201": "total", "20103": "201", "2010301": "20103", "2010308": "20103",
        "208": "total", "20805": "208", "2080505": "20805",
    }  # fmt: skip


def test_a_tile_prints_the_figure_and_has_the_link_and_the_colour_of_its_row():
    tile = next(tile for tile in drawing(build_disclosure(), "03").tiles if tile.key == "208")
    assert (tile.title, tile.text, tile.series) == ("社会保障和就业支出", "178.51", "s2")
    assert tile.href == f"{TABLES}03/?code=208"


def test_the_chart_has_the_focus_the_depth_and_the_unit_of_the_page():
    disclosure = build_disclosure()
    assert [tile.key for tile in drawing(disclosure, "03", code="20805").tiles] == ["total", "208", "20805", "2080505"]
    assert [tile.key for tile in drawing(disclosure, "03", level=Level.CLASS).tiles] == ["total", "201", "208"]
    assert drawing(disclosure, "03", unit=AmountUnit.YUAN).tiles[0].text == "12,620,800.00"


def test_a_code_that_is_printed_twice_is_drawn_once():
    disclosure = build_disclosure()
    Expenditure.objects.create(disclosure=disclosure, code="201", position=99, total_expenditure=Decimal(1))
    keys = [tile.key for tile in drawing(disclosure, "03").tiles]
    assert sorted(keys) == sorted(set(keys))


@pytest.mark.parametrize("number", ["08", "09"])
def test_an_empty_table_has_no_chart_and_no_address_for_one(number, client):
    assert drawing(published_disclosure(), number) is None
    assert client.get(f"{TABLES}{number}/chart.json").status_code == 404


def test_only_the_deepest_codes_have_a_width(client, published_2023):
    [trace] = figure(client, "03")["data"]
    assert {code: width for code, width in zip(trace["ids"], trace["values"], strict=True) if width} == {
        "2010301": 4482100.0,
        "2010308": 6353600.0,
        "2080505": 1785100.0,
    }


# ---- accounts -------------------------------------------------------------------------------------------------------


def test_money_flows_from_lines_of_income_through_the_total_to_lines_of_expenditure():
    assert flow(build_disclosure(), "01") == [
        ("一般公共预算财政拨款收入", "1,262.08", "总计"),
        ("总计", "1,083.57", "一般公共服务支出"),
        ("总计", "178.51", "社会保障和就业支出"),
    ]


def test_balances_flow_too_and_sums_of_lines_do_not():
    disclosure = build_disclosure()
    set_amount(Summary, INCOME, "opening_balance", disclosure, amount="20.00")
    set_amount(Summary, EXPENDITURE, "closing_balance", disclosure, amount="20.00")
    found = flow(disclosure, "01")
    assert ("年初结转和结余", "20.00", "总计") in found
    assert ("总计", "20.00", "年末结转和结余") in found
    assert not {"本年收入合计", "本年支出合计"} & {name for source, _, target in found for name in (source, target)}


def test_in_the_account_of_fiscal_appropriation_each_budget_has_a_flow_of_its_own():
    disclosure = build_disclosure()
    set_amount(FiscalSummary, INCOME, "opening_balance", disclosure, amount="3.00")
    set_amount(FiscalSummary, INCOME, "opening_government_fund_budget", disclosure, amount="3.00")
    set_amount(FiscalSummary, EXPENDITURE, "229", disclosure, total="3.00", government_fund_budget="3.00")
    set_amount(FiscalSummary, EXPENDITURE, "grand_total", disclosure, government_fund_budget="3.00")
    assert flow(disclosure, "04") == [
        ("一般公共预算财政拨款", "1,262.08", "一般公共预算财政拨款"),
        ("政府性基金预算财政拨款", "3.00", "政府性基金预算财政拨款"),
        ("一般公共预算财政拨款", "1,083.57", "一般公共服务支出"),
        ("一般公共预算财政拨款", "178.51", "社会保障和就业支出"),
        ("政府性基金预算财政拨款", "3.00", "其他支出"),
    ]


def test_money_of_a_budget_that_prints_no_sum_is_not_drawn_as_that_of_another():
    disclosure = build_disclosure()
    set_amount(FiscalSummary, INCOME, "opening_balance", disclosure, amount="3.00")
    set_amount(FiscalSummary, EXPENDITURE, "grand_total", disclosure, government_fund_budget="3.00")
    assert drawing(disclosure, "04") is None


@pytest.mark.parametrize("side", [INCOME, EXPENDITURE])
def test_an_account_with_one_side_only_has_no_flow(side):
    disclosure = build_disclosure()
    Summary.objects.filter(disclosure=disclosure, side=side).update(amount=None)
    page = table_page(disclosure, EditionKey(2023), "01", Selection())
    assert account_flow(page.table) is None


def test_a_line_leads_to_its_row():
    disclosure = build_disclosure()
    found = drawing(disclosure, "01")
    assert isinstance(found, Flow)
    assert [node.href for node in found.nodes] == ["#1", "#62", "#32", "#39"]


# ---- amounts --------------------------------------------------------------------------------------------------------


def test_economic_codes_come_by_size_without_those_that_are_divided():
    bars = drawing(build_disclosure(), "06").bars
    assert [(bar.title, bar.texts) for bar in bars] == [
        ("基本工资", ("305.60",)), ("津贴补贴", ("200.00",)), ("办公费", ("121.12",)),
    ]  # fmt: skip


def test_what_is_smaller_than_the_largest_is_one_bar_with_its_sum():
    disclosure = build_disclosure()
    BasicExpenditure.objects.bulk_create(
        BasicExpenditure(
            disclosure=disclosure, code=str(code), name=f"科目 {code}", position=code, amount=Decimal(code)
        )
        for code in range(30202, 30220)
    )
    bars = drawing(disclosure, "06").bars
    assert len(bars) == ROOM + 1
    assert (bars[-1].title, bars[-1].texts, bars[-1].href) == ("其余 9 项合计", ("27.19",), "")


def test_the_budget_stands_beside_the_final_account_and_blank_rows_are_left_out():
    found = drawing(build_disclosure(), "07")
    assert found.titles == ("预算数", "决算数")
    assert [(bar.texts, bar.values[0]) for bar in found.bars] == [
        (("5.00", "4.24"), 50000), (("", "4.24"), None), (("5.00", "0.00"), 50000), (("5.00", "0.00"), 50000),
    ]  # fmt: skip
    assert found.largest == 50000


# ---- performance ----------------------------------------------------------------------------------------------------


def test_an_indicator_shows_points_of_weight_and_actual_of_target():
    disclosure = build_disclosure()
    [score] = scores_of(form_page(disclosure, links.of(disclosure), 2)).scores
    assert (score.title, score.scored, score.points) == ("接待批次", Decimal("96.0"), "9.6 / 10")
    assert (score.reached, score.against) == (Decimal("96.0"), "96 件（目标 ≥ 100 件）")


def test_words_are_no_numbers():
    disclosure = build_disclosure()
    PerformanceIndicator.objects.filter(disclosure=disclosure).update(target="显著提高", score="好")
    assert scores_of(form_page(disclosure, links.of(disclosure), 2)) is None


# ---- years ----------------------------------------------------------------------------------------------------------


def test_over_the_years_each_amount_is_a_line_from_the_oldest_on():
    disclosures = [published_disclosure(year=year) for year in (2023, 2021)]
    years = years_of(unit_page(links.key_of(disclosures[0].unit)))
    assert years.years == (2021, 2023)
    assert [(course.title, course.texts) for course in years.courses] == [
        ("本年收入", ("1,262.08", "1,262.08")), ("本年支出", ("1,262.08", "1,262.08")),
        ("基本支出", ("626.72", "626.72")), ("项目支出", ("635.36", "635.36")),
    ]  # fmt: skip


def test_the_page_of_a_unit_draws_lines_as_soon_as_there_are_two_years(client, published_2023):
    address = "/units/210400-011001/"
    assert client.get(f"{address}chart.json").status_code == 404
    assert "data-chart" not in client.get(address).content.decode()
    published_disclosure(year=2022)
    assert [trace["type"] for trace in client.get(f"{address}chart.json").json()["data"]] == ["scatter"] * 4
    assert f'data-chart="{address}chart.json"' in client.get(address).content.decode()


# ---- figures and the script -----------------------------------------------------------------------------------------


def figure(client, number: str) -> dict:
    response = client.get(f"{TABLES}{number}/chart.json")
    assert response.headers["Content-Type"] == "application/json"
    return json.loads(response.content)


@pytest.mark.parametrize(
    ("number", "kinds"), [("01", ["sankey"]), ("03", ["icicle"]), ("06", ["bar"]), ("07", ["bar"] * 2)]
)
def test_each_shape_of_table_has_its_kind_of_chart_and_no_colours_of_its_own(number, kinds, client, published_2023):
    found = figure(client, number)
    assert [trace["type"] for trace in found["data"]] == kinds
    assert not re.search(r"#[0-9a-f]{6}|rgb", json.dumps(found))


def test_a_figure_of_a_form_answers_and_one_that_is_not_there_does_not(client, published_2023):
    assert client.get("/units/210400-011001/2023/performance/2/chart.json").status_code == 200
    assert client.get("/units/210400-011001/2023/performance/9/chart.json").status_code == 404


def test_the_script_looks_for_the_mark_that_keeps_the_full_script_from_adding_styles():
    """The policy allows no style element with rules; a new plotly may look for another mark."""
    ours = (settings.BASE_DIR / "static" / "chart.js").read_text(encoding="utf-8")
    [mark] = re.findall(r'noMaps\.id = "(\w+)"', ours)
    theirs = (finders.PACKAGE / finders.SCRIPT).read_text(encoding="utf-8")
    assert f'if(!document.getElementById("{mark}")){{var e=document.createElement("style")' in theirs
