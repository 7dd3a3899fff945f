"""Money from left to right, on a wide page: columns of nodes, bands between them, a label for each node.

Heights are pixels and widths percent, so that letters keep their size on every screen.
"""

from collections import defaultdict
from dataclasses import dataclass

from disclosures.pages.charts.shapes import Band, Flow, Node
from disclosures.pages.charts.svg.lengths import cut, pc, px

THICK = 230  # px: all money of the fullest column
LABEL, GAP, SLOT = 22, 8, 21  # px: above a node, between nodes, for a label beside a node
LAST = 74  # percent of the width where the last column stands; its labels stand right of it
ROOM = 17  # characters of a label


@dataclass(frozen=True)
class Post:
    """A node with its place and where its label stands."""

    node: Node
    x: str
    y: str
    height: str
    label: str
    label_y: str
    is_last: bool


@dataclass(frozen=True)
class Stream:
    """A band as a path in a box 100 wide and as high as the picture."""

    band: Band
    path: str


@dataclass(frozen=True)
class Streams:
    """The whole picture."""

    height: int
    posts: tuple[Post, ...]
    streams: tuple[Stream, ...]


def streams_of(flow: Flow) -> Streams:
    """The picture of a flow; columns stand in the middle of the height."""
    scale = THICK / max(float(sum(node.value for node in column)) for column in flow.columns)
    heights = [sum(_slot(flow, node, scale) for node in column) for column in flow.columns]
    height = round(max(heights)) + GAP
    tops = {}
    for column, used in zip(flow.columns, heights, strict=True):
        top = (height - used) / 2
        for node in column:
            slot = _slot(flow, node, scale)
            thick = float(node.value) * scale
            tops[node.key] = top + (LABEL if not _is_last(flow, node) else (slot - GAP - thick) / 2)
            top += slot
    posts = tuple(_post(flow, node, tops[node.key], float(node.value) * scale) for node in flow.nodes)
    return Streams(height, posts, tuple(_streams(flow, tops, scale)))


def _is_last(flow: Flow, node: Node) -> bool:
    return node.column == len(flow.columns) - 1


def _slot(flow: Flow, node: Node, scale: float) -> float:
    """How much height a node takes with its label."""
    thick = float(node.value) * scale
    return (max(thick, SLOT) if _is_last(flow, node) else thick + LABEL) + GAP


def _left(flow: Flow, node: Node) -> float:
    """In percent of the width."""
    return node.column * LAST / (len(flow.columns) - 1)


def _post(flow: Flow, node: Node, top: float, thick: float) -> Post:
    is_last = _is_last(flow, node)
    return Post(
        node=node,
        x=pc(_left(flow, node)),
        y=px(top),
        height=px(max(thick, 1)),
        label=cut(node.title, ROOM - len(node.text) // 2),
        label_y=px(top + thick / 2 + 5 if is_last else top - 7),
        is_last=is_last,
    )


def _streams(flow: Flow, tops: dict[str, float], scale: float):
    """Bands leave and reach a node one below the other; where they come to more than it, they share what there is."""
    out, into = _fit(flow, "source"), _fit(flow, "target")
    left, right = dict(tops), dict(tops)
    for band in flow.bands:
        start, end = band.source.key, band.target.key
        thick = float(band.value) * scale
        ends = (left[start], thick * out[start], right[end], thick * into[end])
        left[start] += ends[1]
        right[end] += ends[3]
        yield Stream(band, _path(_left(flow, band.source), _left(flow, band.target), *ends))


def _fit(flow: Flow, end: str) -> dict[str, float]:
    """By node: 1, or less where the bands at that end come to more than the node."""
    sums: defaultdict[str, float] = defaultdict(float)
    nodes = {node.key: node for node in flow.nodes}
    for band in flow.bands:
        sums[getattr(band, end).key] += float(band.value)
    return {key: min(1.0, float(nodes[key].value) / total) for key, total in sums.items()}


def _path(x0: float, x1: float, y0: float, thick0: float, y1: float, thick1: float) -> str:
    middle = (x0 + x1) / 2
    there = f"M{x0:.2f} {y0:.1f}C{middle:.2f} {y0:.1f} {middle:.2f} {y1:.1f} {x1:.2f} {y1:.1f}"
    y0, y1 = y0 + max(thick0, 0.6), y1 + max(thick1, 0.6)
    return f"{there}V{y1:.1f}C{middle:.2f} {y1:.1f} {middle:.2f} {y0:.1f} {x0:.2f} {y0:.1f}Z"
