"""What a chart shows, as a figure that plotly draws; colours are series names, which the page's script looks up.

Numbers become floats here, for drawing alone; every text is a printed figure.
"""

from decimal import Decimal
from functools import singledispatch

from django.utils.translation import gettext
from plotly import graph_objects

from disclosures.amounts import AmountUnit
from disclosures.pages.charts.scale import ticks
from disclosures.pages.charts.shapes import FAR, Bars, Drawing, Flow, Score, Scores, Tree, Years
from disclosures.pages.charts.svg.courses import TICKS as YEARS_TICKS
from disclosures.pages.charts.svg.rows import TICKS as BAR_TICKS

REST = "line"  # the colour of what is only there to measure against


def figure_json(drawing: Drawing) -> str:
    """The figure without any theme, for the page has its own."""
    figure = graph_objects.Figure(_traces(drawing), layout={"template": "none", **_layout(drawing)})
    return figure.to_json()


@singledispatch
def _traces(drawing: Drawing) -> list:
    raise TypeError(f"no figure is known for {type(drawing).__name__}")


@singledispatch
def _layout(drawing: Drawing) -> dict:
    return {}


@_traces.register
def _traces_of_tree(tree: Tree) -> list:
    """Only codes that are not divided further carry a value: a parent is as wide as its parts."""
    return [
        graph_objects.Icicle(
            ids=[tile.key for tile in tree.tiles],
            labels=[tile.title for tile in tree.tiles],
            parents=[tile.parent for tile in tree.tiles],
            text=[tile.text for tile in tree.tiles],
            values=[0.0 if tile.key in tree.divided else float(tile.value) for tile in tree.tiles],
            customdata=[[tile.href, tile.series] for tile in tree.tiles],
        )
    ]


@_traces.register
def _traces_of_flow(flow: Flow) -> list:
    place = {node.key: position for position, node in enumerate(flow.nodes)}
    node = {
        "label": [f"{node.title} {node.text}".strip() for node in flow.nodes],
        "customdata": [[node.href, node.series] for node in flow.nodes],
    }
    link = {
        "source": [place[band.source.key] for band in flow.bands],
        "target": [place[band.target.key] for band in flow.bands],
        "value": [float(band.value) for band in flow.bands],
        "label": [band.text for band in flow.bands],
        "customdata": [[(band.target.href or band.source.href), band.target.series] for band in flow.bands],
    }
    return [graph_objects.Sankey(node=node, link=link, arrangement="fixed")]


@_traces.register
def _traces_of_bars(bars: Bars) -> list:
    """One trace a title; where there are two, the first is what the second is measured against."""
    ticks = [f"{position} {bar.title}" for position, bar in enumerate(bars.bars)]  # a name may stand there twice
    return [
        graph_objects.Bar(
            orientation="h",
            name=title,
            y=ticks,
            x=[None if bar.values[n] is None else float(bar.values[n]) for bar in bars.bars],
            text=[bar.texts[n] for bar in bars.bars],
            customdata=[[bar.href, REST if n + 1 < len(bars.titles) else bar.series] for bar in bars.bars],
        )
        for n, title in enumerate(bars.titles)
    ]


@_layout.register
def _layout_of_bars(bars: Bars) -> dict:
    names = [bar.title for bar in bars.bars]
    return {
        "barmode": "group",
        "xaxis": _measured(bars.largest, BAR_TICKS, bars.unit),
        "yaxis": _rows([f"{n} {name}" for n, name in enumerate(names)], names),
    }


@_traces.register
def _traces_of_scores(scores: Scores) -> list:
    """Percent of the weight on the left, percent of the target on the right."""
    ticks = [f"{position} {score.title}" for position, score in enumerate(scores.scores)]
    points, targets = _score_titles()
    against = [_broken(score) + score.against for score in scores.scores]
    halves = (
        (points, [score.scored for score in scores.scores], [score.points for score in scores.scores], "x"),
        (
            targets,
            [score.reached_drawn for score in scores.scores],
            against,
            "x2",
        ),
    )
    return [
        graph_objects.Bar(
            orientation="h",
            name=name,
            y=ticks,
            x=[None if value is None else float(value) for value in values],
            text=texts,
            xaxis=axis,
            customdata=[[score.href, "s1" if axis == "x" else "s3"] for score in scores.scores],
        )
        for name, values, texts, axis in halves
    ]


@_layout.register
def _layout_of_scores(scores: Scores) -> dict:
    points, targets = _score_titles()
    names = [score.title for score in scores.scores]
    return {
        "yaxis": _rows([f"{n} {name}" for n, name in enumerate(names)], names),
        "xaxis": {"domain": [0, 0.38], "range": [0, 120], "tickvals": [0, 50, 100], **_percent(points)},
        "xaxis2": {"domain": [0.46, 1], "range": [0, FAR + 80], "tickvals": [0, 50, 100], **_percent(targets)},
        "shapes": [{"type": "line", "xref": "x2", "yref": "paper", "x0": 100, "x1": 100, "y0": 0, "y1": 1}],
    }


def _broken(score: Score) -> str:
    """What marks a bar that would be longer than there is room for."""
    return "// " if score.is_broken else ""


def _score_titles() -> tuple[str, str]:
    """What the two halves show."""
    return gettext("得分占分值"), gettext("实际占目标")


def _percent(title: str) -> dict:
    return {"ticksuffix": "%", "title": {"text": title}}


def _rows(ticks: list[str], names: list[str]) -> dict:
    """An axis of names from top to bottom."""
    return {"autorange": "reversed", "tickmode": "array", "tickvals": ticks, "ticktext": names}


@_traces.register
def _traces_of_years(years: Years) -> list:
    return [
        graph_objects.Scatter(
            name=course.title,
            x=[str(year) for year in years.years],
            y=[None if value is None else float(value) for value in course.values],
            text=list(course.texts),
            mode="lines+markers",
            customdata=[["", course.series, course.is_broad] for _ in years.years],
        )
        for course in years.courses
    ]


@_layout.register
def _layout_of_years(years: Years) -> dict:
    return {
        "xaxis": {"type": "category"},
        "yaxis": {"rangemode": "tozero", **_measured(years.largest, YEARS_TICKS, years.unit)},
    }


def _measured(largest: Decimal, at_most: int, unit: AmountUnit) -> dict:
    """Round amounts to measure by, in the unit of the figures beside them."""
    found = ticks(largest, at_most, unit)
    return {"tickvals": [float(tick.value) for tick in found], "ticktext": [tick.text for tick in found]}
