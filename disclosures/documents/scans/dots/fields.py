"""The fields of a page: the cells between its ruling lines, and the page around its tables."""

from disclosures.documents.pdf.drawn.boxes import Box
from disclosures.documents.pdf.drawn.budget import Budget
from disclosures.documents.pdf.tables.lattice import lattice_of
from disclosures.documents.pdf.tables.rules import rulings_of
from disclosures.documents.scans.dots.paper import POINTS, Paper
from disclosures.documents.scans.dots.ruling import Dots, without
from disclosures.documents.scans.dots.strips import strips_of

_BESIDE_LINE = 3  # dots beside a ruling line that still belong to it


def box_of(dots: Dots) -> Box:
    """The place in points."""
    return Box(*(value * POINTS for value in dots))


def dots_of(box: Box) -> Dots:
    """The dots of a place in points."""
    left, top, right, bottom = (round(value / POINTS) for value in box)
    return left, top, right, bottom


def written_on(paper: Paper, rules: list[Dots], budget: Budget) -> list[Dots]:
    """The strips of text on the page: those in cells, then those around the tables."""
    lattices = [
        lattice for ruling in rulings_of([*map(box_of, rules)], budget) if (lattice := lattice_of(ruling, budget))
    ]
    lattices = [lattice for lattice in lattices if lattice.columns > 1 or lattice.rows > 1]
    cells = {dots_of(box) for lattice in lattices for box in lattice.cells.values()}
    ink = without(paper.ink, rules, _BESIDE_LINE)
    around = without(ink, [dots_of(lattice.box) for lattice in lattices], _BESIDE_LINE)
    inside = strips_of(ink, sorted(_innermost(cells), key=lambda cell: (cell[1], cell[0])))
    return inside + strips_of(around, [(0, 0, paper.width, paper.height)])


def _innermost(cells: set[Dots]) -> set[Dots]:
    """The cells without those that hold a table of their own."""
    return {cell for cell in cells if not any(cell != other and _holds(cell, other) for other in cells)}


def _holds(outer: Dots, inner: Dots) -> bool:
    return outer[0] <= inner[0] and outer[1] <= inner[1] and inner[2] <= outer[2] and inner[3] <= outer[3]
