"""JSON: exact amounts in 元 under the names of the model's fields, beside what is printed."""

import json

import pytest

from disclosures.exports.table.json_file import json_file
from disclosures.statements.models import STATEMENTS
from tests.building import build_disclosure
from tests.exports.making import ADDRESS, table_file

pytestmark = pytest.mark.django_db


def read(disclosure, number, **asked):
    return json.loads(json_file(table_file(disclosure, number, **asked)))


def row(content, key):
    return next(row for row in content["rows"] if row["key"] == key)


def test_it_says_what_it_is_and_where_it_comes_from(published_2023):
    content = read(published_2023, "03", code="201", unit="yuan")
    expected = {
        "region": "210400",
        "unit": "011001",
        "unit_name": "抚顺市信访局",
        "year": 2023,
        "revision": 1,
        "state": "published",
        "digest": published_2023.digest,
        "source": ADDRESS,
        "table": "03",
        "title": "支出决算表",
        "selection": "code=201&unit=yuan",
        "printed_unit": "元",
    }
    assert expected.items() <= content.items()
    assert len(content["digest"]) == 64


def test_its_rows_stand_as_on_the_page_and_it_says_so():
    content = read(build_disclosure(), "03", sort="project_expenditure")
    keys = ["total", "201", "20103", "2010308", "2010301", "208", "20805", "2080505"]
    assert [row["key"] for row in content["rows"]] == keys
    assert content["selection"] == "sort=project_expenditure"


def test_amounts_are_exact_texts_in_yuan_beside_what_is_printed():
    item = row(read(build_disclosure(), "03"), "2010301")
    assert item["amounts"] == {
        "total_expenditure": "4482100.00",
        "basic_expenditure": "4482100.00",
        "project_expenditure": None,
    }
    assert item["printed"]["total_expenditure"] == "448.21"
    assert item["printed"]["project_expenditure"] is None
    assert (item["code"], item["name"], item["level"]) == ("2010301", "行政运行", 3)
    assert item["place"] == "公开03表第 4 行"


def test_what_is_printed_in_another_unit_leaves_the_amounts_as_they_are():
    item = row(read(build_disclosure(), "03", unit="yuan"), "2010301")
    assert item["amounts"]["total_expenditure"] == "4482100.00"
    assert item["printed"]["total_expenditure"] == "4,482,100.00"


def test_zero_is_told_from_blank():
    item = row(read(build_disclosure(), "05"), "2010301")
    assert item["amounts"]["project_expenditure"] == "0.00"


@pytest.mark.parametrize("number", STATEMENTS)
def test_keys_are_the_fields_of_the_model_in_the_order_of_the_form(number):
    content = read(build_disclosure(), number, columns="all")
    names = [column.name for column in STATEMENTS[number].columns()]
    keys = list(dict.fromkeys(column["key"] for column in content["columns"]))
    assert keys == [name for name in names if name in keys]
    assert {key for row in content["rows"] for key in row["amounts"]} == set(keys)


def test_a_row_of_an_account_has_its_side_and_number():
    item = read(build_disclosure(), "01")["rows"][0]
    assert (item["side"], item["line"], item["amounts"]) == ("income", 1, {"amount": "12620800.00"})
    assert "code" not in item


def test_each_side_of_an_account_has_its_own_printed_number():
    columns = read(build_disclosure(), "01")["columns"]
    assert [(column["side"], column["key"], column["number"]) for column in columns] == [
        ("income", "amount", 1),
        ("expenditure", "amount", 2),
    ]


def test_a_table_that_is_declared_empty_says_why():
    content = read(build_disclosure(), "08")
    assert content["is_declared_empty"] is True
    assert content["empty_reason"] == "本表为空，我部门本年度无此类资金收支余。"
    assert content["notes"][0].startswith("注：本表反映")
