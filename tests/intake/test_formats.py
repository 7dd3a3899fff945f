"""One disclosure reads the same from every format; a real one of another city; a blank form."""

import json
from pathlib import Path

import pytest
from django.core.management import call_command

from disclosures.intake.reading import read_disclosure
from disclosures.intake.report import as_data
from tests.intake.shown import as_shown

DOCUMENTS = Path(__file__).parents[1] / "documents"
SAMPLE = DOCUMENTS / "fushun-petition-office-2023.json"
FORMATS = ("xlsx", "xls", "ods", "docx", "pdf")


def read_as_data(name: str) -> dict:
    return as_data(read_disclosure(DOCUMENTS / name))


def without_places(data):
    """What was read, apart from where it stood and how it was cut there."""
    if isinstance(data, dict):
        return {key: without_places(value) for key, value in data.items() if key not in ("place", "printed_name")}
    return [without_places(one) for one in data] if isinstance(data, list) else data


@pytest.fixture(scope="module")
def text():
    return without_places(json.loads(SAMPLE.read_text(encoding="utf-8")))


@pytest.fixture(scope="module", params=FORMATS)
def ending(request):
    return request.param


@pytest.fixture(scope="module")
def other(ending):
    return without_places(read_as_data(f"fushun-petition-office-2023.{ending}"))


def test_every_row_of_every_table_is_the_same(text, other):
    for number, statement in text["statements"].items():
        assert other["statements"][number]["rows"] == statement["rows"], number


def test_every_form_is_the_same(text, ending, other):
    shown = as_shown if ending in ("xlsx", "xls", "ods") else list
    forms, others = shown(text["performance"]), shown(other["performance"])
    for form, same in zip(forms, others, strict=True):
        assert _squeezed(same) == _squeezed(form)


def _squeezed(data):
    """Without white space inside texts, which a line that wraps in a cell does not tell."""
    if isinstance(data, dict):
        return {key: _squeezed(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_squeezed(one) for one in data]
    return "".join(data.split()) if isinstance(data, str) else data


def test_nothing_is_unread_or_fatal(other):
    assert other["unread"] == []
    assert {problem["level"] for problem in other["problems"]} <= {"warning"}


@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_the_text_is_the_same_where_the_format_has_it(text, ending):
    same = without_places(read_as_data(f"fushun-petition-office-2023.{ending}"))
    for part in ("title", "narrative", "duties", "units_in_scope", "glossary"):
        assert _squeezed(same[part]) == _squeezed(text[part]), part


def test_a_real_disclosure_of_another_city_reads_to_the_document_beside_it():
    expected = json.loads((DOCUMENTS / "putuo-social-work-2024.json").read_text(encoding="utf-8"))
    assert read_as_data("putuo-social-work-2024.pdf") == expected


def test_its_tables_are_all_there_and_the_empty_ones_say_why():
    data = read_as_data("putuo-social-work-2024.pdf")
    assert {number: len(one["rows"]) for number, one in data["statements"].items()} == {
        "01": 42, "02": 18, "03": 18, "04": 38, "05": 18, "06": 67, "07": 6, "08": 1, "09": 1,
    }  # fmt: skip
    empty = {number: one["empty_reason"] for number, one in data["statements"].items() if one["is_declared_empty"]}
    assert empty.keys() == {"07", "08", "09"}
    assert all("故本表无数据" in reason for reason in empty.values())
    assert data["unread"] == []
    rows = {row["code"]: row for row in data["statements"]["03"]["rows"]}
    assert rows["2080505"]["name"] == "机关事业单位基本养老保险缴费支出"
    assert rows["2013999"]["amounts"]["project_expenditure"] == "2022400.00"


def test_a_blank_form_is_said_to_be_one(capsys):
    with pytest.raises(SystemExit) as ended:
        call_command("read_document", str(DOCUMENTS / "shanghai-form-2024.pdf"))
    assert ended.value.code == 1
    assert "是空白表样：找到 9 张表，没有一个数。" in capsys.readouterr().out
