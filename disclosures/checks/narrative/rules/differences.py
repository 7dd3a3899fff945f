"""Changes against the year before or the budget: the amount is a difference, the percentage its share of the base."""

from collections.abc import Iterator
from itertools import product

from disclosures.amounts import Outcome
from disclosures.checks.labels import Named
from disclosures.checks.narrative.meaning.meanings import Mention, Role
from disclosures.checks.narrative.meaning.reading import Reading
from disclosures.checks.narrative.rules.budgets import is_printed, named_budgets
from disclosures.checks.narrative.rules.operands import Operand, in_text, values_of
from disclosures.checks.narrative.rules.ratios import Ratio, Try, check_ratio, no_base
from disclosures.checks.outcomes import Result, Severity, best
from disclosures.checks.sums import check_sum, not_checkable
from disclosures.checks.wording.reasons import Reason

_BASES = {Role.CHANGE: "今年数与上年数之差", Role.DEVIATION: "决算数与预算数之差"}
OF_CHANGE = Ratio(lambda values: abs(values[0]), lambda values: values[1], "{0} ÷ {1}")
_OF_DIFFERENCE = Ratio(lambda values: abs(values[0] - values[1]), lambda values: values[1], "（{0} − {1}）÷ {1}")


def differences(rule: str, reading: Reading) -> Iterator[Result]:
    """D1d: what something changed by is what it is less what it is compared with, where the text gives both."""
    for mention in reading.mentions:
        if mention.role in _BASES and not mention.printed.is_bare and (bases := _bases(reading, mention)):
            yield _difference(rule, reading, mention, bases)


def _bases(reading: Reading, mention: Mention) -> list[Operand]:
    """What the figure is compared with; 元, exact. Nothing where no table has it and the text does not say it."""
    if mention.role == Role.CHANGE:
        return last_year(reading, mention)
    return named_budgets(reading, mention) if is_printed(reading, mention) else []


def last_year(reading: Reading, mention: Mention) -> list[Operand]:
    """The amount of the year before that the same paragraph gives; 元, exact."""
    found = reading.nearest(Role.LAST, mention.meaning.subject, mention)
    return [in_text(found)] if found and found.spot.paragraph == mention.spot.paragraph else []


def _difference(rule: str, reading: Reading, mention: Mention, bases: list[Operand]) -> Result:
    subject = mention.meaning.subject
    now = values_of(reading, subject, mention)
    if not now:
        return not_checkable(rule, Reason.NO_AMOUNT_NOW, Severity.ERROR, mention.figure, subject=subject.title)
    sign, what = (1 if mention.meaning.is_more else -1), Named(_BASES[mention.role])
    return best(
        [
            check_sum(rule, reading.loaded, mention.figure, [(sign, one.figure), (-sign, base.figure)], what)
            for one, base in product(now, bases)
        ]
    )


def deviation_rate(rule: str, reading: Reading, mention: Mention) -> Result:
    """D1y: how far an amount is from its budget, divided by the budget that the phrase names."""
    figure, meaning = mention.figure, mention.meaning
    subject, budgets = meaning.subject, named_budgets(reading, mention)
    if not budgets or not is_printed(reading, mention):
        reason = Reason.NO_BUDGET
        return not_checkable(rule, reason, Severity.ERROR, figure, subject=subject.title, budget=meaning.budget)
    if not any(budget.value for budget in budgets):
        return no_base(figure, f"{subject.title}的{meaning.budget}预算数", budgets)
    tries = [Try(_OF_DIFFERENCE, pair) for pair in product(values_of(reading, subject, mention), budgets)]
    change = reading.nearest(Role.DEVIATION, subject, mention)
    if change and change.spot.paragraph == mention.spot.paragraph:
        tries += [Try(OF_CHANGE, (in_text(change), budget)) for budget in budgets]
    tries = [one for one in tries if one.has_base]
    if not tries:
        return not_checkable(rule, Reason.NO_AMOUNT_NOW, Severity.ERROR, figure, subject=subject.title)
    result = check_ratio(rule, figure, mention.printed.decimals, tries)
    return (
        result if result.outcome != Outcome.BROKEN else check_ratio(rule, figure, mention.printed.decimals, tries[:1])
    )
