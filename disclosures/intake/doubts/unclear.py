"""What a reading leaves in doubt, as rows that are kept with the disclosure until somebody has compared them."""

from collections.abc import Iterator

from disclosures.intake.ledger import Doubt
from disclosures.intake.parts import Reading
from disclosures.statements.lines import StatementLine
from disclosures.statements.scans.unclear import Settled, Unclear, figure_in


def unclear_in(reading: Reading) -> Iterator[Unclear]:
    """A row for each doubt, with the figure that it became; those that other figures confirm are settled."""
    for position, doubt in enumerate(reading.ledger.doubts, start=1):
        line, column = reading.ledger.taken.get(doubt.place, (None, ""))
        row = Unclear(position=position, settled=_settled(doubt))
        row.place, row.text, row.reason = doubt.place[:200], doubt.text, doubt.reason[:500]
        row.picture, row.verdict = doubt.picture, doubt.verdict
        if isinstance(line, StatementLine):
            row.number, row.row, row.column = line.number, line.key[:60], column
            row.figure = figure_in(line, column) if doubt.is_settled else ""
        yield row


def _settled(doubt: Doubt) -> Settled:
    if not doubt.text and not doubt.picture:
        return Settled.NEEDLESS
    return Settled.BY_SUM if doubt.is_settled else Settled.OPEN
