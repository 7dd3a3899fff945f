"""pdfium's own text of a page in stretches without a blank, each of which can say where it stands."""

import re
from collections.abc import Iterator
from ctypes import byref, c_double, c_ushort
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from math import degrees

import pypdfium2.raw as pdfium

from disclosures.documents.pdf.areas import Area, PageAreas
from disclosures.documents.pdf.drawn.boxes import Box

_STRETCH = re.compile(r"[^\s\x00]+")
_PART = re.compile(
    r"[\d.,(（)）%％\ufffe\x02²³¹¼-¾⁰-₉⅐-↉①-⓿❶-➓㈠-㏾\-－−–—\u2010\u2011﹣]"
)  # of a figure, or what becomes one
_MARKS = ("，", "．")  # of a full-width figure where they stand alone: in a text they are no part of one
_HYPHEN = str.maketrans({"\ufffe": "-", "\x02": "-"})  # pdfium's words for a dash at the end of a line
_LINE_END = re.compile(r"[\r\n]+")
_ASKEW = 5  # degrees
_LEVEL = 0.5  # points: what differs less is on one line
_CLOSE = 0.75  # of the height of a digit: less than the width of a blank beside two digits
_CLOSE_BY_ADVANCE = 0.4  # of the same, between the places of two digits: a 1 has much room around its ink
_AGAIN = 0.15  # of the height of its digits: how far apart one thing stands that is drawn twice


class PageText:
    """The text of an open page; its characters are numbered as pdfium does."""

    def __init__(self, page, areas: PageAreas):
        self.raw, self.areas = page.get_textpage(), areas
        count = max(pdfium.FPDFText_CountChars(self.raw), 0)
        units = (c_ushort * (count + 1))()
        length = max(pdfium.FPDFText_GetText(self.raw, 0, count, units) - 1, 0)
        self.text = "".join(map(chr, units[:length]))
        self.is_even = length == count
        self._edges = [c_double() for _ in range(4)]
        self._references = [byref(edge) for edge in self._edges]
        self._last_origin: tuple[int, float, float] = (-1, 0, 0)  # asked for again with the character behind it

    def box(self, position: int) -> Box:
        """The ink of a character on the upright page."""
        left, right, bottom, top = self._edges
        pdfium.FPDFText_GetCharBox(self.raw, self.index(position), *self._references)
        return self.areas.turn(left.value, bottom.value, right.value, top.value)

    def seat(self, position: int) -> Box:
        """The place of a character in its line, on the upright page."""
        loose = pdfium.FS_RECTF()
        pdfium.FPDFText_GetLooseCharBox(self.raw, self.index(position), byref(loose))
        return self.areas.turn(loose.left, loose.bottom, loose.right, loose.top)

    def origin(self, position: int) -> tuple[float, float]:
        """Where a character begins on its line, as in the file."""
        known, x, y = self._last_origin
        if known != position:
            pdfium.FPDFText_GetCharOrigin(self.raw, self.index(position), *self._references[:2])
            x, y = self._edges[0].value, self._edges[1].value
            self._last_origin = position, x, y
        return x, y

    def quarter(self, position: int) -> int | None:
        """How a character is turned against the text of its page, in quarters; None for askew."""
        turned = -degrees(pdfium.FPDFText_GetCharAngle(self.raw, self.index(position))) % 360
        near = round(turned / 90) * 90
        return (near - self.areas.degrees) % 360 if abs(turned - near) < _ASKEW else None

    def is_guessed(self, position: int) -> bool:
        """Whether a character is none of the file's own."""
        return pdfium.FPDFText_IsGenerated(self.raw, self.index(position)) == 1

    def index(self, position: int) -> int:
        return position if self.is_even else pdfium.FPDFText_GetCharIndexFromTextIndex(self.raw, position)


@dataclass(eq=False)
class Stretch:
    """A piece of the text; `follows` says that no other stands between the one before it and this."""

    page: PageText
    start: int
    end: int
    line: int
    follows: bool

    @cached_property
    def text(self) -> str:
        return self.page.text[self.start : self.end].translate(_HYPHEN)

    @cached_property
    def quarter(self) -> int | None:
        return self.page.quarter(self.start)

    @cached_property
    def origin(self) -> tuple[float, float, float]:
        """Where its first character begins, and how large that is."""
        box = self.page.box(self.start)
        return box.left, box.bottom, max(box.height, box.width)

    def area_at(self, number: int) -> Area | None:
        """The area in which a character of it stands, counted like those of a list."""
        box = self.page.box(range(self.start, self.end)[number])
        return self.page.areas.at(box.center, box.middle, self.quarter)

    def area_in_the_middle(self) -> Area | None:
        """The area in which the middle of it stands."""
        first, last = self.page.box(self.start), self.page.box(self.end - 1)
        x, y = (first.center + last.center) / 2, (first.middle + last.middle) / 2
        return self.page.areas.at(x, y, self.quarter)

    def by_area(self) -> Iterator[tuple["Stretch", Area | None]]:
        """The parts of it that stand each in one area."""
        follows = self.follows
        for area, numbers in groupby(range(self.end - self.start), key=self.area_at):
            inside = list(numbers)
            start, end = self.start + inside[0], self.start + inside[-1] + 1
            yield Stretch(self.page, start, end, self.line, follows), area
            follows = True

    def is_again(self, other: "Stretch") -> bool:
        """Whether this is the other drawn a second time, to look bold."""
        if self.text != other.text:
            return False
        (left, bottom, height), (there, foot, _) = self.origin, other.origin
        return abs(left - there) + abs(bottom - foot) < _AGAIN * height

    def is_under(self, other: "Stretch") -> bool:
        """Whether it begins on a lower line than that on which the other ends."""
        before, now = (self.page.box(at).turned(self.quarter or 0) for at in (other.end - 1, self.start))
        return now.middle > before.bottom

    def is_close_behind(self, other: "Stretch") -> bool:
        """Whether no blank is between, only a little room, as in spaced digits: pdfium then guesses a blank."""
        (x, y), (there, foot) = self.page.origin(self.start), self.page.origin(other.end - 1)
        if not self.page.is_guessed(self.start - 1) or min(abs(x - there), abs(y - foot)) > _LEVEL:
            return False
        ends = other.end - 1, self.start
        before, now = (self.page.box(at).turned(self.quarter or 0) for at in ends)
        height = max(before.height, now.height)  # a point has next to none
        if abs(now.left - before.right) < _CLOSE * height:
            return True
        before, now = (self.page.seat(at).turned(self.quarter or 0) for at in ends)
        return abs(now.left - before.right) < _CLOSE_BY_ADVANCE * height


def stretches_of(text: PageText) -> Iterator[tuple[int, int, int, bool]]:
    """Start, end, line and whether nothing stands before, of each stretch that may be part of a figure."""
    line, at, follows = 0, 0, True
    for match in _STRETCH.finditer(text.text):
        line += bool(_LINE_END.search(text.text, at, match.start()))
        at = match.end()
        is_part = match[0] in _MARKS or bool(_PART.search(match[0]))
        if is_part:
            yield match.start(), at, line, follows
        follows = is_part
