"""Two-sided accounts, income on the left and expenditure on the right: tables 01 and 04."""

from collections.abc import Iterator
from itertools import pairwise

from disclosures.amounts import Precision
from disclosures.documents.items import Cell
from disclosures.intake.ledger import Ledger
from disclosures.intake.recognition.blocks import Row
from disclosures.intake.recognition.fields import Fields
from disclosures.intake.recognition.heads import Panel
from disclosures.intake.recognition.recognise import Recognised
from disclosures.intake.rows.cells import at, figures_in, first_place, place_on_form, take_figures, words
from disclosures.intake.wording import bare
from disclosures.statements.form_rows import EXPENDITURE, INCOME, FormRow
from disclosures.statements.lines import AccountLine


def account_lines(
    model: type[AccountLine], table: Recognised, precision: Precision, ledger: Ledger
) -> Iterator[AccountLine]:
    """All lines of the left side, then all of the right; lines that print only their number are kept."""
    for side, panel, fields in zip((INCOME, EXPENDITURE), table.panels, table.fields, strict=True):
        yield from _side(model, side, panel, fields, table, precision, ledger)


def _side(
    model: type[AccountLine],
    side: str,
    panel: Panel,
    fields: Fields,
    table: Recognised,
    precision: Precision,
    ledger: Ledger,
) -> Iterator[AccountLine]:
    outline = table.form_rows(side)
    rests = _rests(table.rows, panel, fields, outline)
    reached = 0
    for n, row in enumerate(table.rows):
        label, number, figures = at(row, panel.name), at(row, panel.line), figures_in(row, fields)
        if n - 1 in rests or not (label or number or figures):
            continue
        name = _whole_name(label, rests.get(n), ledger)
        if reached == len(outline) and name:
            ledger.warn(label, "在总计下面，不是这张表的一行，没有读入。")
            continue
        ledger.use(*(cell for cell in (label, number) if cell))
        line = model.new(side=side, name=name, printed_name=name, place=first_place([label, number, *figures]))
        line.line = line_number(number, ledger)
        form_row = place_on_form(name, outline, reached) if name else None
        if form_row is not None:
            line.item, reached = outline[form_row].key, form_row + 1
        elif name or figures:
            ledger.warn(label or figures[0], "表样里没有这一行；照原样保留。")
        take_figures(line, row, fields, precision, ledger)
        yield line


def _whole_name(label: Cell | None, rest: Cell | None, ledger: Ledger) -> str:
    """The name with its end from the row below, which is said."""
    if not rest:
        return words(label)
    ledger.use(rest)
    ledger.warn(label, f"名称断成了两行，和下一行的“{words(rest)}”合为一行读入。")
    return words(label) + words(rest)


def _rests(rows: list[Row], panel: Panel, fields: Fields, outline: tuple[FormRow, ...]) -> dict[int, Cell]:
    """Names that a page cut in two: the number of the row above, and the end of its name that stands alone below.

    Neither is a name of the form, and both together are one.
    """
    found: dict[int, Cell] = {}
    for n, (row, below) in enumerate(pairwise(rows)):
        label, rest = at(row, panel.name), at(below, panel.name)
        if not (label and rest) or at(below, panel.line) or figures_in(below, fields):
            continue
        names = words(label), words(rest), words(label) + words(rest)
        if [place_on_form(name, outline) is not None for name in names] == [False, False, True]:
            found[n] = rest
    return found


def line_number(cell: Cell | None, ledger: Ledger) -> int | None:
    """The printed 行次."""
    if not cell:
        return None
    text = bare(cell.text).removesuffix(".0")
    if text.isdigit() and len(text) < 4:
        return int(text)
    ledger.warn(cell, "行次不是数字。")
    return None
