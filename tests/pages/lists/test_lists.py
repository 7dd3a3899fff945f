"""Lists as files: every csv of the site is a plain table, and all kinds hold the rows that the pages show."""

import csv
import io
import json
import re
import zipfile
from decimal import Decimal
from urllib.parse import unquote

import pytest
from django.urls import URLPattern, get_resolver
from openpyxl import load_workbook

from disclosures.exports.lists.content import ListColumn, list_file, named
from disclosures.exports.lists.formats import list_csv
from disclosures.publication.totals.models import CodeTotal, OtherMatter
from disclosures.statements.models import Disclosure, statements_in
from tests.answers import public_answer, public_page
from tests.building import published_disclosure

pytestmark = pytest.mark.django_db

UNIT = "/units/210400-011001/2023"
LISTS = {
    "/units": "",
    "/codes": "",
    "/codes/function/20103": "",
    "/codes/economic/30201": "",
    "/compare": "?a=210400-011001-2023&b=210400-011002-2023",
    "/indicators": "",
    "/matters": "?matter=vehicles",
    "/search": "?q=信访",
    "/published": "",
    "/questions/receptions": "",
    f"{UNIT}/checks": "",
}
# Every name of an address that gives a csv, with the addresses that are tried of it.
CSV = {
    "rules_file": ["/checks.csv"],
    "year_file": ["/data/2023.csv"],
    "table_file": [f"{UNIT}/tables/{number}.csv" for number in statements_in(2023)],
    "units_list": ["/units.csv", "/units.csv?region=210400"],
    "codes_list": ["/codes.csv"],
    "code_list": [
        "/codes/function/20103.csv",
        "/codes/function/201.csv?table=02&sort=share",
        "/codes/economic/30201.csv",
    ],
    "compare_list": ["/compare.csv", f"/compare.csv{LISTS['/compare']}", f"/compare.csv{LISTS['/compare']}&table=01"],
    "indicators_list": ["/indicators.csv", "/indicators.csv?kind=missed"],
    "matters_list": ["/matters.csv", "/matters.csv?matter=vehicles"],
    "published_list": ["/published.csv"],
    "question_list": ["/questions/receptions.csv", "/questions/three-public.csv?sort=over"],
    "search_list": ["/search.csv", "/search.csv?q=信访", "/search.csv?q=信访&kind=row"],
    "findings_list": [f"{UNIT}/checks.csv", f"{UNIT}/checks.csv?outcome=broken", f"{UNIT}.r1/checks.csv"],
}


@pytest.fixture
def two_units(client):
    published = [published_disclosure(unit_code=code, unit_name=f"单位，{code}") for code in ("011001", "011002")]
    for each in published:
        OtherMatter.objects.create(
            disclosure=each, year=2023, matter="vehicles", value=Decimal(3), text="3辆", paragraph=1, start=0
        )
    return published


def bytes_of(response) -> bytes:
    return b"".join(response.streaming_content) if response.streaming else response.content


