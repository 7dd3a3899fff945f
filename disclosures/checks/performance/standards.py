"""Standards: an indicator that stands in several forms is judged alike in each."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Any

from disclosures.amounts import Outcome, outcome_of
from disclosures.amounts import plain as half_width
from disclosures.checks.figures import Figure, Unit
from disclosures.checks.labels import quoted
from disclosures.checks.outcomes import Result, Severity
from disclosures.checks.performance.figures import figure, number, points
from disclosures.checks.performance.targets import aim_of
from disclosures.checks.sums import not_checkable
from disclosures.checks.wording.reasons import Reason
from disclosures.checks.wording.relations import Relation
from disclosures.statements.loaded import Form, LoadedDisclosure
from disclosures.statements.models import PerformanceIndicator

Placed = tuple[Form, PerformanceIndicator]

DISTINCTIVE = 9  # a name of so many characters hardly stands for two different facts of one unit
_HALF = Decimal("0.005")  # points are printed to two decimals


@lru_cache(maxsize=4096)
def bare(text: str) -> str:
    """The same for the same words, however wide their signs are and wherever they are spaced."""
    return half_width(text)


def same_shares(rule: str, loaded: LoadedDisclosure) -> Iterator[Result]:
    """The same name, target and result earn the same share of the points in every form."""
    for group in _groups(loaded, ("name", "operator", "target", "unit", "actual")):
        scored = [one for one in group if _weighed(one[1])]
        for other in scored[1:]:
            yield _same_share(rule, scored[0], other)


def _groups(loaded: LoadedDisclosure, fields: tuple[str, ...]) -> Iterator[list[Placed]]:
    """The indicators that agree in these fields and stand in more than one form; the first of each form."""
    found: dict[tuple[str, ...], dict[int, Placed]] = defaultdict(dict)
    for n, form in enumerate(loaded.forms):
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
    relation, facts = Relation.SAME_SHARE, {"item": quoted(one[1].name), "aim": aim_of(one[1])}
    parts, severity = (weight1, weight2), Severity.WARNING
    return Result(rule, outcome_of(gap, bound), relation, score1, score2, parts=parts, severity=severity, facts=facts)


def _points(placed: Placed) -> tuple[Figure, Figure]:
    return points(*placed, "score"), points(*placed, "weight")


def same_targets(rule: str, loaded: LoadedDisclosure) -> Iterator[Result]:
    """The same name and result have the same target; only a name that hardly stands for two facts can tell."""
    for group in _groups(loaded, ("name", "unit", "actual")):
        for other in group[1:]:
            yield _same_target(rule, group[0], other)


def _same_target(rule: str, one: Placed, other: Placed) -> Result:
    first, second = (figure(*placed, "target", Unit.NUMBER) for placed in (one, other))
    facts: dict[str, Any] = {"item": quoted(one[1].name), "aim": aim_of(one[1]), "other_aim": aim_of(other[1])}
    is_same = _target(one[1]) == _target(other[1])
    if not is_same and len(bare(one[1].name)) < DISTINCTIVE:
        return not_checkable(rule, Reason.OTHER_FACT, Severity.NOTE, first, second, **facts)
    outcome = Outcome.EQUAL if is_same else Outcome.BROKEN
    return Result(rule, outcome, Relation.SAME_TARGET, first, second, severity=Severity.NOTE, facts=facts)


def _target(indicator: PerformanceIndicator) -> tuple[str, str]:
    return bare(indicator.operator), bare(indicator.target)
