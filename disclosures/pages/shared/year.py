"""The nine tables of one disclosure in memory, and how to find a figure in them by what the forms call it."""

from decimal import Decimal

from disclosures.amounts import Precision
from disclosures.statements.lines import AccountLine, StatementLine
from disclosures.statements.models import STATEMENTS, Disclosure, StatementHead


class Found:
    """A figure of a line: 元, exact, with its text as published; `line` is where it stands."""

    def __init__(self, line: StatementLine, column: str, precision: Precision):
        self.line, self.column = line, column
        self.value: Decimal = getattr(line, column)
        self.text = line.text(column, precision)
        self.unit = precision.unit


class Year:
    """All lines and heads, fetched in ten queries."""

    def __init__(self, disclosure: Disclosure):
        self.disclosure = disclosure
        self.lines = {number: list(disclosure.lines(number)) for number in STATEMENTS}
        self.heads = {head.number: head for head in StatementHead.objects.filter(disclosure=disclosure)}

    def head(self, number: str) -> StatementHead:
        """What is printed around a table; a blank one where nothing is known of it."""
        return self.heads.get(number) or StatementHead()

    def precision(self, number: str) -> Precision:
        """How the table prints its amounts."""
        return self.head(number).precision_in(self.disclosure)

    def line(self, number: str, key: str) -> StatementLine | None:
        """The line of a table by the key of its row: `total`, a code, or the item of an account as `side:item`."""
        return next((line for line in self.lines[number] if key == _key(line)), None)

    def figure(self, number: str, key: str, column: str) -> Found | None:
        """The figure there; None where the table has no such line or prints nothing there."""
        line = self.line(number, key)
        if line is None or getattr(line, column) is None:
            return None
        return Found(line, column, self.precision(number))

    def of_line(self, number: str, key: str) -> list[Found]:
        """Every figure that the line prints, in the order of the columns."""
        names = (column.name for column in STATEMENTS[number].columns())
        return [found for name in names if (found := self.figure(number, key, name))]


def _key(line: StatementLine) -> str:
    return f"{line.side}:{line.item}" if isinstance(line, AccountLine) else line.key
