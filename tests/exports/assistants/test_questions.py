"""Questions that citizens ask, answered through the tools by the SDK's own client: right figures, lasting addresses."""

import io
import json
from typing import Any

import pytest
from django.core.management import call_command
from mcp import Client

from disclosures.exports.assistants.asking import MOST
from disclosures.exports.assistants.server import server_at
from disclosures.exports.assistants.tools import FINDS
from disclosures.publication import workflow
from disclosures.statements.models import PerformanceForm, PerformanceIndicator
from tests.building import build_disclosure, published_disclosure, published_with_a_long_table
from tests.exports.assistants.questions import PAGES, QUESTIONS, SAMPLE, SITE, UNIT, said_at
from tests.exports.assistants.running import answered

pytestmark = pytest.mark.django_db


@pytest.fixture
def sample(settings):
    """The first real disclosure, published."""
    call_command("load_codes", stdout=io.StringIO())
    call_command(
        "import_document", settings.BASE_DIR / SAMPLE, unit=UNIT, year=2023, publish=True, stdout=io.StringIO()
    )


def asked(tool: str, **given: Any) -> dict[str, Any]:
    """The answer of a tool; a refusal is {"refused": its sentence}."""

    async def ask() -> Any:
        async with Client(server_at(SITE)) as client:
            return await client.call_tool(tool, given)

    result = answered(ask)
    text = result.content[0].text
    return {"refused": text} if result.is_error else json.loads(text)


def test_there_are_tools_for_what_citizens_ask_and_none_that_writes():
    async def ask() -> Any:
        async with Client(server_at(SITE)) as client:
            return (await client.list_tools()).tools

    tools = answered(ask)
    assert {"find_unit", "read_table", "follow_code", "compare", "findings", "cite_cell"} <= {t.name for t in tools}
    assert all(tool.annotations.read_only_hint for tool in tools)
    assert all(tool.description for tool in tools)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.words)
def test_a_figure_is_answered_with_its_address(sample, question):
    assert question.figure in said_at(asked(question.tool, **question.given), question.address)


def test_whose_accounts_are_these(sample):
    unit = asked("find_unit", name="信访局")["units"][0]
    assert (unit["key"], unit["years"]) == (UNIT, [2023])
    assert unit["address"] == f"{SITE}/units/{UNIT}/"


def test_a_question_in_words_is_answered_as_the_site_does(sample):
    found = asked("search", question="抚顺市信访局 2023 公务接待费")
    first = found["finds"][0]
    assert (first["is_answer"], first["revision"]) == (True, 1)
    assert (first["figures"][0]["printed"], first["figures"][0]["amount"]) == ("4.24", "42400.00")
    assert first["address"] == f"{PAGES}tables/07/#official_reception.2"
    assert len(found["finds"]) <= FINDS


def test_which_code_is_it(sample):
    codes = asked("find_code", name="基本养老保险缴费")["codes"]
    assert {("function", "2080505"), ("economic", "30108")} <= {(code["scheme"], code["code"]) for code in codes}


def test_is_it_consistent(sample):
    answer = asked("findings", unit=UNIT, year=2023)
    first = answer["findings"][0]
    assert answer["count"] == len(answer["findings"]) > 0
    assert first["left"]["printed"]
    assert first["address"].startswith(f"{PAGES}checks/#f-")


def test_what_does_a_word_mean(sample):
    term = asked("explain", term="基本支出")["terms"][0]
    assert term["unit"] == UNIT
    assert "基本支出" in term["name"]


def test_what_does_the_text_say_of_receptions(sample):
    answer = asked("read_text", unit=UNIT, year="2023", about="公务接待费")
    assert "4.24" in "".join(paragraph["text"] for paragraph in answer["paragraphs"])
    assert all(paragraph["address"].startswith(f"{PAGES}narrative/#p") for paragraph in answer["paragraphs"])


def test_which_aims_were_missed(sample):
    answer = asked("indicators", unit=UNIT, year=2023, which="lost")
    assert answer["count"] == len(answer["indicators"]) > 0
    assert all(item["address"].startswith(f"{PAGES}performance/") for item in answer["indicators"])


def test_a_cell_is_cited_with_its_revision_and_lasting_address(sample):
    answer = asked("cite_cell", unit=UNIT, year="2023", table="07", row="official_reception", column="actual")
    assert answer["printed"] == "4.24"
    assert "4.24 万元，第 1 版" in answer["citation"]
    assert answer["citation"].endswith(f"{PAGES}tables/07/#official_reception.{answer['address'].rpartition('.')[2]}")


REFUSED = [
    ("search", {"question": "登月"}, "没有找到"),
    ("search", {"question": "，"}, "没有可以找的字"),
    ("find_unit", {"name": "教育局"}, "没有"),
    ("read_table", {"unit": UNIT, "year": "2019", "table": "03"}, "公开了 2023 年度的"),
    ("read_table", {"unit": "110000-9", "year": "2023", "table": "03"}, "find_unit"),
    ("read_table", {"unit": UNIT, "year": "2023", "table": "03", "code": "2050101"}, "没有科目 2050101"),
    ("read_table", {"unit": UNIT, "year": "now", "table": "03"}, "公开了 2023 年度的"),
    ("cite_cell", {"unit": UNIT, "year": "2023", "table": "07", "row": "planes", "column": "actual"}, "没有这一格"),
    ("follow_code", {"code": "2050101"}, "没有单位"),
    ("compare", {"units": ["110000-1", "110000-2"], "year": 2023, "table": "03"}, "没有这个数"),
    ("read_text", {"unit": UNIT, "year": "2023", "about": "登月"}, "没有“登月”"),
    ("explain", {"term": "登月"}, "没有"),
]


@pytest.mark.parametrize(("tool", "given", "sentence"), REFUSED, ids=lambda v: str(v)[:20])
def test_what_the_data_cannot_answer_is_said_in_a_sentence(sample, tool, given, sentence):
    assert sentence in asked(tool, **given)["refused"]


def test_a_long_table_hides_no_total_of_another_unit(db):
    published_with_a_long_table(MOST + 50)
    published_disclosure(unit_code="011002", unit_name="另一个单位")
    answer = asked("compare", units=[UNIT, "210400-011002"], year=2023, table="03")
    assert answer["missing"] == []
    assert [line["figures"][0]["printed"] for line in answer["lines"]] == ["1,262.08", "1,262.08"]


def test_a_cut_list_says_how_many_there_are(db):
    disclosure = build_disclosure()
    form = PerformanceForm.objects.filter(disclosure=disclosure).first()
    PerformanceIndicator.objects.bulk_create(
        PerformanceIndicator(disclosure=disclosure, form=form, position=1000 + n, level1="产出", name=f"指标 {n}")
        for n in range(MOST + 50)
    )
    workflow.submit(disclosure)
    workflow.publish(disclosure)
    there = PerformanceIndicator.objects.filter(disclosure=disclosure).count()
    answer = asked("indicators", unit=UNIT, year=2023)
    assert (len(answer["indicators"]), answer["count"], answer["is_cut"]) == (MOST, there, True)
    assert f"共 {there} 条" in answer["note"]


def test_many_findings_are_counted(sample, monkeypatch):
    whole = asked("findings", unit=UNIT, year=2023)
    assert (whole["count"], whole["is_cut"]) == (len(whole["findings"]), False)
    monkeypatch.setattr("disclosures.exports.assistants.asking.MOST", 10)
    cut = asked("findings", unit=UNIT, year=2023)
    assert (len(cut["findings"]), cut["count"], cut["is_cut"]) == (10, whole["count"], True)
