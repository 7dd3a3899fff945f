"""`lines_of`: which maker reads which statement."""

from collections.abc import Iterator

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
    lines = list(_made(STATEMENTS[table.number], table, precision, ledger))
    for position, line in enumerate(lines, start=1):
        line.position = position
    return lines


def _made(
    model: type[StatementLine], table: Recognised, precision: Precision, ledger: Ledger
) -> Iterator[StatementLine]:
    if isinstance(table.fields[0], Split):
        return split_lines(table, precision, ledger)
    if isinstance(table.fields[0], Stacked) and issubclass(model, AccountLine):
        return stacked_lines(model, table, precision, ledger)
    if issubclass(model, BasicExpenditure):
        return economic_lines(table, precision, ledger)
    if issubclass(model, ClassifiedLine):
        lines = list(classified_lines(model, table, precision, ledger))
        report_misplaced(lines, ledger)
        return iter(lines)
    if issubclass(model, AccountLine):
        return account_lines(model, table, precision, ledger)
    return three_public_lines(table, precision, ledger)
