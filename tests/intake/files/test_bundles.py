"""The text of a disclosure in one file and its tables in another: read together, each place naming its file."""

import json
from hashlib import sha256
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.core.management import CommandError, call_command

from disclosures.classification.models import Region
from disclosures.documents.items import Document, DocumentError, Sighting
from disclosures.documents.reading import read_document
from disclosures.entry.imports.again.rereading import reread
from disclosures.intake.files.bundles import bundle
from disclosures.intake.isolated import isolated_reader
from disclosures.intake.reading import read_disclosure
from disclosures.intake.report import as_data
from disclosures.statements.models import Chapter, Disclosure, SourceDocument
from tests.intake.drawn import amounts, fatal, page, rows, table
from tests.intake.shown import as_shown
from tests.intake.test_formats import SAMPLE, without_places

SPENDING = """
科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出
 | 合计 | 7.24 | 7.24 |
201 | 一般公共服务支出 | 7.24 | 7.24 |
"""
TABLES = table("支出决算表", rows(SPENDING)) + "<p>单位负责人：张三</p>"
TEXT = """<p>某市水务局2023年度单位决算</p><p>第一部分 单位概况</p><p>一、主要职责</p><p>1.管水。</p>
<p>第二部分 2023年度单位决算情况说明</p><p>一、支出决算情况说明</p><p>本年支出合计7.24万元。</p>
<p>第三部分 名词解释</p><p>1.基本支出：指人员和日常支出。</p>"""
KEY = {"unit": "210400-011001", "year": 2023}


@pytest.fixture
def tables(tmp_path):
    return page(tmp_path, TABLES, name="附件 表.html")


@pytest.fixture
def text(tmp_path):
    return page(tmp_path, TEXT, name="说明.html")


@pytest.fixture
def region(db):
    return Region.objects.create(code="210400", name="抚顺市")


@pytest.mark.parametrize("text_first", [True, False])
def test_text_and_tables_become_one_reading(tmp_path, tables, text, text_first):
    reading = read_disclosure(bundle([text, tables] if text_first else [tables, text], tmp_path))
    assert reading.ledger.problems == [] == reading.ledger.unread()
    assert amounts(reading, "03", "total_expenditure") == {"total": ("72400.00",), "201": ("72400.00",)}
    assert reading.statements["03"].lines[0].place == "《附件 表.html》表 1第 2 行第 2 格"
    assert (reading.title, reading.year) == ("某市水务局2023年度单位决算", 2023)
    assert {one.text: one.place for one in reading.paragraphs}["1.管水。"] == "《说明.html》第 4 段"
    assert [one.name for one in reading.terms] == ["基本支出"]
    assert [one.text for one in reading.duties] == ["管水。"]
    signed = next(one for one in reading.paragraphs if one.text.startswith("单位负责人"))
    assert signed.chapter == Chapter.TABLES
    assert [one.position for one in reading.paragraphs] == list(range(1, len(reading.paragraphs) + 1))


def test_both_files_are_kept_to_the_byte_and_read_again(region, tables, text):
    call_command("import_document", str(text), str(tables), **KEY)
    disclosure = Disclosure.objects.get()
    digests = {one["name"]: one["sha256"] for one in disclosure.reading_report.content["files"]}
    assert digests == {path.name: sha256(path.read_bytes()).hexdigest() for path in (text, tables)}
    content = bytes(disclosure.source.content)
    assert text.read_bytes() in content
    assert tables.read_bytes() in content
    with isolated_reader() as reader:
        again = reread(disclosure, reader)
    assert (again.refusals, list(again.differences)) == ([], [])


def test_the_sample_in_two_files_reads_as_it_does_in_one(tmp_path):
    whole = json.loads(SAMPLE.read_text(encoding="utf-8"))
    words = page(tmp_path, *(f"<p>{one['text']}</p>" for one in whole["narrative"]), name="文字.html")
    data = as_data(read_disclosure(bundle([words, SAMPLE.with_suffix(".xlsx")], tmp_path)))
    for key in ("title", "unit_name", "year", "narrative", "duties", "units_in_scope", "glossary"):
        assert without_places(data[key]) == without_places(whole[key]), key
    assert as_shown(without_places(data["performance"])) == as_shown(without_places(whole["performance"]))
    for number, statement in whole["statements"].items():
        assert without_places(data["statements"][number]["rows"]) == without_places(statement["rows"])
    assert data["unread"] == []


