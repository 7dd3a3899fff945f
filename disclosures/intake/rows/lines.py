"""`lines_of`: which maker reads the rows of which statement, and then their figures, once for all makers."""

from collections.abc import Iterator

from disclosures.amounts import Precision
from disclosures.intake.figures import check_sum, take_figures
from disclosures.intake.ledger import Ledger
from disclosures.intake.recognition.fields import Split, Stacked
from disclosures.intake.recognition.recognise import Recognised
from disclosures.intake.rows.account import account_lines
from disclosures.intake.rows.cells import rows_in
from disclosures.intake.rows.classified import classified_lines
from disclosures.intake.rows.economic import economic_lines
from disclosures.intake.rows.neighbours import report_again, report_misplaced
from disclosures.intake.rows.printed import PrintedLine, PrintedRow
from disclosures.intake.rows.split import split_lines
from disclosures.intake.rows.stacked import stacked_lines
from disclosures.intake.rows.three_public import three_public_lines
from disclosures.statements.form_rows import EXPENDITURE, INCOME
from disclosures.statements.lines import AccountLine, ClassifiedLine, StatementLine
from disclosures.statements.models import STATEMENTS, BasicExpenditure


def lines_of(table: Recognised, precision: Precision, ledger: Ledger) -> list[StatementLine]:
    """The lines of the table in the order of the form, not yet saved; amounts in 元, exact."""
    model = STATEMENTS[table.number]
    rows = list(_printed(model, table, ledger))
    for row in rows:
        if isinstance(row, PrintedLine):
            take_figures(row, precision, ledger)
        else:
            check_sum(row, precision, ledger)
    printed = [row for row in rows if isinstance(row, PrintedLine)]
    lines = [row.line for row in printed]
    if issubclass(model, ClassifiedLine) and model is not BasicExpenditure:
        report_again(printed, ledger)
        report_misplaced(lines, ledger)
    for position, line in enumerate(lines, start=1):
        line.position = position
    return lines


def _printed(model: type[StatementLine], table: Recognised, ledger: Ledger) -> Iterator[PrintedRow]:
    panels = [rows_in(panel, fields, table.rows) for panel, fields in zip(table.panels, table.fields, strict=True)]
    fields = table.fields[0]
    if isinstance(fields, Split):
        yield from split_lines(panels[0], fields.parts, ledger)
    elif isinstance(fields, Stacked) and issubclass(model, AccountLine):
        yield from stacked_lines(model, table, fields, panels[0], ledger)
    elif issubclass(model, BasicExpenditure):
        yield from economic_lines(panels, ledger)
    elif issubclass(model, ClassifiedLine):
        yield from classified_lines(model, panels[0], ledger)
    elif issubclass(model, AccountLine):
        for side, rows in zip((INCOME, EXPENDITURE), panels, strict=True):
            yield from account_lines(model, side, rows, table.form_rows(side), ledger)
    else:
        yield from three_public_lines(table, panels[0], ledger)
