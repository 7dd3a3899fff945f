"""What was corrected: both values on an older revision's tables and front page, and the list of all changes."""

import re
from html import unescape

import pytest

from disclosures.publication import workflow
from disclosures.publication.current import public_revision
from disclosures.statements.models import Paragraph, PerformanceIndicator, Term
from tests.answers import public_page
from tests.building import published_disclosure

pytestmark = pytest.mark.django_db

UNIT = "/units/210400-011001/"


def set_figure(disclosure, number: str, code: str, column: str, text: str) -> None:
    line = disclosure.lines(number).get(code=code)
    line.set_printed(column, text, disclosure.precision)
    line.save()


def corrected(change) -> None:
    """A first revision, replaced by one that `change` was done to."""
    draft = workflow.revise(published_disclosure())
    draft.change_note = "录入有误。"
    draft.save()
    change(draft)
    workflow.submit(draft)
    workflow.publish(draft)


def one_figure(draft) -> None:
    set_figure(draft, "03", "2010301", "total_expenditure", "450.00")


def text_of(fragment: str) -> str:
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", fragment))).strip()


def cell(page: str, anchor: str) -> str:
    return text_of(re.search(rf'<td class="num" id="{re.escape(anchor)}">(.*?)</td>', page, re.DOTALL)[1])


def entries(page: str) -> list[list[str]]:
    """The rows of the lists of changes: where, before, after."""
    rows = re.findall(r"<tr>(.*?)</tr>", page.partition("<main")[2], re.DOTALL)
    cells = (re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL) for row in rows)
    return [[text_of(one) for one in row] for row in cells if len(row) == 3]


def test_an_older_table_shows_both_values_where_they_differ_and_nothing_elsewhere(client):
    corrected(one_figure)
    page = public_page(client, f"{UNIT}2023.r1/tables/03/")
    assert cell(page, "2010301.1") == "448.21第 2 版改为450.00"
    assert cell(page, "2010308.1") == "635.36"
    assert "有 1 处不同" in text_of(page)
    assert f'href="{UNIT}2023.r1/changes/"' in page
    assert "改为" not in public_page(client, f"{UNIT}2023.r1/tables/05/")
    assert "改为" not in public_page(client, f"{UNIT}2023/tables/03/")


def test_both_values_are_in_the_unit_that_is_asked_for(client):
    corrected(one_figure)
    page = public_page(client, f"{UNIT}2023.r1/tables/03/?unit=yuan")
    assert cell(page, "2010301.1") == "4,482,100.00第 2 版改为4,500,000.00"


def test_a_figure_that_was_blank_and_one_that_became_blank_are_said(client):
    def change(draft):
        set_figure(draft, "03", "2010301", "project_expenditure", "1.79")
        set_figure(draft, "03", "2010308", "project_expenditure", "")

    corrected(change)
    page = public_page(client, f"{UNIT}2023.r1/tables/03/")
    assert cell(page, "2010301.3") == "·空白第 2 版改为1.79"
    assert cell(page, "2010308.3") == "635.36第 2 版改为空白"


def test_a_total_below_the_panels_shows_both_values(client):
    corrected(lambda draft: set_figure(draft, "06", "staff", "amount", "500.00"))
    assert "505.60第 2 版改为500.00" in text_of(public_page(client, f"{UNIT}2023.r1/tables/06/"))


def test_rows_that_are_gone_and_new_rows_are_named(client):
    def change(draft):
        line = draft.lines("03").get(code="2080505")
        line.code, line.name = "2080506", "职业年金缴费支出"
        line.save()

    corrected(change)
    page = text_of(public_page(client, f"{UNIT}2023.r1/tables/03/"))
    assert "第 2 版没有这一行" in page
    assert "现行版多出：2080506 职业年金缴费支出" in page


def test_the_front_page_of_an_older_revision_lists_the_figures_that_differ(client):
    corrected(one_figure)
    page = public_page(client, f"{UNIT}2023.r1/")
    assert ["2010301 行政运行 本年支出合计", "448.21", "450.00"] in entries(page)
    assert "单位的更正说明：录入有误。" in page
    assert "看改了什么" in public_page(client, f"{UNIT}2023/")
    assert "看改了什么" in public_page(client, f"{UNIT}2023.r1/")
    assert "看改了什么" not in public_page(client, f"{UNIT}2023.r1/changes/")  # the reader is there


