"""The page of one table: what it says, its tools, its addresses, and how blank differs from zero."""

import re

import pytest

from disclosures.publication import workflow
from disclosures.statements.models import Expenditure, SourceDocument
from tests.building import build_disclosure, published_disclosure
from tests.once import once

pytestmark = pytest.mark.django_db

TABLES = "/units/210400-011001/2023/tables/"


def page(client, path: str) -> str:
    response = client.get(TABLES + path)
    assert response.status_code == 200
    return response.content.decode()


def lead(text: str) -> str:
    return re.sub(r"<[^>]+>", "", re.search(r'<p class="lead">(.*?)</p>', text, re.DOTALL)[1]).strip()


def cell(text: str, anchor: str) -> str:
    return re.search(rf'<td class="num" id="{re.escape(anchor)}">(.*?)</td>', text, re.DOTALL)[1]


def figure(text: str, anchor: str) -> str:
    """The figure with that address, which is a link to itself."""
    return re.fullmatch(rf'<a href="#{re.escape(anchor)}" tabindex="-1">(.*)</a>', cell(text, anchor))[1]


def rows(text: str) -> list[str]:
    return re.findall(r'<tr id="([^"]+)"', text)


@once(autouse=True)
def published():
    return published_disclosure()


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("01/", "收入总计 1,262.08 万元，支出总计 1,262.08 万元。"),
        (
            "02/",
            "本年收入合计 1,262.08 万元：财政拨款收入 1,262.08 万元（100.00%）。"
            "最大的一项是 2010308 信访事务，635.36 万元。",
        ),
        (
            "03/",
            "本年支出合计 1,262.08 万元：基本支出 626.72 万元（49.66%），项目支出 635.36 万元（50.34%）。"
            "最大的一项是 2010308 信访事务，635.36 万元。",
        ),
        ("03/?code=208", "208 社会保障和就业支出：本年支出合计 178.51 万元，占全表合计的 14.14%。"),
        (
            "03/?code=2010308",
            "2010308 信访事务：本年支出合计 635.36 万元，占 20103 政府办公厅（室）及相关机构事务的 58.64%，"
            "占全表合计的 50.34%。",
        ),
        (
            "06/",
            "人员经费合计 505.60 万元（80.67%），公用经费合计 121.12 万元（19.33%）。"
            "最大的一项是 30101 基本工资，305.60 万元。",
        ),
        (
            "07/",
            "全年花了 4.24 万元，预算是 5.00 万元，花了预算的 84.80%。"
            "公务接待费花了 4.24 万元，没有年初预算（预算栏空白）。",
        ),
        ("08/", "这张表是空的。原文说明：“本表为空，我部门本年度无此类资金收支余。”"),
    ],
)
def test_a_plain_sentence_says_what_the_table_comes_down_to(client, path, sentence):
    assert lead(page(client, path)) == sentence


def test_blank_is_a_dot_that_is_read_out_and_zero_is_a_figure(client):
    blank = cell(page(client, "03/"), "2010301.3")
    assert '<span class="blank" aria-hidden="true">·</span><span class="sr">空白</span>' in blank
    assert figure(page(client, "05/"), "2010301.3") == "0.00"


@pytest.mark.parametrize(
    ("path", "anchor", "text"),
    [
        ("01/", "58.2", "1,262.08"),
        ("03/", "2080505.2", "178.51"),
        ("04/", "59.3", "1,262.08"),
        ("06/", "30101.amount", "305.60"),
        ("07/", "total.2", "4.24"),
    ],
)
def test_every_figure_has_an_address_and_leads_to_it(client, path, anchor, text):
    assert figure(page(client, path), anchor) == text


def test_totals_below_the_panels_have_addresses_too(client):
    text = page(client, "06/").partition('<div id="staff">')[2]
    assert re.match(
        r'\s*<dt>人员经费合计</dt>\s*<dd id="staff.amount">\s*<a href="#staff.amount" tabindex="-1">505.60</a>\s*</dd>',
        text,
    )


def test_focus_shows_the_code_with_its_path_and_leads_back(client):
    text = page(client, "03/?code=20805")
    assert rows(text) == ["total", "208", "20805", "2080505"]
    assert f'<a href="{TABLES}03/?code=208">社会保障和就业支出</a>' in text
    assert f'<a href="{TABLES}03/">看全表</a>' in text


