"""From exact amounts to the lines of the official tables, each printed figure rounded on its own."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from disclosures.amounts import Precision, rounded
from disclosures.classification.codes import parents_of
from disclosures.demo.exact import NOTHING
from disclosures.statements.lines import StatementLine

Amounts = Mapping[str, Decimal]

Line = TypeVar("Line", bound=StatementLine)


@dataclass(frozen=True)
class Rounding:
    """How one table prints: its unit and decimals, and whether nothing is 0.00 or blank."""

    precision: Precision
    with_zeros: bool

    def figure(self, value: Decimal) -> Decimal | None:
        """元 as printed; what is too little for the last decimal is 0.00, what is nothing may be blank."""
        return rounded(value, self.precision) if value or self.with_zeros else None

    def fill(self, line: Line, amounts: Amounts, columns: Iterable[str]) -> Line:
        """Give the line the figures of these columns."""
        for column in columns:
            setattr(line, column, self.figure(amounts.get(column, NOTHING)))
        return line


def by_code(entries: Iterable[tuple[str, Amounts]]) -> dict[str, dict[str, Decimal]]:
    """Sums by code: the total ("") first, then each class with its sections and items; 元, exact."""
    sums: dict[str, dict[str, Decimal]] = defaultdict(lambda: defaultdict(lambda: NOTHING))
    sums[""]  # is printed even where there is nothing
    for code, amounts in entries:
        if any(amounts.values()):
            for key in ("", *parents_of(code), code):
                for column, value in amounts.items():
                    sums[key][column] += value
    return {code: dict(sums[code]) for code in sorted(sums)}


def numbered(lines: Iterable[StatementLine]) -> Iterator[StatementLine]:
    """The lines with their positions, and with their names as they are printed."""
    for position, line in enumerate(lines, start=1):
        line.position, line.printed_name = position, line.name
        yield line
