"""The workbook of a disclosure: a sheet for each table and each form, with numbers, and whose and what it is."""

import io

import pytest
from openpyxl import load_workbook

from disclosures.demo.made_up import make_up
from disclosures.exports.document.workbook import document_xlsx
from disclosures.exports.document.writing import DRAFT
from disclosures.statements.models import STATEMENTS, State
from tests.exports.document.round_trip import DIGEST, loaded_made_up

SITE = "https://example.org"


@pytest.fixture
def loaded():
    return loaded_made_up(make_up(1))


def sheets(loaded) -> dict:
    return {sheet.title: sheet for sheet in load_workbook(io.BytesIO(document_xlsx(loaded, SITE)))}


def texts(sheet) -> list:
    return [cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None]


def test_each_table_and_each_form_has_a_sheet(loaded):
    tables = [f"公开{number}表" for number in STATEMENTS]
    forms = [f"绩效自评表{position + 1}" for position in range(len(loaded.forms))]
    assert forms
    assert list(sheets(loaded)) == [*tables, *forms]


def test_a_form_has_its_title_its_labels_and_its_figures_as_numbers(loaded):
    own = loaded.forms[0]
    found = texts(sheets(loaded)["绩效自评表1"])
    assert found[:2] == ["部门（单位）整体绩效自评表", f"（{loaded.disclosure.year}年度）"]
    assert "全年完成值" in found
    weights = [indicator.weight for indicator in own.indicators if indicator.weight.isdigit()]
    assert weights
    assert {int(weight) for weight in weights} <= {value for value in found if isinstance(value, int)}


def test_headings_that_stay_the_same_are_merged(loaded):
    sheet = sheets(loaded)["绩效自评表1"]
    head = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "未完成原因分析")
    area = next(area for area in sheet.merged_cells.ranges if head.coordinate in area)
    assert (area.max_col - area.min_col, area.max_row - area.min_row) == (5, 0)


def test_every_sheet_says_where_it_comes_from(loaded):
    last = {name: texts(sheet)[-1] for name, sheet in sheets(loaded).items()}
    page = f"{SITE}/units/{loaded.disclosure.unit.slug}/{loaded.disclosure.year}.r1"
    assert last["公开03表"] == f"来源：{page}/tables/03/，第 1 版，SHA-256 {DIGEST}"
    assert last["绩效自评表2"] == f"来源：{page}/performance/2/，第 1 版，SHA-256 {DIGEST}"


def test_every_sheet_of_a_draft_says_that_it_is_one(loaded):
    loaded.disclosure.state, loaded.disclosure.digest = State.DRAFT, ""
    for sheet in sheets(loaded).values():
        assert texts(sheet)[-1] == "本文件按草稿的数据编排，没有发布，没有校验码。"
        assert sheet.oddHeader.center.text == DRAFT


def test_the_same_revision_always_gives_the_same_bytes(loaded):
    assert document_xlsx(loaded, SITE) == document_xlsx(loaded, SITE)
