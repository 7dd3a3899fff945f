"""How far the changes of the database were seen, and which editions have changed since."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any, NamedTuple

from disclosures.checks.models import Answer
from disclosures.publication.models import PublicationCounter, ReaderQuestion, StepTaken
from disclosures.publication.steps import PUBLISH, REINSTATE, SUPERSEDE, WITHDRAW

_REMEMBERED = 200  # steps and answers
_STEPS = [step.key for step in (PUBLISH, SUPERSEDE, WITHDRAW, REINSTATE)]
_EDITION = ("disclosure__unit__region", "disclosure__unit__code", "disclosure__year")

Edition = tuple[str, int]  # the unit as addresses name it, the year
Rows = dict[str, list]  # of each step or answer, by its number: when, and of which edition


class UnknownError(Exception):
    """Something has changed, and nothing says what."""


class Numbers(NamedTuple):
    """What the site counts; -1 where nothing was seen yet."""

    published: int = -1
    named: int = -1
    answered: int = -1


@dataclass(frozen=True)
class Position:
    """The numbers, and the newest steps and answers, those to readers among them."""

    numbers: Numbers = field(default_factory=Numbers)
    steps: Rows = field(default_factory=dict)
    answers: Rows = field(default_factory=dict)

    @classmethod
    def read(cls, kept: dict[str, Any]) -> "Position":
        """As it was written into a file."""
        return cls(Numbers(*kept["numbers"]), kept["steps"], kept["answers"])

    def trimmed(self) -> "Position":
        """With the newest steps alone, which are first."""
        return replace(self, steps=dict(islice(self.steps.items(), _REMEMBERED)))

    def changed_since(self, seen: "Position") -> set[Edition]:
        """The editions that have changed; an error where it may be any, or another database than was seen."""
        old, new = seen.numbers, self.numbers
        if new.named != old.named or new.published < old.published or new.answered < old.answered:
            raise UnknownError
        if not seen.steps.keys() <= self.steps.keys():
            raise UnknownError  # of a disclosure that was removed
        steps = _new(self.steps, seen.steps, is_expected=new.published != old.published)
        answers = _new(self.answers, seen.answers, is_expected=new.answered != old.answered)
        if len(answers) >= _REMEMBERED:
            raise UnknownError
        return {(unit, year) for _, unit, year in (*steps, *answers)}


def numbers_now() -> Numbers:
    """What the site counts, as the database has it."""
    found = PublicationCounter.objects.filter(pk=1).values_list("number", "names", "answers").first()
    return Numbers(*(found or (0, 0, 0)))


def position_after(seen: Position, numbers: Numbers) -> Position:
    """The database as it is now, with all steps since those that were seen."""
    steps = StepTaken.objects.filter(step__in=_STEPS).order_by("-pk").values_list("pk", "at", *_EDITION)
    since = steps.filter(pk__gte=min(map(int, seen.steps))) if seen.steps else steps[:_REMEMBERED]
    answers = Answer.objects.order_by("-answered_at", "-pk").values_list("pk", "answered_at", *_EDITION)
    asked = ReaderQuestion.objects.exclude(shown_at=None).order_by("-shown_at", "-pk")
    shown = asked.values_list("pk", "shown_at", *_EDITION)
    to_readers = {f"q{key}": row for key, row in _rows(shown[:_REMEMBERED]).items()}
    said = _rows(answers[:_REMEMBERED]) | to_readers
    return Position(numbers, _rows(since), said)


def _rows(found: Iterable[tuple[Any, ...]]) -> Rows:
    return {str(pk): [str(at), f"{region}-{code}", year] for pk, at, region, code, year in found}


def _new(now: Rows, seen: Rows, is_expected: bool) -> list[list]:
    """What was not seen so; something if and only if its number has changed."""
    new = [row for key, row in now.items() if seen.get(key) != row]
    if bool(new) != is_expected:
        raise UnknownError
    return new
