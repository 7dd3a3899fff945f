"""The front page of a disclosure: sentences and shares from its figures, left out where they are missing."""

import re
from decimal import Decimal

import pytest

from disclosures.addresses import links
from disclosures.checks.keeping import report_of
from disclosures.pages.front.money_flow import money_flow
from disclosures.pages.front.page import front_of
from disclosures.pages.front.projects import named_projects
from disclosures.publication import workflow
from disclosures.statements.loaded import load_all_tables
from disclosures.statements.models import (
    Chapter,
    Expenditure,
    Income,
    Paragraph,
    PerformanceForm,
    StatementHead,
    Summary,
    ThreePublicExpenses,
    statements_in,
)
from tests.building import build_disclosure, published_disclosure

pytestmark = pytest.mark.django_db

FRONT = "/units/210400-011001/"


def front(disclosure):
    return front_of(disclosure, report_of(disclosure), links.of(disclosure))


def text(sentence) -> str:
    return "".join(phrase.text for phrase in sentence)


def figures(disclosure) -> dict[str, tuple]:
    return {figure.title: (figure.text, figure.unit, figure.note) for figure in front(disclosure).figures}


def test_the_opening_says_how_much_from_where_and_for_what():
    assert text(front(build_disclosure()).opening) == (
        "全年收入和支出都是 1,262.08 万元。钱全部来自财政拨款。"
        "机构运转（基本支出）花了 626.72 万元（49.66%），专门项目（项目支出）花了 635.36 万元（50.34%）。"
    )


def test_income_and_spending_that_differ_are_told_apart():
    disclosure = build_disclosure()
    Summary.objects.filter(disclosure=disclosure, item="expenditure_this_year").update(amount=Decimal(12000000))
    Income.objects.filter(disclosure=disclosure, code="").update(fiscal_appropriation=Decimal(6310400))
    assert text(front(disclosure).opening).startswith(
        "全年收入 1,262.08 万元，支出 1,200.00 万元。收入中财政拨款 631.04 万元（50.00%）。"
    )


def test_a_sentence_whose_figures_are_missing_is_left_out():
    disclosure = build_disclosure()
    for model in (Summary, Income, Expenditure):
        model.objects.filter(disclosure=disclosure).delete()
    page = front(disclosure)
    assert page.opening == ()
    assert page.hundred == ()
    assert {figure.title for figure in page.figures} == {"“三公”经费", "绩效自评"}


def test_a_disclosure_of_nothing_has_a_front_page(client):
    disclosure = build_disclosure()
    for model in (*statements_in(2023).values(), StatementHead, PerformanceForm):
        model.objects.filter(disclosure=disclosure).delete()
    workflow.submit(disclosure)
    workflow.publish(disclosure)
    page = client.get("/units/210400-011001/2023/").content.decode()
    assert page.count("空表") == len(statements_in(2023))
    assert "每 100 元" not in page
    for number in statements_in(2023):
        assert client.get(f"/units/210400-011001/2023/tables/{number}/").status_code == 200


def test_the_key_figures_are_those_that_the_document_prints():
    assert figures(build_disclosure()) == {
        "本年支出": ("1,262.08", "万元", "项目支出占 50.34%"),
        "“三公”经费": ("4.24", "万元", "预算 5.00，花了预算的 84.80%"),
        "绩效自评": ("99.46", "分", "项目 99.6 分"),
    }


def test_more_than_planned_is_marked_and_a_budget_of_nothing_is_no_divisor():
    disclosure = build_disclosure()
    total = ThreePublicExpenses.objects.filter(disclosure=disclosure, code="total")
    for budget, note, is_over in (("1", "花了预算的", True), ("0", "预算 0.00", True), (None, "没有印预算数", False)):
        total.update(initial_budget=budget and Decimal(budget) * 10000)
        figure = next(one for one in front(disclosure).figures if one.title == "“三公”经费")
        assert note in figure.note
        assert figure.is_over is is_over


def test_of_100_yuan_the_classes_come_by_size_each_with_its_colour():
    shares = front(build_disclosure()).hundred
    assert [(share.title, share.text, share.percent, share.series, share.offset) for share in shares] == [
        ("一般公共服务支出", "1,083.57", Decimal("85.86"), "s1", Decimal(0)),
        ("社会保障和就业支出", "178.51", Decimal("14.14"), "s2", Decimal("85.86")),
    ]
    assert shares[1].href == "/units/210400-011001/2023/tables/03/?code=208"


def test_many_small_classes_are_shown_as_one():
    disclosure = build_disclosure()
    Expenditure.objects.bulk_create(
        Expenditure(disclosure=disclosure, code=str(code), position=code, total_expenditure=Decimal(code))
        for code in range(220, 230)
    )
    shares = front(disclosure).hundred
    assert len(shares) == 6
    assert (shares[-1].title, shares[-1].series, shares[-1].text) == ("其他 7 类", "s6", "")


def test_money_comes_from_sources_and_goes_to_kinds_of_spending():
    flow = front(build_disclosure()).flow
    assert [(share.title, share.text) for share in flow.sources] == [("财政拨款收入", "1,262.08")]
    assert [(share.title, share.text, share.percent) for share in flow.uses] == [
        ("项目支出", "635.36", Decimal("50.34")),
        ("基本支出", "626.72", Decimal("49.66")),
        ("人员经费", "505.60", Decimal("40.06")),
        ("公用经费", "121.12", Decimal("9.60")),
    ]


