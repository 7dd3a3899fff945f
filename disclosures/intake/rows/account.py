"""Two-sided accounts, income on the left and expenditure on the right: tables 01 and 04."""

from collections.abc import Iterator
from itertools import pairwise

from disclosures.documents.items import Cell
from disclosures.intake.ledger import Ledger
from disclosures.intake.rows.cells import TableRow, place_on_form, words
from disclosures.intake.rows.printed import PrintedLine
from disclosures.intake.wording import bare
from disclosures.statements.form_rows import FormRow
from disclosures.statements.lines import AccountLine


def account_lines(
    model: type[AccountLine], side: str, rows: list[TableRow], outline: tuple[FormRow, ...], ledger: Ledger
) -> Iterator[PrintedLine]:
    """The lines of one side; those that print only their number are kept."""
    rests = _rests(rows, outline)
    reached = 0
    for n, row in enumerate(rows):
        if n - 1 in rests or not row.first:
            continue
        name = _whole_name(row, rests.get(n), ledger)
        if reached == len(outline) and name:
            ledger.warn(row.label, "在总计下面，不是这张表的一行，没有读入。")
            continue
        ledger.use(*row.used)
        line = model.new(side=side, name=name, printed_name=name, place=row.first.place)
        line.line = line_number(row.number, ledger)
        form_row = place_on_form(name, outline, reached) if name else None
        if form_row is not None:
            line.item, reached = outline[form_row].key, form_row + 1
        elif name or row.cells:
            ledger.warn(row.label or next(iter(row.cells.values())), "表样里没有这一行；照原样保留。")
        yield PrintedLine(line, row.label, row.cells)


def _whole_name(row: TableRow, rest: Cell | None, ledger: Ledger) -> str:
    """The name with its end from the row below, which is said."""
    if not rest:
        return row.name
    ledger.use(rest)
    ledger.warn(row.label, f"名称断成了两行，和下一行的“{words(rest)}”合为一行读入。")
    return row.name + words(rest)


def _rests(rows: list[TableRow], outline: tuple[FormRow, ...]) -> dict[int, Cell]:
    """Names that a page cut in two: the number of the row above, and the end of its name that stands alone below.

    Neither is a name of the form, and both together are one.
    """
    found: dict[int, Cell] = {}
    for n, (row, below) in enumerate(pairwise(rows)):
        if not (row.label and below.label) or below.number or below.cells:
            continue
        names = row.name, below.name, row.name + below.name
        if [place_on_form(name, outline) is not None for name in names] == [False, False, True]:
            found[n] = below.label
    return found


def line_number(cell: Cell, ledger: Ledger) -> int | None:
    """The printed 行次."""
    if not cell:
        return None
    text = bare(cell.text).removesuffix(".0")
    if text.isdigit() and len(text) < 4:
        return int(text)
    ledger.warn(cell, "行次不是数字。")
    return None