def test_the_same_files_make_the_same_archive(tmp_path, tables, text):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    first, second = (bundle([text, tables], tmp_path / name) for name in ("a", "b"))
    assert first.read_bytes() == second.read_bytes()


def test_files_that_hold_the_same_table_or_another_year_are_refused(region, tmp_path, tables, text):
    again = page(tmp_path, TABLES, name="again.html")
    with pytest.raises(CommandError, match=r"公开03表《支出决算表》出现两次，另一次在《附件 表.html》表 1"):
        call_command("import_document", str(tables), str(again), **KEY)
    other = page(tmp_path, TEXT.replace("2023", "2022"), name="other.html")
    with pytest.raises(CommandError, match="几个文件不是同一年度的：文字是 2022 年度，表是 2023 年度"):
        call_command("import_document", str(tables), str(other), **KEY)
    assert not Disclosure.objects.exists()
    assert not SourceDocument.objects.exists()


def test_files_given_together_are_not_cleaned(region, tables, text):
    with pytest.raises(CommandError, match="请先分别清理"):
        call_command("import_document", str(text), str(tables), clean=True, **KEY)
    assert not SourceDocument.objects.exists()


def test_files_of_units_with_different_names_are_told(tmp_path, tables):
    other = page(tmp_path, TEXT.replace("某市水务局", "某市林业局"), name="other.html")
    (problem,) = read_disclosure(bundle([tables, other], tmp_path)).ledger.problems
    assert "文字是某市林业局，表是某市水务局" in problem.message


def test_a_figure_that_only_one_reading_sees_is_told_in_its_file(tmp_path, tables, text):
    def read(path):
        document = read_document(path)
        if path.name == text.name:
            return document
        return Document(document.items, [Sighting("7.24", "表 1第 2 行第 3 格")])

    places = [place for place, _ in fatal(read_disclosure(bundle([tables, text], tmp_path), read))]
    assert places
    assert all(place.startswith("《附件 表.html》表 1第") for place in places)


def test_text_alone_is_a_partial_draft_with_a_warning(region, text):
    call_command("import_document", str(text), **KEY)
    disclosure = Disclosure.objects.get()
    assert disclosure.unit_name == "某市水务局"
    (problem,) = disclosure.reading_report.content["problems"]
    assert (problem["level"], problem["message"]) == ("warning", "只有文字，没有一张决算表；作为不完整的草稿读入。")


@pytest.mark.parametrize(
    "content",
    [
        "<p>各位同志：</p><p>一、请报送2023年度决算。</p>",
        TEXT + "<table><tr><td>甲</td><td>1.00</td></tr></table>",
        "<p>本年支出 3.00 万元。</p>",
    ],
)
def test_what_is_no_text_of_a_disclosure_is_refused(tmp_path, content):
    assert "没有找到任何一张决算表" in fatal(read_disclosure(page(tmp_path, content)))[0][1]


def test_files_that_cannot_be_joined_are_refused(tmp_path, tables):
    many = [page(tmp_path, TEXT, name=f"{n}.html") for n in range(9)]
    for paths, sentence in (
        (many, "最多由 8 个文件"),
        ([tables, tables], "两个同名"),
        ([tables, tmp_path / "none.html"], "找不到文件 none.html"),
    ):
        with pytest.raises(DocumentError, match=sentence):
            bundle(paths, tmp_path)


def test_a_foreign_archive_is_not_unpacked(tmp_path):
    path = tmp_path / "x.files.zip"
    for name, compression in (("a.html", ZIP_DEFLATED), ("../a.html", 0), ("", None)):
        with ZipFile(path, "w") as archive:
            if name:
                archive.writestr(name, "0" * 10_000, compression)
        with pytest.raises(DocumentError, match="不是本程序合成的文件"):
            read_disclosure(path)
    path.write_bytes(b"PK\x03\x04")
    with pytest.raises(DocumentError, match="损坏了"):
        read_disclosure(path)
