"""`lines_of`: which maker reads which statement."""

from disclosures.amounts import Precision
from disclosures.intake.ledger import Ledger
from disclosures.intake.recognition.fields import Split, Stacked
from disclosures.intake.recognition.recognise import Recognised
from disclosures.intake.rows.account import account_lines
from disclosures.intake.rows.classified import classified_lines
from disclosures.intake.rows.economic import economic_lines
from disclosures.intake.rows.neighbours import report_misplaced
from disclosures.intake.rows.split import split_lines
from disclosures.intake.rows.stacked import stacked_lines
from disclosures.intake.rows.three_public import three_public_lines
from disclosures.statements.lines import AccountLine, ClassifiedLine, StatementLine
from disclosures.statements.models import STATEMENTS, BasicExpenditure


def lines_of(table: Recognised, precision: Precision, ledger: Ledger) -> list[StatementLine]:
    """The lines of the table in the order of the form, not yet saved; amounts in 元, exact."""
    model = STATEMENTS[table.number]
    if isinstance(table.fields[0], Split):
        lines = split_lines(table, precision, ledger)
    elif isinstance(table.fields[0], Stacked):
        lines = stacked_lines(model, table, precision, ledger)
    elif issubclass(model, BasicExpenditure):
        lines = economic_lines(table, precision, ledger)
    elif issubclass(model, ClassifiedLine):
        lines = list(classified_lines(model, table, precision, ledger))
        report_misplaced(lines, ledger)
    elif issubclass(model, AccountLine):
        lines = account_lines(model, table, precision, ledger)
    else:
        lines = three_public_lines(table, precision, ledger)
    lines = list(lines)
    for position, line in enumerate(lines, start=1):
        line.position = position
    return lines
