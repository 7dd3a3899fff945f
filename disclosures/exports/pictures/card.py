"""What the picture of a disclosure or of one table says, in the words of the document."""

from collections.abc import Iterator
from dataclasses import dataclass

from disclosures.characters import without_unseen
from disclosures.statements.models import STATEMENTS, Disclosure, State
from disclosures.tables.headline import headlines

_IN_AND_OUT = ("02", "03")  # the tables that say what came in and what was spent


@dataclass(frozen=True)
class Figure:
    """A figure as published, in the unit of its document, with the name of its column or row."""

    title: str
    text: str
    unit: str


@dataclass(frozen=True)
class Card:
    """`subject` is the year, and the table if it is one; `signs` say what the reader must know before the figures."""

    name: str
    subject: str
    figures: tuple[Figure, ...]
    signs: tuple[str, ...]
    foot: str


def card_of(disclosure: Disclosure, number: str = "") -> Card:
    """The card of one table, without a number of the whole; amounts as printed, in the unit of the document.

    Two queries for each figure. What prints no figure has none here.
    """
    subject = f"{disclosure.year} 年度决算"
    if number:
        subject = f"{subject}　公开{number}表 {STATEMENTS[number].title_in(disclosure.year)}"
    return Card(
        name=without_unseen(disclosure.unit_name),
        subject=subject,
        figures=tuple(_figures(disclosure, (number,) if number else _IN_AND_OUT)),
        signs=tuple(_signs(disclosure)),
        foot=f"第 {disclosure.revision} 版　校验码 {disclosure.digest[:16]}…",
    )


def _figures(disclosure: Disclosure, numbers: tuple[str, ...]) -> Iterator[Figure]:
    for number in numbers:
        if found := headlines([disclosure], number).get(disclosure.pk):
            yield Figure(found.title, found.text, found.unit)


def _signs(disclosure: Disclosure) -> Iterator[str]:
    if disclosure.unit.is_made_up:
        yield "虚构数据，仅供演示"
    if disclosure.state != State.PUBLISHED:
        yield str(State(disclosure.state).label)
