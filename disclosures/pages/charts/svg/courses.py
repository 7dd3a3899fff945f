"""Amounts over the years as lines, from zero up; a year without a figure leaves a gap."""

from dataclasses import dataclass
from itertools import groupby

from disclosures.pages.charts.shapes import Course, Years
from disclosures.pages.charts.svg.lengths import pc, px

TOP, BOTTOM = 16, 24  # px for the texts above and the years below
EDGE = 4  # percent of the width left of the first year and right of the last


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


def courses_of(years: Years, height: int) -> tuple[Drawn, ...]:
    largest = max(value for course in years.courses for value in course.values if value is not None)
    return tuple(_drawn(course, float(largest), height) for course in years.courses)


def positions(count: int) -> list[float]:
    """Where the years stand, in hundredths of the width; a single one in the middle."""
    return [EDGE + (100 - 2 * EDGE) * n / (count - 1) for n in range(count)] if count > 1 else [50.0]


def _drawn(course: Course, largest: float, height: int) -> Drawn:
    points = [
        None if value is None else Point(x, TOP + (height - TOP - BOTTOM) * (1 - float(value) / largest), text)
        for x, value, text in zip(positions(len(course.values)), course.values, course.texts, strict=True)
    ]
    runs = (list(run) for printed, run in groupby(points, key=bool) if printed)
    paths = ("M" + "L".join(f"{point.x:.2f} {point.y:.1f}" for point in run) for run in runs)
    return Drawn(course, tuple(filter(None, points)), tuple(paths))
