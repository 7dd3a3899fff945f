"""Packages: programs of the field open what is offered, and their sums are the site's."""

import html
import io
import json
import re
import sqlite3
import zipfile
from base64 import b64encode
from decimal import Decimal
from hashlib import sha256
from urllib.parse import quote

import duckdb
import pandas
import pyarrow.parquet as pq
import pytest
from django.db.models import Sum
from frictionless import Package, system

from disclosures.exports.packages.schema import FIGURES
from disclosures.statements.models import Expenditure
from tests.answers import public_answer
from tests.building import published_disclosure

pytestmark = pytest.mark.django_db

PAGE = "/units/210400-011001/2023.r1"


@pytest.fixture
def two_units(published_2023):
    """Two units in one year."""
    published_disclosure(unit_code="011002", unit_name="另一个单位")
    return published_2023


def spent() -> Decimal:
    """元: all that table 03 prints in its total, over both units."""
    return Expenditure.objects.filter(code="").aggregate(sum=Sum("total_expenditure"))["sum"]


def taken(client, address: str, folder, name: str):
    path = folder / name
    response = public_answer(client, address)
    path.write_bytes(b"".join(response) if response.streaming else response.content)
    return path


def told_digest(content: bytes) -> str:
    """As RFC 9530 writes the SHA-256 of a file."""
    return f"sha-256=:{b64encode(sha256(content).digest()).decode()}:"


TOTALS = """SELECT sum(amount) FROM '{file}' WHERE "table" = '03' AND is_total AND "column" = '本年支出合计'"""


def test_duckdb_and_an_arrow_reader_open_a_year_and_their_sums_are_the_sites(client, two_units, tmp_path):
    file = taken(client, "/data/2023.parquet", tmp_path, "2023.parquet")
    assert duckdb.connect().execute(TOTALS.format(file=file)).fetchone()[0] == spent()
    table = pq.read_table(file)
    assert table.column_names == [column.key for column in FIGURES]
    assert table.num_rows > 100


def test_a_year_as_parquet_is_the_same_twice_and_names_its_digest(client, two_units):
    response = client.get("/data/2023.parquet")
    assert response.headers["Repr-Digest"] == told_digest(response.content)
    assert response.content == client.get("/data/2023.parquet").content


def test_pandas_opens_the_csv_of_a_year_and_of_a_table(client, two_units, tmp_path):
    year = pandas.read_csv(taken(client, "/data/2023.csv", tmp_path, "2023.csv"), dtype=str)
    totals = year[(year["表号"] == "03") & (year["是否合计"] == "1") & (year["栏目"] == "本年支出合计")]
    assert sum(map(Decimal, totals["金额（元）"])) == spent()
    table = pandas.read_csv(taken(client, f"{PAGE}/tables/03.csv", tmp_path, "03.csv"))
    assert not table.iloc[-1].isna().all()


def test_the_first_lines_that_the_page_shows_work(client, two_units, tmp_path, monkeypatch):
    page = html.unescape(client.get("/data/").content.decode())
    taken(client, "/data/2023.parquet", tmp_path, "2023.parquet")
    monkeypatch.chdir(tmp_path)
    python, query, _ = re.findall(r"<pre><code>(.*?)</code></pre>", page, re.DOTALL)
    known: dict = {}
    exec(python, known)  # noqa: S102 -- what the page tells researchers to type
    assert len(known["accounts"]) > 100
    amounts = [amount for _, amount in duckdb.connect().execute(query).fetchall()]
    assert sum(amounts) == spent()


def test_everything_is_one_database_with_the_same_sums(client, two_units, tmp_path):
    file = taken(client, "/data/everything.sqlite", tmp_path, "everything.sqlite")
    with sqlite3.connect(file) as opened:
        total = """SELECT sum(fen) FROM figures WHERE "table" = '03' AND is_total AND "column" = '本年支出合计'"""
        assert Decimal(opened.execute(total).fetchone()[0]) / 100 == spent()
        assert opened.execute("SELECT count(*) FROM units").fetchone() == (2,)
        assert opened.execute("SELECT count(*) FROM disclosures").fetchone() == (2,)
        assert opened.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_everything_is_sent_from_a_file_that_is_gone_afterwards(client, two_units, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    response = client.get("/data/everything.sqlite")
    assert response.streaming
    assert response.headers["Repr-Digest"] == told_digest(b"".join(response))
    assert list(tmp_path.iterdir()) == []


def test_a_package_is_called_by_what_it_holds_wherever_it_is_published(client, published_2023):
    assert told_name(client, PAGE) == f"accounts-210400-011001-2023-r1-{published_2023.digest[:8]}"
    other = published_disclosure(unit_code="A 甲", unit_name="另一个单位")
    assert told_name(client, f"/units/210400-{quote(other.unit.code)}/2023.r1") == (
        f"accounts-210400-a--2023-r1-{other.digest[:8]}"
    )


def told_name(client, page: str) -> str:
    return json.loads(client.get(f"{page}/datapackage.json").content)["name"]


def validated(path) -> None:
    """Package, schemas and every cell; the schema of fiscal packages stands on the network, which tests have not."""
    told = json.loads(path.read_text())
    assert told.pop("profile") == "fiscal-data-package"
    path.write_text(json.dumps(told))
    with system.use_context(trusted=True):
        report = Package(str(path)).validate()
    assert report.valid, report.flatten(["type", "note"])


def test_frictionless_finds_nothing_wrong_with_a_disclosure(client, published_2023, tmp_path):
    with zipfile.ZipFile(io.BytesIO(client.get(f"{PAGE}.zip").content)) as archive:
        archive.extractall(tmp_path)
    validated(tmp_path / "datapackage.json")


def test_frictionless_finds_nothing_wrong_with_what_stands_at_the_addresses(client, published_2023, tmp_path):
    (tmp_path / "tables").mkdir()
    described = taken(client, f"{PAGE}/datapackage.json", tmp_path, "datapackage.json")
    for resource in json.loads(described.read_text())["resources"]:
        taken(client, f"{PAGE}/{resource['path']}", tmp_path, resource["path"])
    validated(described)


def test_frictionless_finds_nothing_wrong_with_a_year(client, two_units, tmp_path):
    taken(client, "/data/2023.csv", tmp_path, "2023.csv")
    validated(taken(client, "/data/2023.datapackage.json", tmp_path, "datapackage.json"))


def test_the_catalogue_names_files_that_are_there(client, two_units):
    told = json.loads(public_answer(client, "/data/catalog.jsonld").content)
    files = [file["dcat:downloadURL"]["@id"] for one in told["dcat:dataset"] for file in one["dcat:distribution"]]
    assert len(files) == 5
    for address in files:
        response = client.get(address)
        assert response.status_code == 200, address
        assert response.getvalue()  # read to its end, where its file is closed


def test_a_year_of_which_nothing_is_published_has_no_package(client, published_2023):
    for address in ("/data/1999.parquet", "/data/1999.datapackage.json"):
        assert client.get(address).status_code == 404
