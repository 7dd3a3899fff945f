"""Lines of text: words that stand beside each other, from left to right, and lines put together to one text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from disclosures.documents.pdf.drawn.boxes import Box, around
from disclosures.documents.pdf.drawn.letters import is_wide, joined_lines
from disclosures.documents.pdf.drawn.words import Word, blank_between, spread_of

_MOSTLY = 0.6  # of the steps from character to character, for writing that runs downwards


@dataclass(frozen=True)
class Line:
    """Words on one level; turned upright, if they stand sideways on the page."""

    words: tuple[Word, ...]

    @cached_property
    def box(self) -> Box:
        return around(word.box for word in self.words)

    @cached_property
    def text(self) -> str:
        text, spread = self.words[0].text, spread_of(self.words)
        for left, right in pairwise(self.words):
            text += (" " if blank_between(left, right, spread) else "") + right.text
        return text

    @cached_property
    def em(self) -> float:
        """The width of an ideograph; about that, where the line has none."""
        wide = [word.em for word in self.words if any(map(is_wide, word.text))]
        return max(wide or [word.em for word in self.words])

    def segments(self, gap: float) -> list["Line"]:
        """The line cut where two words are farther apart than that many ideographs."""
        cut, em = [[self.words[0]]], self.em
        for left, right in pairwise(self.words):
            if right.box.left - left.box.right > gap * em:
                cut.append([])
            cut[-1].append(right)
        return [Line(tuple(words)) for words in cut]


def lines_of(words: Iterable[Word]) -> list[Line]:
    """The lines from top to bottom."""
    levels: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.box.middle):
        level = next((level for level in levels[-3:] if level[0].box.levels_with(word.box)), None)
        if level is None:
            levels.append(level := [])
        level.append(word)
    lines = [Line(tuple(sorted(level, key=lambda word: word.box.left))) for level in levels]
    return sorted(lines, key=lambda line: line.box.middle)


def text_of(words: Sequence[Word]) -> tuple[str, list[Line]]:
    """The whole text of words that belong together, such as those of a cell, and the upright lines it consists of."""
    text, lines = "", []
    for degrees in sorted({word.degrees for word in words}):
        upright = [_turned(word) for word in words if word.degrees == degrees]
        columns = [Line((word,)) for word in upright] if _runs_downwards(upright) else lines_of(upright)
        text = joined_lines(text, joined(columns))
        lines += columns if not degrees else []
    return text, lines


def joined(lines: Sequence[Line]) -> str:
    """Lines of one text, with the blanks that a line end takes the place of."""
    text = ""
    for number, line in enumerate(lines):
        above = lines[number - 1] if number else line
        text = joined_lines(text, line.text, blank=above.words[-1].after or line.words[0].before)
    return text


def _turned(word: Word) -> Word:
    if not word.degrees:
        return word
    return Word(word.text, word.box.turned(word.degrees), 0, word.em, word.before, word.after)


def _runs_downwards(words: Sequence[Word]) -> bool:
    """Whether the file draws character below character, in several columns: the order of the file is to be kept."""
    if len(words) < 4 or any(len(word.text) > 1 for word in words):
        return False
    columns = {round(word.box.center / word.em) for word in words}
    steps = [
        abs(after.box.center - before.box.center) < 0.3 * before.em and after.box.top > before.box.top
        for before, after in pairwise(words)
    ]
    return len(columns) > 1 and sum(steps) > _MOSTLY * len(steps)
