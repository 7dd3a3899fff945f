"""Targets: what an indicator aimed at, by its operator, against what was reached and how complete it calls itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from disclosures.amounts import Outcome
from disclosures.checks.cell_figures import figure_at
from disclosures.checks.cells import cell
from disclosures.checks.figures import Figure, Unit
from disclosures.checks.labels import Named, quoted
from disclosures.checks.outcomes import Result, Severity
from disclosures.checks.performance.figures import decimals, figure, number
from disclosures.checks.sums import not_checkable
from disclosures.checks.wording.reasons import Reason
from disclosures.checks.wording.relations import Relation
from disclosures.statements.loaded import Form, LoadedDisclosure
from disclosures.statements.models import PerformanceIndicator, Summary
from disclosures.statements.numbers import ratio_in

ONE = Decimal(1)
EQUAL, AT_LEAST, AT_MOST, ABOVE, BELOW = "=", "≥", "≤", ">", "<"
_OPERATORS = {"＝": EQUAL, ">=": AT_LEAST, "≧": AT_LEAST, "<=": AT_MOST, "≦": AT_MOST, "＞": ABOVE, "＜": BELOW}
_HOLDS = {
    EQUAL: Decimal.__eq__, AT_LEAST: Decimal.__ge__, AT_MOST: Decimal.__le__,
    ABOVE: Decimal.__gt__, BELOW: Decimal.__lt__,
}  # fmt: skip
_WITH_OPERATOR = re.compile(r"\s*(>=|<=|[=＝≥≧≤≦>＞<＜])\s*(.+)", re.DOTALL)
_PERCENTAGES_FROM = Decimal(10)  # a completion of 10 and more without a sign counts percents, not times


@dataclass(frozen=True)
class Target:
    """A target in numbers and what was reached of it; both in the indicator's own unit, as printed."""

    operator: str
    aimed: Decimal
    reached: Decimal

    @property
    def is_met(self) -> bool:
        return _HOLDS[self.operator](self.reached, self.aimed)

    @property
    def completion(self) -> Decimal | None:
        """The share reached, 1 at most, the other way round where less is better; None where it cannot be said."""
        if self.is_met:
            return ONE
        part, whole = (self.aimed, self.reached) if self.operator in (AT_MOST, BELOW) else (self.reached, self.aimed)
        return part / whole if whole > 0 and part >= 0 else None


def target_of(indicator: PerformanceIndicator) -> Target | None:
    """The target where both it and what was reached are numbers with one meaning; None for words."""
    return _target(indicator.operator, indicator.target, indicator.unit, indicator.actual)


@lru_cache(maxsize=4096)
def _target(operator: str, text: str, unit: str, actual: str) -> Target | None:
    if match := _WITH_OPERATOR.fullmatch(text):
        operator, text = match.groups()
    operator = _OPERATORS.get(operator, operator)
    aimed, reached = number(text), number(actual)
    if aimed is None or reached is None or operator not in _HOLDS:
        return None
    in_percent = {"%" in one for one in (text, actual)}
    return Target(operator, aimed, reached) if len(in_percent) == 1 or "%" in unit else None


@dataclass(frozen=True)
class Aim:
    """What an indicator says of its target and of what was reached, as printed."""

    operator: str
    target: str
    actual: str
    unit: str

    def __str__(self) -> str:
        unit = f"{'' if self.unit == '%' else ' '}{self.unit}" if self.unit else ""
        return f"目标 {f'{self.operator} {self.target}'.strip()}{unit}，完成 {self.actual}{unit}"


def aim_of(indicator: PerformanceIndicator) -> Aim:
    """The target and what was reached, as findings tell them."""
    operator = _OPERATORS.get(indicator.operator, indicator.operator)
    return Aim(operator, indicator.target, indicator.actual, indicator.unit)


def completions(rule: str, loaded: LoadedDisclosure) -> Iterator[Result]:
    """Completion = reached / target, 1 at most, the other way round where less is better; as printed or cut off."""
    for form in loaded.forms:
        for indicator in form.indicators:
            if indicator.completion:
                yield _completion(rule, form, indicator)


def _completion(rule: str, form: Form, indicator: PerformanceIndicator) -> Result:
    printed, target = completion_of(form, indicator), target_of(indicator)
    if reason := _undecidable(printed, target):
        item, aim = quoted(indicator.name), aim_of(indicator)
        return not_checkable(rule, reason, Severity.WARNING, printed, item=item, aim=aim)
    return _held(rule, form, indicator, printed, target)


def _undecidable(printed: Figure, target: Target | None) -> Reason | None:
    """Why the printed completion cannot be held against the target."""
    if target is None or printed.value is None:
        return Reason.NOT_DIVISIBLE
    if target.operator == EQUAL and target.reached > target.aimed:
        return Reason.EXCEEDED
    return Reason.NOT_POSITIVE if target.completion is None and printed.value < ONE else None


