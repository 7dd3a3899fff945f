"""What a copy of the project with all additions says: `test_adding` runs this there, as a test of its own."""

import io
import json
import zipfile

import pytest
from django.conf import settings
from django.core.management import call_command
from openpyxl import load_workbook

from disclosures.amounts import Outcome
from disclosures.checks.checking import check
from disclosures.classification.models import Region
from disclosures.demo.made_up import make_up
from disclosures.intake.store import RefusedImportError, import_file
from disclosures.publication import workflow
from disclosures.publication.search.matching import entries_by_id, matching_entries
from disclosures.publication.search.models import EntryKind
from disclosures.publication.search.query import Query
from disclosures.statements.loaded import load
from disclosures.statements.models import STATEMENTS, Disclosure, Expenditure, StatementHead, Summary
from tests.adding.as_published import as_text
from tests.building import build_disclosure, published_disclosure
from tests.intake.drawn import fatal, page, read_page, rows, table
from tests.pages.every.messages import official

pytestmark = pytest.mark.django_db

COLUMN, CLASS, TITLE = "债务还本付息支出", "二十七、预备安排的支出", "财政专户管理资金支出决算表"
NEW, OLD = "/units/210400-011001/2026/", "/units/210400-011001/2023/"
HEAD = "科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 | 上缴上级支出 | 经营支出 | 对附属单位补助支出"


def add_tenth(disclosure: Disclosure) -> None:
    """Rows of table 10, and a figure in the new column of 03 that its total does not hold."""
    model = STATEMENTS["10"]
    for position, (code, name, figures) in enumerate(
        (
            ("", "合计", "8.00 3.00 5.00"),
            ("205", "教育支出", "8.00 3.00 5.00"),
            ("20508", "进修及培训", "7.00 2.00 5.00"),
        ),
        start=1,
    ):
        line = model(disclosure=disclosure, position=position, code=code, name=name, printed_name=name)
        for column, figure in zip(model.columns(), figures.split(), strict=True):
            line.set_printed(column.name, figure, disclosure.precision)
        line.save()
    StatementHead.objects.filter(disclosure=disclosure, number="10").update(notes=f"注：{model.note}")
    total = Expenditure.objects.get(disclosure=disclosure, code="")
    total.set_printed("debt_service", "0.50", disclosure.precision)
    total.save()


@pytest.fixture
def draft() -> Disclosure:
    disclosure = build_disclosure(year=2026)
    add_tenth(disclosure)
    return disclosure


@pytest.fixture
def both(draft) -> tuple[Disclosure, Disclosure]:
    """Published: the year with the new form, and one with the old."""
    workflow.submit(draft)
    workflow.publish(draft)
    return draft, published_disclosure(year=2023)


