"""Ruling lines: thin boxes put in order, drawn together where they were drawn in pieces, and sorted into tables."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from disclosures.documents.pdf.drawn.boxes import Box
from disclosures.documents.pdf.drawn.budget import Budget
from disclosures.documents.pdf.tables.groups import Groups

NEAR = 3.0  # points: lines that close to each other are one, as are the two of a double line
_SHORTEST = 6.0  # points: no cell is smaller
_BETWEEN_LOOKS = 500


@dataclass(frozen=True)
class Rule:
    """A line from `start` to `end`, `at` that distance from the top, or from the left if it is upright."""

    at: float
    start: float
    end: float


@dataclass
class Ruling:
    """The lines that touch each other, and so may be one table."""

    across: list[Rule] = field(default_factory=list)
    upright: list[Rule] = field(default_factory=list)


def rulings_of(boxes: list[Box], budget: Budget) -> list[Ruling]:
    """All lines of a page by the tables that they belong to; lines that touch none are rulings of their own."""
    flat = [box for box in boxes if box.height <= box.width]
    tall = [box for box in boxes if box.height > box.width]
    across = _whole(Rule(box.middle, box.left, box.right) for box in flat)
    upright = sorted(_whole(Rule(box.center, box.top, box.bottom) for box in tall), key=lambda rule: rule.at)
    return _connected(across, upright, budget)


def positions(values: Iterable[float]) -> list[float]:
    """Where lines stand: values nearer to each other than lines can be are one, in their middle."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if not groups or value - groups[-1][0] > NEAR:
            groups.append([])
        groups[-1].append(value)
    return [(group[0] + group[-1]) / 2 for group in groups]


def _whole(pieces: Iterable[Rule]) -> list[Rule]:
    """The pieces of each line put together."""
    rules = []
    for level in _levels(sorted(pieces, key=lambda rule: rule.at)):
        at = sum(rule.at for rule in level) / len(level)
        level.sort(key=lambda rule: rule.start)
        start, end = level[0].start, level[0].end
        for rule in level:
            if rule.start > end + NEAR:
                rules.append(Rule(at, start, end))
                start, end = rule.start, rule.end
            end = max(end, rule.end)
        rules.append(Rule(at, start, end))
    return [rule for rule in rules if rule.end - rule.start >= _SHORTEST]


def _levels(rules: list[Rule]) -> list[list[Rule]]:
    levels = [rules[:1]] if rules else []
    for rule in rules[1:]:
        if rule.at - levels[-1][0].at > NEAR:
            levels.append([])
        levels[-1].append(rule)
    return levels


def _connected(across: list[Rule], upright: list[Rule], budget: Budget) -> list[Ruling]:
    """Follow the lines from one that is crossed to the next."""
    groups = Groups(len(across) + len(upright))
    places = [rule.at for rule in upright]
    for number, rule in enumerate(across):
        if number % _BETWEEN_LOOKS == 0:
            budget.check_time()
        for other in range(bisect_left(places, rule.start - NEAR), bisect_right(places, rule.end + NEAR)):
            if upright[other].start - NEAR <= rule.at <= upright[other].end + NEAR:
                groups.join(number, len(across) + other)
    rulings: dict[int, Ruling] = {}
    for number, rule in enumerate(across):
        rulings.setdefault(groups.leader(number), Ruling()).across.append(rule)
    for number, rule in enumerate(upright, start=len(across)):
        rulings.setdefault(groups.leader(number), Ruling()).upright.append(rule)
    return list(rulings.values())