def _held(rule: str, form: Form, indicator: PerformanceIndicator, printed: Figure, target: Target) -> Result:
    """The printed completion against the computed one; more than 1 is as good as 1 where the target was passed."""
    due, relation = target.completion, Relation.COMPLETION
    said: dict[str, Any] = {
        "parts": _operands(form, indicator),
        "severity": Severity.WARNING,
        "facts": {"aim": aim_of(indicator)},
    }
    if due is None:
        return Result(rule, Outcome.BROKEN, relation, printed, reason=Reason.NOT_REACHED, **said)
    right = Figure(due, Named("按目标和完成值算出的完成程度"), f"{due * 100:.2f}%", Unit.NUMBER)
    return Result(rule, _agreement(due, printed, target), relation, printed, right, 2 * printed.half_step, **said)


def _agreement(due: Decimal, printed: Figure, target: Target) -> Outcome:
    gap = due - printed.value
    if not gap or (target.is_met and printed.value > ONE):
        return Outcome.EQUAL
    is_rounded_or_cut_off = -printed.half_step <= gap < 2 * printed.half_step
    return Outcome.ROUNDING if is_rounded_or_cut_off else Outcome.BROKEN


def completion_of(form: Form, indicator: PerformanceIndicator) -> Figure:
    """The printed completion as a ratio, exact; a percentage counts as such, and is rounded at its own last decimal."""
    text, ratio = indicator.completion, ratio_in(indicator.completion)
    in_percent = "%" in text or (ratio is not None and ratio >= _PERCENTAGES_FROM)
    if ratio is not None and "%" not in text and in_percent:
        ratio = ratio.scaleb(-2)
    step = Decimal(5).scaleb(-(decimals(text) + 3) if in_percent else -(max(decimals(text), 2) + 1))
    printed = figure(form, indicator, "completion", Unit.NUMBER, step)
    return Figure(ratio, printed.label, printed.text, Unit.NUMBER, printed.spot, step)


def equalities(rule: str, loaded: LoadedDisclosure) -> Iterator[Result]:
    """A target that asks for an exact number and is missed is not wholly completed."""
    for form in loaded.forms:
        for indicator in form.indicators:
            target = target_of(indicator)
            if target is None or target.operator != EQUAL:
                continue
            printed, (aimed, reached) = completion_of(form, indicator), _operands(form, indicator)
            if printed.value is None:
                yield not_checkable(rule, Reason.NO_NUMBER, Severity.WARNING, printed)
                continue
            outcome = Outcome.BROKEN if not target.is_met and printed.value >= ONE else Outcome.EQUAL
            yield Result(
                rule, outcome, Relation.NOT_WHOLLY_DONE, reached, aimed,
                parts=(printed,), severity=Severity.WARNING, facts={"aim": aim_of(indicator)},
            )  # fmt: skip


def _operands(form: Form, indicator: PerformanceIndicator) -> tuple[Figure, Figure]:
    """Target and what was reached, in the indicator's own unit."""
    return figure(form, indicator, "target", Unit.NUMBER), figure(form, indicator, "actual", Unit.NUMBER)


# ---------------------------------------------------------------------------------------------------------------------
# A rate of change on nothing
# ---------------------------------------------------------------------------------------------------------------------

_OPENING_BALANCE = cell("income:opening_balance", Summary.amount)
_CHANGE_OF_BALANCE = "结转结余变动率"  # (this year's − last year's) / last year's balance


def changes_on_nothing(rule: str, loaded: LoadedDisclosure) -> Iterator[Result]:
    """The rate at which the balance changed needs a balance at the beginning of the year, which table 01 prints."""
    opening = figure_at(loaded, _OPENING_BALANCE)
    for form in loaded.forms:
        for indicator in form.indicators:
            if indicator.name != _CHANGE_OF_BALANCE or number(indicator.actual) is None:
                continue
            actual = figure(form, indicator, "actual", Unit.PERCENT)
            if opening is None or not loaded.has(_OPENING_BALANCE.number):
                yield not_checkable(rule, Reason.NO_OPENING_BALANCE, Severity.NOTE, actual)
            elif opening.value:
                yield not_checkable(rule, Reason.OTHER_BALANCE, Severity.NOTE, actual, opening)
            else:
                reason = Reason.OPENING_IS_BLANK if opening.value is None else Reason.OPENING_IS_ZERO
                relation, severity = Relation.OVER_NOTHING, Severity.NOTE
                yield Result(rule, Outcome.BROKEN, relation, actual, opening, severity=severity, reason=reason)