def text(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def test_all_that_is_said_of_an_earlier_year_stays():
    """With a new column in every table: digest, findings, files, pages, what is typed, read and made up."""
    expected = json.loads((settings.BASE_DIR / "expected.json").read_text(encoding="utf-8"))
    said = json.loads(as_text())
    said["findings"] = [one for one in said["findings"] if not one.startswith("C12 ")]  # of the new rule
    assert said.keys() == expected.keys()
    for name, before in expected.items():
        assert said[name] == before, name


def test_pages_of_the_year_have_the_column_the_class_and_the_table(client, both):
    shown = text(client, f"{NEW}tables/03/?columns=all")
    assert COLUMN in shown
    assert "0.50" in shown
    assert TITLE in text(client, NEW)
    assert "进修及培训" in text(client, f"{NEW}tables/10/")
    assert CLASS in text(client, f"{NEW}tables/01/")
    for part in ("tables/10/chart.json", "tables/10/cite/", "tables/10/?code=205", "tables/10/?embed=1", "checks/"):
        assert client.get(NEW + part).status_code == 200, part
    assert TITLE in text(client, "/compare/?a=210400-011001-2026&b=210400-011001-2023&table=10")
    assert "/tables/10/" in text(client, "/sitemaps/1.xml")


def test_pages_of_an_earlier_year_never_show_them(client, both):
    assert COLUMN not in text(client, f"{OLD}tables/03/?columns=all")
    assert CLASS not in text(client, f"{OLD}tables/01/?rows=all")
    front = text(client, OLD)
    assert TITLE not in front
    assert "九张表" in front
    assert "十张表" in text(client, NEW)
    for part in ("tables/10/", "tables/10/chart.json", "tables/10/cite/", "tables/10.csv"):
        assert client.get(OLD.removesuffix("/") + "/" + part).status_code == 404, part


def test_a_totals_row_has_a_sign_for_each_table_of_its_year(client, both):
    new, old = both
    assert (len(new.totals.tables), len(old.totals.tables)) == (10, 9)
    units = text(client, "/units/210400-011001/")
    assert "十张表" in units


def test_forms_and_words_count_the_tables(client, both):
    forms = text(client, "/forms/")
    assert "十张表的表样" in forms
    assert all(words in forms for words in (COLUMN, CLASS, TITLE, "59 = 32 + … + 58"))
    assert "58 = 32 + … + 57" not in forms
    assert "ten tables" in text(client, "/en/forms/")
    assert "Debt service" in text(client, f"/en{NEW}tables/03/?columns=all")
    assert "Expenditure of special accounts" in text(client, f"/en{NEW}tables/10/")


def test_every_official_word_has_an_english_one():
    from django.utils.translation import override

    from disclosures.statements.terms import gloss

    with override("en"):
        missing = [word for word in official() if not gloss(word)]
    assert missing == []


def test_files_have_them_and_those_of_an_earlier_year_do_not(client, both):
    base = NEW.removesuffix("/")
    assert COLUMN in text(client, f"{base}/tables/03.csv?columns=all")
    assert "进修及培训" in text(client, f"{base}/tables/10.csv")
    assert '"debt_service"' in text(client, f"{base}/tables/03.json?columns=all")
    book = load_workbook(io.BytesIO(client.get(f"{base}/tables/10.xlsx").content))
    assert any(cell == "进修及培训" for row in book.active.iter_rows(values_only=True) for cell in row)
    names = {
        address: zipfile.ZipFile(io.BytesIO(client.get(f"{address.removesuffix('/')}.zip").content))
        for address in (NEW, OLD)
    }
    assert "tables/10.csv" in names[NEW].namelist()
    assert "十张决算表" in names[NEW].read("README.txt").decode("utf-8-sig")
    assert "tables/10.csv" not in names[OLD].namelist()
    assert "九张决算表" in names[OLD].read("README.txt").decode("utf-8-sig")
    assert COLUMN not in names[OLD].read("tables/03.csv").decode("utf-8-sig")
    assert TITLE in text(client, f"{base}/dataset.jsonld")
    assert TITLE not in text(client, f"{OLD.removesuffix('/')}/dataset.jsonld")
    year = b"".join(client.get("/data/2026.csv").streaming_content).decode("utf-8-sig")
    assert f",7,{COLUMN},5000.00," in year
    assert ",10,,,20508,进修及培训," in year


def test_search_finds_the_rows_of_the_table_and_the_figure_of_the_column(both):
    hits = entries_by_id(matching_entries(Query.read("进修及培训"), EntryKind.ROW)).values()
    assert ("10", "20508") in {(hit.number, hit.key) for hit in hits}
    assert "03" in {hit.number for hit in entries_by_id(matching_entries(Query.read("0.50"), EntryKind.ROW)).values()}
    assert "10" in {
        hit.number
        for hit in entries_by_id(matching_entries(Query.read("专户管理资金支出情况"), EntryKind.NOTE)).values()
    }


def test_checks_compare_them_and_ask_nothing_of_an_earlier_year(both):
    new, old = (check(load(one)) for one in both)
    broken = [one.message for one in new.broken]
    assert any("公开03表“合计”的“本年支出合计”" in message for message in broken)  # 0.50 is in no total
    assert any("公开10表“教育支出”" in message for message in broken)  # 8.00 over 7.00
    said = [one.message for one in old.results]
    assert not any("公开10表" in message or COLUMN in message for message in said)
    assert any("公开10表" in one.message for one in new.results if one.rule == "E1")


def test_sums_of_rows_are_those_of_the_years_own_lines():
    for year, total in ((2023, "58"), (2026, "59")):
        disclosure = build_disclosure(year=year, unit_code=f"0{year}")
        spent = Summary.objects.get(disclosure=disclosure, item="expenditure_this_year")
        assert str(spent.line) == total
        outcomes = [one.outcome for one in check(load(disclosure)).results if one.rule == "B1"]
        assert outcomes.count(Outcome.EQUAL) + outcomes.count(Outcome.ROUNDING) == 5
        assert Outcome.BROKEN not in outcomes


def test_the_admin_types_what_the_year_has(admin_client, draft):
    old = build_disclosure(year=2023)
    page_of = "/admin/statements/disclosure/{}/parts/{}/"
    assert "debt_service" in text(admin_client, page_of.format(draft.pk, "expenditure"))
    assert "debt_service" not in text(admin_client, page_of.format(old.pk, "expenditure"))
    assert COLUMN not in text(admin_client, page_of.format(old.pk, "expenditure"))
    assert "进修及培训" in text(admin_client, page_of.format(draft.pk, "specialaccount"))
    own = "/admin/statements/disclosure/{}/change/"
    assert f"公开10 {TITLE}" in text(admin_client, own.format(draft.pk))
    assert f"公开10 {TITLE}" not in text(admin_client, own.format(old.pk))
    Summary.objects.filter(disclosure=draft).delete()
    admin_client.post(f"/admin/statements/disclosure/{draft.pk}/parts/summary/outline/")
    assert list(Summary.objects.filter(disclosure=draft, item="235").values_list("line", flat=True)) == [58]


def test_a_draft_whose_year_is_corrected_cannot_be_submitted_with_what_that_year_lacks(draft):
    draft.year = 2023
    draft.save()
    with pytest.raises(workflow.WorkflowError) as refused:
        workflow.submit(draft)
    assert f"2023 年度的公开03表没有“{COLUMN}”这一栏" in str(refused.value)
    assert f"2023 年度没有公开10表《{TITLE}》" in str(refused.value)


THIRD = rows(
    f"{HEAD} | {COLUMN}\n | 合计 | 9.00 | 4.00 | 4.50 | | | | 0.50\n205 | 教育支出 | 9.00 | 4.00 | 4.50 | | | | 0.50"
)
TENTH = rows(
    "科目编码 | 科目名称 | 专户支出合计 | 基本支出 | 项目支出\n | 合计 | 8.00 | 3.00 | 5.00\n"
    "205 | 教育支出 | 8.00 | 3.00 | 5.00"
)


def document(year: int) -> tuple[str, str]:
    return table("支出决算表", THIRD, year=year), table(TITLE, TENTH, year=year)


def test_a_document_with_them_is_read(tmp_path):
    reading = read_page(tmp_path, *document(2026))
    assert fatal(reading) == []
    assert list(reading.statements) == ["03", "10"]
    assert [str(line.debt_service) for line in reading.statements["03"].lines] == ["5000.00", "5000.00"]
    assert [str(line.special_total) for line in reading.statements["10"].lines] == ["80000.00", "80000.00"]
    old = read_page(tmp_path, table("支出决算表", [row[:-1] for row in THIRD]))
    assert fatal(old) == []


def test_a_document_of_an_earlier_year_with_them_is_refused(tmp_path):
    Region.objects.create(code="210400", name="抚顺市")
    with pytest.raises(RefusedImportError) as refused:
        import_file(page(tmp_path, *document(2023)), "210400-011001", 2023, name="某局")
    assert f"2023 年度的公开03表没有“{COLUMN}”这一栏" in str(refused.value)
    assert f"2023 年度没有公开10表《{TITLE}》" in str(refused.value)
    disclosure, _ = import_file(page(tmp_path, *document(2026)), "210400-011001", 2026, name="某局")
    assert disclosure.lines("10").count() == 2


def test_made_up_units_have_the_form_of_their_year():
    call_command("load_codes")
    for year, numbers in ((2023, 9), (2026, 10)):
        made = make_up(1, year=year)
        assert len(made.heads) == numbers
        assert {line.debt_service for line in made.lines["03"]} <= {None, 0}


def test_a_rule_is_looked_at_listed_and_told_in_both_languages(client, both):
    (result,) = [one for one in check(load(both[1])).results if one.rule == "C12"]
    assert result.outcome == Outcome.EQUAL
    assert "公务接待费不超过本年支出" in text(client, "/checks/")
    assert "Receptions cost no more than the year" in text(client, "/en/checks/")
    assert "C12" in text(client, "/checks.csv")


def test_a_page_has_its_address_its_place_in_the_menu_and_on_the_map(client, both):
    assert "<h1>本站说明</h1>" in text(client, "/about/")
    assert "<h1>What this site is</h1>" in text(client, "/en/about/")
    assert '<a href="/about/">说明</a>' in text(client, "/")
    assert "/about/" in text(client, "/sitemaps/0.xml")
