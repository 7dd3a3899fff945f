"""Every figure of the text with what became of it, so that a page can mark it where it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from disclosures.amounts import Outcome
from disclosures.checks.figures import Unit
from disclosures.checks.narrative.meaning.guessing import guess
from disclosures.checks.narrative.meaning.meanings import Mention
from disclosures.checks.narrative.meaning.reading import Reading, reading_of
from disclosures.checks.narrative.rules.ratios import NO_BASE
from disclosures.checks.outcomes import Result
from disclosures.checks.spots import TextSpot
from disclosures.statements.loaded import LoadedDisclosure

Start = tuple[int, int]  # paragraph and place of the first character


class TextSign(StrEnum):
    """How the relation of a figure of the text ended; its values are kept with the report."""

    EQUAL = "equal"
    ROUNDING = "rounding"
    BROKEN = "broken"
    UNDEFINED = "undefined"  # a percentage of nothing
    NOT_CHECKABLE = "not_checkable"
    UNLINKED = "unlinked"  # its meaning is not known


@dataclass(frozen=True)
class Link:
    """A figure from `start` to `end` of the paragraph with that position; `value` as in outcomes.Figure.

    `result` is the place of its relation among the results of the report, None where nothing can be held against it.
    `role`, `subject` and `whole` say the meaning to a program: which number of what it is, and of what that is a part,
    "" where it is not known; `is_less` tells of a change that the value, printed without a sign, was a decrease.
    """

    paragraph: int
    start: int
    end: int
    text: str
    value: Decimal
    unit: Unit
    meaning: str
    sign: TextSign
    message: str
    result: int | None = None
    role: str = ""
    subject: str = ""
    whole: str = ""
    is_less: bool = False


_WORST = (Outcome.BROKEN, Outcome.ROUNDING, Outcome.EQUAL, Outcome.NOT_APPLICABLE)
_UNKNOWN = "不知道这个数说的是什么，没有核对。"
_GUESSED = "不知道这个数说的是什么，没有核对；可能是{guess}。"
_ALONE = "这个数只印在这里，没有别处可以对照。"


def links_of(loaded: LoadedDisclosure, results: Sequence[Result]) -> tuple[Link, ...]:
    """The figures in the order of the text, each with the worst result that is about it, else that it is a part of."""
    about, part_of = _by_spot(results)
    reading = reading_of(loaded)
    return tuple(_link(reading, mention, results, about, part_of) for mention in reading.mentions)


def _by_spot(results: Sequence[Result]) -> tuple[dict, dict]:
    about: dict[Start, list[int]] = {}
    part_of: dict[Start, list[int]] = {}
    for index, result in enumerate(results):
        for figure in result.figures:
            if isinstance(figure.spot, TextSpot):
                is_side = figure is result.left or figure is result.right
                if is_side or result.rule != NO_BASE:  # that nothing can be divided by it is no fault of a zero
                    (about if is_side else part_of).setdefault(_start(figure.spot), []).append(index)
    return about, part_of


def _start(spot: TextSpot) -> Start:
    """By where they begin, figures are told apart; rules of other areas may leave out the unit."""
    return spot.paragraph, spot.start


def _link(reading: Reading, mention: Mention, results: Sequence[Result], about: dict, part_of: dict) -> Link:
    found = about.get(_start(mention.spot)) or part_of.get(_start(mention.spot)) or []
    index = min(found, key=lambda one: _WORST.index(results[one].outcome), default=None) if mention.meaning else None
    result = results[index] if index is not None else None
    meaning = mention.meaning
    return Link(
        paragraph=mention.spot.paragraph,
        start=mention.spot.start,
        end=mention.spot.end,
        text=mention.printed.text,
        value=mention.printed.value,
        unit=mention.printed.unit,
        meaning=meaning.words if meaning else "",
        sign=_sign(mention, result),
        message=result.message if result else (_ALONE if meaning else _unknown(reading, mention)),
        result=index,
        role=meaning.role.value if meaning else "",
        subject=meaning.subject.key if meaning else "",
        whole=meaning.whole.key if meaning and meaning.whole else "",
        is_less=bool(meaning and meaning.direction) and not meaning.is_more,
    )


def _unknown(reading: Reading, mention: Mention) -> str:
    """The guess is for whoever reads the sentence; nothing is compared on its account."""
    guessed = guess(reading, mention)
    return _GUESSED.format(guess=guessed) if guessed else _UNKNOWN


def _sign(mention: Mention, result: Result | None) -> TextSign:
    if not mention.meaning:
        return TextSign.UNLINKED
    if not result or result.outcome == Outcome.NOT_APPLICABLE:
        return TextSign.NOT_CHECKABLE
    is_about = result.left is not None and result.left.spot == mention.spot
    return TextSign.UNDEFINED if result.rule == NO_BASE and is_about else TextSign(result.outcome.value)
