"""A chart on a page: its picture, where the script finds its figure, and what to say about it."""

from dataclasses import dataclass

from disclosures.pages.charts.shapes import Bars, Drawing, Years
from disclosures.pages.charts.svg.picture import Picture, picture_of


@dataclass(frozen=True)
class Chart:
    """`is_narrow` charts stand beside a table that leaves room for one; `legend` names colours by their series."""

    title: str
    hint: str
    address: str
    picture: Picture
    is_narrow: bool
    legend: tuple[tuple[str, str], ...] = ()


def chart_of(drawing: Drawing, title: str, hint: str, address: str, *, is_narrow: bool = False) -> Chart:
    """The chart of a shape; `address` is where the same shape is a figure in JSON that plotly draws."""
    return Chart(title, hint, address, picture_of(drawing), is_narrow, _legend(drawing))


def _legend(drawing: Drawing) -> tuple[tuple[str, str], ...]:
    """What bars of a row or lines of different colours are; nothing where there is but one kind."""
    if isinstance(drawing, Years):
        return tuple((course.title, course.series) for course in drawing.courses)
    if not isinstance(drawing, Bars) or len(drawing.titles) == 1:
        return ()
    *rest, last = drawing.titles
    return (*((title, "rest") for title in rest), (last, "s1"))
