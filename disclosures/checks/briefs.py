"""What is asked of every result of a report, as a page that shows few of them asks it; and those made when wanted."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, overload

from disclosures.amounts import Outcome
from disclosures.checks.outcomes import Result, Severity, is_over_nothing
from disclosures.checks.spots import Spot, spot_from

Of = TypeVar("Of")


@dataclass(frozen=True, slots=True)
class Brief:
    """How a result ended and where its sides stand; what kinds and signs ask for is named as in `Result`.

    `message` is told of what is broken alone: telling all would take longer than the rest.
    """

    rule: str
    outcome: Outcome
    severity: Severity
    message: str
    is_undefined: bool
    has_two_sides: bool
    is_suspected_loss: bool
    spots: tuple[Spot, ...]


class Kept(Sequence[Of], Generic[Of]):
    """What was kept as data, each made into what it was when it is asked for."""

    def __init__(self, data: Sequence[dict[str, Any]], made: Callable[[dict[str, Any]], Of]):
        self.data = data
        self._make, self._made = made, dict[int, Of]()

    def __len__(self) -> int:
        return len(self.data)

    @overload
    def __getitem__(self, index: int) -> Of: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Of]: ...
    def __getitem__(self, index: int | slice) -> Of | Sequence[Of]:
        if isinstance(index, slice):
            return [self[each] for each in range(*index.indices(len(self)))]
        at = range(len(self.data))[index]
        if at not in self._made:
            self._made[at] = self._make(self.data[at])
        return self._made[at]

    def having(self, name: str, value: object) -> "Kept[Of]":
        """Those of which that is kept under the name."""
        return Kept([data for data in self.data if data[name] == value], self._make)


def having(results: Sequence[Result], name: str, value: object) -> Sequence[Result]:
    """Those with that value, which is kept under the same name; of those that were kept, the others are not made."""
    if isinstance(results, Kept):
        return results.having(name, value)
    return tuple(result for result in results if getattr(result, name) == value)


def broken_briefs(results: Sequence[Result]) -> Iterator[Brief]:
    """One for each result that is broken, in their order; of those that were kept, without making them."""
    if isinstance(results, Kept):
        yield from map(_from_data, results.having("outcome", Outcome.BROKEN).data)
    else:
        yield from map(_from_result, having(results, "outcome", Outcome.BROKEN))


def briefs_at(results: Sequence[Result], at: Mapping[str, Any]) -> Iterator[tuple[int, Brief]]:
    """Those that have a side at a spot with all of `at`, named as in the spot's data; each with its index."""
    if isinstance(results, Kept):
        found = ((index, data) for index, data in enumerate(results.data) if _has_side(data, at))
        yield from ((index, _from_data(data)) for index, data in found)
    else:
        briefs = ((index, _from_result(result)) for index, result in enumerate(results))
        yield from ((index, one) for index, one in briefs if any(_is_at(spot.as_data(), at) for spot in one.spots))


def _has_side(data: Mapping[str, Any], at: Mapping[str, Any]) -> bool:
    sides = (data["left"], data["right"])
    return any(_is_at(side["spot"], at) for side in sides if side and side["spot"])


def _is_at(spot: Mapping[str, Any], at: Mapping[str, Any]) -> bool:
    return all(spot.get(name) == value for name, value in at.items())


def _from_result(result: Result) -> Brief:
    sides = (result.left, result.right)
    spots = tuple(side.spot for side in sides if side and side.spot)
    return Brief(
        rule=result.rule,
        outcome=result.outcome,
        severity=result.severity,
        message=result.message if result.outcome == Outcome.BROKEN else "",
        is_undefined=result.is_undefined,
        has_two_sides=result.has_two_sides,
        is_suspected_loss=result.is_suspected_loss,
        spots=spots,
    )


def _from_data(data: dict[str, Any]) -> Brief:
    sides = [side for side in (data["left"], data["right"]) if side]
    outcome = Outcome(data["outcome"])
    return Brief(
        rule=data["rule"],
        outcome=outcome,
        severity=Severity(data["severity"]),
        message=data["message"] if outcome == Outcome.BROKEN else "",
        is_undefined=is_over_nothing(outcome, data["relation"]),
        has_two_sides=len(sides) == 2,
        is_suspected_loss=data["is_suspected_loss"],
        spots=tuple(spot for side in sides if (spot := spot_from(side["spot"]))),
    )
