"""A page from its picture: the words and ruling lines that the PDF reader would find, and what is doubtful."""

from collections.abc import Iterator
from statistics import median

import cv2
import numpy as np

from disclosures.documents.pdf.drawn.boxes import Box, turn_of
from disclosures.documents.pdf.drawn.budget import Budget
from disclosures.documents.pdf.drawn.letters import is_wide
from disclosures.documents.pdf.drawn.sheets import Sheet
from disclosures.documents.pdf.drawn.words import Word
from disclosures.documents.scans.fields import box_of, written_on
from disclosures.documents.scans.looks import Seen, look_at
from disclosures.documents.scans.marks import Mark
from disclosures.documents.scans.paper import Paper, paper_of
from disclosures.documents.scans.recogniser import Recogniser
from disclosures.documents.scans.ruling import Dots, rules_of, without

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

    def sheet_of(self, picture: np.ndarray, number: int, size: Box, budget: Budget) -> tuple[Sheet, list[Mark]] | None:
        """Words, lines and doubts of a page of that size in points; None for a page that cannot be read."""
        paper = paper_of(picture)
        across, upright = rules_of(paper)
        rules = across + upright
        strips = written_on(paper, rules, budget)
        if len(strips) > _MOST_STRIPS:
            return None
        seen = look_at(_without_lines(paper, rules), strips, self.recogniser)
        if seen and median(one.certainty for one in seen) < _LEGIBLE:
            return None
        words = [_word(one) for one in seen if one.text.strip()]
        boxes = [box_of(rule) for rule in rules]
        turn = turn_of(0, size.left, size.top, size.right, size.bottom)
        sheet = Sheet(number, 0, turn, size, words, "", boxes, [], 0, [])
        return sheet, list(_marks(paper, seen))


def _without_lines(paper: Paper, rules: list[Dots]) -> Paper:
    """The page as if nothing were ruled on it."""
    return Paper(255 - without(255 - paper.grey, rules, 1))


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
        picture = _picture(paper, one.strip) if number < _MOST_MARKS else b""
        yield Mark(box_of(one.strip), one.text, one.doubt, picture)


def _picture(paper: Paper, strip: Dots) -> bytes:
    left, top, right, bottom = strip
    part = paper.grey[max(top - _ROUND, 0) : bottom + _ROUND, max(left - _ROUND, 0) : right + _ROUND]
    return cv2.imencode(".png", (part // 16) * 17)[1].tobytes()  # 16 greys are enough, and half as large
