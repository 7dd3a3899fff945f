"""Rates: the execution rate and the points it earns, and how any printed percentage is held against its operands."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from disclosures.amounts import Outcome, outcome_of, places_of
from disclosures.checks.figures import Figure, Unit, plain
from disclosures.checks.labels import Named
from disclosures.checks.outcomes import Result, Severity
from disclosures.checks.performance.figures import NOTHING, amount, half_step, percent, points
from disclosures.checks.performance.points import EXECUTION_POINTS
from disclosures.checks.sums import not_checkable
from disclosures.checks.wording.reasons import Reason
from disclosures.checks.wording.relations import Relation
from disclosures.statements.loaded import Form, LoadedDisclosure


def execution_rates(rule: str, loaded: LoadedDisclosure) -> Iterator[Result]:
    """Execution rate = executed / budget, of each project and of each task of a whole unit."""
    for form in loaded.forms:
        if form.form.execution_rate:
            executed, budget = (amount(loaded, form, form.form, name) for name in ("executed", "budget"))
            yield check_rate(rule, percent(form, form.form, "execution_rate"), executed, budget)
        for task in form.tasks:
            executed, allocated = (amount(loaded, form, task, name) for name in ("executed", "allocated"))
            yield check_rate(rule, percent(form, task, "rate"), executed, allocated)


def execution_scores(rule: str, loaded: LoadedDisclosure) -> Iterator[Result]:
    """Points for execution = 10 × rate, 10 at most; the bound is what rounding both explains."""
    for form in loaded.forms:
        if not form.form.execution_score:
            continue
        score, rate = points(form, form.form, "execution_score"), percent(form, form.form, "execution_rate")
        if score.value is None or rate.value is None:
            yield not_checkable(rule, Reason.NO_EXECUTION_RATE, Severity.WARNING, score)
            continue
        yield _execution_score(rule, form, score, rate)


def _execution_score(rule: str, form: Form, score: Figure, rate: Figure) -> Result:
    due = EXECUTION_POINTS * min(rate.value, Decimal(100)) / 100
    bound = half_step(form.form.execution_score, at_least=2) + EXECUTION_POINTS * rate.half_step / 100
    outcome = outcome_of(score.value - due, bound)
    right = Figure(due, Named("10 分 × 执行率"), f"{plain(due)} 分", Unit.POINTS)
    return Result(rule, outcome, Relation.DUE_POINTS, score, right, bound, (rate,), Severity.WARNING)


# ---------------------------------------------------------------------------------------------------------------------
# A percentage of two figures
# ---------------------------------------------------------------------------------------------------------------------


def check_rate(rule: str, rate: Figure, part: Figure, whole: Figure, severity: Severity = Severity.ERROR) -> Result:
    """Whether a printed percentage is explained by some exact part and whole within half a printed step each.

    `rate` in percent; part and whole in one unit, whichever. On a whole of zero every percentage is a finding.
    """
    if rate.value is None or part.value is None or whole.value is None:
        blank = next(one for one in (rate, part, whole) if one.value is None)
        return not_checkable(rule, Reason.BLANK_OPERAND, severity, rate, blank=blank)
    if not whole.value:
        relation, reason = Relation.OVER_NOTHING, Reason.WHOLE_IS_ZERO
        return Result(rule, Outcome.BROKEN, relation, rate, parts=(part, whole), severity=severity, reason=reason)
    span = _span(part, whole)
    if span is None:
        return not_checkable(rule, Reason.TOO_SMALL, severity, rate, whole=whole)
    return _rate_result(rule, rate, (part, whole), span, severity)


def _span(part: Figure, whole: Figure) -> tuple[Fraction, Fraction] | None:
    """The lowest and highest percentage that the exact operands can give; None where the whole may be zero."""
    wholes = [Fraction(whole.value + sign * whole.half_step) for sign in (-1, 1)]
    if wholes[0] <= 0 <= wholes[1]:
        return None
    parts = [Fraction(part.value + sign * part.half_step) for sign in (-1, 1)]
    rates = [100 * one / other for one in parts for other in wholes]
    return min(rates), max(rates)


def _rate_result(
    rule: str, rate: Figure, operands: tuple[Figure, Figure], span: tuple[Fraction, Fraction], severity: Severity
) -> Result:
    """Equal where the percentage is that of the printed operands; rounding where only exact ones explain it."""
    part, whole = operands
    exact = 100 * part.value / whole.value
    shown = exact.quantize(Decimal(1).scaleb(min(-places_of(rate.value), -2)))
    right = Figure(shown, Named("{}除以{}", (part.label, whole.label)), f"{shown}%", Unit.PERCENT)
    low, high = (rate.value - rate.half_step, rate.value + rate.half_step)
    if low <= exact <= high:
        return Result(rule, Outcome.EQUAL, Relation.RATE, rate, right, rate.half_step, operands, severity)
    bound = rate.half_step + _width(span, exact)
    outcome = Outcome.ROUNDING if low <= span[1] and span[0] <= high else Outcome.BROKEN
    return Result(rule, outcome, Relation.RATE, rate, right, bound, operands, severity)


def _width(span: tuple[Fraction, Fraction], exact: Decimal) -> Decimal:
    """How far rounding the operands may move the percentage, to six decimals, never less than it does."""
    width = max(abs(Fraction(exact) - one) for one in span)
    return (
        (Decimal(width.numerator) / width.denominator).quantize(Decimal("0.000001"), "ROUND_UP") if width else NOTHING
    )
