"""Text in the colour of what is behind it is seen by nobody; where something else may colour the cell, it is read."""

from collections.abc import Iterator
from pathlib import Path

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


HIDING = [
    (WHITE, None),
    (Font(color="FFFEFEFE"), None),
    (Font(color=Color(theme=0)), None),
    (Font(color=Color(indexed=9)), None),
    (WHITE, PatternFill("solid", fgColor="FFFFFFFF")),
    (Font(color="FF808080"), GREY),
]


def seen_in(path: Path, sheet: str = "表") -> tuple[list[str], list[tuple[str, str]]]:
    """Texts that are seen in a sheet, and those put aside for their colour; both readings must agree."""
    document = read_document(path)
    assert differences(document) == []
    grids = [item for item in document.items if isinstance(item, Grid) and item.place == sheet]
    asides = [item for item in document.items if isinstance(item, Aside) and item.reason == SAME_COLOUR]
    return (
        [cell.text for grid in grids for row in grid.rows for cell in row if cell],
        [(one.place, one.text) for one in asides if one.place.startswith(f"{sheet}!")],
    )


def book(*colours: tuple[Font, PatternFill | None]) -> Workbook:
    """A sheet for each: the first is called 表, the others 表2 and so on."""
    made = Workbook()
    made.remove(made.active)
    for number, (font, fill) in enumerate(colours, start=1):
        sheet = made.create_sheet(f"表{number}" if number > 1 else "表")
        sheet.append(["支出", 12.5, 3.25])
        sheet["B1"].font = font
        if fill:
            sheet["B1"].fill = fill
    return made


@pytest.mark.parametrize(("font", "fill"), HIDING)
def test_text_in_the_colour_of_its_cell_is_put_aside(tmp_path, font, fill):
    path = tmp_path / "a.xlsx"
    book((font, fill)).save(path)
    assert seen_in(path) == (["支出", "3.25"], [("表!B1", "12.5")])


@pytest.fixture(scope="module")
def opendocument(tmp_path_factory) -> Iterator[Path]:
    """All of them in one file, as LibreOffice saves it."""
    path = tmp_path_factory.mktemp("colours") / "a.xlsx"
    book(*HIDING).save(path)
    with converted(path, ".ods") as file:
        yield file


@pytest.mark.parametrize("sheet", ["表", *(f"表{number}" for number in range(2, len(HIDING) + 1))])
def test_it_is_put_aside_in_an_opendocument_sheet_too(opendocument, sheet):
    assert seen_in(opendocument, sheet) == (["支出", "3.25"], [(f"{sheet}!B1", "12.5")])


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
    book((font, fill)).save(path)
    assert seen_in(path) == (["支出", "12.5", "3.25"], [])


def test_a_condition_may_colour_the_cell(tmp_path):
    made = book((WHITE, None))
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
