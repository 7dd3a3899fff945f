"""A wording: the text of a disclosure as some office words it, with places for the figures of any made-up unit.

A wording is a plain text file, a paragraph a line, headings included. A line that begins with `#` says where such words
were seen; `#:` begins settings: `unit=元` (of tables and text, else 万元), `text=万元` (of the text alone), `thousands`
(1,234.56), `digits=wide` (in full width), `whole` (0 and 100 for 0.00 and 100.00), `percent=1` (the decimals of
percentages, else 2), `needs=funds` and `without=own_income,carry_over` (of `books.FEATURES`: what the unit has or has
not; the others as it happens). Everything else is text, but for:

    {fact}             the figure of that name (`facts.CELLS`, `others.others`), without unit; `a+b`, `a-b` are facts
    {was:fact}         the same figure of the year before
    {budget:fact}      the same figure of the budget; of 三公, as table 07 prints it
    {change:fact}      how far it is from the year before, without a sign; {rate:fact} in percent of the year before
    {over:fact}        how far it is from the budget, without a sign; {over_rate:fact} in percent of the budget
    {done:fact}        in percent of the budget
    {share:part/whole} one figure in percent of another
    {up:fact}          增加 or 减少 against the year before; {up:fact 升/降} other words, {up:fact 升/降/平} if equal
    {above:fact}       the same against the budget
    {year} {last}      2023, 2022; {unit}, the unit's name
    [condition?text|else]  the text where the condition's figure is not 0 (of `up`, `above`: is a rise); else may lack
    [list*text|separator]  the text for each entry of a list (`facts.Facts.entries`); ¶ is the end of a paragraph

In a repeated text `it` is the figure of the entry, {name} its name, {n} and {no} its number as 1 and as 一. A figure
that does not exist, such as a share of nothing, makes the wording unfit for that unit, and the next one is taken; so
does a list of the parts of nothing, which would leave “主要包括：” without an end.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from disclosures.amounts import AmountUnit, Precision, printed
from tests.checks.narrative.wordings.books import FEATURES, books
from tests.checks.narrative.wordings.facts import Entry, Facts
from tests.checks.narrative.wordings.others import Known
from tests.checks.narrative.wordings.parsing import Part, parsed

WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
PERCENT = "%"
_TRIES = 60
_PARTS = ".sections"


class Unfit(Exception):  # noqa: N818  # no error: another unit is asked
    """The wording says something that this unit has not."""


@dataclass(frozen=True)
class Piece:
    """Some text of a paragraph; of a figure, its number, what it counts, and its role in the words of the wording.

    `slack` is how far a percentage may be off because the figures that it is made of are rounded.
    """

    text: str
    role: str = ""
    value: Decimal = Decimal(0)
    unit: str = ""
    slack: Decimal = Decimal(0)

    @property
    def is_figure(self) -> bool:
        return bool(self.role)


@dataclass(frozen=True)
class Wording:
    """A file of words with its settings."""

    name: str
    text: str
    settings: dict[str, str] = field(default_factory=dict)

    @property
    def unit(self) -> AmountUnit:
        return AmountUnit(self.settings.get("unit", AmountUnit.WAN))

    @property
    def precision(self) -> Precision:
        """What the text prints amounts with."""
        return Precision(AmountUnit(self.settings.get("text", self.unit)))

    def features(self, setting: str) -> tuple[str, ...]:
        """What the unit needs to have, or must not have."""
        return tuple(filter(None, self.settings.get(setting, "").split(",")))

    def said_of(self, seed: int) -> tuple[Facts, list[list[Piece]]]:
        """The first unit from that seed on that the wording fits, and its paragraphs."""
        for attempt in range(_TRIES):
            unit = seed * _TRIES + attempt
            facts = Facts(books(unit, self.unit, self.features("needs"), self.features("without")), unit)
            try:
                return facts, paragraphs(self, facts)
            except Unfit as reason:
                last = reason
        raise ValueError(f"{self.name} fits none of {_TRIES} units: {last}")


def read(path: Path) -> Wording:
    """The wording of a file."""
    return wording(path.name, path.read_text(encoding="utf-8"))


def wording(name: str, text: str) -> Wording:
    """The wording that a text is."""
    lines = text.splitlines()
    said = " ".join(line[2:] for line in lines if line.startswith("#:")).split()
    settings = {key: value for key, _, value in (one.partition("=") for one in said)}
    unknown = settings.keys() - {"unit", "text", "thousands", "digits", "whole", "percent", "needs", "without"}
    of = Wording(name, "¶".join(line for line in lines if line and not line.startswith("#")), settings)
    if unknown or not {*of.features("needs"), *of.features("without")} <= set(FEATURES):
        raise ValueError(f"{name}: unknown settings {said}")
    return of


def paragraphs(of: Wording, facts: Facts) -> list[list[Piece]]:
    """The paragraphs of the wording, filled with the figures of one unit."""
    lines: list[list[Piece]] = [[]]
    for piece in _Filling(of, facts).text(parsed(of.text), None):
        first, *others = piece.text.split("¶") if not piece.is_figure else [piece.text]
        lines[-1].append(replace(piece, text=first))
        lines += [[Piece(one)] for one in others]
    return [line for line in lines if any(piece.text for piece in line)]


# ---------------------------------------------------------------------------------------------------------------------
# Filling
# ---------------------------------------------------------------------------------------------------------------------


_DIRECTIONS = {"up": lambda known: known.now - known.was, "above": lambda known: known.now - known.budget}
_NUMBERS = {
    "": lambda known: known.now,
    "was": lambda known: known.was,
    "budget": lambda known: known.budget,
    "change": lambda known: abs(known.now - known.was),
    "over": lambda known: abs(known.now - known.budget),
}
_RATIOS = {
    "rate": lambda known: (abs(known.now - known.was), known.was),
    "over_rate": lambda known: (abs(known.now - known.budget), known.budget),
    "done": lambda known: (known.now, known.budget),
}


@dataclass
class _Filling:
    """A wording beside the figures of one unit."""

    of: Wording
    facts: Facts

    def text(self, parts: list[Part], entry: Entry | None) -> Iterator[Piece]:
        for part in parts:
            if isinstance(part, str):
                yield Piece(part)
            elif part[0] == "{":
                yield self._place(part[1], entry)
            elif part[0] == "?":
                yield from self.text(part[2] if self._holds(part[1], entry) else part[3], entry)
            else:
                yield from self._repeated(*part[1:])

    def _repeated(self, name: str, text: list, separator: list) -> Iterator[Piece]:
        entries = self.facts.entries(name)
        if not entries and name.endswith(_PARTS):
            raise Unfit(name)
        for n, entry in enumerate(entries):
            yield from self.text(separator if n else [], None)
            yield from self.text(text, entry)

    def _holds(self, condition: str, entry: Entry | None) -> bool:
        verb, _, name = condition.rpartition(":")
        if verb in _DIRECTIONS:
            return _DIRECTIONS[verb](self._known(name, entry)) > 0
        return bool(self._number(verb, name, entry).value)

    def _place(self, inside: str, entry: Entry | None) -> Piece:
        verb, _, name = inside.rpartition(":")
        if verb in _DIRECTIONS:
            return Piece(self._direction(verb, *name.partition(" ")[::2], entry))
        words = self.facts.words | (entry.words if entry else {})
        if not verb and name in words:
            return Piece(words[name])
        piece = self._number(verb, name, entry)
        role = f"{entry.key} {inside}" if entry else inside
        return replace(piece, role=role, text=self.printed(piece.value, piece.unit))

    def _direction(self, verb: str, name: str, words: str, entry: Entry | None) -> str:
        more, less, *same = words.split("/") if words else ("增加", "减少")
        difference = _DIRECTIONS[verb](self._known(name, entry))
        if not difference and not same:
            raise Unfit(f"{verb}:{name} says nothing of what is equal")
        return more if difference > 0 else less if difference else same[0]

    def _number(self, verb: str, name: str, entry: Entry | None) -> Piece:
        if verb == "share":
            part, whole = (self._known(one, entry).now for one in name.split("/"))
            return self._ratio(part, whole, name)
        known = self._known(name, entry)
        if verb in _RATIOS:
            return self._ratio(*_RATIOS[verb](known), name)
        return Piece("", value=_NUMBERS[verb](known), unit=known.unit)

    def _ratio(self, part: Decimal, whole: Decimal, name: str) -> Piece:
        if not whole:
            raise Unfit(f"{name} is a ratio to nothing")
        slack = 100 * self.of.precision.half_step * (1 + part / whole) / whole
        return Piece("", value=part / whole * 100, unit=PERCENT, slack=abs(slack))

    def _known(self, name: str, entry: Entry | None) -> Known:
        first, *rest = re.split(r"([+-])", name)
        known = self._named(first, entry)
        for sign, other in zip(rest[::2], rest[1::2], strict=True):
            known = known + self._named(other, entry) if sign == "+" else known - self._named(other, entry)
        return known

    def _named(self, name: str, entry: Entry | None) -> Known:
        return entry.figures[name] if entry and name in entry.figures else self.facts.known(name)

    def printed(self, value: Decimal, unit: str) -> str:
        text = self._digits(value, unit)
        if "whole" in self.of.settings:
            text = re.sub(r"\.0+$", "", text)
        return text.translate(WIDE) if self.of.settings.get("digits") == "wide" else text

    def _digits(self, value: Decimal, unit: str) -> str:
        if unit == PERCENT:
            return f"{value.quantize(Decimal(1).scaleb(-int(self.of.settings.get('percent', 2))), ROUND_HALF_UP)}"
        if unit != AmountUnit.YUAN:
            return f"{value.quantize(Decimal('0.01'), ROUND_HALF_UP).normalize():f}"
        return printed(value, self.of.precision.unit, grouping="thousands" in self.of.settings)


def changed(of: Wording, facts: Facts, piece: Piece, value: Decimal) -> Piece:
    """The same figure of the text with another number, printed in the same manner."""
    return replace(piece, value=value, text=_Filling(of, facts).printed(value, piece.unit))
