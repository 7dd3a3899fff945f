"""Percentages of the text: shares, changes against the year before, completion of the budget that the phrase names."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from typing import Any

from disclosures.amounts import Outcome
from disclosures.checks.narrative.meaning.meanings import Mention, Role
from disclosures.checks.narrative.meaning.reading import Reading
from disclosures.checks.narrative.rules.budgets import is_printed, named_budgets
from disclosures.checks.narrative.rules.differences import OF_CHANGE, deviation_rate, last_year
from disclosures.checks.narrative.rules.operands import in_text, values_of
from disclosures.checks.narrative.rules.ratios import HUNDRED, Ratio, Try, check_ratio, is_below_print, no_base
from disclosures.checks.outcomes import Result, Severity
from disclosures.checks.sums import not_checkable
from disclosures.checks.wording.reasons import Reason
from disclosures.checks.wording.relations import Relation

_QUOTIENT = Ratio(lambda values: values[0], lambda values: values[1], "{} ÷ {}")
_INCREASE = Ratio(lambda values: abs(values[0]), lambda values: values[1] - abs(values[0]), "{0} ÷（{1} − {0}）")
_DECREASE = Ratio(lambda values: abs(values[0]), lambda values: values[1] + abs(values[0]), "{0} ÷（{1} + {0}）")


# ---------------------------------------------------------------------------------------------------------------------
# Shares
# ---------------------------------------------------------------------------------------------------------------------


def share(rule: str, reading: Reading, mention: Mention) -> Result:
    """D1s: the part divided by the whole that the phrase names."""
    figure, meaning = mention.figure, mention.meaning
    parts, wholes = (values_of(reading, one, mention) for one in (meaning.subject, meaning.whole))
    if not wholes:
        return _left_out(rule, mention, Reason.NO_AMOUNT_OF, subject=meaning.whole.title)
    if not any(whole.value for whole in wholes):
        return no_base(figure, meaning.whole.title, (*parts[:1], *wholes[:1]))
    if not parts:
        return _left_out(rule, mention, Reason.NO_AMOUNT_OF, subject=meaning.subject.title)
    tries = [Try(_QUOTIENT, pair) for pair in product(parts, wholes)]
    result = check_ratio(rule, figure, mention.printed.decimals, tries)
    return _adjusted(result, reading, mention) if result.outcome == Outcome.BROKEN else result


def _adjusted(result: Result, reading: Reading, mention: Mention) -> Result:
    """One step of the last decimal is a tail where the shares of one list were made to add up to 100 %."""
    listed = [
        one.printed.value
        for one in reading.mentions
        if one.role == Role.SHARE
        and one.spot.paragraph == mention.spot.paragraph
        and one.meaning.whole.key == mention.meaning.whole.key
    ]
    step = 2 * mention.printed.half_step
    if len(listed) < 2 or sum(listed) != HUNDRED or abs(result.difference) > step:
        return result
    facts = {"step": step.normalize()}
    return replace(result, outcome=Outcome.ROUNDING, reason=Reason.MADE_UP_TO_WHOLE, facts=facts, bound=step)


# ---------------------------------------------------------------------------------------------------------------------
# Growth
# ---------------------------------------------------------------------------------------------------------------------


def growth(rule: str, reading: Reading, mention: Mention) -> Result:
    """D1y: the change divided by last year's amount, which follows from the change and the amount now."""
    subject, figure = mention.meaning.subject, mention.figure
    change = reading.nearest(Role.CHANGE, subject, mention)
    if not change or change.spot.paragraph != mention.spot.paragraph:
        return _left_out(rule, mention, Reason.NO_CHANGE)
    if change.meaning.is_more != mention.meaning.is_more and figure.value and change.figure.value:
        return _against(rule, mention, change)
    now, before = values_of(reading, subject, mention), last_year(reading, mention)
    if not now and not before:
        return _left_out(rule, mention, Reason.NO_AMOUNT_NOW, subject=subject.title)
    ratio = _INCREASE if change.meaning.is_more == (change.figure.value >= 0) else _DECREASE
    tries = [Try(OF_CHANGE, (in_text(change), amount)) for amount in before]
    tries += [Try(ratio, (in_text(change), amount)) for amount in now]
    if not any(one.has_base for one in tries):
        if is_below_print(figure, change.figure):
            return _left_out(rule, mention, Reason.BELOW_PRINT)
        return no_base(figure, f"{subject.title}的上年数", tries[0].operands)
    return check_ratio(rule, figure, mention.printed.decimals, tries)


def _against(rule: str, mention: Mention, change: Mention) -> Result:
    """The amount says more and the percentage less, or the other way round."""
    return Result(rule, Outcome.BROKEN, Relation.SAME_DIRECTION, mention.figure, change.figure)


# ---------------------------------------------------------------------------------------------------------------------
# Completion of a budget
# ---------------------------------------------------------------------------------------------------------------------


def completion(rule: str, reading: Reading, mention: Mention) -> Result:
    """D3: the actual amount divided by the budget that the phrase names."""
    figure, meaning = mention.figure, mention.meaning
    budgets = named_budgets(reading, mention)
    if not budgets:
        return _no_budget(rule, mention)
    actuals = values_of(reading, meaning.subject, mention)
    if not any(budget.value for budget in budgets) and is_printed(reading, mention):
        return _with_other(
            reading, mention, no_base(figure, f"{meaning.subject.title}的{meaning.budget}预算数", budgets)
        )
    if not actuals:
        return _left_out(rule, mention, Reason.NO_FINAL_AMOUNT, subject=meaning.subject.title)
    tries = [Try(_QUOTIENT, pair) for pair in product(actuals, budgets) if pair[1].value]
    result = check_ratio(rule, figure, mention.printed.decimals, tries) if tries else None
    if result and result.outcome != Outcome.BROKEN:
        return result
    if not is_printed(reading, mention):
        return _no_budget(rule, mention)
    return _with_other(reading, mention, result)


def _with_other(reading: Reading, mention: Mention, result: Result) -> Result:
    """Says so where another budget of the text explains the percentage."""
    subject = mention.meaning.subject
    for other in reading.of(Role.BUDGET, subject.key):
        tries = [Try(_QUOTIENT, (actual, in_text(other))) for actual in values_of(reading, subject, mention)]
        if not other.figure.value or not tries:
            continue
        found = check_ratio(result.rule, mention.figure, mention.printed.decimals, tries)
        if found.outcome != Outcome.BROKEN:
            facts = {"budget": other.meaning.budget, "explaining": other.figure}
            return replace(result, reason=Reason.OTHER_BUDGET_EXPLAINS, facts=facts)
    return result


def _no_budget(rule: str, mention: Mention) -> Result:
    subject, budget = mention.meaning.subject.title, mention.meaning.budget
    return _left_out(rule, mention, Reason.NO_BUDGET, subject=subject, budget=budget)


def _left_out(rule: str, mention: Mention, reason: Reason, **facts: Any) -> Result:
    return not_checkable(rule, reason, Severity.ERROR, mention.figure, **facts)


_CHECKS = {
    Role.SHARE: ("D1s", share), Role.GROWTH: ("D1y", growth), Role.COMPLETION: ("D3", completion),
    Role.DEVIATION_RATE: ("D1y", deviation_rate),
}  # fmt: skip


def percentages(reading: Reading) -> Iterator[Result]:
    """Every percentage that has a meaning, each under the rule of its kind, or under D4 where its base is zero."""
    for mention in reading.mentions:
        if mention.role in _CHECKS and not mention.printed.is_bare:
            rule, look = _CHECKS[mention.role]
            yield look(rule, reading, mention)
