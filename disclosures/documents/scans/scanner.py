"""A page from its picture: the words and ruling lines that the PDF reader would find, and what is doubtful."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from statistics import median

import cv2
import numpy as np

from disclosures.documents.pdf.drawn.boxes import Box, turn_of
from disclosures.documents.pdf.drawn.budget import Budget
from disclosures.documents.pdf.drawn.letters import is_wide
from disclosures.documents.pdf.drawn.sheets import Sheet
from disclosures.documents.pdf.drawn.words import Word
from disclosures.documents.scans.dots.fields import box_of, dots_of, written_on
from disclosures.documents.scans.dots.paper import Paper, paper_of
from disclosures.documents.scans.dots.ruling import Dots, rules_of, without
from disclosures.documents.scans.looks import Seen, is_on_its_head, is_on_its_side, look_at
from disclosures.documents.scans.marks import Leavings, Mark, Strip
from disclosures.documents.scans.recogniser import Recogniser

_MOST_STRIPS = 2_000  # of a page: a dense one has 300
_MOST_MARKS = 60  # of a page with pictures of their own
_LEGIBLE = 0.55  # certainty that half of the strips of a printed page exceed by far
_ROUND = 8  # dots of paper around what a picture shows
_DIGIT = 0.72  # of an ideograph's height
_OPENING, _CLOSING = "（“《【", "，。、；：！？）”》】"


class PageScanner:
    """Reads pages with one recogniser."""

    def __init__(self) -> None:
        self.recogniser = Recogniser()

    def sheet_of(self, picture: np.ndarray, number: int, budget: Budget) -> tuple[Sheet, Leavings] | None:
        """Words and lines of a page, its strips and doubts; None for one that cannot be read."""
        page = self._upright(picture, budget)
        if len(page.strips) > _MOST_STRIPS:
            return None
        seen = look_at(page.blank, page.strips, self.recogniser)
        if seen and median(one.certainty for one in seen) < _LEGIBLE:
            return None
        words = words_of(seen)
        size = box_of((0, 0, page.paper.width, page.paper.height))
        turn = turn_of(0, size.left, size.top, size.right, size.bottom)
        sheet = Sheet(number, 0, turn, size, words, "", list(map(box_of, page.rules)), [], 0, [])
        strips = [Strip(box_of(one.strip), one.text) for one in seen]
        return sheet, Leavings(strips, list(_marks(page.paper, seen)), partial(_picture, page.paper))

    def _upright(self, picture: np.ndarray, budget: Budget) -> "_Laid":
        """The page as somebody holds it to read it."""
        page = _laid(picture, budget)
        if is_on_its_side(page.strips):
            picture = np.ascontiguousarray(np.rot90(picture))
            page = _laid(picture, budget)
        if is_on_its_head(page.blank, page.strips, self.recogniser):
            page = _laid(np.ascontiguousarray(np.rot90(picture, 2)), budget)
        return page


@dataclass(frozen=True)
class _Laid:
    """A page with its lines, without them, and where something is written."""

    paper: Paper
    rules: list[Dots]
    blank: Paper
    strips: list[Dots]


def _laid(picture: np.ndarray, budget: Budget) -> _Laid:
    paper = paper_of(picture)
    rules = rules_of(paper)
    return _Laid(paper, rules, _without_lines(paper, rules), written_on(paper, rules, budget))


def _without_lines(paper: Paper, rules: list[Dots]) -> Paper:
    """The page as if nothing were ruled on it."""
    return Paper(255 - without(255 - paper.grey, rules, 1))


def words_of(seen: list[Seen]) -> list[Word]:
    """What the PDF reader makes tables and paragraphs of."""
    return [_word(one) for one in seen if one.text.strip()]


def _word(seen: Seen) -> Word:
    """A strip as a word; marks that fill a square with little ink get their room."""
    box, text = box_of(seen.strip), seen.text.strip()
    em = _em(text, box)
    left = box.left - em / 2 if text[0] in _OPENING else box.left
    right = box.right + em / 2 if text[-1] in _CLOSING else box.right
    return Word(text, Box(left, box.top, right, box.bottom), 0, em)


def _em(text: str, box: Box) -> float:
    """The width of an ideograph; letters and digits are half as wide."""
    wide = sum(map(is_wide, text))
    if wide > 1:
        return box.width / (wide + (len(text) - wide) / 2)
    return box.height if wide else box.height / _DIGIT


def _marks(paper: Paper, seen: list[Seen]) -> Iterator[Mark]:
    doubtful = [one for one in seen if one.doubt]
    for number, one in enumerate(doubtful):
        box = box_of(one.strip)
        yield Mark(box, one.text, one.doubt, _picture(paper, box) if number < _MOST_MARKS else b"")


def _picture(paper: Paper, box: Box) -> bytes:
    left, top, right, bottom = dots_of(box)
    part = paper.grey[max(top - _ROUND, 0) : bottom + _ROUND, max(left - _ROUND, 0) : right + _ROUND]
    return cv2.imencode(".png", (part // 16) * 17)[1].tobytes()  # 16 greys are enough, and half as large