def test_a_focus_says_what_each_row_is_of_the_one_above_it(client):
    text = page(client, "03/?code=201")
    assert "占上级</th>" in text
    shares = dict(re.findall(r'<tr id="(\d+)".*?<td class="num share">([\d.]+%)</td>', text, re.DOTALL))
    assert shares == {"201": "85.86%", "20103": "100.00%", "2010301": "41.36%", "2010308": "58.64%"}
    assert "占上级" not in page(client, "03/")


def test_fold_signs_are_links_to_the_same_table(client):
    assert f'href="{TABLES}03/?fold=201#201"' in page(client, "03/")
    closed = page(client, "03/?fold=201")
    assert rows(closed) == ["total", "201", "208", "20805", "2080505"]
    assert f'href="{TABLES}03/#201"' in closed


def test_the_tools_say_what_is_shown(client):
    text = page(client, "03/?unit=yuan&level=class&columns=all")
    current = re.findall(r'aria-current="true">([^<]+)</a>', text)
    assert current == ["元", "类", "按科目编码", "全部列"]
    assert " · 2023 年度 · 金额单位：元</span>" in text
    assert "（原文是万元，这里是换算）" in text
    assert figure(text, "201.1") == "10,835,700.00"


def test_the_order_is_a_tool_for_what_the_table_adds_up(client):
    text = page(client, "03/")
    assert f'<a href="{TABLES}03/" aria-current="true">按科目编码</a>' in text
    assert f'<a href="{TABLES}03/?sort=total_expenditure">从多到少</a>' in text
    text = page(client, "03/?sort=total_expenditure")
    assert f'<a href="{TABLES}03/?sort=total_expenditure" aria-current="true">从多到少</a>' in text
    assert rows(text) == ["total", "201", "20103", "2010308", "2010301", "208", "20805", "2080505"]


def test_an_order_by_another_column_is_named_among_the_tools(client):
    text = page(client, "03/?sort=basic_expenditure")
    address = f"{TABLES}03/?sort=basic_expenditure"
    assert f'<a href="{address}" aria-current="true">按“基本支出”</a>' in text
    assert "按“基本支出”</a>" not in page(client, "03/")


def head(text: str) -> list[tuple[str, str]]:
    """Attributes and content of the last row of the head."""
    last = re.findall(r"<tr[^>]*>(.*?)</tr>", text.partition("</thead>")[0], re.DOTALL)[-1]
    return re.findall(r"<th ([^>]*)>(.*?)</th>", last, re.DOTALL)


def test_each_column_number_leads_to_that_column_largest_first(client):
    [_, *numbers] = head(page(client, "03/?unit=yuan&columns=all"))
    links = [re.search(r'href="([^"]+)">(\d)<span class="sr"> (.*)</span>', content) for _, content in numbers]
    address = f"{TABLES}03/?unit=yuan&amp;columns=all&amp;sort=project_expenditure"
    assert links[2].groups() == (address, "3", "按“项目支出”从多到少排")
    assert [link is not None for link in links] == [True, True, True, False, False, False]  # three hold no figure
    assert not any("aria-sort" in attributes for attributes, _ in numbers)


def test_the_head_says_by_which_column_the_rows_stand_and_leads_back(client):
    numbers = head(page(client, "03/?sort=project_expenditure"))
    assert [('aria-sort="descending"' in attributes) for attributes, _ in numbers] == [False, False, False, True]
    assert f'href="{TABLES}03/">3<span class="sr"> 改回按科目编码</span>' in numbers[-1][1]


def test_each_panel_of_economic_codes_says_that_it_stands_by_its_amounts(client):
    text = page(client, "06/?sort=amount")
    assert text.count("aria-sort") == text.count('<table class="form')
    assert "sort-amount" not in text  # the form prints no number there; the tool is the way


@pytest.mark.parametrize("number", ["01", "04", "07"])
def test_a_table_with_rows_of_its_own_offers_no_order_and_falls_back(client, number):
    text = page(client, f"{number}/")
    assert "从多到少" not in text
    assert "sort" not in re.sub(r"<script[^>]*>", "", text)
    asked = page(client, f"{number}/?sort=amount")
    assert f'<link rel="canonical" href="{TABLES}{number}/">' in asked
    assert asked.partition("<main")[2] == text.partition("<main")[2]