def rows_in(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def is_plain(content: bytes) -> bool:
    """Whether all lines have as many fields as the head, and no two columns one name."""
    head, *rows = rows_in(content)
    return len(set(head)) == len(head) > 1 and all(len(row) == len(head) for row in rows)


def names_of_files(patterns) -> set[str]:
    found = set()
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            is_file = "suffix" in pattern.pattern.regex.groupindex or ".csv" in str(pattern.pattern)
            found |= {pattern.name} if is_file and pattern.name else set()
        elif "admin" not in str(pattern.pattern):
            found |= names_of_files(pattern.url_patterns)
    return found


DOCUMENTS = ("document", "draft_document")  # Word files and PDF alone


def test_no_address_of_a_csv_is_left_out():
    assert names_of_files(get_resolver().url_patterns) - {"signed_list", *DOCUMENTS} == set(CSV)


@pytest.mark.parametrize("address", [address for addresses in CSV.values() for address in addresses])
def test_every_line_of_every_csv_has_as_many_fields_as_its_head(client, address, two_units):
    response = client.get(address)
    assert response.status_code == 200
    assert is_plain(bytes_of(response))


def test_every_csv_in_a_zip_is_as_plain_and_a_readme_says_where_it_comes_from(client, two_units):
    with zipfile.ZipFile(io.BytesIO(bytes_of(client.get(f"{UNIT}.zip")))) as files:
        names = [name for name in files.namelist() if name.endswith(".csv")]
        assert len(names) > len(statements_in(2023))
        assert all(is_plain(files.read(name)) for name in names)
        assert two_units[0].digest in files.read("README.txt").decode("utf-8-sig")


@pytest.mark.parametrize("address", LISTS)
def test_a_list_is_given_in_three_kinds_which_say_the_same(client, address, two_units):
    given = {kind: public_answer(client, f"{address}.{kind}{LISTS[address]}") for kind in ("csv", "xlsx", "json")}
    head, *rows = rows_in(bytes_of(given["csv"]))
    told = json.loads(bytes_of(given["json"]))
    assert rows
    assert [["" if value is None else str(value) for value in row.values()] for row in told["rows"]] == rows
    assert told["count"] == len(rows)
    sheet = load_workbook(io.BytesIO(bytes_of(given["xlsx"]))).active
    lines = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert lines[3] == head
    assert told["source"] in lines[1][0]
    assert told["csv_sha256"] in lines[2][0]
    assert len(lines) == len(rows) + 4


@pytest.mark.parametrize("address", LISTS)
def test_a_page_leads_to_its_files_which_lead_back(client, address, two_units):
    page = public_page(client, f"{address}/{LISTS[address]}")
    files = [href.replace("&amp;", "&") for href in re.findall(r'href="([^"]+)" rel="nofollow" download', page)]
    assert [re.search(r"\.(csv|xlsx|json)(?:\?|$)", href)[1] for href in files] == ["csv", "xlsx", "json"]
    source = json.loads(bytes_of(client.get(files[2])))["source"]
    assert client.get(source).status_code == 200
    assert "data-permanent=" in page


def test_the_name_of_a_file_tells_what_it_is_and_begins_the_digest_of_the_csv(client, two_units):
    response = client.get("/codes/function/20103.csv")
    digest = json.loads(client.get("/codes/function/20103.json").content)["csv_sha256"]
    plain, name = re.fullmatch(
        r"attachment; filename=\"([ -~]+)\"; filename\*=UTF-8''(.+)", response["Content-Disposition"]
    ).groups()
    assert plain == f"code-20103-2023-table03-{digest[:8]}.csv"
    assert unquote(name) == f"20103政府办公厅（室）及相关机构事务-2023年度-公开03表-本年支出合计-{digest[:8]}.csv"


def test_a_list_has_all_rows_and_not_those_of_one_page(client):
    for n in range(53):
        published_disclosure(unit_code=f"9{n:05}", unit_name=f"单位 {n}")
    rows = rows_in(bytes_of(client.get("/units.csv?page=2")))
    assert len(rows) == 54
    assert Decimal(rows[1][rows[0].index("本年支出（元）")]) == Decimal("12620800.00")


def test_a_ranking_has_exact_amounts_of_every_unit(client, two_units):
    rows = json.loads(client.get("/codes/function/2010308.json").content)["rows"]
    total = CodeTotal.objects.filter(code="2010308", table="03", column="total_expenditure").first()
    assert [row["amount"] for row in rows] == [f"{total.amount:.2f}"] * 2
    assert {row["rank"] for row in rows} == {1}


def test_a_code_that_nobody_knows_has_no_file(client, two_units):
    assert client.get("/codes/function/99999.csv").status_code == 404
    assert client.get("/units.pdf").status_code == 404


def test_the_file_of_findings_is_that_of_its_revision(client, two_units):
    first = bytes_of(client.get(f"{UNIT}.r1/checks.csv"))
    published_disclosure(unit_code="011003", unit_name="第三个单位")
    assert bytes_of(client.get(f"{UNIT}.r1/checks.csv")) == first
    count = Disclosure.objects.get(unit__code="011001").check_run.equal
    assert sum("对得上" in row for row in rows_in(first)) == count


def test_a_list_that_is_too_long_says_so_in_its_name(monkeypatch):
    monkeypatch.setattr("disclosures.exports.lists.content.MOST", 2)
    file = list_file(
        "清单", "list", "http://x/", (ListColumn("a", "甲"), ListColumn("b", "乙")), [(1, "=x")] * 3, count=9
    )
    assert named(file, "csv", "0123456789") == ("清单-前2行-01234567.csv", "list-01234567.csv")
    assert rows_in(list_csv(file))[1] == ["1", "'=x"]


def test_matters_have_their_number_with_its_unit(client, two_units):
    row = json.loads(client.get("/matters.json?matter=vehicles").content)["rows"][0]
    assert (row["printed"], row["value"], row["unit_name"]) == ("3辆", "3", "单位，011001")
