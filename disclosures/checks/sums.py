"""A printed total against its printed parts, one fact against another: the arithmetic that the rules share."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from disclosures.amounts import Outcome, outcome_of
from disclosures.checks.figures import Figure, in_words
from disclosures.checks.labels import Label
from disclosures.checks.outcomes import Result, Severity
from disclosures.checks.wording.reasons import Reason
from disclosures.checks.wording.relations import Relation
from disclosures.statements.loaded import LoadedDisclosure

Signed = Sequence[tuple[int, Figure | None]]


def check_sum(
    rule: str,
    loaded: LoadedDisclosure,
    total: Figure | None,
    addends: Signed,
    what: Label,
    *,
    leaves: int = 0,
    severity: Severity = Severity.ERROR,
) -> Result:
    """Whether the total is the signed sum of its parts; `what` names the sum.

    Amounts in 元, exact; a blank part adds nothing. The bound is half a printed step for the total and for each part
    that is printed. Where that does not explain the difference, but the parts are themselves exact sums of rounded
    figures, it is half a step for each of those (`leaves`).
    """
    parts = tuple(figure for _, figure in addends if figure and figure.value is not None)
    if total is None:
        return not_checkable(rule, Reason.NO_TOTAL, severity, what=what)
    if total.value is None and not parts:
        return not_checkable(rule, Reason.SUM_BLANK, severity, total, what=what)
    value = sum((sign * figure.value for sign, figure in addends if figure and figure.value is not None), Decimal(0))
    right = Figure(value, what, in_words(value, loaded.disclosure.precision, total.unit), total.unit)
    bound = _bound(total, parts)
    if leaves > len(parts) and outcome_of((total.value or Decimal(0)) - value, bound) == Outcome.BROKEN:
        bound = total.half_step + max((part.half_step for part in parts), default=Decimal(0)) * leaves
    return compared(rule, loaded, total, right, bound, parts=parts, severity=severity)


def _bound(total: Figure, parts: tuple[Figure, ...]) -> Decimal:
    """元: how far rounding each figure on its own may move the total from the sum of the parts."""
    return total.half_step + sum((part.half_step for part in parts), Decimal(0))


def check_same(
    rule: str,
    loaded: LoadedDisclosure,
    left: Figure | None,
    right: Figure | None,
    *,
    leaves: int = 0,
    severity: Severity = Severity.ERROR,
) -> Result:
    """Whether one fact that is printed twice is the same; 元, exact.

    No difference is explained by rounding, except where the right side is itself a sum of `leaves` rounded figures, or
    one side is printed more coarsely than the other.
    """
    if left is None or right is None:
        known = right if left is None else left
        return not_checkable(rule, Reason.NO_OTHER if known else Reason.NO_SIDE, severity, known, known=known)
    if left.value is None and right.value is None:
        return not_checkable(rule, Reason.BOTH_BLANK, severity, left, right)
    steps = {left.half_step, right.half_step}
    bound = max(steps) if len(steps) > 1 else Decimal(0)
    if leaves > 1:
        bound = left.half_step + right.half_step * leaves
    return compared(rule, loaded, left, right, bound, severity=severity)


def check_at_most(
    rule: str, loaded: LoadedDisclosure, part: Figure | None, whole: Figure | None, severity=Severity.ERROR
) -> Result:
    """Whether a part is no larger than its whole; 元, exact; half a step for each side is rounding."""
    if part is None or whole is None or part.value is None or whole.value is None:
        known = part or whole
        reason = Reason.NO_OTHER if known else Reason.NO_SIDES
        return not_checkable(rule, reason, severity, part, whole, known=known)
    bound = part.half_step + whole.half_step
    excess = part.value - whole.value
    outcome = Outcome.EQUAL if excess <= 0 else outcome_of(excess, bound)
    precision = loaded.disclosure.precision
    return Result(rule, outcome, Relation.AT_MOST, part, whole, bound, severity=severity, precision=precision)


def compared(
    rule: str,
    loaded: LoadedDisclosure,
    left: Figure,
    right: Figure,
    bound: Decimal,
    *,
    parts: tuple[Figure, ...] = (),
    severity: Severity = Severity.ERROR,
) -> Result:
    """The result of holding one figure against another of its kind; amounts in 元, exact; blank counts as nothing."""
    outcome = outcome_of((left.value or Decimal(0)) - (right.value or Decimal(0)), bound)
    precision = loaded.disclosure.precision
    return Result(rule, outcome, Relation.SAME, left, right, bound, parts, severity, precision=precision)


def not_checkable(
    rule: str,
    reason: Reason,
    severity: Severity,
    left: Figure | None = None,
    right: Figure | None = None,
    **facts: object,
) -> Result:
    """A relation that cannot be looked at, with the reason and what it needs to be told."""
    return Result(rule, Outcome.NOT_APPLICABLE, None, left, right, severity=severity, reason=reason, facts=facts)


def undecided(result: Result, reason: Reason) -> Result:
    """A broken relation that need not hold, with the reason."""
    return replace(result, outcome=Outcome.NOT_APPLICABLE, reason=reason, bound=Decimal(0), parts=())
