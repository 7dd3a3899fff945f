"""Workbooks with what nobody sees: it is put aside, and hostile ones cost no more than their own reading."""

import re
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from disclosures.documents.items import Aside, Grid
from disclosures.documents.reading import read, read_document
from tests.documents.making.faults import differences


@pytest.fixture
def book():
    made = Workbook()
    made.active.title = "支出"
    made.active.append(["甲", "乙", "丙"])
    made.active.append([1.25, 2.5, 3.75])
    return made


def shared(string: str, more: str = "") -> dict:
    """Changes that make A1 refer to that string in a part of its own, as Excel writes all texts."""
    part = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    relation = f'<Relationship Id="strings" Type="{part}" Target="sharedStrings.xml"/></Relationships>'

    def refer(sheet: str) -> str:
        changed, count = re.subn('<c r="A1"[^>]*>.*?</c>', '<c r="A1" t="s"><v>0</v></c>', sheet)
        assert count == 1
        return changed

    return {
        "sheet1": refer,
        "workbook.xml.rels": lambda text: text.replace("</Relationships>", relation),
        "sharedStrings": lambda _: f'<sst xmlns="{space}"><si>{string}</si>{more}</sst>',
    }


@pytest.fixture
def items_of(tmp_path):
    """What is read of a workbook, of which both readings must agree; parts can be changed as text after saving."""

    def items(book, **changes):
        path = tmp_path / "a.xlsx"
        book.save(path)
        with ZipFile(path) as archive:
            parts = {name: archive.read(name).decode() for name in archive.namelist()}
        if "sharedStrings" in changes:
            parts.setdefault("xl/sharedStrings.xml", "")
        with ZipFile(path, "w", ZIP_DEFLATED) as archive:
            for name, text in parts.items():
                file = name.rpartition("/")[2]
                change = changes.pop(file, None) or changes.pop(file.removesuffix(".xml"), None)
                archive.writestr(name, change(text) if change else text)
        assert not changes, "a part that is to be changed is not there"
        document = read_document(path)
        assert differences(document) == []
        return document.items

    return items


def texts(items):
    return [[cell.text for cell in row if cell] for item in items if isinstance(item, Grid) for row in item.rows]


def asides(items):
    return [(item.place, item.text) for item in items if isinstance(item, Aside)]


def test_hidden_rows_and_columns_are_put_aside(book, items_of):
    book.active.append([4, 5, 6])
    book.active.row_dimensions[2].hidden = True
    book.active.column_dimensions["B"].hidden = True
    items = items_of(book)
    assert texts(items) == [["甲", "丙"], ["4", "6"]]
    assert asides(items) == [("支出!B1", "乙"), ("支出!A2", "1.25 2.5 3.75"), ("支出!B3", "5")]


def test_a_hidden_sheet_is_put_aside(book, items_of):
    draft = book.create_sheet("底稿")
    draft["A1"] = 9.99
    draft.sheet_state = "veryHidden"
    items = items_of(book)
    assert len(texts(items)) == 2
    assert asides(items) == [("底稿!A1", "9.99")]


def test_what_a_merge_covers_is_put_aside(book, items_of):
    merged = '<mergeCells count="1"><mergeCell ref="A2:B2"/></mergeCells>'
    items = items_of(book, sheet1=lambda text: text.replace("</sheetData>", f"</sheetData>{merged}"))
    assert texts(items) == [["甲", "乙", "丙"], ["1.25", "3.75"]]
    assert asides(items) == [("支出!B2", "2.5")]


def test_zeros_that_the_sheet_does_not_print_are_put_aside(book, items_of):
    book.active["A2"] = 0
    book.active.sheet_view.showZeros = False
    items = items_of(book)
    assert texts(items)[1] == ["2.5", "3.75"]
    assert asides(items) == [("支出!A2", "0")]


def test_note_marks_and_struck_out_text_are_no_part_of_a_figure(book, items_of):
    mark, struck = InlineFont(vertAlign="superscript"), InlineFont(strike=True)
    book.active["A2"] = CellRichText("1,503.55", TextBlock(mark, "1"))
    book.active["B2"] = CellRichText(TextBlock(struck, "9"), "603.11")
    book.active["C2"].font = Font(strike=True)
    items = items_of(book)
    assert texts(items)[1] == ["1,503.55", "603.11"]
    assert asides(items) == [("支出!A2", "1"), ("支出!B2", "9"), ("支出!C2", "3.75")]


def test_how_words_sound_is_no_text(book, items_of):
    sound = '<t>甲</t><rPh sb="0" eb="1"><t>jia 1</t></rPh>'
    items = items_of(book, **shared(sound))
    assert texts(items)[0] == ["甲", "乙", "丙"]


def test_shared_strings_lose_their_note_marks(book, items_of):
    mark = '<r><t>1,503.55</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r>'
    items = items_of(book, **shared(mark))
    assert texts(items)[0] == ["1,503.55", "乙", "丙"]
    assert asides(items) == [("支出!A1", "1")]


@pytest.mark.parametrize("error", ["#REF!", "#DIV/0!"])
def test_an_error_is_kept_and_in_doubt(book, items_of, error):
    book.active["B2"] = error
    (grid,) = items_of(book)
    assert (grid.rows[1][1].text, error in grid.rows[1][1].doubt) == (error, True)


def test_a_format_of_any_length_is_told_to_be_none_that_is_understood(book, items_of):
    book.active["B2"].number_format = "0." + "0" * 10_000
    (grid,) = items_of(book)
    assert (grid.rows[1][1].text, bool(grid.rows[1][1].doubt)) == ("2.5", True)
    assert len(grid.rows[1][1].doubt) < 200


def test_very_many_styles_are_read(book, items_of):
    styles = '<xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0"/>' * 60_000
    (grid,) = items_of(
        book,
        styles=lambda text: text.replace("</cellXfs>", f"{styles}</cellXfs>"),
        sheet1=lambda text: text.replace('r="B2"', 'r="B2" s="59999"'),
    )
    assert grid.rows[1][1].text == "2.50"


def test_very_many_shared_strings_are_read(book, items_of):
    items = items_of(book, **shared("<t>甲</t>", "<si><t>丁</t></si>" * 1_000_000))
    assert texts(items)[0] == ["甲", "乙", "丙"]


def test_a_truth_is_what_the_program_shows(book, tmp_path):
    book.active["A2"] = True
    book.save(tmp_path / "a.xlsx")
    (grid,) = read(tmp_path / "a.xlsx")
    assert grid.rows[1][0].text == "TRUE"
