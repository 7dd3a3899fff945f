"""Two-sided accounts, income on the left and expenditure on the right: tables 01 and 04."""

from collections.abc import Iterator

from disclosures.amounts import Precision
from disclosures.documents.items import Cell
from disclosures.intake.ledger import Ledger
from disclosures.intake.recognition.fields import Fields
from disclosures.intake.recognition.heads import Panel
from disclosures.intake.recognition.recognise import Recognised
from disclosures.intake.rows.cells import at, figures_in, first_place, place_on_form, take_figures, words
from disclosures.intake.wording import bare
from disclosures.statements.form_rows import EXPENDITURE, INCOME
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
    reached = 0
    for row in table.rows:
        label, number, figures = at(row, panel.name), at(row, panel.line), figures_in(row, fields)
        if not (label or number or figures):
            continue
        name = words(label)
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


def line_number(cell: Cell | None, ledger: Ledger) -> int | None:
    """The printed 行次."""
    if not cell:
        return None
    text = bare(cell.text).removesuffix(".0")
    if text.isdigit() and len(text) < 4:
        return int(text)
    ledger.warn(cell, "行次不是数字。")
    return None
