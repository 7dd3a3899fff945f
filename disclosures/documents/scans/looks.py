"""Two looks at what is written: a figure that they read otherwise, or that one is not sure of, is doubtful."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median

import cv2
import numpy as np

from disclosures.documents.figures import figures_in, has_digit
from disclosures.documents.scans.dots.paper import Paper
from disclosures.documents.scans.dots.raised import tail_of
from disclosures.documents.scans.dots.ruling import Dots
from disclosures.documents.scans.dots.signs import sign_in
from disclosures.documents.scans.dots.strips import parted
from disclosures.documents.scans.points import as_figure, closed
from disclosures.documents.scans.recogniser import Reading, Recogniser

_SURE = 0.8  # of every digit and mark of a figure, in one of two looks that agree
_GUESSED = 0.5  # of any character: what is less sure may as well be a figure
_SHORT = 3  # characters: a sign, a dash, or a figure taken for letters
_WIDE, _HARDLY, _FEW = 1.6, 0.3, 5  # times its height, of all strips, strips that say nothing
_LINE, _SOME = (3, 14), 10  # times their height: strips that are tried from both sides; how many of them
_ROOM = 2  # dots at both ends of a strip that are looked at, too
_USUAL = 24  # dots: the height of a line where there is none
_LONGEST = 22  # heights of a piece that is read at once: the model was made for short lines
_PART_OF_FIGURE = re.compile(r"[\d.,%\-]")
_NOTED = "末尾有升高的小字，当作注释的标记，没有读入"
_LIKE_DIGITS = re.compile(r"[lI|O]{1,3}|.*(?:\d[lI|O]|[lI|O]\d).*")


@dataclass(frozen=True)
class Seen:
    """A strip with what the first look reads there, how sure it is, and why that cannot be trusted."""

    strip: Dots
    text: str
    certainty: float
    doubt: str = ""


def look_at(paper: Paper, strips: Sequence[Dots], recogniser: Recogniser) -> list[Seen]:
    """What is written in each strip; figures, and anything unclear, are looked at twice."""
    usual = _usual(strips)
    signs = {number: sign for number, strip in enumerate(strips) if (sign := sign_in(paper.grey, strip, usual))}
    tails = {number: tail for number, strip in enumerate(strips) if (tail := tail_of(paper.grey, strip))}
    texts = (number for number in range(len(strips)) if number not in signs)
    pieces = [(number, piece) for number in texts for piece in _pieces(paper.ink, strips[number], tails.get(number))]
    first = recogniser.read([_cut(paper.grey, piece, usual, 0.18) for _, piece in pieces])
    again = [place for place, reading in enumerate(first) if _is_unclear(reading)]
    second = recogniser.read([_darkened(_cut(paper.grey, pieces[place][1], usual, 0.4)) for place in again])
    both = [*first]
    for place, reading in zip(again, second, strict=True):
        both[place] = reading
    seen = {number: Seen(strips[number], sign, 1.0) for number, sign in signs.items()}
    for number, group in groupby(range(len(pieces)), key=lambda place: pieces[place][0]):
        readings = [(first[place], both[place]) for place in group]
        seen[number] = _joined(strips[number], readings, has_tail=number in tails)
    return [seen[number] for number in range(len(strips))]


def is_on_its_side(strips: Sequence[Dots]) -> bool:
    """Whether what is written runs up or down the page: then hardly any strip is wider than high."""
    wide = sum(right - left > _WIDE * (bottom - top) for left, top, right, bottom in strips)
    return len(strips) > _FEW and wide < _HARDLY * len(strips)


def is_on_its_head(paper: Paper, strips: Sequence[Dots], recogniser: Recogniser) -> bool:
    """Whether some strips can be read with more certainty from the other side."""
    lines = [strip for strip in strips if _LINE[0] < (strip[2] - strip[0]) / (strip[3] - strip[1]) < _LINE[1]]
    some = [_cut(paper.grey, strip, _usual(strips), 0.18) for strip in lines[:: max(len(lines) // _SOME, 1)][:_SOME]]
    turned = [np.ascontiguousarray(np.rot90(strip, 2)) for strip in some]
    upright, upside_down = (sum(reading.mean for reading in recogniser.read(side)) for side in (some, turned))
    return upside_down > upright


def _usual(strips: Sequence[Dots]) -> int:
    return round(median(bottom - top for _, top, _, bottom in strips)) if strips else _USUAL


def _pieces(ink: np.ndarray, strip: Dots, tail: Dots | None) -> list[Dots]:
    """What is read at once: pieces of a long strip, a raised end by itself."""
    if not tail:
        return parted(ink, strip, _LONGEST)
    left, top, _, bottom = strip
    return [*parted(ink, (left, top, tail[0] - _ROOM, bottom), _LONGEST), tail]


def _joined(strip: Dots, pieces: list[tuple[Reading, Reading]], *, has_tail: bool) -> Seen:
    """The pieces of a strip put together again; what is surer is what was read, and the other what doubts it.

    A raised end behind a figure is the number of a note, and no part of it.
    """
    body = _looks(pieces[:-1]) if has_tail else None
    is_noted = body is not None and body[0].text[-1:].isdigit()
    surer, other = body if body and is_noted else _looks(pieces)
    doubt = _doubt(surer, other) or (_NOTED if is_noted else "")
    return Seen(strip, closed(surer.text), surer.certainty, doubt)


def _looks(pieces: list[tuple[Reading, Reading]]) -> tuple[Reading, Reading]:
    """Both looks at all pieces, the surer first; one figure where its marks are all that they differ in."""
    one, other = (sum(readings, Reading("", ())) for readings in zip(*pieces, strict=True))
    if figure := as_figure(one, other):
        return figure, figure
    return (one, other) if one.certainty >= other.certainty else (other, one)


def _is_unclear(reading: Reading) -> bool:
    """Whether a second look is worth its time."""
    return bool(has_digit(reading.text)) or len(reading.text) < _SHORT or reading.certainty < _GUESSED


def _doubt(first: Reading, second: Reading) -> str:
    """Why what the first says cannot be trusted."""
    if not first.text.strip():
        return "有字迹，没有认出来"
    if figures_in(closed(first.text)) != figures_in(closed(second.text)) or _words(first.text) != _words(second.text):
        return f"两次辨认不同，另一次认作 {second.text}"
    if _LIKE_DIGITS.fullmatch(first.text):
        return "可能是数字"
    if has_digit(first.text) and max(_certainty(first), _certainty(second)) < _SURE:
        return "辨认没有把握"
    return ""


def _words(text: str) -> str:
    """The letters and ideographs: marks look alike in half and full width."""
    return "".join(filter(str.isalpha, unicodedata.normalize("NFKC", text)))


def _certainty(reading: Reading) -> float:
    """How sure the least certain part of its figures is."""
    text = unicodedata.normalize("NFKC", reading.text)
    if len(text) != len(reading.certainties):
        return reading.certainty
    parts = (sure for n, sure in enumerate(reading.certainties) if _is_in_figure(text, n))
    return min(parts, default=1.0)


def _is_in_figure(text: str, n: int) -> bool:
    """Whether a character is a digit, or a mark beside one."""
    if text[n].isdigit():
        return True
    beside = text[max(n - 1, 0) : n] + text[n + 1 : n + 2]
    return bool(_PART_OF_FIGURE.match(text[n])) and all(map(str.isdigit, beside)) and beside != ""


def _cut(grey: np.ndarray, strip: Dots, usual: int, margin: float) -> np.ndarray:
    """The strip on white paper, so that nothing of its neighbours is seen; a dash in as much room as a usual line."""
    left, top, right, bottom = strip
    height = max(bottom - top, usual)
    room = max(round(margin * height), 3)
    around = (height - (bottom - top)) // 2 + room
    inside = grey[max(top - 1, 0) : bottom + 1, max(left - _ROOM, 0) : right + _ROOM]
    return cv2.copyMakeBorder(inside, around, around, room + _ROOM, room + _ROOM, cv2.BORDER_CONSTANT, value=255)


def _darkened(strip: np.ndarray) -> np.ndarray:
    """With more contrast and less noise, one and a half times as large."""
    large = cv2.resize(cv2.GaussianBlur(strip, (3, 3), 0), None, fx=1.5, fy=1.5, interpolation=cv2.INTER_CUBIC)
    return np.clip((large.astype(np.float32) - 60) * 1.35, 0, 255).astype(np.uint8)