def test_what_is_opened_and_focused_keeps_the_order(client):
    text = page(client, "03/?sort=project_expenditure")
    assert f'href="{TABLES}03/?fold=201&amp;sort=project_expenditure#201"' in text
    assert f'<a href="{TABLES}03/?code=201&amp;sort=project_expenditure">' in text
    assert f'href="{TABLES}03.xlsx?sort=project_expenditure"' in text
    assert rows(page(client, "03/?code=20103&sort=project_expenditure")) == [
        "total", "201", "20103", "2010308", "2010301",
    ]  # fmt: skip


def test_a_frame_on_another_site_shows_the_order_that_is_asked_for(client):
    text = page(client, "03/?sort=project_expenditure&embed=1")
    assert rows(text)[3:5] == ["2010308", "2010301"]
    pinned = TABLES.replace("2023/", "2023.r1/")
    assert f'<link rel="canonical" href="{pinned}03/?sort=project_expenditure">' in text


def test_files_are_the_table_as_it_is_shown(client):
    text = page(client, "03/?code=20805&unit=yuan")
    for suffix in ("csv", "xlsx", "json"):
        assert f'href="{TABLES}03.{suffix}?code=20805&amp;unit=yuan"' in text


@pytest.mark.parametrize(
    ("asked", "canonical"),
    [
        ("?code=999", ""),
        ("?unit=wan", ""),
        ("?level=item", ""),
        ("?rows=used", ""),  # no row of this table is blank
        ("?columns=all&code=201&code=208", "?code=208&amp;columns=all"),
    ],
)
def test_another_way_to_ask_names_the_canonical_address(client, asked, canonical):
    assert f'<link rel="canonical" href="{TABLES}03/{canonical}">' in page(client, "03/" + asked)


def test_a_canonical_address_names_no_other(client):
    assert "canonical" not in page(client, "03/?code=20805&level=class&fold=208&unit=yuan&columns=all")


def test_each_row_says_where_it_was_read_and_how_its_name_was_printed(client):
    disclosure = build_disclosure(year=2022)
    Expenditure.objects.filter(disclosure=disclosure, code="2080505").update(printed_name="机关事业单位基本养老保")
    workflow.submit(disclosure)
    workflow.publish(disclosure)
    text = client.get("/units/210400-011001/2022/tables/03/").content.decode()
    assert "公开03表第 8 行，原文印作“机关事业单位基本养老保”" in text


def test_a_place_in_a_text_leads_to_its_line_where_the_document_was_kept(client):
    disclosure = build_disclosure(year=2022)
    disclosure.source = SourceDocument.objects.create(
        name="a.txt", media_type="text/plain; charset=utf-8", sha256="0" * 64, content="一行".encode()
    )
    disclosure.save()
    Expenditure.objects.filter(disclosure=disclosure, code="201").update(place="第 98 行第 2 格")
    workflow.submit(disclosure)
    workflow.publish(disclosure)
    text = client.get("/units/210400-011001/2022/tables/03/").content.decode()
    assert '<a href="/units/210400-011001/2022/source/#L98">第 98 行第 2 格</a>' in text


def test_a_current_table_names_the_address_that_never_changes(client):
    pinned = "/units/210400-011001/2023.r1/tables/03/?code=201"
    assert f'<a href="{pinned}">固定链接</a>' in page(client, "03/?code=201")
    assert "固定链接" not in client.get(pinned).content.decode()


def test_notes_stand_below_the_table(client):
    assert '<p id="note1" lang="zh-Hans">注：本表反映部门本年度各项支出情况。</p>' in page(client, "03/")


def test_what_a_document_prints_is_never_markup(client):
    disclosure = build_disclosure(year=2022)
    Expenditure.objects.filter(disclosure=disclosure, code="201").update(name="<b>一般</b>")
    workflow.submit(disclosure)
    workflow.publish(disclosure)
    text = client.get("/units/210400-011001/2022/tables/03/").content.decode()
    assert "<b>一般" not in text
    assert "&lt;b&gt;一般" in text


def test_the_chart_stands_beside_a_single_list_above_other_forms_and_nowhere_without_figures(client):
    for path, place in (("03/", "beside"), ("03/?code=201", "beside"), ("07/", "beside"), ("01/", ""), ("06/", "")):
        text = page(client, path)
        assert text.count("data-chart=") == 1
        assert ('<div class="beside">' in text) is bool(place)
        assert (text.index("data-chart=") > text.index("<table")) is bool(place)
    assert "data-chart=" not in page(client, "08/")
