"""What stands on the sheets, and what odd content does to them."""

import io
from decimal import Decimal
from zipfile import ZipFile

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.shared import Mm

from disclosures.demo.made_up import make_up
from disclosures.exports.document.writing import document_docx
from disclosures.statements.models import Chapter, Paragraph, PerformanceIndicator, StatementHead
from tests.exports.document.round_trip import ADDRESS, differences, loaded_made_up, read_again

_TITLES = {"收入决算表": "lying", "一般公共预算财政拨款支出决算表": "upright", "支出决算表": "lying"}


@pytest.fixture
def loaded():
    return loaded_made_up(make_up(1))


def written(loaded):
    return docx.Document(io.BytesIO(document_docx(loaded, ADDRESS)))


def test_tables_with_many_columns_lie_on_their_side(loaded):
    word = written(loaded)
    found = {}
    for section in word.sections:
        lies = section.orientation == WD_ORIENT.LANDSCAPE
        found |= {
            part.text: "lying" if lies else "upright" for part in section.iter_inner_content() if hasattr(part, "text")
        }
        assert (section.page_width > section.page_height) == lies
    assert {title: found[title] for title in _TITLES} == _TITLES


def test_a_head_is_printed_again_on_every_page_and_no_row_is_torn(loaded):
    word = written(loaded)
    rows = word.tables[2]._tbl.tr_lst
    assert [row.trPr.find(docx.oxml.ns.qn("w:tblHeader")) is not None for row in rows[:5]] == [True] * 3 + [False] * 2
    assert all(row.trPr.find(docx.oxml.ns.qn("w:cantSplit")) is not None for row in rows)


def test_pages_are_numbered_and_the_cover_is_not(loaded):
    section = written(loaded).sections[0]
    assert "PAGE" in section.footer._element.xml
    assert section.different_first_page_header_footer
    assert "PAGE" not in section.first_page_footer._element.xml


def test_the_last_page_has_the_address_as_a_picture(loaded):
    (picture,) = written(loaded).inline_shapes
    assert picture.width == picture.height == Mm(40)


def test_contents_are_made_where_there_are_none_and_said_to_be_made(loaded):
    texts = [paragraph.text for paragraph in written(loaded).paragraphs]
    assert texts[1] == "目　录"
    assert texts[2].rstrip("\t") == "第一部分 抚顺市图书馆（虚构）概况"  # its page comes when it is opened
    assert any(text.endswith("内容与网上第 1 版一致。目录由网站编排。") for text in texts)


def test_the_file_tells_nothing_of_when_or_by_what_it_was_made(loaded):
    content = document_docx(loaded, ADDRESS)
    assert document_docx(loaded, ADDRESS) == content
    with ZipFile(io.BytesIO(content)) as file:
        about = file.read("docProps/core.xml").decode()
    assert "python-docx" not in about
    assert "2024-08-20T00:00:00Z" in about


def test_a_disclosure_without_text_still_has_a_cover(loaded):
    loaded.paragraphs.clear()
    assert written(loaded).paragraphs[0].text.replace("\n", "") == loaded.disclosure.title


def test_a_table_without_rows_prints_its_head_and_why_it_is_empty(loaded, tmp_path):
    loaded.lines["08"].clear()
    loaded.heads["08"] = StatementHead(
        number="08", position=8, title="政府性基金预算财政拨款收入支出决算表", unit_name=loaded.disclosure.unit_name,
        notes="注：本表为空，本年度没有政府性基金收入和支出。", is_declared_empty=True,
        empty_reason="注：本表为空，本年度没有政府性基金收入和支出。",
    )  # fmt: skip
    assert differences(loaded, read_again(loaded, tmp_path, "docx"), "docx") == []


def test_a_reason_that_no_note_says_is_printed_below(loaded):
    loaded.heads["08"].is_declared_empty, loaded.heads["08"].empty_reason = True, "本年度没有这类收支。"
    assert "本年度没有这类收支。" in [paragraph.text for paragraph in written(loaded).paragraphs]


def test_characters_that_no_file_may_hold_are_left_out(loaded):
    loaded.paragraphs.append(
        Paragraph(chapter=Chapter.TABLES, level=0, text="上\x00级\x0b\ufffe<补助> & “收入”\x1b", position=99)
    )
    loaded.forms[0].form.goal = "一\x08二\n三\t四"
    assert "上级 <补助> & “收入”" in [paragraph.text for paragraph in written(loaded).paragraphs]


def test_a_name_of_two_hundred_letters_stands_whole(loaded, tmp_path):
    line = next(line for line in loaded.lines["03"] if len(line.code) == 7)
    line.name = "长" * 200
    loaded.forms[0].form.name = "名" * 200
    assert differences(loaded, read_again(loaded, tmp_path, "docx"), "docx") == []


def test_a_table_of_two_thousand_rows_comes_back_whole(loaded, tmp_path):
    model = type(loaded.lines["03"][-1])
    start = len(loaded.lines["03"])
    loaded.lines["03"] += [
        model(position=start + n, code=f"229{n:04}", name="其他支出", total_expenditure=Decimal(n))
        for n in range(1, 2001)
    ]
    reading = read_again(loaded, tmp_path, "docx")
    assert [line.code for line in reading.statements["03"].lines] == [line.code for line in loaded.lines["03"]]


def test_a_form_of_a_hundred_rows_comes_back_whole(loaded, tmp_path):
    form = loaded.forms[-1]
    form.indicators[:] = [
        PerformanceIndicator(
            form=form.form, position=n, level1="产出指标", level2="数量指标", name=f"办结件数{n}", operator=">=",
            target=str(n), unit="件", actual=str(n), completion="100%", weight="1", score="1",
            deviation={"其他": f"第{n}项的原因。"},
        )
        for n in range(1, 101)
    ]  # fmt: skip
    (*_, read) = read_again(loaded, tmp_path, "docx").forms
    assert [row.indicator.name for row in read.rows] == [one.name for one in form.indicators]
    assert [row.indicator.deviation for row in read.rows] == [one.deviation for one in form.indicators]
