"""Standards: an indicator that stands in several forms is judged alike in each."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from disclosures.amounts import plain as half_width
from disclosures.checks.book import Book, Form
from disclosures.checks.outcomes import Figure, Outcome, Result, Severity, Unit, outcome_of, quoted
from disclosures.checks.performance.figures import figure, name_of, number, plain, points
from disclosures.checks.performance.targets import said
from disclosures.checks.sums import not_checkable
from disclosures.statements.models import PerformanceIndicator

Placed = tuple[Form, PerformanceIndicator]

DISTINCTIVE = 9  # a name of so many characters hardly stands for two different facts of one unit
_HALF = Decimal("0.005")  # points are printed to two decimals


@lru_cache(maxsize=4096)
def bare(text: str) -> str:
    """The same for the same words, however wide their signs are and wherever they are spaced."""
    return half_width(text)


def same_shares(rule: str, book: Book) -> Iterator[Result]:
    """The same name, target and result earn the same share of the points in every form."""
    for group in _groups(book, ("name", "operator", "target", "unit", "actual")):
        scored = [one for one in group if _weighed(one[1])]
        for other in scored[1:]:
            yield _same_share(rule, scored[0], other)


def _groups(book: Book, fields: tuple[str, ...]) -> Iterator[list[Placed]]:
    """The indicators that agree in these fields and stand in more than one form; the first of each form."""
    found: dict[tuple[str, ...], dict[int, Placed]] = defaultdict(dict)
    for n, form in enumerate(book.forms):
        for indicator in form.indicators:
            found[tuple(bare(getattr(indicator, name)) for name in fields)].setdefault(n, (form, indicator))
    return (list(group.values()) for group in found.values() if len(group) > 1)


def _weighed(indicator: PerformanceIndicator) -> bool:
    return number(indicator.score) is not None and bool(number(indicator.weight))


def _same_share(rule: str, one: Placed, other: Placed) -> Result:
    """Scores may be rounded to two decimals; shares are compared crosswise, exactly."""
    (score1, weight1), (score2, weight2) = (_points(placed) for placed in (one, other))
    gap = score1.value * weight2.value - score2.value * weight1.value
    bound = _HALF * (weight1.value + weight2.value)
    outcome = outcome_of(gap, bound)
    same = "标准不一样" if outcome == Outcome.BROKEN else "比例相同"
    message = (
        f"{quoted(one[1].name)}（{said(one[1])}）：{name_of(one[0].form)}得 {_share(score1, weight1)}，"
        f"{name_of(other[0].form)}得 {_share(score2, weight2)}，{same}。"
    )
    return Result(rule, outcome, message, score1, score2, parts=(weight1, weight2), severity=Severity.WARNING)


def _points(placed: Placed) -> tuple[Figure, Figure]:
    return points(*placed, "score"), points(*placed, "weight")


def _share(score: Figure, weight: Figure) -> str:
    return f"{plain(score.value)}/{plain(weight.value)} 分"


def same_targets(rule: str, book: Book) -> Iterator[Result]:
    """The same name and result have the same target; only a name that hardly stands for two facts can tell."""
    for group in _groups(book, ("name", "unit", "actual")):
        for other in group[1:]:
            yield _same_target(rule, group[0], other)


def _same_target(rule: str, one: Placed, other: Placed) -> Result:
    targets = [figure(*placed, "target", Unit.NUMBER) for placed in (one, other)]
    words = [f"{name_of(placed[0].form)}{said(placed[1])}" for placed in (one, other)]
    message = f"{quoted(one[1].name)}：{words[0]}；{words[1]}"
    if _target(one[1]) == _target(other[1]):
        return Result(rule, Outcome.EQUAL, f"{message}，目标相同。", *targets, severity=Severity.NOTE)
    if len(bare(one[1].name)) < DISTINCTIVE:
        return not_checkable(rule, f"{message}。两张表说的不一定是同一件事。", Severity.NOTE, *targets)
    return Result(rule, Outcome.BROKEN, f"{message}。同一个指标定了两个目标。", *targets, severity=Severity.NOTE)


def _target(indicator: PerformanceIndicator) -> tuple[str, str]:
    return bare(indicator.operator), bare(indicator.target)
