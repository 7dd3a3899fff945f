"""Which picture a chart has before, or without, the script: its template, what the template draws, and its height."""

from dataclasses import dataclass
from functools import singledispatch
from typing import Any

from disclosures.pages.charts.shapes import Bars, Drawing, Flow, Scores, Tree, Years
from disclosures.pages.charts.svg.courses import EDGE, courses_of, positions
from disclosures.pages.charts.svg.layers import layers_of
from disclosures.pages.charts.svg.lengths import pc
from disclosures.pages.charts.svg.rows import LINE, NAMES, POINTS, marked, row_height, rows_of
from disclosures.pages.charts.svg.streams import streams_of
from disclosures.pages.charts.svg.tiles import tiles_of

TALL, LOW = 440, 220  # px
AXES = 56  # px below rows of scores for what each half shows


@dataclass(frozen=True)
class Picture:
    """`height` is reserved in the page before anything is drawn; `parts` are what the template draws.

    A flow has two heights: its other picture, for narrow pages, brings its own.
    """

    template: str
    height: int
    parts: dict[str, Any]


@singledispatch
def picture_of(drawing: Drawing) -> Picture:
    raise TypeError(f"no picture is known for {type(drawing).__name__}")


@picture_of.register
def _(tree: Tree) -> Picture:
    return Picture("pages/pictures/tiles.html", TALL, {"tiles": tiles_of(tree, TALL)})


@picture_of.register
def _(flow: Flow) -> Picture:
    streams = streams_of(flow)
    return Picture("pages/pictures/flow.html", streams.height, {"streams": streams, "layers": layers_of(flow)})


@picture_of.register
def _(bars: Bars) -> Picture:
    return Picture("pages/pictures/bars.html", row_height(bars) * len(bars.bars), {"rows": rows_of(bars)})


@picture_of.register
def _(scores: Scores) -> Picture:
    places = {"points_left": pc(NAMES + 2), "points": pc(POINTS), "reached_left": pc(NAMES + POINTS + 6)}
    height = LINE * len(scores.scores)
    parts = {"scores": marked(scores), "rows": height, "words": height + LINE, **places}
    return Picture("pages/pictures/scores.html", height + AXES, parts)


@picture_of.register
def _(years: Years) -> Picture:
    marks = [(year, pc(x)) for year, x in zip(years.years, positions(len(years.years)), strict=True)]
    parts = {"courses": courses_of(years, LOW), "years": marks, "base": LOW - 24, "edge": EDGE}
    return Picture("pages/pictures/courses.html", LOW, parts)
