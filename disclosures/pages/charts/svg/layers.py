"""Money from top to bottom, on a narrow page: a layer for each column of the flow, then every node in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from disclosures.pages.charts.shapes import Band, Flow, Node
from disclosures.pages.charts.svg.lengths import cut, pc, px, width_of

LAYER, BETWEEN, ROW, MORE = 18, 44, 26, 18  # px: of a layer, from layer to layer, of a line of words, of a second one
GAP = 0.8  # percent of the width between parts of a layer
ROOM = 19  # characters of a line, on the narrowest page


@dataclass(frozen=True)
class Part:
    """A node in its layer."""

    node: Node
    x: str
    y: str
    width: str


@dataclass(frozen=True)
class Fall:
    """A band as a path in a box 100 wide."""

    band: Band
    path: str


@dataclass(frozen=True)
class Word:
    """A node in words, set in below what it comes from."""

    node: Node
    title: str
    y: str
    figure_y: str
    square: str
    inset: int


@dataclass(frozen=True)
class Layers:
    """The whole picture; `drawn` is the height of its upper part."""

    height: int
    drawn: int
    parts: tuple[Part, ...]
    falls: tuple[Fall, ...]
    words: tuple[Word, ...]


def layers_of(flow: Flow) -> Layers:
    columns = flow.columns
    drawn = LAYER + (LAYER + BETWEEN) * (len(columns) - 1)
    gaps = max(len(column) for column in columns) - 1
    scale = (100 - GAP * gaps) / max(float(sum(node.value for node in column)) for column in columns)
    lefts = {node.key: left for column in columns for node, left in _placed(column, scale)}
    words = tuple(_words(flow, drawn + ROW))
    return Layers(
        height=round(float(words[-1].figure_y)) + ROW,
        drawn=drawn,
        parts=tuple(
            Part(node, pc(lefts[node.key]), px(_top(node)), pc(max(float(node.value) * scale, 0.3)))
            for node in flow.nodes
        ),
        falls=tuple(_falls(flow, lefts, scale)),
        words=words,
    )


def _placed(column: tuple[Node, ...], scale: float) -> Iterator[tuple[Node, float]]:
    left = 0.0
    for node in column:
        yield node, left
        left += float(node.value) * scale + GAP


def _top(node: Node) -> int:
    return node.column * (LAYER + BETWEEN)


def _falls(flow: Flow, lefts: dict[str, float], scale: float) -> Iterator[Fall]:
    out, into = dict(lefts), dict(lefts)
    for band in flow.bands:
        wide = float(band.value) * scale
        start, end = band.source.key, band.target.key
        yield Fall(band, _path(out[start], into[end], wide, _top(band.source) + LAYER, _top(band.target)))
        out[start] += wide
        into[end] += wide


def _path(x0: float, x1: float, wide: float, y0: int, y1: int) -> str:
    middle, wide = (y0 + y1) / 2, max(wide, 0.2)
    there = f"M{x0:.2f} {y0}C{x0:.2f} {middle} {x1:.2f} {middle} {x1:.2f} {y1}"
    return f"{there}h{wide:.2f}C{x1 + wide:.2f} {middle} {x0 + wide:.2f} {middle} {x0 + wide:.2f} {y0}Z"


def _words(flow: Flow, top: int) -> Iterator[Word]:
    """The name with its figure; below the name where both do not fit into a line."""
    y = top
    for node, inset in _in_order(flow):
        room = ROOM - inset
        below = MORE if width_of(node.title) + width_of(node.text) > room else 0
        yield Word(node, cut(node.title, room), px(y), px(y + below), px(y - 10), inset * 14)
        y += ROW + below


def _in_order(flow: Flow) -> Iterator[tuple[Node, int]]:
    """Where it comes from, then what it passes and, set in below, what that goes to; each node once."""
    yield from ((node, 0) for node in flow.columns[0])
    seen = set(flow.columns[0])
    for node in flow.columns[1]:
        yield from _with_targets(flow, node, 0, seen)


def _with_targets(flow: Flow, node: Node, inset: int, seen: set[Node]) -> Iterator[tuple[Node, int]]:
    if node not in seen:
        seen.add(node)
        yield node, inset
        for band in flow.bands:
            if band.source == node:
                yield from _with_targets(flow, band.target, inset + 1, seen)
