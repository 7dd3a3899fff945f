"""Reasons: points that were lost and targets that were missed are explained in the columns that the form has for it."""

from collections.abc import Iterator

from disclosures.checks.book import Book, Form
from disclosures.checks.outcomes import Figure, Outcome, Result, Severity
from disclosures.checks.performance.figures import number, plain, points
from disclosures.checks.performance.targets import said, target_of
from disclosures.statements.models import PerformanceIndicator


def losses_explained(rule: str, book: Book) -> Iterator[Result]:
    """An indicator that lost points or missed its target says why, and what will be done."""
    for form in book.forms:
        for indicator in form.indicators:
            lost, target = _lost(indicator), target_of(indicator)
            if lost or (target and not target.is_met):
                yield _explained(rule, form, indicator)


def _lost(indicator: PerformanceIndicator) -> bool:
    score, weight = number(indicator.score), number(indicator.weight)
    return score is not None and weight is not None and score < weight


def _explained(rule: str, form: Form, indicator: PerformanceIndicator) -> Result:
    """Broken where a column is blank; only a note where the other one is filled."""
    score, weight = points(form, indicator, "score"), points(form, indicator, "weight")
    columns = {"偏差原因": any(indicator.deviation.values()), "改进措施": bool(indicator.improvement.strip())}
    blank = [title for title, is_there in columns.items() if not is_there]
    outcome = Outcome.BROKEN if blank else Outcome.EQUAL
    severity = Severity.NOTE if len(blank) == 1 else Severity.WARNING
    ending = f"没有写{'和'.join(blank)}" if blank else "写了偏差原因和改进措施"
    message = f"{_what(score, weight)}（{said(indicator)}），{ending}。"
    return Result(rule, outcome, message, score, weight, severity=severity)


def _what(score: Figure, weight: Figure) -> str:
    if score.value is not None and weight.value is not None and score.value < weight.value:
        return f"{score.label} {score.text}，比分值 {weight.text}少 {plain(weight.value - score.value)} 分"
    return f"{score.label} {score.text}，没有达到目标"


def deductions_explained(rule: str, book: Book) -> Iterator[Result]:
    """Points taken off as a whole are explained; the form has no column for it, so its words are searched."""
    for form in book.forms:
        deduction = points(form, form.form, "deduction")
        if not deduction.value:
            continue
        is_said = any("减分" in text or "扣分" in text for text in _words(form))
        outcome = Outcome.EQUAL if is_said else Outcome.BROKEN
        message = f"{deduction.label} {deduction.text}，{'写了' if is_said else '表里没有写'}为什么减分。"
        yield Result(rule, outcome, message, deduction, severity=Severity.NOTE)


def _words(form: Form) -> Iterator[str]:
    yield from (form.form.goal, form.form.outcome)
    for indicator in form.indicators:
        yield from (indicator.improvement, *indicator.deviation.values())
