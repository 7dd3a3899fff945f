"""Questions that citizens ask, answered through the tools by the SDK's own client: right figures, lasting addresses."""

import io
import json
from typing import Any

import pytest
from django.core.management import call_command
from mcp import Client

from disclosures.exports.assistants.server import server_at
from tests.exports.assistants.running import answered

pytestmark = pytest.mark.django_db

SITE = "https://accounts.example"
SAMPLE = "fixtures/fushun-petition-office-2023.txt"
UNIT = "210400-011001"
PAGES = f"{SITE}/units/{UNIT}/2023.r1/"


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


def figure(answer: dict, row: str, column: str) -> dict:
    line = next(line for line in answer["lines"] if row in (line.get("code"), line.get("row")))
    return next(figure for figure in line["figures"] if figure["column"] == column)


def told(answer: dict, row: str, column: str) -> tuple[str | None, str]:
    """The figure as printed, and its address."""
    found = figure(answer, row, column)
    return found["printed"], found["address"]


def test_there_are_tools_for_what_citizens_ask_and_none_that_writes():
    async def ask() -> Any:
        async with Client(server_at(SITE)) as client:
            return (await client.list_tools()).tools

    tools = answered(ask)
    assert {"find_unit", "read_table", "follow_code", "compare", "findings", "cite_cell"} <= {t.name for t in tools}
    assert all(tool.annotations.read_only_hint for tool in tools)
    assert all(tool.description for tool in tools)


# What a citizen asks, the tool that a model would call, and what the answer must hold.
QUESTIONS = [
    ("信访局 2023 年一共花了多少？", "read_table", {"table": "03"}, "total", "total_expenditure", "1,262.08"),
    ("其中项目支出是多少？", "read_table", {"table": "03"}, "total", "project_expenditure", "635.36"),
    ("信访事务花了多少？", "read_table", {"table": "03", "code": "2010308"}, "2010308", "total_expenditure", "635.36"),
    ("交了多少基本养老保险？", "read_table", {"table": "05", "code": "2080505"}, "2080505", "total", "48.03"),
    ("发了多少基本工资？", "read_table", {"table": "06", "code": "30101"}, "30101", "amount", "132.03"),
    ("公用经费是多少？", "read_table", {"table": "06"}, "operating", "amount", "121.12"),
    ("请客花了多少？", "read_table", {"table": "07"}, "official_reception", "actual", "4.24"),
    ("接待费的预算是多少？", "read_table", {"table": "07"}, "official_reception", "initial_budget", None),
    ("养车花了多少？", "read_table", {"table": "07"}, "vehicle_operation", "actual", "3.00"),
]


@pytest.mark.parametrize(
    ("question", "tool", "given", "row", "column", "printed"), QUESTIONS, ids=range(len(QUESTIONS))
)
def test_a_figure_is_answered_with_its_address(sample, question, tool, given, row, column, printed):
    found, address = told(asked(tool, unit=UNIT, year="2023", **given), row, column)
    assert found == printed, question
    assert address.startswith(f"{PAGES}tables/{given['table']}/#{row}.")


def test_whose_accounts_are_these(sample):
    unit = asked("find_unit", name="信访局")["units"][0]
    assert (unit["key"], unit["years"]) == (UNIT, [2023])
    assert unit["address"] == f"{SITE}/units/{UNIT}/"


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


def test_a_code_is_followed_over_the_years_and_ranked(sample):
    assert asked("follow_code", code="208")["years"][0]["amount"] == "1158000.00"
    assert asked("follow_code", code="208", unit=UNIT)["years"][0]["figures"][0]["printed"] == "115.80"
    assert asked("rank", code="208", year=2023)["ranks"][0]["rank"] == 1


def test_a_cell_is_cited_with_its_revision_and_lasting_address(sample):
    answer = asked("cite_cell", unit=UNIT, year="2023", table="07", row="official_reception", column="actual")
    assert answer["printed"] == "4.24"
    assert "4.24 万元，第 1 版" in answer["citation"]
    assert answer["citation"].endswith(f"{PAGES}tables/07/#official_reception.{answer['address'].rpartition('.')[2]}")


REFUSED = [
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
