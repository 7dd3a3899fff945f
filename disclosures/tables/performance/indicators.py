"""The indicators of a performance form, grouped under their headings, with points beside what they are out of."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from disclosures.statements.models import PerformanceIndicator
from disclosures.statements.numbers import number_in

_SIGNS = {">=": "≥", "<=": "≤"}
_CLOSE = ("%", "‰")  # units that stand close behind their number


@dataclass(frozen=True)
class Score:
    """Points as printed, beside the weight that they are out of."""

    printed: str
    weight: str

    @property
    def lost(self) -> Decimal | None:
        """Weight minus points, exact; None where one of them is no number. Source: the two figures printed."""
        points, weight = number_in(self.printed), number_in(self.weight)
        return None if points is None or weight is None else weight - points

    @property
    def share(self) -> Decimal | None:
        """Percent of the weight that was reached, within 0 and 100, to one decimal, for a bar; None without numbers."""
        if self.lost is None or not (weight := number_in(self.weight)):
            return None
        return min(max((1 - self.lost / weight) * 100, Decimal(0)), Decimal(100)).quantize(Decimal("0.1"))


@dataclass(frozen=True)
class Indicator:
    """What was aimed at and reached, and why points were lost, in the document's words.

    `reached` is the actual in percent of the target, to one decimal; None where one of them is no number.
    """

    anchor: str
    name: str
    target: str
    actual: str
    completion: str
    score: Score
    reasons: tuple[tuple[str, str], ...]
    improvement: str
    place: str
    href: str
    reached: Decimal | None = None

    @property
    def is_unexplained(self) -> bool:
        """Whether points were lost and no column of the form says why."""
        return bool(self.score.lost and self.score.lost > 0 and not self.reasons and not self.improvement)


@dataclass(frozen=True)
class IndicatorGroup:
    """Indicators under one heading of the first level; `parts` are those of the second level with their indicators."""

    name: str
    parts: tuple[tuple[str, tuple[Indicator, ...]], ...]
    score: Score


def grouped(indicators: Iterable[PerformanceIndicator], address_of: Callable[[str], str]) -> tuple[IndicatorGroup, ...]:
    """The indicators in the order of the form; neighbours with the same headings stand together.

    `address_of` tells where a place of the source can be seen.
    """
    groups = groupby(indicators, key=lambda indicator: indicator.level1)
    return tuple(_group(name, list(rows), address_of) for name, rows in groups)


def _group(name: str, indicators: list[PerformanceIndicator], address_of: Callable[[str], str]) -> IndicatorGroup:
    parts = groupby(indicators, key=lambda indicator: indicator.level2)
    return IndicatorGroup(
        name,
        tuple(
            (level2, tuple(indicator_of(indicator, address_of(indicator.place)) for indicator in rows))
            for level2, rows in parts
        ),
        Score(_sum(indicator.score for indicator in indicators), _sum(indicator.weight for indicator in indicators)),
    )


def _sum(printed: Iterable[str]) -> str:
    """The exact sum of printed points; "" where one of them is no number."""
    numbers = [number_in(text) for text in printed]
    known = [number for number in numbers if number is not None]
    return f"{sum(known, Decimal(0)).normalize():f}" if len(known) == len(numbers) else ""


def indicator_of(indicator: PerformanceIndicator, href: str) -> Indicator:
    return Indicator(
        anchor=f"i{indicator.position}",
        name=indicator.name,
        target=_with_unit(_SIGNS.get(indicator.operator, indicator.operator), indicator.target, indicator.unit),
        actual=_with_unit("", indicator.actual, indicator.unit if number_in(indicator.actual) is not None else ""),
        completion=indicator.completion,
        score=Score(indicator.score, indicator.weight),
        reasons=tuple((title, text) for title, text in indicator.deviation.items() if text),
        improvement=indicator.improvement,
        place=indicator.place,
        href=href,
        reached=_reached(indicator),
    )


def _reached(indicator: PerformanceIndicator) -> Decimal | None:
    actual, target = number_in(indicator.actual), number_in(indicator.target)
    return None if actual is None or not target else (actual / target * 100).quantize(Decimal("0.1"))


def _with_unit(sign: str, value: str, unit: str) -> str:
    """“≥ 95%”, “= 1 天”, or the words of a target that is none."""
    figure = value + unit if unit in _CLOSE else f"{value} {unit}"
    return f"{sign} {figure}".strip()
