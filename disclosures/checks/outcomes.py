"""How a rule ends: two figures, what was asked of them and what came of it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from hashlib import sha256

from disclosures.amounts import Outcome, Precision
from disclosures.checks.figures import Figure
from disclosures.checks.wording.chinese import Told, tell
from disclosures.checks.wording.reasons import Reason
from disclosures.checks.wording.relations import Relation


class Severity(StrEnum):
    """How much a broken rule weighs."""

    ERROR = "error"  # two figures that cannot both hold
    WARNING = "warning"  # something that should be there and is not, or makes no sense
    NOTE = "note"  # worth a look


@dataclass(frozen=True)
class Result:
    """One relation of one disclosure, with both sides; `parts` are the figures that the right side is made of.

    `relation` is what was asked; `reason`, where there is one, says why it could not be, or what is told beside its
    end. `facts` are what else the wording needs, `precision` says in which unit it tells amounts. Of a result that was
    kept, `recorded` is the sentence as it was told then.
    """

    rule: str
    outcome: Outcome
    relation: Relation | None = None
    left: Figure | None = None
    right: Figure | None = None
    bound: Decimal = Decimal(0)
    parts: tuple[Figure, ...] = field(default=(), repr=False)
    severity: Severity = Severity.ERROR
    reason: Reason | None = None
    facts: Mapping[str, object] = field(default_factory=dict, repr=False)
    precision: Precision | None = field(default=None, repr=False)
    is_suspected_loss: bool = False  # a row or table may be missing from the reading, not from the document
    recorded: Told | None = field(default=None, repr=False)

    @cached_property
    def told(self) -> Told:
        """The sentence in Chinese, and where it names the sides."""
        return self.recorded or tell(self)

    @property
    def message(self) -> str:
        return self.told.text

    @property
    def difference(self) -> Decimal | None:
        """Left minus right, exact; None where one of them is no number."""
        if self.left is None or self.right is None or self.left.value is None or self.right.value is None:
            return None
        return self.left.value - self.right.value

    @property
    def apart(self) -> Decimal:
        """How far the sides are apart, exact, whichever is larger; a blank counts as nothing."""
        return abs((self.left.value or Decimal(0)) - (self.right.value or Decimal(0)))

    @property
    def is_undefined(self) -> bool:
        """Whether a percentage of nothing is printed."""
        return is_over_nothing(self.outcome, self.relation)

    @property
    def has_two_sides(self) -> bool:
        return bool(self.left and self.right)

    @cached_property
    def key(self) -> str:
        """What the result is called in addresses and answers: the same as long as rule and places are."""
        places = [one.spot.as_data() if one and one.spot else None for one in (self.left, self.right)]
        for place in filter(None, places):
            place.pop("place")  # where the source has it may change with its format
        words = [str(self.right.label) if self.right else ""]
        if not places[0]:  # nothing else tells the left sides of two results apart
            words.append(str(self.left.label) if self.left else "" if self.right else self.message)
        said = json.dumps([self.rule, *places, *words], sort_keys=True)
        return sha256(said.encode()).hexdigest()[:10]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every printed figure that takes part."""
        sides = (one for one in (self.left, self.right) if one and one.spot)
        return (*sides, *self.parts)


def is_over_nothing(outcome: Outcome, relation: str | None) -> bool:
    """Whether a percentage of nothing was asked for and is printed."""
    return outcome == Outcome.BROKEN and relation == Relation.OVER_NOTHING


_BETTER = (Outcome.EQUAL, Outcome.ROUNDING, Outcome.BROKEN, Outcome.NOT_APPLICABLE)


def best(results: Sequence[Result]) -> Result:
    """Of several ways to look at one relation, the first that holds best; there is at least one."""
    return min(results, key=lambda result: _BETTER.index(result.outcome))
