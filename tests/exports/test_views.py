"""Files of tables over HTTP: the right kind, a Chinese name, the same rows as the page, bounded queries."""

import csv
import io
import json
from urllib.parse import unquote

import pytest

from disclosures.publication import workflow
from disclosures.statements.models import STATEMENTS
from tests.answers import public_answer
from tests.building import build_disclosure, published_with_a_long_table

pytestmark = pytest.mark.django_db

BASE = "/units/210400-011001/2023/tables/"
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}


@pytest.mark.parametrize("suffix", TYPES)
@pytest.mark.parametrize("number", STATEMENTS)
def test_every_table_is_given_as_every_kind_of_file(client, number, suffix, published_2023):
    response = public_answer(client, f"{BASE}{number}.{suffix}")
    assert response.headers["Content-Type"] == TYPES[suffix]


@pytest.mark.parametrize(("suffix", "disposition"), [("csv", "attachment"), ("xlsx", "attachment"), ("json", "inline")])
def test_a_file_has_a_chinese_name(client, suffix, disposition, published_2023):
    named = client.get(f"{BASE}03.{suffix}").headers["Content-Disposition"]
    plain, name = named.split("; filename*=UTF-8''")
    told = published_2023.digest[:8]
    assert plain == f'{disposition}; filename="210400-011001-2023-r1-table03-{told}.{suffix}"'
    assert unquote(name) == f"抚顺市信访局-2023年度-公开03表-支出决算表-第1版-{told}.{suffix}"


def test_a_file_names_the_address_that_stays_with_the_canonical_query(client, published_2023):
    content = json.loads(client.get(f"{BASE}03.json?unit=yuan&code=201&nothing=1").content)
    assert content["source"] == ("http://testserver/units/210400-011001/2023.r1/tables/03/?code=201&unit=yuan")
    assert content["rows"][0]["printed"]["total_expenditure"] == "12,620,800.00"
    assert client.get(content["source"]).status_code == 200


def test_a_file_in_another_order_names_the_address_that_shows_it(client, published_2023):
    content = json.loads(client.get(f"{BASE}03.json?sort=project_expenditure").content)
    assert content["source"].endswith("/units/210400-011001/2023.r1/tables/03/?sort=project_expenditure")
    text = client.get(f"{BASE}03.csv?sort=project_expenditure").content.decode("utf-8-sig")
    assert text.index("2010308") < text.index("2010301")


def test_options_that_mean_nothing_give_the_whole_table(client, published_2023):
    odd = client.get(f"{BASE}03.csv?code=%00&level=deep&unit=pound&columns=some&fold=,,x&rows=-1&sort=name")
    assert odd.content == client.get(f"{BASE}03.csv").content


def test_a_superseded_revision_keeps_its_file(client, published_2023):
    before = client.get("/units/210400-011001/2023.r1/tables/03.csv").content
    second = workflow.revise(published_2023)
    line = second.lines("03").get(code="2010301")
    line.set_printed("total_expenditure", "1.00", second.precision)
    line.save()
    workflow.submit(second)
    workflow.publish(second)
    assert client.get("/units/210400-011001/2023.r1/tables/03.csv").content == before
    current = client.get(f"{BASE}03.csv")
    rows = list(csv.reader(io.StringIO(current.content.decode("utf-8-sig"))))
    assert rows[4][:3] == ["2010301", "行政运行", "1.00"]
    assert "-r2-" in current.headers["Content-Disposition"]


@pytest.mark.parametrize("name", ["10.csv", "03.pdf", "03.", "3.csv", "03.csv/", "x.csv"])
def test_what_is_no_table_or_no_kind_of_file_is_not_found(client, name, published_2023):
    assert client.get(BASE + name).status_code == 404


def test_a_draft_has_no_files(client):
    build_disclosure()
    assert client.get(f"{BASE}03.csv").status_code == 404
    assert client.get("/units/210400-011001/2023.r1/tables/03.csv").status_code == 404


@pytest.mark.parametrize("suffix", TYPES)
def test_a_file_takes_three_queries_however_long_the_table_is(client, suffix, django_assert_num_queries):
    published_with_a_long_table()
    with django_assert_num_queries(3):
        assert client.get(f"{BASE}03.{suffix}").status_code == 200
