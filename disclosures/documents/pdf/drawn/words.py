"""Words: characters that the file draws one after the other without space between."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from disclosures.documents.pdf.drawn.boxes import Box, around
from disclosures.documents.pdf.drawn.letters import is_wide

_CLOSE = 0.1  # of the height: what is no farther away belongs to the same word, also across a ruling line
_BACK = 0.5  # of the height by which a character may stand left of the end of the one before
_LEVEL = 0.5  # of the height of the lower of two characters that stand on one line
_DOUBLE = 0.3  # of a character's own width: what stands no farther off is the same one, drawn again to look bold
_BETWEEN_LATIN = 0.25  # of the height: space that separates Latin words or figures
_BESIDE_WIDE = 0.23  # of an ideograph's width: a blank; typesetters put less than that between 年 and 2023
_DRAWN_AGAIN = 8  # a second drawing follows the first soon

Character = tuple[str, Box, int]  # with its place and the quarter by which it is turned


@dataclass(frozen=True)
class Word:
    """A piece of text in one place; `before` and `after` say that the file draws a blank there.

    `degrees` is how it is still turned on the upright page; `em` is about the width of an ideograph.
    """

    text: str
    box: Box
    degrees: int
    em: float
    before: bool = False
    after: bool = False


def words_of(characters: Iterable[Character]) -> list[Word]:
    """The words in the order of the file."""
    words: list[Word] = []
    run: list[Character] = []
    before = blank = False
    for character in characters:
        if character[0] == " ":
            blank = True
        elif run and not blank and _goes_on(run[-1], character):
            if not _again(run[-1], character):
                run.append(character)
        else:
            if run:
                words.append(_word(run, before, after=blank))
            run, before, blank = [character], blank, False
    if run:
        words.append(_word(run, before, after=blank))
    return list(_once(words))


def _once(words: list[Word]) -> Iterator[Word]:
    """Without those that are drawn a second time in their place."""
    drawn: dict[tuple[str, int], list[Box]] = {}
    for word in words:
        box = word.box.turned(word.degrees)
        near = _DOUBLE * box.width / len(word.text)
        boxes = drawn.setdefault((word.text, word.degrees), [])
        if not any(_same_place(box, other, near) for other in boxes[-_DRAWN_AGAIN:]):
            boxes.append(box)
            yield word


def _goes_on(last: Character, character: Character) -> bool:
    (_, left, degrees), (_, right, turned) = last, character
    if degrees != turned:
        return False
    start, top, end, bottom = left.turned(degrees) if degrees else left
    now, upper, beyond, lower = right.turned(degrees) if degrees else right
    height = min(bottom - top, lower - upper)
    if not -_BACK * height < now - end < _CLOSE * height:
        return False
    if now < start - _DOUBLE * (beyond - now):  # the first character of something that is drawn again
        return False
    return min(bottom, lower) - max(top, upper) > _LEVEL * height


def _again(last: Character, character: Character) -> bool:
    """Whether the character was drawn a second time in its place, to make it look bold."""
    (char, left, degrees), (again, right, _) = last, character
    if char != again:
        return False
    box = right.turned(degrees)
    return _same_place(left.turned(degrees), box, _DOUBLE * box.width)


def _same_place(one: Box, other: Box, near: float) -> bool:
    """Whether both begin at the same point; heights tell nothing, a font may claim any for itself."""
    return abs(one.left - other.left) + abs(one.bottom - other.bottom) < near


def _word(run: list[Character], before: bool, after: bool) -> Word:
    degrees = run[0][2]
    sizes = [(is_wide(char), box.turned(degrees)) for char, box, _ in run]
    wide = [box.width for is_square, box in sizes if is_square]
    em = max(wide) if wide else max(box.height for _, box in sizes)
    return Word("".join(char for char, _, _ in run), around(box for _, box, _ in run), degrees, em, before, after)


def blank_between(left: Word, right: Word, spread: float) -> bool:
    """Whether a blank belongs between two words that follow each other on one line.

    `spread` is the space between the ideographs of the line, as spaced or justified text has it.
    """
    if left.after or right.before:
        return True
    gap = right.box.left - left.box.right
    before, after = is_wide(left.text[-1]), is_wide(right.text[0])
    if before and after:
        return gap > 2 * spread + _BESIDE_WIDE * max(left.em, right.em)
    if before or after:
        return gap > _BESIDE_WIDE * (left.em if before else right.em)
    return gap > _BETWEEN_LATIN * min(left.box.height, right.box.height)


def spread_of(words: Sequence[Word]) -> float:
    """How far the ideographs of a line usually stand apart; 0 where most of them touch."""
    gaps = [0.0] * sum(len(word.text) - 1 for word in words)
    for left, right in pairwise(words):
        if is_wide(left.text[-1]) and is_wide(right.text[0]) and not (left.after or right.before):
            gaps.append(right.box.left - left.box.right)
    return max(median(gaps), 0.0) if gaps else 0.0
