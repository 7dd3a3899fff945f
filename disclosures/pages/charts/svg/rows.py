"""Amounts as bars below each other: the name and the figures of each above its bars, so that any width will do."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from disclosures.pages.charts.scale import ticks
from disclosures.pages.charts.shapes import Bar, Bars
from disclosures.pages.charts.svg.lengths import cut, pc, px, width_of

WORDS, BAR, GAP = 20, 9, 9  # px: of a line of words, of a bar, below a row
ROOM = 20  # characters of a line, on the narrowest page and beside a table
AXIS, TICKS = 22, 3  # px below the rows; how many round amounts there
NARROWEST, LETTER = 280, 12  # px: of the picture on the narrowest page; of a letter below the axis
LATE = 80  # percent of the width from where a tick's words end before it


@dataclass(frozen=True)
class Stripe:
    """One bar; `series` is empty for what others are measured against."""

    y: str
    width: str
    series: str


@dataclass(frozen=True)
class BarRow:
    """A bar or several with their words and the heights at which these stand."""

    bar: Bar
    title: str
    y: str
    text: str
    text_y: str
    stripes: tuple[Stripe, ...]


@dataclass(frozen=True)
class Mark:
    """A round amount on the axis."""

    x: str
    text: str
    anchor: str


@dataclass(frozen=True)
class Rows:
    """The whole picture; `end` is where the rows end and the axis begins."""

    rows: tuple[BarRow, ...]
    marks: tuple[Mark, ...]
    end: int
    height: int


def rows_of(bars: Bars) -> Rows:
    """All on one scale; a negative amount has no bar, only its figure."""
    rows = tuple(_rows(bars))
    end = sum(_height(bars, bar) for bar in bars.bars)
    marks = tuple(_marks(bars))
    return Rows(rows, marks, end, end + (AXIS if marks else 0))


def _rows(bars: Bars) -> Iterator[BarRow]:
    top = 0
    for bar in bars.bars:
        yield _row(bars, bar, top)
        top += _height(bars, bar)


def _text(bars: Bars, bar: Bar) -> str:
    return " / ".join([text or "·" for text in bar.texts] if len(bars.titles) > 1 else bar.texts)


def _lines(bars: Bars, bar: Bar) -> int:
    """Two where name and figures do not fit beside each other."""
    return 1 if width_of(bar.title) + width_of(_text(bars, bar)) < ROOM else 2


def _height(bars: Bars, bar: Bar) -> int:
    return WORDS * _lines(bars, bar) + BAR * len(bars.titles) + GAP


def _row(bars: Bars, bar: Bar, top: int) -> BarRow:
    words = WORDS * _lines(bars, bar)
    stripes = tuple(
        Stripe(px(top + words + BAR * n), pc(value, bars.largest), bar.series if n + 1 == len(bar.values) else "")
        for n, value in enumerate(bar.values)
        if value is not None and value > 0
    )
    return BarRow(bar, cut(bar.title, ROOM), px(top + 14), _text(bars, bar), px(top + words - 6), stripes)


def _marks(bars: Bars) -> Iterator[Mark]:
    """Each round amount; every second or third where their words would lie on each other on the narrowest page."""
    placed = [(float(tick.value / bars.largest) * 100, tick.text) for tick in ticks(bars.largest, TICKS, bars.unit)]
    sparser = (placed[every - 1 :: every] for every in range(1, TICKS + 1))
    for place, text in next(some for some in sparser if _are_apart(some)):
        yield Mark(pc(place), text, _anchor(place))


def _anchor(place: float) -> str:
    return "end" if place > LATE else "middle"


def _are_apart(placed: list[tuple[float, str]]) -> bool:
    """Whether the words of neighbours leave a gap between them; `place` is percent of the width."""
    spans = [(_left(place, text), _left(place, text) + width_of(text) * LETTER) for place, text in placed]
    return all(right + LETTER / 2 < left for (_, right), (left, _) in pairwise(spans))


def _left(place: float, text: str) -> float:
    """px from the left on the narrowest page."""
    before = width_of(text) * LETTER / (1 if _anchor(place) == "end" else 2)
    return place / 100 * NARROWEST - before
