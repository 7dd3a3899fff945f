"""Small made-up files, each with one thing that real documents do: what is read is what a person sees in them."""

import json
from pathlib import Path

import pytest

from disclosures.amounts import AmountUnit, parse_amount
from disclosures.intake.reading import Reading, read_disclosure
from disclosures.intake.report import as_data

TRIED = Path(__file__).parents[1] / "documents" / "tried"
RIGHT = [json.loads(line) for line in (TRIED / "right.jsonl").read_text(encoding="utf-8").splitlines()]
COLUMNS = ("total_expenditure", "basic_expenditure", "project_expenditure")


def table_03(reading: Reading) -> dict[str, list]:
    """Amounts in 元 of every row of 公开03, by code; the total under 合计."""
    lines = reading.statements["03"].lines
    rows = {line.code or "合计": [getattr(line, column) for column in COLUMNS] for line in lines}
    assert len(rows) == len(lines)
    return rows


@pytest.mark.parametrize(("name", "right"), [(one["file"], one) for one in RIGHT], ids=[one["file"] for one in RIGHT])
def test_what_a_person_sees_is_read(name, right):
    reading = read_disclosure(TRIED / name)
    if "or" in right and reading.ledger.has_fatal:
        return
    assert not reading.ledger.has_fatal, reading.ledger.problems
    wanted = {
        code: [parse_amount(figure, AmountUnit.WAN) if figure else None for figure in figures]
        for code, figures in right["03"].items()
    }
    assert table_03(reading) == wanted


@pytest.mark.parametrize("name", ["xlsx_percent_cells.xlsx"])
def test_a_percent_cell_is_what_its_format_shows(name):
    (form,) = as_data(read_disclosure(TRIED / name))["performance"]
    indicators = {one["name"]: one for one in form["indicators"]}
    assert form["execution_rate"] == "99.97%"
    rate = indicators["报告合格率"]
    assert (rate["target"], rate["unit"], rate["actual"]) == ("100", "%", "95%")
    assert indicators["公众满意度"]["actual"] == "95.5%"


@pytest.mark.parametrize("name", ["txt_heading_and_paragraph_lines.txt"])
def test_a_heading_on_its_own_line_is_a_heading(name):
    texts = [paragraph.text for paragraph in read_disclosure(TRIED / name).paragraphs]
    assert {"一、收入支出决算总体情况说明", "二、收入决算情况说明"} <= set(texts)


@pytest.mark.parametrize("name", ["p_split_row2.pdf"])
def test_a_row_that_the_page_breaks_is_one_row(name):
    reading = read_disclosure(TRIED / name)
    lines = {line.code: line for line in reading.statements["03"].lines}
    assert [str(amount) for amount in table_03(reading)["2010301"][:2]] == ["6267200.00", "6267200.00"]
    assert lines["2010301"].name == "行政运行"
    assert not reading.ledger.has_fatal
    assert not [one for one in reading.ledger.unread() if "626.72" in one.text]


@pytest.mark.parametrize("name", ["gbk.csv"])
def test_a_csv_in_gb18030_is_read_as_a_workbook_is(name):
    rows = table_03(read_disclosure(TRIED / name))
    assert list(rows) == ["合计", "201", "20103", "2010301", "2010308"]
    assert [str(amount) for amount in rows["合计"]] == ["12620800.00", "6267200.00", "6353600.00"]
