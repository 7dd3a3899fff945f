"""What a code is called: by the list of a year, by the documents that print it, and what a page tells of both."""

import re

import pytest

from disclosures.publication import workflow
from tests.answers import public_page
from tests.building import build_disclosure

pytestmark = pytest.mark.django_db


def history(client, code: str, scheme: str = "function") -> list[str]:
    """The notes of a code's page about its names, without their links."""
    section = (
        public_page(client, f"/codes/{scheme}/{code}/").partition("名称和编码的变化</h2>")[2].partition("</ul>")[0]
    )
    return ["".join(re.sub(r"<[^>]*>", "", note).split()) for note in re.findall(r"<li>(.*?)</li>", section, re.DOTALL)]


@pytest.mark.parametrize(
    ("code", "notes"),
    [
        (
            "2111101",
            [
                "2007–2008年叫“环境监测与信息”。",
                "2025年有公开文件在这个编码下印“减排专项支出”，它的编码是2111103。",
            ],
        ),
        ("2101101", ["这个名称在2007–2008年的编码是2100401。"]),
        ("2100401", ["这个名称现在的编码是2101101。"]),
        ("210", ["2007–2008年叫“医疗卫生”。", "以前叫“医疗卫生与计划生育支出”。"]),
        ("20805", ["2007–2008年叫“行政事业单位离退休”。"]),
        ("2080501", ["以前叫“归口管理的行政单位离退休”。"]),
        ("2010308", ["2024年起，公开文件里另有相近的20139。"]),
        ("20139", ["2024年起见于公开文件；相近的还有2010308。"]),
        ("22198", ["2025年见于政府性基金预算的表；这种表里可以有任何一类的科目。"]),
        ("2010301", []),
    ],
)
def test_a_code_tells_what_it_was_called_and_where_that_went(code, notes, client, code_lists):
    assert [note for note in history(client, code) if "行政单位离退休" not in note or "归口" in note] == notes


def test_a_name_of_2007_is_none_of_today(client, code_lists):
    assert "2007–2008 年" in public_page(client, "/codes/function/2111104/")
    assert "2111104" not in public_page(client, "/codes/function/21111/")
    assert "2111104" not in public_page(client, "/search/?q=清洁生产专项支出")


def test_a_name_that_contradicts_is_told_with_the_unit_that_prints_it(client, code_lists, published_2023):
    page = "/codes/function/2111101/"
    assert "个单位在这个编码下印" not in public_page(client, page)
    etag = client.get(page)["ETag"]
    draft = build_disclosure(unit_code="011002", unit_name="乙局", year=2025)
    for number in ("02", "03", "05"):
        draft.lines(number).filter(code="2010308").update(
            code="2111101", name="减排专项支出", printed_name="减排专项支出"
        )
    workflow.submit(draft)
    workflow.publish(draft)
    assert client.get(page, headers={"if-none-match": etag}).status_code == 200
    answer = "".join(public_page(client, page).split())
    assert "有1个单位在这个编码下印“减排专项支出”（最近是2025年）；这个编码的名称是“生态环境监测与信息”" in answer
    assert '<ahref="/codes/function/2111103/">2111103</a>' in answer
    assert '印的单位：<ahref="/units/210400-011002/">乙局</a>' in answer
    workflow.withdraw(draft, "有误")
    assert "个单位在这个编码下印" not in public_page(client, page)


def test_nothing_is_said_of_names_that_agree(client, code_lists, published_2023):
    for code in ("201", "2010308", "2080505"):
        assert 'class="notice"' not in public_page(client, f"/codes/function/{code}/")
