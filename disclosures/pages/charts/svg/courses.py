"""Amounts over the years as lines, from zero up, over round amounts; a year without a figure leaves a gap."""

from dataclasses import dataclass
from itertools import groupby

from disclosures.pages.charts.scale import Tick, ticks
from disclosures.pages.charts.shapes import Course, Years
from disclosures.pages.charts.svg.lengths import pc, px

TOP, BOTTOM = 20, 24  # px for the words above and the years below
EDGE = 8  # percent of the width left of the first year and right of the last
TICKS = 4  # round amounts at most


@dataclass(frozen=True)
class Point:
    """A year's amount; `x` counts in hundredths of the width."""

    x: float
    y: float
    text: str

    @property
    def left(self) -> str:
        return pc(self.x)

    @property
    def top(self) -> str:
        return px(self.y)


@dataclass(frozen=True)
class Drawn:
    """A course with its points and with the paths between neighbouring years, in a box 100 wide."""

    course: Course
    points: tuple[Point, ...]
    paths: tuple[str, ...]


@dataclass(frozen=True)
class Line:
    """A round amount across the picture."""

    y: str
    text: str


def courses_of(years: Years, height: int) -> tuple[Drawn, ...]:
    return tuple(_drawn(course, float(years.largest), height) for course in years.courses)


def lines_of(years: Years, height: int) -> tuple[Line, ...]:
    return tuple(_line(tick, float(years.largest), height) for tick in ticks(years.largest, TICKS, years.unit))


def positions(count: int) -> list[float]:
    """Where the years stand, in hundredths of the width; a single one in the middle."""
    return [EDGE + (100 - 2 * EDGE) * n / (count - 1) for n in range(count)] if count > 1 else [50.0]


def _y(value: float, largest: float, height: int) -> float:
    return TOP + (height - TOP - BOTTOM) * (1 - value / largest)


def _line(tick: Tick, largest: float, height: int) -> Line:
    return Line(px(_y(float(tick.value), largest, height)), tick.text)


def _drawn(course: Course, largest: float, height: int) -> Drawn:
    points = [
        None if value is None else Point(x, _y(float(value), largest, height), text)
        for x, value, text in zip(positions(len(course.values)), course.values, course.texts, strict=True)
    ]
    runs = (list(run) for printed, run in groupby(points, key=bool) if printed)
    paths = ("M" + "L".join(f"{point.x:.2f} {point.y:.1f}" for point in run) for run in runs)
    return Drawn(course, tuple(filter(None, points)), tuple(paths))
