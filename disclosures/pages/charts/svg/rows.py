"""Amounts as bars below each other: the name and the figures of each above its bars, so that any width will do."""

from dataclasses import dataclass

from disclosures.pages.charts.shapes import FAR, Bar, Bars, Score, Scores
from disclosures.pages.charts.svg.lengths import cut, pc, px

WORDS, BAR, GAP = 20, 9, 9  # px: of the line of words, of a bar, below a row
ROOM = 15  # characters of a name, beside a table
LINE = 26  # px of a row that has its words beside its bars
NAMES, POINTS, TARGETS = 42, 20, 28  # percent of the width for a name, its points, its target; spaces are left between


@dataclass(frozen=True)
class Stripe:
    """One bar; `series` is empty for what others are measured against."""

    y: str
    width: str
    series: str


@dataclass(frozen=True)
class ScoreRow:
    """A bar or several with their words and the height at which these stand."""

    bar: Bar
    title: str
    y: str
    text: str
    stripes: tuple[Stripe, ...]


def rows_of(bars: Bars) -> tuple[ScoreRow, ...]:
    """All on one scale; a negative amount has no bar, only its figure."""
    return tuple(_row(bars, bar, position * row_height(bars)) for position, bar in enumerate(bars.bars))


def row_height(bars: Bars) -> int:
    return WORDS + BAR * len(bars.titles) + GAP


def _row(bars: Bars, bar: Bar, top: int) -> ScoreRow:
    figures = [text or "·" for text in bar.texts] if len(bars.titles) > 1 else bar.texts
    stripes = tuple(
        Stripe(px(top + WORDS + BAR * n), pc(value, bars.largest), bar.series if n + 1 == len(bar.values) else "")
        for n, value in enumerate(bar.values)
        if value is not None and value > 0
    )
    return ScoreRow(bar, cut(bar.title, ROOM), px(top + 14), " / ".join(figures), stripes)


@dataclass(frozen=True)
class Marked:
    """An indicator with its two small bars and their places; None for what is no number."""

    score: Score
    y: str
    bar: str
    scored: str | None
    reached: str | None


def marked(scores: Scores) -> tuple[Marked, ...]:
    return tuple(
        Marked(
            score=score,
            y=px(position * LINE + 17),
            bar=px(position * LINE + 8),
            scored=None if score.scored is None else pc(score.scored * POINTS / 100),
            reached=None if score.reached is None else pc(score.reached_drawn * TARGETS / FAR),
        )
        for position, score in enumerate(scores.scores)
    )
