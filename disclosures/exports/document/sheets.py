"""Tables and forms on sheets of their own: what stands above and below them, and which way the sheet lies."""

from disclosures.exports.document.forms import TITLES as FORM_TITLES
from disclosures.exports.document.forms import form_grid
from disclosures.exports.document.grid import CENTER, LEFT, RIGHT, Box, Grid
from disclosures.exports.document.paper import LYING, TABLES, TITLES, UPRIGHT, Paper, Sheet
from disclosures.exports.document.statement import grid_of, is_wide, official
from disclosures.exports.document.widths import widths_of
from disclosures.exports.document.wordml import paragraph, run, table
from disclosures.exports.table.xlsx_sheet import width_of
from disclosures.statements.loaded import Form, LoadedDisclosure
from disclosures.tables.table import Table

_SIZE, _SMALL, _SMALLEST = 9, 8, 7  # points: of most tables, of those with many columns, of forms
_MANY = 8  # columns
_CAPTION, _NOTE = 36, 10  # millimetres of a sheet that the caption and each note take
_LOWEST, _HIGHEST = 4.2, 7  # millimetres of a row
_ONE_LINE = 90  # half-width letters of a unit's name that leave room beside it


def write_statement(paper: Paper, loaded: LoadedDisclosure, number: str) -> None:
    """公开`number`表 on sheets of its own."""
    own = loaded.table(number)
    shown = official(own)
    sheet = LYING if is_wide(shown) else UPRIGHT
    paper.write(_line(shown.title, CENTER, size=16, font=TITLES), _line(f"公开{number}表", RIGHT))
    paper.write(*_unit_and_year(shown))
    grid = grid_of(shown, own)
    notes = _notes(shown)
    around = _CAPTION + _NOTE * len(notes)
    _write_grid(paper, grid, _SMALL if grid.width > _MANY else _SIZE, sheet, around)
    paper.write(*map(_note, notes))
    paper.turn(sheet)


def write_form(paper: Paper, form: Form, loaded: LoadedDisclosure) -> None:
    """A self-evaluation form on sheets of its own."""
    year = loaded.disclosure.year
    paper.write(_line(FORM_TITLES[form.form.kind], CENTER, size=16, font=TITLES), _line(f"（{year}年度）", CENTER))
    _write_grid(paper, form_grid(form, loaded.disclosure.precision), _SMALLEST, LYING, _CAPTION)
    paper.turn(LYING)


def write_units(paper: Paper, names: list[str]) -> None:
    """The units in scope, where the text does not name them."""
    grid = Grid(2, head=1)
    grid.add(Box("序号"), Box("单位名称"))
    for number, name in enumerate(names, start=1):
        grid.add(Box(str(number), side=CENTER), Box(name))
    paper.write(table(grid, [16, 120], 12))


def _write_grid(paper: Paper, grid: Grid, size: float, sheet: Sheet, around: float) -> None:
    """The grid as wide as the sheet, its rows as high as lets it stand on one, within bounds."""
    height = min(max((sheet.height - around) / len(grid.rows), _LOWEST), _HIGHEST)
    paper.write(table(grid, widths_of(grid, sheet.width, size), size, height))


def _unit_and_year(shown: Table) -> list[str]:
    """单位, 年度 and 金额单位 on one line; a long name has one of its own."""
    name = f"单位：{shown.unit_name}" if shown.unit_name else ""
    year, money = f"{shown.year} 年度", f"金额单位：{shown.unit}"
    if not name:
        return [_line(year), _line(money, RIGHT)]
    if width_of(name) > _ONE_LINE:
        return [_line(name), _line(year), _line(money, RIGHT)]
    return [_line(f"{name}　　{year}"), _line(money, RIGHT)]


def _notes(shown: Table) -> list[str]:
    """What the form prints below: its notes, and why it is empty where they do not say so."""
    said = "\n".join(shown.notes)
    reasons = shown.empty_reason.splitlines() if shown.is_declared_empty else []
    return [*shown.notes, *(reason for reason in reasons if reason not in said)]


def _note(words: str) -> str:
    """A note, set in and apart from others, so that each shows where it begins; no page parts them."""
    properties = '<w:keepNext/><w:keepLines/><w:spacing w:before="200"/><w:ind w:firstLine="400"/>'
    return paragraph(run(words, size=10), properties, "TableText")


def _line(words: str, side: str = LEFT, *, size: float = 10, font: str = TABLES) -> str:
    return paragraph(
        run(words, font=font, size=size), f'<w:spacing w:before="40" w:after="40"/><w:jc w:val="{side}"/>', "TableText"
    )
