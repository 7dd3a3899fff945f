"""Where something stands on a page: in points from the top left corner of the page as it is read."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

Turn = Callable[[float, float, float, float], "Box"]


class Box(NamedTuple):
    """A rectangle; `top` is smaller than `bottom`."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def center(self) -> float:
        """How far the middle is from the left side of the page."""
        return (self.left + self.right) / 2

    @property
    def middle(self) -> float:
        """How far the middle is from the top of the page."""
        return (self.top + self.bottom) / 2

    @property
    def area(self) -> float:
        return self.width * self.height

    def holds(self, other: "Box") -> bool:
        """Whether the middle of the other one is inside."""
        return self.left <= other.center <= self.right and self.top <= other.middle <= self.bottom

    def levels_with(self, other: "Box") -> bool:
        """Whether the two stand on one line: more than half of the lower one's height beside the other."""
        shared = min(self.bottom, other.bottom) - max(self.top, other.top)
        return shared > 0.5 * min(self.height, other.height)

    def turned(self, degrees: int) -> "Box":
        """As it stands for someone who turns the page clockwise by that much, around the corner."""
        if not degrees:
            return self
        left, top, right, bottom = self
        if degrees == 90:
            return Box(-bottom, left, -top, right)
        if degrees == 180:
            return Box(-right, -bottom, -left, -top)
        return Box(top, -right, bottom, -left)


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds all of them; there must be one."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Box(min(lefts), min(tops), max(rights), max(bottoms))


def turn_of(degrees: int, left: float, bottom: float, right: float, top: float) -> Turn:
    """How rectangles of the file (left, bottom, right, top, counted upwards) become boxes of the page.

    The other four values are the page's own rectangle; text that runs at that many degrees will run to the right.
    """

    def at_0(x0: float, y0: float, x1: float, y1: float) -> Box:
        return Box(x0 - left, top - y1, x1 - left, top - y0)

    def at_90(x0: float, y0: float, x1: float, y1: float) -> Box:
        return Box(y0 - bottom, x0 - left, y1 - bottom, x1 - left)

    def at_180(x0: float, y0: float, x1: float, y1: float) -> Box:
        return Box(right - x1, y0 - bottom, right - x0, y1 - bottom)

    def at_270(x0: float, y0: float, x1: float, y1: float) -> Box:
        return Box(top - y1, right - x1, top - y0, right - x0)

    return {0: at_0, 90: at_90, 180: at_180, 270: at_270}[degrees]
