"""What a question asks for: whose figures, which of them, of which year."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from disclosures.publication.search.words.cutting import Cut, cut
from disclosures.publication.search.words.lists import TABLE, Figure, Place, Says, figures, offices

MOST_READINGS = 4  # of one question: each asks the index for a unit
MOST_FIGURES = 3
_IN_GENERAL = {Says.SPENT: "本年支出合计", Says.RECEIVED: "本年收入合计"}
_TOTAL = "total"  # the row of a table by function that all its codes add up to
_OFFICE = re.compile(
    "办公室|委员会|中心|政府|街道|[局委办部院会校所厅站队馆团庭处室镇乡]"
)  # what the name of an office ends with
_DIVIDED = ("02", "03", "05", "08", "09")  # whose columns hold for each code as well


@dataclass(frozen=True)
class Reading:
    """One way to understand the question: these words name the unit, these figures are asked for.

    `rest` is what else is asked for, which no list knows.
    """

    unit: tuple[str, ...]
    figures: tuple[Figure, ...]
    rest: tuple[str, ...] = ()


@dataclass(frozen=True)
class Asked:
    """A question as the lists read it."""

    cuts: tuple[Cut, ...]
    year: str = ""

    @classmethod
    def read(cls, text: str) -> "Asked":
        """From a question as it was typed."""
        found = cut(text)
        return cls(found.cuts, found.year)

    def says(self, *what: Says) -> bool:
        """Whether a word of the question says one of these."""
        return any(one.says in what for one in self.cuts)

    @property
    def named(self) -> tuple[Cut, ...]:
        """The stretches that name a figure."""
        return tuple(one for one in self.cuts if one.figures)

    @property
    def page(self) -> str:
        """The page of the site that is asked for."""
        return next((one.page for one in self.cuts if one.page), "")

    @property
    def rest(self) -> tuple[str, ...]:
        """What no list knows."""
        return tuple(one.text for one in self.cuts if one.is_open)

    @property
    def words(self) -> tuple[str, ...]:
        """What is left to search for without the words that ask; all of it where nothing else is left."""
        return tuple(one.text for one in self.cuts if not one.says) or tuple(one.text for one in self.cuts)

    def readings(self) -> Iterator[Reading]:
        """First the words as they stand, as a unit may be called after something that has a figure; then without one
        name after the other, the last first; then without all of them.
        """
        named = self.named
        without: list[tuple[Cut, ...]] = [(), *((one,) for one in reversed(named[-2:]))]
        if len(named) > 1:
            without.append(named)
        for figures_out in without[:MOST_READINGS]:
            unit = _joined(self.cuts, figures_out)
            if unit:
                yield Reading(unit, self._figures(figures_out))

    def divided(self) -> Iterator[Reading]:
        """What names the unit ends with a space, or with what offices end with: the rest is asked of it."""
        rest = self.rest
        figures_out = self._figures(self.named)
        for place in range(len(rest) - 1, 0, -1):
            yield Reading(rest[:place], figures_out, rest[place:])
        for end in islice(_ends_of_office(rest[0]), MOST_READINGS) if rest else ():
            yield Reading((rest[0][:end],), figures_out, (rest[0][end:], *rest[1:]))

    def _figures(self, named: tuple[Cut, ...]) -> tuple[Figure, ...]:
        """The figures by these names; all spending or income where no name but a general word stands there."""
        found = tuple(dict.fromkeys(figure for one in named for figure in one.figures))
        if not found:
            general = [_IN_GENERAL[one.says] for one in self.cuts if one.says in _IN_GENERAL]
            found = tuple(one for one in figures() if one.name in general)
        if self.says(Says.BUDGET):
            found = tuple(replace(one, places=one.budget or one.places) for one in found)
        return crossed(found)[:MOST_FIGURES]


def _ends_of_office(text: str) -> Iterator[int]:
    """The places behind which an office may end, the last first."""
    ends = [found.end() for found in _OFFICE.finditer(text)]
    return reversed([end for end in ends if 1 < end < len(text)])


def _joined(cuts: tuple[Cut, ...], without: tuple[Cut, ...]) -> tuple[str, ...]:
    """The stretches that stay, those that stood side by side as one."""
    words: list[str] = []
    is_apart = True
    for one in cuts:
        if one in without or one.says:
            is_apart = True
        elif one.is_apart or is_apart:
            words.append(one.text)
            is_apart = False
        else:
            words[-1] += one.text
    return tuple(words)


def crossed(found: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """A code beside a column of a table by function is one figure: the code's cell in that column."""
    columns = [one for one in found if _is_column(one.places)]
    codes = [one for one in found if _is_code(one.places)]
    if len(columns) != 1 or len(codes) != 1 or len(found) > len(columns + codes):
        return found
    table, column = columns[0].places[0].key, columns[0].places[0].column
    rows = dict.fromkeys(place.row for place in codes[0].places)
    cells = tuple(Place(TABLE, table, row, column) for row in rows)
    return (Figure(f"{codes[0].name} · {columns[0].name}", cells),)


def _is_column(places: tuple[Place, ...]) -> bool:
    return places[0].kind == TABLE and places[0].key in _DIVIDED and places[0].row == _TOTAL


def _is_code(places: tuple[Place, ...]) -> bool:
    return places[0].kind == TABLE and places[0].key in _DIVIDED and places[0].row != _TOTAL


def in_full(word: str) -> tuple[str, ...]:
    """The word with the full name of an office in place of its short one; nothing where it has none."""
    short = max((one for one in offices() if one in word), key=len, default="")
    return tuple(word.replace(short, full) for full in offices()[short]) if short else ()
