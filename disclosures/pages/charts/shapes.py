"""What a chart shows, before anybody draws it; `value` is for drawing, `text` is the figure as the table prints it.

A value is exact: 元 for amounts, else points or percent. An `href` leads to the row or to the focus on it.
"""

from dataclasses import dataclass
from decimal import Decimal

from disclosures.amounts import AmountUnit


@dataclass(frozen=True)
class Tile:
    """A code in a tree of codes; `parent` is the key of the code above that is drawn too."""

    key: str
    parent: str
    title: str
    text: str
    value: Decimal
    series: str
    href: str = ""


@dataclass(frozen=True)
class Tree:
    """Codes below codes. A parent is as wide as its parts, also where rounding makes its own figure differ a little."""

    tiles: tuple[Tile, ...]

    @property
    def divided(self) -> set[str]:
        """The keys that have others below them; these have no width of their own."""
        return {tile.parent for tile in self.tiles}


@dataclass(frozen=True)
class Node:
    """A place that money comes from, passes or goes to; `column` counts from the left."""

    key: str
    column: int
    title: str
    text: str
    value: Decimal
    series: str
    href: str = ""


@dataclass(frozen=True)
class Band:
    """What flows from one node to another: the printed figure of the one that has no other flow on that side."""

    source: Node
    target: Node
    value: Decimal
    text: str


@dataclass(frozen=True)
class Flow:
    """Money from left to right."""

    nodes: tuple[Node, ...]
    bands: tuple[Band, ...]

    @property
    def columns(self) -> tuple[tuple[Node, ...], ...]:
        """The nodes by column, each in the order given."""
        count = 1 + max(node.column for node in self.nodes)
        return tuple(tuple(node for node in self.nodes if node.column == column) for column in range(count))


@dataclass(frozen=True)
class Bar:
    """A row of bars: one for each title of the chart; None where the table prints nothing."""

    title: str
    values: tuple[Decimal | None, ...]
    texts: tuple[str, ...]
    series: str = "s1"
    href: str = ""


@dataclass(frozen=True)
class Bars:
    """Amounts below each other, on one scale; `titles` say what the bars of a row are, `unit` is that of the texts."""

    titles: tuple[str, ...]
    bars: tuple[Bar, ...]
    unit: AmountUnit

    @property
    def largest(self) -> Decimal:
        return max((value for bar in self.bars for value in bar.values if value is not None), default=Decimal(0))


FAR = 150  # percent of a target that a chart still tells apart


@dataclass(frozen=True)
class Score:
    """An indicator: percent of its weight that was scored, percent of its target that was reached; None for words."""

    title: str
    scored: Decimal | None
    points: str
    reached: Decimal | None
    against: str
    href: str = ""

    @property
    def reached_drawn(self) -> Decimal | None:
        """Percent of the target, as far as a chart tells it apart."""
        return None if self.reached is None else max(min(self.reached, Decimal(FAR)), Decimal(0))

    @property
    def is_broken(self) -> bool:
        """Whether more was reached than a chart tells apart."""
        return self.reached is not None and self.reached > FAR

    @property
    def reached_text(self) -> str:
        """Percent of the target, to one decimal; "" for words."""
        return "" if self.reached is None else f"{self.reached:,.1f}".removesuffix(".0") + "%"


@dataclass(frozen=True)
class Scores:
    """Indicators of one form, points beside targets."""

    scores: tuple[Score, ...]


@dataclass(frozen=True)
class Course:
    """One amount over the years; None and "" where a year prints nothing. A broad one shows below its equal."""

    title: str
    values: tuple[Decimal | None, ...]
    texts: tuple[str, ...]
    series: str
    is_broad: bool = False


@dataclass(frozen=True)
class Years:
    """Amounts over the years, oldest first; `unit` is that of the texts."""

    years: tuple[int, ...]
    courses: tuple[Course, ...]
    unit: AmountUnit

    @property
    def largest(self) -> Decimal:
        return max(value for course in self.courses for value in course.values if value is not None)


Drawing = Tree | Flow | Bars | Scores | Years