def test_the_list_of_changes_leads_to_both_places(client):
    def change(draft):
        one_figure(draft)
        Term.objects.filter(disclosure=draft, name="基本支出").update(definition="指为保障机构运转而发生的支出。")
        Paragraph.objects.filter(disclosure=draft, position=5).delete()
        PerformanceIndicator.objects.filter(disclosure=draft, name="接待批次").update(score="9.7")

    corrected(change)
    page = public_page(client, f"{UNIT}2023.r1/changes/")
    assert "有 4 处不同" in text_of(page)
    assert entries(page)[1:] == [
        ["2010301 行政运行 本年支出合计", "448.21", "450.00"],
        ["哪里", "第 1 版", "第 2 版"],
        ["文字", "2023年度收入总计1262.08万元，支出总计1262.08万元。", "没有"],
        ["哪里", "第 1 版", "第 2 版"],
        ["基本支出 解释", "指为保障机构正常运转而发生的支出。", "指为保障机构运转而发生的支出。"],
        ["哪里", "第 1 版", "第 2 版"],
        ["接待批次 得分", "9.6", "9.7"],
    ]
    for address in re.findall(r'<td[^>]*><a href="([^"]+)"', page):
        path, _, anchor = address.partition("#")
        assert f'id="{anchor}"' in client.get(path).content.decode(), address


def test_only_the_words_that_differ_are_marked(client):
    change = {"definition": "指为保障机构运转而发生的支出。"}
    corrected(lambda draft: Term.objects.filter(disclosure=draft, name="基本支出").update(**change))
    page = public_page(client, f"{UNIT}2023.r1/changes/")
    assert "指为保障机构<del>正常</del>运转而发生的支出。" in page
    assert "指为保障机构<ins></ins>运转而发生的支出。" in page


def test_of_long_words_that_stayed_only_the_nearest_are_repeated(client):
    def change(draft):
        text = "一" * 40 + "改" + "二" * 40
        Term.objects.filter(disclosure=draft, name="基本支出").update(definition=text)

    draft = workflow.revise(published_disclosure())
    change(draft)
    workflow.submit(draft)
    workflow.publish(draft)
    again = workflow.revise(draft)
    Term.objects.filter(disclosure=again, name="基本支出").update(definition="一" * 40 + "正" + "二" * 40)
    workflow.submit(again)
    workflow.publish(again)
    page = public_page(client, f"{UNIT}2023/changes/")
    assert f">…{'一' * 24}<del>改</del>{'二' * 24}…<" in page


def test_the_current_revision_lists_what_it_corrected(client):
    corrected(one_figure)
    old, new = (public_page(client, f"{UNIT}{edition}/changes/") for edition in ("2023.r1", "2023"))
    assert entries(old) == entries(new)


def test_changes_are_counted_from_the_revision_to_the_current_one(client):
    corrected(one_figure)
    corrected_again = workflow.revise(published_revision())
    set_figure(corrected_again, "03", "2010301", "total_expenditure", "451.00")
    workflow.submit(corrected_again)
    workflow.publish(corrected_again)
    values = [entries(public_page(client, f"{UNIT}2023.r{number}/changes/"))[1][1:] for number in (1, 2, 3)]
    assert values == [["448.21", "451.00"], ["450.00", "451.00"], ["450.00", "451.00"]]


def published_revision():

    return public_revision("210400", "011001", 2023)


def test_without_a_counterpart_the_page_says_why(client, published_2023):
    assert "还没有更正过" in public_page(client, f"{UNIT}2023/changes/")
    workflow.withdraw(published_2023, "有误")
    assert "没有现行的版本可以对照" in public_page(client, f"{UNIT}2023.r1/changes/")


def test_an_older_revision_takes_as_many_queries_however_much_was_changed(client, django_assert_num_queries):
    def change(draft):
        for line in draft.lines("03"):
            set_figure(draft, "03", line.code, "total_expenditure", "1.00")

    corrected(change)
    for path, queries in (("tables/03/", 10), ("changes/", 38), ("", 54)):
        with django_assert_num_queries(queries, info=path):
            assert client.get(f"{UNIT}2023.r1/{path}").status_code == 200
