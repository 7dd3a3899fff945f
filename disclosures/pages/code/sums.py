"""Codes in a list, each with what all units together print under it."""

from dataclasses import dataclass
from decimal import Decimal

from disclosures.addresses import links
from disclosures.pages.code.figures import AmountWriter
from disclosures.pages.code.names import UNKNOWN, NamedCode
from disclosures.pages.shared.shares import bar_width
from disclosures.publication.totals.ranking import Sums


@dataclass(frozen=True)
class CodeSum:
    """A code with its sum as text and how many units print it; `width` compares it with the largest of the list."""

    named: NamedCode
    href: str
    amount: str
    units: int
    width: Decimal | None


def code_sums(
    scheme: str, names: dict[str, NamedCode], sums: dict[str, Sums], writer: AmountWriter
) -> tuple[CodeSum, ...]:
    """Every code that has a name or a sum, in the order of the codes."""
    largest = max((total.amount for total in sums.values()), default=None)

    def row(code: str) -> CodeSum:
        named, total = names.get(code) or NamedCode(code, str(UNKNOWN)), sums.get(code)
        amount = total.amount if total else None
        href = links.code(scheme, code)
        return CodeSum(named, href, writer.text(amount), total.units if total else 0, bar_width(amount, largest))

    return tuple(row(code) for code in sorted({*names, *sums}))
