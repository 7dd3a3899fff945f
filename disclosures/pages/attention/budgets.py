"""Spending against its budget: without any, far above, far below; tables first, then what the text says of codes."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _

from disclosures.checks.narrative.links import Link
from disclosures.checks.narrative.meaning.meanings import Role
from disclosures.pages.attention.notices import SMALLER, Found, Notice
from disclosures.pages.attention.seen import CODE, Seen
from disclosures.pages.shared.sentences import Phrase, figure, phrased, published
from disclosures.statements.loaded import Printed
from disclosures.statements.models import ThreePublicExpenses

ITEMS = ("overseas_travel", "official_reception", "vehicle_purchase", "vehicle_operation")
NAMES = {
    "overseas_travel": "因公出国（境）费",
    "official_reception": "公务接待费",
    "vehicle_purchase": "公务用车购置费",
    "vehicle_operation": "公务用车运行维护费",
}
INITIAL = "年初"
HUNDRED = Decimal(100)


def item(key: str) -> str:
    """What rules call an item of the three public expenses, as the text's subjects do."""
    return f"public:{key}"


def without_budget(notice: Notice, seen: Seen) -> Iterator[Found]:
    """Items of table 07 with an outturn and no budget; and what the text says of an initial budget of nothing."""
    for key, actual, is_blank in _unbudgeted(seen):
        spent = figure(actual.text, actual.unit, _cell(seen, key))
        blank, zero = (
            _("{what}花了 {spent}，没有年初预算（预算栏空白）。"),
            _("{what}花了 {spent}，没有年初预算（预算栏是 0）。"),
        )
        sentence = phrased(blank if is_blank else zero, what=published(NAMES[key]), spent=spent)
        yield Found(item(key), sentence, actual.value, seen.reason_for(item(key)))
    for budget in seen.said:
        is_none = budget.role == Role.BUDGET and not budget.value and INITIAL in budget.meaning
        actual_in_text = seen.together(budget, Role.ACTUAL) if is_none else None
        if actual_in_text and actual_in_text.value >= notice.least:
            what, spent = seen.name_of(budget.subject), seen.as_said(actual_in_text)
            sentence = phrased(_("{what}花了 {spent}，文字里年初预算是 0。"), what=what, spent=spent)
            yield Found(budget.subject, sentence, actual_in_text.value, seen.reason_after(actual_in_text))


def _unbudgeted(seen: Seen) -> Iterator[tuple[str, Printed, bool]]:
    """The items with their outturn, and whether the budget is blank: that says nothing where no budget is printed."""
    has_budgets = seen.loaded.printed(ThreePublicExpenses.number, "total", "initial_budget") is not None
    for key in ITEMS:
        actual, budget = _of_item(seen, key)
        if actual and actual.value > 0 and has_budgets and not (budget and budget.value):
            yield key, actual, budget is None


def _of_item(seen: Seen, key: str) -> tuple[Printed | None, Printed | None]:
    number = ThreePublicExpenses.number
    return seen.loaded.printed(number, key, "actual"), seen.loaded.printed(number, key, "initial_budget")


def _cell(seen: Seen, key: str) -> str:
    column = ThreePublicExpenses.column("actual")
    return f"{seen.links.table(ThreePublicExpenses.number)}#{key}.{column.number or column.name}"


def over_budget(notice: Notice, seen: Seen) -> Iterator[Found]:
    """Items of table 07, then codes of the text, that spent far more than was planned."""
    for key in ITEMS:
        actual, budget = _of_item(seen, key)
        if not (actual and budget and budget.value > 0):
            continue
        excess, share = actual.value - budget.value, _share(actual.value, budget.value)
        if share >= notice.share and excess >= notice.least / SMALLER:
            template = _("{what}花了 {spent}，预算 {budget}，多 {excess}。")
            spent, planned = figure(actual.text, actual.unit, _cell(seen, key)), figure(budget.text, budget.unit)
            more = seen.amount(excess)
            sentence = phrased(template, what=published(NAMES[key]), spent=spent, budget=planned, excess=more)
            yield Found(item(key), sentence, excess, seen.reason_for(item(key)))
    for actual_in_text, completion, percent in _completed(seen):
        excess = actual_in_text.value - actual_in_text.value * HUNDRED / percent
        if percent >= notice.share and excess >= notice.least:
            yield _against(_("{what}花了 {spent}，是年初预算的 {share}。"), seen, actual_in_text, completion, excess)


def under_budget(notice: Notice, seen: Seen) -> Iterator[Found]:
    """Codes of the text that spent far less than was planned."""
    for actual, completion, percent in _completed(seen):
        left = actual.value * HUNDRED / percent - actual.value
        if percent <= notice.share and left >= notice.least:
            yield _against(_("{what}花了 {spent}，只是年初预算的 {share}。"), seen, actual, completion, left)
    for budget in seen.said:
        is_planned = budget.role == Role.BUDGET and budget.value > 0 and _is_code(budget)
        spent = seen.together(budget, Role.ACTUAL) if is_planned else None
        if spent is None or seen.together(budget, Role.COMPLETION):
            continue
        left, share = budget.value - spent.value, _share(spent.value, budget.value)
        if share <= notice.share and left >= notice.least:
            template = _("{what}花了 {spent}，预算 {budget}，少 {left}。")
            what, planned = seen.name_of(budget.subject), seen.as_said(budget)
            sentence = phrased(template, what=what, spent=seen.as_said(spent), budget=planned, left=seen.amount(left))
            yield Found(budget.subject, sentence, left, seen.reason_after(spent))


def _is_code(link: Link) -> bool:
    return link.subject.startswith(CODE)


def _completed(seen: Seen) -> Iterator[tuple[Link, Link, Decimal]]:
    """A code's outturn with the printed percentage of the initial budget that it is."""
    for completion in seen.said:
        if completion.role == Role.COMPLETION and _is_code(completion) and completion.value > 0:
            actual = seen.together(completion, Role.ACTUAL)
            if actual and INITIAL in completion.meaning:
                yield actual, completion, completion.value


def _against(template: str, seen: Seen, actual: Link, completion: Link, apart: Decimal) -> Found:
    share = Phrase(" ".join(completion.text.split()), seen.at(completion), strong=True)
    what, spent = seen.name_of(actual.subject), seen.as_said(actual)
    sentence = phrased(template, what=what, spent=spent, share=share)
    return Found(actual.subject, sentence, apart, seen.reason_after(completion))


def _share(part: Decimal, whole: Decimal) -> Decimal:
    """Percent, to two decimals, half up, of two exact amounts in 元."""
    return (part / whole * HUNDRED).quantize(Decimal("0.01"), ROUND_HALF_UP)
