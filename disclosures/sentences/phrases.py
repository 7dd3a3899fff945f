"""Small pieces of the text: amounts in the document's unit, shares, and changes against another year or the budget."""

from dataclasses import dataclass
from decimal import Decimal

from disclosures.amounts import Precision, printed, rounded


@dataclass(frozen=True)
class Wording:
    """How a document says its figures: in its own unit and decimals, without thousands separators."""

    precision: Precision

    def amount(self, value: Decimal) -> str:
        """ "1262.08万元"; `value` is 元, exact."""
        return printed(value, self.precision.unit, self.precision.decimals, grouping=False) + self.precision.unit

    def change(self, now: Decimal, before: Decimal) -> str:
        """ "减少331.83万元，降低20.82%", from exact amounts in 元."""
        if now == before:
            return "持平"
        verb, rate = ("增加", "增长") if now > before else ("减少", "降低")
        if rounded(before, self.precision) <= 0:
            return f"{verb}{self.amount(abs(now - before))}，基数为0，不可比"
        return f"{verb}{self.amount(abs(now - before))}，{rate}{percent(abs(now - before), before)}"

    def share(self, part: Decimal, whole: Decimal, of: str) -> str:
        """ "，占收入总计的49.66%"; nothing where the whole prints as nothing."""
        return f"，占{of}的{percent(part, whole)}" if rounded(whole, self.precision) > 0 else ""

    def completion(self, actual: Decimal, budget: Decimal) -> str:
        """ "，完成年初预算的108.30%"; nothing where the budget prints as nothing."""
        return f"，完成年初预算的{percent(actual, budget)}" if rounded(budget, self.precision) > 0 else ""


def percent(part: Decimal, whole: Decimal) -> str:
    """ "49.66%", from exact amounts; without a whole there is no share to speak of."""
    return f"{part / whole * 100:.2f}%" if whole else "0.00%"
