"""How a rule ends: two figures that should agree, what came of it, and in which words it is said."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from hashlib import sha256

from disclosures.amounts import agreement_of
from disclosures.checks.spots import Spot


class Outcome(StrEnum):
    """The four ways in which a relation can end."""

    EQUAL = "equal"
    ROUNDING = "rounding"
    BROKEN = "broken"
    NOT_APPLICABLE = "not_applicable"


ZERO_BASE = "基数为 0，百分比没有意义"  # what every message about a percentage of nothing says


class Severity(StrEnum):
    """How much a broken rule weighs."""

    ERROR = "error"  # two figures that cannot both hold
    WARNING = "warning"  # something that should be there and is not, or makes no sense
    NOTE = "note"  # worth a look


class Unit(StrEnum):
    """What the number of a figure counts."""

    YUAN = "元"
    PERCENT = "%"
    POINTS = "分"
    NUMBER = ""


@dataclass(frozen=True)
class Figure:
    """A figure as it is printed, or computed from printed ones.

    `value` is exact: 元 for amounts, the printed number for percentages, points and counts; None where nothing is
    printed. `half_step` is how far the printed figure may be from the truth it was rounded from, in the same unit.
    """

    value: Decimal | None
    label: str
    text: str
    unit: Unit = Unit.YUAN
    spot: Spot | None = None
    half_step: Decimal = Decimal(0)


@dataclass(frozen=True)
class Result:
    """One relation of one disclosure, with both sides; `parts` are the figures that the right side is made of."""

    rule: str
    outcome: Outcome
    message: str
    left: Figure | None = None
    right: Figure | None = None
    bound: Decimal = Decimal(0)
    parts: tuple[Figure, ...] = field(default=(), repr=False)
    severity: Severity = Severity.ERROR
    is_suspected_loss: bool = False  # a row or table may be missing from the reading, not from the document

    @property
    def difference(self) -> Decimal | None:
        """Left minus right, exact; None where one of them is no number."""
        if self.left is None or self.right is None or self.left.value is None or self.right.value is None:
            return None
        return self.left.value - self.right.value

    @property
    def is_undefined(self) -> bool:
        """Whether a percentage of nothing is printed."""
        return self.outcome == Outcome.BROKEN and ZERO_BASE in self.message

    @property
    def key(self) -> str:
        """What the result is called in addresses and answers: the same as long as rule and places are."""
        places = [one.spot.as_data() if one and one.spot else None for one in (self.left, self.right)]
        for place in filter(None, places):
            place.pop("place")  # where the source has it may change with its format
        words = [self.right.label if self.right else ""]
        if not places[0]:  # nothing else tells the left sides of two results apart
            words.append(self.left.label if self.left else "" if self.right else self.message)
        said = json.dumps([self.rule, *places, *words], sort_keys=True)
        return sha256(said.encode()).hexdigest()[:10]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every printed figure that takes part."""
        sides = (one for one in (self.left, self.right) if one and one.spot)
        return (*sides, *self.parts)


def outcome_of(difference: Decimal, bound: Decimal) -> Outcome:
    """Equal, explained by rounding up to the bound, or broken."""
    return Outcome(agreement_of(difference, bound).value)


_BETTER = (Outcome.EQUAL, Outcome.ROUNDING, Outcome.BROKEN, Outcome.NOT_APPLICABLE)


def best(results: Sequence[Result]) -> Result:
    """Of several ways to look at one relation, the first that holds best; there is at least one."""
    return min(results, key=lambda result: _BETTER.index(result.outcome))


_INNER = str.maketrans("“”", "‘’")


def quoted(words: str) -> str:
    """Words of the document in quotes; quotes within them as print sets them."""
    return f"“{words.translate(_INNER)}”"
