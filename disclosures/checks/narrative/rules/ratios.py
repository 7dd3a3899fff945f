"""A printed percentage against the division it stands for: exact fractions, every operand within half its last step."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import product

from disclosures.amounts import Outcome
from disclosures.checks.figures import Figure, Unit
from disclosures.checks.labels import Computed, Named
from disclosures.checks.narrative.rules.operands import Operand
from disclosures.checks.outcomes import Result, Severity, best
from disclosures.checks.wording.relations import Relation

HUNDRED = 100
NO_BASE = "D4"  # the rule under which a percentage of nothing is found, whatever it is a percentage of
Values = tuple[Fraction, ...]


@dataclass(frozen=True)
class Ratio:
    """A way to compute a percentage; `words` say it with the operands, as in “甲 1.00 万元 ÷ 乙 2.00 万元”."""

    above: Callable[[Values], Fraction]
    below: Callable[[Values], Fraction]
    words: str


@dataclass(frozen=True)
class Try:
    """A ratio with the operands that are put into it."""

    ratio: Ratio
    operands: tuple[Operand, ...]

    @property
    def values(self) -> Values:
        """元, exact."""
        return tuple(Fraction(operand.value) for operand in self.operands)

    @property
    def has_base(self) -> bool:
        """Whether the denominator, computed from what is printed, is other than zero; no tolerance helps it."""
        return self.ratio.below(self.values) != 0

    def percent(self, values: Values) -> Fraction | None:
        below = self.ratio.below(values)
        return HUNDRED * self.ratio.above(values) / below if below else None

    def rounded(self, decimals: int) -> Decimal:
        """What should be printed: the percentage of the printed operands, rounded half up."""
        exact = self.percent(self.values)
        with_guard = Decimal(exact.numerator) / Decimal(exact.denominator)
        return with_guard.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)

    def spread(self) -> tuple[Fraction, Fraction | None]:
        """The smallest and the largest percentage that the true operands may have; percent, exact.

        None where the base may be next to nothing, of which anything may be any percentage.
        """
        corners = list(self._corners())
        percents = [found for corner in corners if (found := self.percent(corner)) is not None]
        bases = [self.ratio.below(corner) for corner in corners]
        has_end = min(bases) > 0 or max(bases) < 0
        return min(percents), max(percents) if has_end else None

    def _corners(self) -> Iterator[Values]:
        ranges = []
        for operand in self.operands:
            value, half = Fraction(operand.value), Fraction(operand.figure.half_step)
            around_nothing = (
                (Fraction(0),) if -half < value < half else ()
            )  # where a change turns, and its size is least
            ranges.append((value - half, *around_nothing, value + half) if half else (value,))
        return product(*ranges)


def check_ratio(rule: str, printed: Figure, decimals: int, tries: Sequence[Try]) -> Result:
    """The best of several ways to explain the percentage; `tries` have at least one with a base."""
    results = []
    for one in tries:
        if one.has_base:
            results.append(_tried(rule, printed, decimals, one))
            if results[-1].outcome == Outcome.EQUAL:
                break
    return best(results)


def _tried(rule: str, printed: Figure, decimals: int, one: Try) -> Result:
    value = one.rounded(decimals)
    bound, outcome = printed.half_step, Outcome.EQUAL
    if value != printed.value:
        low, high = one.spread()
        step, said = Fraction(printed.half_step), Fraction(printed.value)
        high = max(said, Fraction(value)) if high is None else high
        outcome = Outcome.ROUNDING if low - step <= said <= high + step else Outcome.BROKEN
        bound = _decimal(max(high - Fraction(value), Fraction(value) - low) + step)
    formula = Computed(one.ratio.words, tuple((operand.figure.label, operand.figure.text) for operand in one.operands))
    computed = Figure(value, formula, f"{value}%", Unit.PERCENT)
    parts = tuple(part for operand in one.operands for part in operand.parts)
    return Result(rule, outcome, Relation.RATIO, printed, computed, bound, parts)


def no_base(printed: Figure, base: str, operands: Sequence[Operand]) -> Result:
    """D4: a percentage was printed although what it is a percentage of is zero."""
    parts = tuple(part for operand in operands for part in operand.parts)
    right = Figure(None, Named(base), "0", Unit.YUAN)
    relation, severity = Relation.OVER_NOTHING, Severity.WARNING
    return Result(NO_BASE, Outcome.BROKEN, relation, printed, right, parts=parts, severity=severity)


def is_below_print(printed: Figure, change: Figure) -> bool:
    """Whether the percentage is of amounts smaller than the last digit printed: one that nobody writes of nothing."""
    is_of_template = abs(printed.value) in (0, HUNDRED)
    return not change.value and change.half_step > 0 and not is_of_template


def _decimal(fraction: Fraction) -> Decimal:
    return (Decimal(fraction.numerator) / Decimal(fraction.denominator)).quantize(Decimal("0.0001"))
