"""The budgets that printed rates of completion lead to: those of the parts beside the one of the whole."""

import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_CEILING, Decimal
from typing import NamedTuple

from disclosures.amounts import Outcome, Precision, outcome_of
from disclosures.checks.figures import Figure, in_words
from disclosures.checks.labels import Named
from disclosures.checks.narrative.meaning.meanings import Mention, Role
from disclosures.checks.narrative.meaning.reading import Reading
from disclosures.checks.narrative.rules.operands import Operand, values_of
from disclosures.checks.outcomes import Result, Severity
from disclosures.checks.spots import TextSpot
from disclosures.checks.wording.reasons import Reason
from disclosures.checks.wording.relations import Relation

_WHOLES = ("fiscal_expenditure", "general_expenditure")
_HALVES = ("fiscal_basic", "fiscal_project")
_ITEM = re.compile(r"code:\d{2}:\d{7}")
_CENT = Decimal(100)  # percent to parts of one


class Implied(NamedTuple):
    """What was spent divided by the rate: 元, rounded to 分, with how far it may be from the budget meant."""

    rate: Mention
    spent: Operand
    budget: Decimal
    margin: Decimal


def implied_budgets(rule: str, reading: Reading) -> Iterator[Result]:
    """D3p: where the parts add up to what the whole spent, their budgets add up to its budget."""
    implied = [found for mention in reading.mentions if (found := _implied(reading, mention))]
    whole = next((one for one in implied if one.rate.meaning.subject.key in _WHOLES), None)
    if not whole:
        return
    alike = [one for one in implied if one.rate.meaning.budget == whole.rate.meaning.budget]
    halves = [one for one in alike if one.rate.meaning.subject.key in _HALVES]
    items = [one for one in alike if _ITEM.fullmatch(one.rate.meaning.subject.key)]
    for title, parts in (("基本支出和项目支出", halves), ("各个科目", items)):
        if len(parts) > 1 and _are_all(parts, whole):
            yield _compared(rule, reading, title, parts, whole)


def _implied(reading: Reading, mention: Mention) -> Implied | None:
    if mention.role != Role.COMPLETION or mention.printed.is_bare or mention.printed.value <= 0:
        return None
    spent = next(iter(values_of(reading, mention.meaning.subject, mention)), None)
    if not spent or spent.value <= 0:
        return None
    rate, step, half = mention.printed.value, mention.printed.half_step, spent.figure.half_step
    budget = spent.value * _CENT / rate
    most = (spent.value + half) * _CENT / (rate - step) if rate > step else budget
    return Implied(mention, spent, _rounded(budget), _rounded(most - budget + half))  # a rate may be of rounded amounts


def _rounded(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal("0.01"))


def _are_all(parts: Sequence[Implied], whole: Implied) -> bool:
    """Whether the parts, each once, are all that the whole spent."""
    if len({one.rate.meaning.subject.key for one in parts}) < len(parts):
        return False
    spent = [one.spent for one in parts]
    bound = sum((one.figure.half_step for one in (*spent, whole.spent)), Decimal(0))
    return abs(sum((one.value for one in spent), Decimal(0)) - whole.spent.value) <= bound


def _compared(rule: str, reading: Reading, title: str, parts: Sequence[Implied], whole: Implied) -> Result:
    value = sum((one.budget for one in parts), Decimal(0))
    margins = sum((one.margin for one in (*parts, whole)), Decimal(0))
    bound = margins.quantize(_step(reading.loaded.disclosure.precision), ROUND_CEILING)
    kind = whole.rate.meaning.budget
    left = _about(reading, whole.budget, Named("按总数的完成率推算的{}预算", (kind,)), whole.rate.spot)
    right = _about(reading, value, Named("{}推算的{}预算之和", (title, kind)))
    outcome = outcome_of(whole.budget - value, bound)
    reason = Reason.UNSPENT_LEFT_OUT if outcome == Outcome.BROKEN else None
    rates = tuple(one.rate.figure for one in parts)
    return Result(
        rule, outcome, Relation.SAME, left, right, bound, rates,
        severity=Severity.NOTE, reason=reason, precision=reading.loaded.disclosure.precision,
    )  # fmt: skip


def _about(reading: Reading, amount: Decimal, label: Named, spot: TextSpot | None = None) -> Figure:
    """An amount with as many decimals as the disclosure prints."""
    precision = reading.loaded.disclosure.precision
    shown = amount.quantize(_step(precision))
    return Figure(shown, label, in_words(shown, precision), spot=spot)


def _step(precision: Precision) -> Decimal:
    """元: a step of the last decimal that the disclosure prints."""
    return Decimal(1).scaleb(precision.unit.zeros - precision.decimals)
