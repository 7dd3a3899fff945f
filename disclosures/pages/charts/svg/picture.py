"""Which picture a chart has before, or without, the script: its template, what the template draws, and its height."""

from dataclasses import dataclass
from functools import singledispatch
from typing import Any

from disclosures.pages.charts.shapes import Bars, Drawing, Flow, Scores, Tree, Years
from disclosures.pages.charts.svg.courses import courses_of, lines_of, positions
from disclosures.pages.charts.svg.layers import layers_of
from disclosures.pages.charts.svg.lengths import pc
from disclosures.pages.charts.svg.rows import rows_of
from disclosures.pages.charts.svg.scores import placed
from disclosures.pages.charts.svg.streams import streams_of
from disclosures.pages.charts.svg.tiles import tiles_of

TALL, LOW = 440, 220  # px


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
    drawn = rows_of(bars)
    return Picture("pages/pictures/bars.html", drawn.height, {"drawn": drawn})


@picture_of.register
def _(scores: Scores) -> Picture:
    drawn = placed(scores)
    return Picture("pages/pictures/scores.html", drawn.height, {"placed": drawn})


@picture_of.register
def _(years: Years) -> Picture:
    marks = [(year, pc(x)) for year, x in zip(years.years, positions(len(years.years)), strict=True)]
    parts = {"courses": courses_of(years, LOW), "lines": lines_of(years, LOW), "years": marks, "base": LOW - 24}
    return Picture("pages/pictures/courses.html", LOW, parts)
