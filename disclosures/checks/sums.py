"""A printed total against its printed parts: the arithmetic and the words that all sum rules share."""

from collections.abc import Sequence
from decimal import Decimal

from disclosures.amounts import printed
from disclosures.checks.book import Book
from disclosures.checks.outcomes import Figure, Outcome, Result, Severity, Unit, outcome_of

Signed = Sequence[tuple[int, Figure | None]]


def in_words(amount: Decimal, book: Book, unit: Unit = Unit.YUAN) -> str:
    """An amount of 元, exact, in the unit of the disclosure, with as many decimals as it needs; other numbers plain."""
    if unit != Unit.YUAN:
        return f"{amount.normalize():f}{' ' if unit == Unit.POINTS else ''}{unit}"
    precision = book.disclosure.precision
    needed = max(0, -amount.scaleb(-precision.unit.zeros).normalize().as_tuple().exponent)
    return f"{printed(amount, precision.unit, max(precision.decimals, min(needed, 6)))} {precision.unit}"


def check_sum(
    rule: str,
    book: Book,
    total: Figure | None,
    addends: Signed,
    what: str,
    *,
    leaves: int = 0,
    severity: Severity = Severity.ERROR,
) -> Result:
    """Whether the total is the signed sum of its parts; `what` names the sum, as in “各类之和”.

    Amounts in 元, exact; a blank part adds nothing. The bound is half a printed step for the total and for each part
    that is printed. Where that does not explain the difference, but the parts are themselves exact sums of rounded
    figures, it is half a step for each of those (`leaves`).
    """
    parts = tuple(figure for _, figure in addends if figure and figure.value is not None)
    if total is None:
        return not_checkable(rule, f"没有印出应当等于{what}的数。", severity)
    if total.value is None and not parts:
        return not_checkable(rule, f"{total.label}和{what}都是空白。", severity, total)
    value = sum((sign * figure.value for sign, figure in addends if figure and figure.value is not None), Decimal(0))
    right = Figure(value, what, in_words(value, book, total.unit), total.unit)
    bound = _bound(total, parts)
    if leaves > len(parts) and outcome_of((total.value or Decimal(0)) - value, bound) == Outcome.BROKEN:
        bound = total.half_step + max(part.half_step for part in parts) * leaves
    return compared(rule, book, total, right, bound, parts=parts, severity=severity)


def _bound(total: Figure, parts: tuple[Figure, ...]) -> Decimal:
    """元: how far rounding each figure on its own may move the total from the sum of the parts."""
    return total.half_step + sum((part.half_step for part in parts), Decimal(0))


def check_same(
    rule: str,
    book: Book,
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
        missing = "左边" if left is None else "右边"
        known = right if left is None else left
        return not_checkable(
            rule, f"{known.label}没有可以对照的数。" if known else f"{missing}没有数。", severity, known
        )
    if left.value is None and right.value is None:
        return not_checkable(rule, f"{left.label}和{right.label}都是空白。", severity, left, right)
    steps = {left.half_step, right.half_step}
    bound = max(steps) if len(steps) > 1 else Decimal(0)
    if leaves > 1:
        bound = left.half_step + right.half_step * leaves
    return compared(rule, book, left, right, bound, severity=severity)


def check_at_most(rule: str, book: Book, part: Figure | None, whole: Figure | None, severity=Severity.ERROR) -> Result:
    """Whether a part is no larger than its whole; 元, exact; half a step for each side is rounding."""
    if part is None or whole is None or part.value is None or whole.value is None:
        known = part or whole
        return not_checkable(
            rule, f"{known.label}没有可以对照的数。" if known else "两边都没有数。", severity, part, whole
        )
    bound = part.half_step + whole.half_step
    excess = part.value - whole.value
    if excess <= 0:
        message = f"{part.label} {part.text}，没有超过{whole.label} {whole.text}。"
        return Result(rule, Outcome.EQUAL, message, part, whole, bound, severity=severity)
    outcome = outcome_of(excess, bound)
    tail = "，在四舍五入的范围之内" if outcome == Outcome.ROUNDING else ""
    message = f"{part.label} {part.text}，比{whole.label} {whole.text} 多 {in_words(excess, book, part.unit)}{tail}。"
    return Result(rule, outcome, message, part, whole, bound, severity=severity)


def compared(
    rule: str,
    book: Book,
    left: Figure,
    right: Figure,
    bound: Decimal,
    *,
    parts: tuple[Figure, ...] = (),
    severity: Severity = Severity.ERROR,
) -> Result:
    """The result of holding one figure against another of its kind; amounts in 元, exact; blank counts as nothing."""
    difference = (left.value or Decimal(0)) - (right.value or Decimal(0))
    outcome = outcome_of(difference, bound)
    apart, unit = abs(difference), left.unit
    both = f"{left.label} {left.text}，{right.label} {right.text}"
    if outcome == Outcome.EQUAL:
        message = f"{both}，相等。"
    elif outcome == Outcome.ROUNDING:
        message = f"{both}，相差 {in_words(apart, book, unit)}，在四舍五入的范围（{in_words(bound, book, unit)}）之内。"
    else:
        message = f"{both}，相差 {in_words(apart, book, unit)}。"
    return Result(rule, outcome, message, left, right, bound, parts, severity)


def not_checkable(
    rule: str, reason: str, severity: Severity, left: Figure | None = None, right: Figure | None = None
) -> Result:
    """A relation that cannot be looked at, with the reason."""
    return Result(rule, Outcome.NOT_APPLICABLE, reason, left, right, severity=severity)
