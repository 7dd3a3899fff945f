"""Text in the colour of what is behind it is seen by nobody; where something else may colour the cell, it is read."""

import pytest
import xlwt
from openpyxl import Workbook
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Color, Font, PatternFill

from disclosures.documents.converted.office import converted
from disclosures.documents.items import Aside, Grid
from disclosures.documents.reading import read_document
from disclosures.documents.sheets.seen import SAME_COLOUR
from tests.documents.making.faults import differences

WHITE = Font(color="FFFFFFFF")
GREY = PatternFill("solid", fgColor="FF808080")


def seen_in(path) -> tuple[list[str], list[tuple[str, str]]]:
    """Texts that are seen, and those put aside for their colour; both readings must agree."""
    document = read_document(path)
    assert differences(document) == []
    seen = [cell.text for grid in document.items if isinstance(grid, Grid) for row in grid.rows for cell in row if cell]
    return seen, [
        (one.place, one.text) for one in document.items if isinstance(one, Aside) and one.reason == SAME_COLOUR
    ]


def book(font: Font, fill: PatternFill | None = None) -> Workbook:
    made = Workbook()
    made.active.title = "表"
    made.active.append(["支出", 12.5, 3.25])
    made.active["B1"].font = font
    if fill:
        made.active["B1"].fill = fill
    return made


@pytest.mark.parametrize(
    ("font", "fill"),
    [
        (WHITE, None),
        (Font(color="FFFEFEFE"), None),
        (Font(color=Color(theme=0)), None),
        (Font(color=Color(indexed=9)), None),
        (WHITE, PatternFill("solid", fgColor="FFFFFFFF")),
        (Font(color="FF808080"), GREY),
    ],
)
@pytest.mark.parametrize("ending", [".xlsx", ".ods"])
def test_text_in_the_colour_of_its_cell_is_put_aside(tmp_path, font, fill, ending):
    path = tmp_path / "a.xlsx"
    book(font, fill).save(path)
    if ending == ".xlsx":
        assert seen_in(path) == (["支出", "3.25"], [("表!B1", "12.5")])
        return
    with converted(path, ending) as file:
        assert seen_in(file) == (["支出", "3.25"], [("表!B1", "12.5")])


@pytest.mark.parametrize(
    ("font", "fill"),
    [
        (WHITE, GREY),
        (WHITE, PatternFill("lightGrid", fgColor="FF000000")),
        (Font(color=Color(theme=0, tint=-0.5)), None),
        (Font(color="FF000000"), None),
        (Font(), PatternFill("solid", fgColor="FFFFFFFF")),
    ],
)
def test_text_that_stands_off_is_read(tmp_path, font, fill):
    path = tmp_path / "a.xlsx"
    book(font, fill).save(path)
    assert seen_in(path) == (["支出", "12.5", "3.25"], [])


def test_a_condition_may_colour_the_cell(tmp_path):
    made = book(WHITE)
    made.active.conditional_formatting.add("B1", CellIsRule("greaterThan", ["0"], fill=GREY))
    made.save(tmp_path / "a.xlsx")
    assert seen_in(tmp_path / "a.xlsx") == (["支出", "12.5", "3.25"], [])


@pytest.mark.parametrize(
    ("style", "seen", "aside"),
    [
        ("font: colour white", ["支出", "3.25"], ["12.5"]),
        ("font: colour red; pattern: pattern solid, fore_colour red", ["支出", "3.25"], ["12.5"]),
        ("font: colour white; pattern: pattern solid, fore_colour red", ["支出", "12.5", "3.25"], []),
    ],
)
def test_so_in_an_old_workbook(tmp_path, style, seen, aside):
    made = xlwt.Workbook()
    sheet = made.add_sheet("表")
    sheet.write(0, 0, "支出")
    sheet.write(0, 1, 12.5, xlwt.easyxf(style))
    sheet.write(0, 2, 3.25)
    made.save(str(tmp_path / "a.xls"))
    found, put_aside = seen_in(tmp_path / "a.xls")
    assert (found, [text for _, text in put_aside]) == (seen, aside)
