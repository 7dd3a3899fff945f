"""A disclosure as one zip, a year of the site as csv, and what describes both: opened again and compared."""

import csv
import hashlib
import io
import json
from decimal import Decimal
from zipfile import ZipFile

import pytest

from disclosures.publication import workflow
from disclosures.statements.models import SourceDocument, statements_in
from tests.answers import public_answer
from tests.building import build_disclosure, published_disclosure, published_with_a_long_table

pytestmark = pytest.mark.django_db

UNIT = "/units/210400-011001/"


def opened(client, address=f"{UNIT}2023.zip"):
    with ZipFile(io.BytesIO(public_answer(client, address).content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_source(**fields):
    disclosure = build_disclosure(**fields)
    disclosure.source = SourceDocument.objects.create(
        name="../决算 公开.txt", media_type="text/plain", sha256="0" * 64, content="一行".encode()
    )
    disclosure.save()
    workflow.submit(disclosure)
    workflow.publish(disclosure)
    return disclosure


def test_a_zip_holds_every_table_as_it_is_given_alone(client, published_2023):
    files = opened(client)
    for number in statements_in(2023):
        for suffix in ("csv", "json"):
            alone = client.get(f"{UNIT}2023/tables/{number}.{suffix}?columns=all").content
            assert files[f"tables/{number}.{suffix}"] == alone
        assert files[f"tables/{number}.xlsx"][:2] == b"PK"


def test_a_zip_proves_itself_by_the_text_that_is_digested(client, published_2023):
    files = opened(client)
    assert hashlib.sha256(files["canonical.json"]).hexdigest() == published_2023.digest
    assert published_2023.digest in files["README.txt"].decode("utf-8-sig")
    assert f"http://testserver{UNIT}2023.r1/" in files["README.txt"].decode("utf-8-sig")


def test_a_zip_holds_the_words_the_forms_and_the_source_to_the_byte(client):
    with_source()
    files = opened(client)
    text = files["text.txt"].decode("utf-8-sig")
    assert "2023年度收入总计1262.08万元，支出总计1262.08万元。" in text
    assert "基本支出：指为保障机构正常运转而发生的支出。" in text
    assert files["source/..-决算-公开.txt"] == "一行".encode()
    forms = json.loads(files["performance.json"])["forms"]
    assert [(form["name"], form["budget"]) for form in forms] == [
        ("抚顺市信访局", "5954600.00"),
        ("信访工作经费", "1310000.00"),
    ]
    assert [[row["name"] for row in form["indicators"]] for form in forms] == [["办结信访件数"], ["接待批次"]]
    rows = list(csv.reader(io.StringIO(files["indicators.csv"].decode("utf-8-sig"))))
    row = dict(zip(rows[0], rows[1], strict=True))
    assert (row["自评表"], row["二级指标"], row["三级指标"]) == ("抚顺市信访局", "数量指标", "办结信访件数")


def test_a_zip_has_no_name_that_leads_out_of_its_folder(client):
    with_source()
    assert all(not name.startswith(("/", "../")) and "/../" not in name for name in opened(client))


def test_the_same_revision_always_gives_the_same_zip(client, published_2023):
    assert client.get(f"{UNIT}2023.zip").content == client.get(f"{UNIT}2023.r1.zip").content


def test_a_zip_takes_as_many_queries_however_long_the_tables_are(client, django_assert_num_queries):
    published_with_a_long_table()
    with django_assert_num_queries(39):
        assert client.get(f"{UNIT}2023.zip").status_code == 200


def year_of(client, year=2023):
    response = client.get(f"/data/{year}.csv")
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return response, list(csv.reader(io.StringIO(text)))


def test_a_year_of_the_site_has_every_printed_figure_of_every_current_disclosure(client):
    for code in ("011001", "011002"):
        published_disclosure(unit_code=code, unit_name=f"单位 {code}")
    published_disclosure(year=2022)
    _, (head, *rows) = year_of(client)
    expected = sum(
        amount is not None
        for model in statements_in(2023).values()
        for line in model.objects.filter(disclosure__year=2023)
        for amount in line.amounts.values()
    )
    assert len(rows) == expected
    assert {len(row) for row in rows} == {len(head)}
    row = dict(zip(head, next(row for row in rows if row[5] == "03" and row[8] == "2010308"), strict=True))
    assert (row["单位编码"], row["栏次"], row["栏目"]) == ("011001", "1", "本年支出合计")
    assert Decimal(row["金额（元）"]) == Decimal("6353600.00")


def test_a_year_leaves_out_what_was_replaced(client, published_2023):
    second = workflow.revise(published_2023)
    workflow.submit(second)
    workflow.publish(second)
    assert {row[4] for row in year_of(client)[1][1:]} == {"2"}


def test_a_year_is_answered_with_304_to_who_has_it(client, published_2023):
    response, _ = year_of(client)
    again = client.get("/data/2023.csv", headers={"If-None-Match": response.headers["ETag"]})
    assert again.status_code == 304
    assert 'attachment; filename="accounts-2023.csv"; filename*=UTF-8' in response.headers["Content-Disposition"]


def test_a_year_takes_as_many_queries_however_many_disclosures(client, django_assert_num_queries):
    for code in ("011001", "011002", "011003"):
        published_disclosure(unit_code=code, unit_name=f"单位 {code}")
    with django_assert_num_queries(12):
        year_of(client)


@pytest.mark.parametrize("address", ["/data/2022.csv", "/data/99999999999999999999.csv", f"{UNIT}2022.zip"])
def test_what_holds_nothing_is_not_found(client, address, published_2023):
    assert client.get(address).status_code == 404


def test_a_data_set_is_described_with_addresses_that_answer(client, published_2023):
    response = public_answer(client, f"{UNIT}2023/dataset.jsonld")
    assert response.headers["Content-Type"] == "application/ld+json"
    content = json.loads(response.content)
    assert (content["@type"], content["identifier"]) == ("Dataset", f"sha256:{published_2023.digest}")
    assert content["url"] == f"http://testserver{UNIT}2023.r1/"
    assert len(content["distribution"]) == 1 + 3 * len(statements_in(2023))
    for one in (content["url"], content["creator"]["url"], *(one["contentUrl"] for one in content["distribution"])):
        assert client.get(one).status_code == 200, one
