"""Indicators below each other: each name above its two bars, points of the weight and what was reached of the target.

Places are percent of the width, heights pixels, so that names and figures stand whole on a phone too.
"""

from dataclasses import dataclass

from disclosures.pages.charts.shapes import FAR, Score, Scores
from disclosures.pages.charts.svg.lengths import cut, pc, px

NAME, ROW, AXIS = 15, 42, 40  # px: base line of the name in its row, a row, what stands below all rows
BAR = NAME + 6  # px: top of the bars in their row
ROOM = 20  # characters of a name
POINTS, TARGETS = 24, 30  # percent of the width: all points, FAR percent of the target
FIGURE, LEFT = 26, 54  # percent of the width: where the points are written, where the target is measured from
GOAL = LEFT + TARGETS * 100 / FAR  # percent of the width: where the target is met


@dataclass(frozen=True)
class Marked:
    """An indicator with its bars and figures and their places; a length is None for what is no number."""

    score: Score
    title: str
    y: str
    bar: str
    figure: str
    scored: str | None
    reached: str | None


@dataclass(frozen=True)
class Placed:
    """The whole picture: `rows` is the height of all rows, `words` where it is written what each half shows."""

    scores: tuple[Marked, ...]
    height: int
    rows: int
    ticks: int
    words: int
    points: str = pc(POINTS)
    points_figure: str = pc(FIGURE)
    left: str = pc(LEFT)
    end: str = pc(LEFT + TARGETS)
    goal: str = pc(GOAL)


def placed(scores: Scores) -> Placed:
    rows = ROW * len(scores.scores)
    marked = tuple(_marked(score, ROW * position) for position, score in enumerate(scores.scores))
    return Placed(marked, rows + AXIS, rows, rows + 14, rows + 32)


def _marked(score: Score, top: int) -> Marked:
    return Marked(
        score=score,
        title=cut(score.title, ROOM),
        y=px(top + NAME),
        bar=px(top + BAR),
        figure=px(top + BAR + 9),
        scored=None if score.scored is None else pc(score.scored * POINTS / 100),
        reached=None if score.reached_drawn is None else pc(score.reached_drawn * TARGETS / FAR),
    )
