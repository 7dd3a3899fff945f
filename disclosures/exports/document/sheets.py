"""Tables and forms on sheets of their own: what stands above and below them, and which way the sheet lies."""

from math import ceil

from disclosures.exports.document.grids.fitting import fitted
from disclosures.exports.document.grids.forms import TITLES as FORM_TITLES
from disclosures.exports.document.grids.forms import form_grid
from disclosures.exports.document.grids.grid import CENTER, LEFT, RIGHT, Box, Grid
from disclosures.exports.document.grids.statement import grid_of, is_wide, official
from disclosures.exports.document.grids.widths import POINT
from disclosures.exports.document.paper import LYING, TABLES, TITLES, UPRIGHT, Paper, Sheet
from disclosures.exports.document.wordml import marked, paragraph, run, table, twips
from disclosures.exports.table.xlsx_sheet import width_of
from disclosures.statements.loaded import Form, LoadedDisclosure
from disclosures.tables.table import Table

_SIZES, _FORM_SIZES = (10, 9.5, 9, 8.5, 8, 7.5, 7), (7, 6.5)  # points, the largest that lets all stand on a sheet
_CAPTION, _HEADING = 32, 20  # millimetres of a sheet that the caption takes, and a heading of all tables above it
_HIGH = 8  # millimetres of a row among text
_NOTE_LINE, _BETWEEN_NOTES, _NOTE_SIZE = 5.2, 3.6, 10  # millimetres, and points
_ONE_LINE = 90  # half-width letters of a unit's name that leave room beside it


def write_statement(paper: Paper, loaded: LoadedDisclosure, number: str, *, is_headed: bool, mark: str = "") -> None:
    """公开`number`表 on sheets of its own; `is_headed` if a heading of all tables stands on the first already."""
    own = loaded.table(number)
    shown = official(own)
    sheet = LYING if is_wide(shown) else UPRIGHT
    paper.write(_line(shown.title, CENTER, size=16, font=TITLES, mark=mark), _line(f"公开{number}表", RIGHT))
    paper.write(*_unit_and_year(shown, sheet))
    _write_grid(paper, grid_of(shown, own), sheet, _SIZES, _around(is_headed, shown.remarks, sheet))
    paper.write(*map(_note, shown.remarks))
    paper.turn(sheet)


def write_form(paper: Paper, form: Form, loaded: LoadedDisclosure, *, is_headed: bool) -> None:
    """A self-evaluation form on sheets of its own; `is_headed` as above."""
    year = loaded.disclosure.year
    paper.write(_line(FORM_TITLES[form.form.kind], CENTER, size=16, font=TITLES), _line(f"（{year}年度）", CENTER))
    grid = form_grid(form, loaded.disclosure.precision)
    _write_grid(paper, grid, LYING, _FORM_SIZES, _around(is_headed, [], LYING))
    paper.turn(LYING)


def write_units(paper: Paper, names: list[str]) -> None:
    """The units in scope, where the text does not name them."""
    grid = Grid(2, head=1)
    grid.add(Box("序号"), Box("单位名称"))
    for number, name in enumerate(names, start=1):
        grid.add(Box(str(number), side=CENTER), Box(name))
    paper.write(table(grid, [16, 120], 12, _HIGH))


def _write_grid(paper: Paper, grid: Grid, sheet: Sheet, sizes: tuple[float, ...], around: float) -> None:
    """The grid as wide as the sheet, and on one where there is a way; `around` is what else stands there."""
    chosen = fitted(grid, sheet.width, sheet.height - around, sizes)
    paper.write(table(grid, chosen.widths, chosen.size, chosen.height))


def _around(is_headed: bool, notes: list[str], sheet: Sheet) -> float:
    """Millimetres of a sheet that are not the table's."""
    letters = int(sheet.width / (_NOTE_SIZE * POINT / 2))
    lines = sum(ceil((width_of(note) + 4) / letters) for note in notes)
    return _CAPTION + _HEADING * is_headed + _NOTE_LINE * lines + _BETWEEN_NOTES * len(notes)


def _unit_and_year(shown: Table, sheet: Sheet) -> list[str]:
    """单位, 年度 and 金额单位 on one line; a long name has one of its own."""
    name = f"单位：{shown.unit_name}" if shown.unit_name else ""
    year, money = f"{shown.year} 年度", f"金额单位：{shown.unit}"
    if width_of(name) > _ONE_LINE:
        return [_line(name), _between(year, money, sheet)]
    return [_between(f"{name}　　{year}" if name else year, money, sheet)]


def _note(words: str) -> str:
    """A note, set in and apart from others, so that each shows where it begins; no page parts them."""
    properties = '<w:keepNext/><w:keepLines/><w:spacing w:before="200"/><w:ind w:firstLine="400"/>'
    return paragraph(run(words, size=_NOTE_SIZE), properties, "TableText")


def _between(left: str, right: str, sheet: Sheet) -> str:
    """A line with words at both of its ends."""
    stop = f'<w:tabs><w:tab w:val="right" w:pos="{twips(sheet.width)}"/></w:tabs>'
    inside = run(f"{left}\t{right}", font=TABLES, size=10)
    return paragraph(inside, f'{stop}<w:spacing w:before="40" w:after="40"/>', "TableText")


def _line(words: str, side: str = LEFT, *, size: float = 10, font: str = TABLES, mark: str = "") -> str:
    inside = marked(run(words, font=font, size=size), mark)
    return paragraph(inside, f'<w:spacing w:before="40" w:after="40"/><w:jc w:val="{side}"/>', "TableText")