def test_the_contents_name_the_figure_that_each_table_comes_down_to():
    entries = front(build_disclosure()).contents
    assert [(entry.number, entry.headline and entry.headline.text) for entry in entries] == [
        ("01", "1,262.08"), ("02", "1,262.08"), ("03", "1,262.08"), ("04", "1,262.08"), ("05", "1,262.08"),
        ("06", "626.72"), ("07", "4.24"), ("08", None), ("09", None),
    ]  # fmt: skip


def test_a_figure_is_printed_in_the_unit_of_its_own_table():
    disclosure = build_disclosure()
    StatementHead.objects.filter(disclosure=disclosure, number="07").update(amount_unit="元")
    assert figures(disclosure)["“三公”经费"][:2] == ("42,400.00", "元")


def test_the_units_that_published_last_stand_on_the_front_door_with_their_years_and_spending(client, published_2023):
    published_disclosure(year=2022, amount_unit="元")
    page = client.get("/").content.decode()
    assert "1 个单位" in page
    assert "2 份决算" in page
    assert page.count('<th class="name" scope="row">') == 1
    assert page.index(f'href="{FRONT}2023/">2023<') < page.index(f'href="{FRONT}2022/">2022<')
    assert "最近一年支出（万元）" in page
    assert re.search(r">\s*1,262.08\s*<small>", page)


def test_the_front_door_lists_all_amounts_in_one_unit_and_says_what_was_converted(client, published_2023):
    assert "换算" not in client.get("/").content.decode()
    published_disclosure(unit_code="011002", amount_unit="元")
    page = client.get("/").content.decode()
    rows = re.findall(r'data-title="2023 年支出（万元）">\s*(.*?)<small>', page)
    assert rows == ["0.13", "1,262.08"]
    assert "有的决算原文用别的单位，这里都换算成万元。" in page


def test_the_front_door_says_what_the_units_of_the_fullest_year_spent_on_together(client, published_2023):
    published_disclosure(unit_code="011002")
    published_disclosure(year=2024)
    page = client.get("/").content.decode()
    assert "2023 年，每 100 元花在哪里" in page
    assert "2 份决算相加" in page
    assert '<a href="/codes/function/201/">一般公共服务支出</a> <small>2,167.14 万元</small>' in page


def test_a_year_that_has_only_begun_does_not_stand_for_the_codes(client, published_2023):
    published_disclosure(unit_code="011002")
    published_disclosure(year=2024)
    page = client.get("/codes/").content.decode()
    assert 'href="/codes/" aria-current="true">2023 年</a>' in page
    assert "2,167.14" in page


def told(text: str):
    """A disclosure whose text says this of its spending."""
    disclosure = build_disclosure()
    for position, (level, words) in enumerate(((2, "一、收入支出决算总体情况说明"), (0, text)), start=500):
        Paragraph.objects.create(
            disclosure=disclosure, position=position, chapter=Chapter.EXPLANATION, level=level, text=words
        )
    return disclosure


PROJECTS = "项目支出 635.36 万元。主要包括维稳经费 122.18 万元；救助资金 {} 万元；培训费 5.36 万元等业务支出。"


def flows(disclosure) -> list[tuple[str, str]]:
    """What project expenditure goes to in the picture."""
    year, found, report = load_all_tables(disclosure), links.of(disclosure), report_of(disclosure)
    flow = money_flow(year, found, named_projects(year, report, found))
    return [(band.target.title, band.text) for band in flow.bands if band.source.title == "项目支出"]


def test_projects_that_the_text_names_are_drawn_where_they_add_up():
    disclosure = told(PROJECTS.format("507.82"))
    assert flows(disclosure) == [("救助资金", "507.82"), ("维稳经费", "122.18"), ("培训费", "5.36")]
    assert front(disclosure).names_projects


def test_projects_that_do_not_add_up_leave_the_picture_to_the_table():
    disclosure = told(PROJECTS.format("500.00"))
    assert flows(disclosure) == [("信访事务", "635.36")]
    assert not front(disclosure).names_projects


def test_more_or_less_than_last_year_is_said_where_the_text_says_it():
    disclosure = told("支出总计 1,262.08 万元。与上年相比，支出减少 331.83 万元，降低 20.82%。")
    page = front(disclosure)
    assert "都是 1,262.08 万元。支出比上年少 331.83 万元（−20.82%）。钱全部来自" in text(page.opening)
    assert figures(disclosure)["本年支出"] == ("1,262.08", "万元", "比上年少 20.82%")
    (link,) = (phrase.href for phrase in page.opening if phrase.text == "331.83 万元")
    assert link == "/units/210400-011001/2023/narrative/#p501.28"


def test_a_rise_of_fiscal_spending_is_said_of_fiscal_spending_alone():
    disclosure = told("与上年相比，财政拨款支出增加12620元。")
    assert "财政拨款支出比上年多 1.262 万元。" in text(front(disclosure).opening)
    assert figures(disclosure)["本年支出"][2] == "项目支出占 50.34%"


def test_no_change_is_said_in_words():
    assert "支出和上年一样多。" in text(front(told("与上年相比，支出增加 0.00 万元，增长 0.00%。")).opening)


def test_a_change_that_the_checks_contradict_is_a_finding_and_no_answer():
    page = front(told("支出总计 1,262.08 万元。与上年相比，支出减少 331.83 万元，降低 30.82%。"))
    assert "30.82" not in text(page.opening)
