"""What is drawn on a page besides text: straight lines that may rule a table, and pictures."""

from collections.abc import Iterator
from ctypes import byref, c_float, c_int
from dataclasses import dataclass, field
from itertools import pairwise

import pypdfium2.raw as pdfium
from pypdfium2 import PdfPage

from disclosures.documents.pdf.drawn.budget import Budget
from disclosures.documents.pdf.drawn.unseen import Doubts, address_of

Rectangle = tuple[float, float, float, float]  # left, bottom, right, top as in the file, counted upwards
Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]

_UNCHANGED: Matrix = (1, 0, 0, 1, 0, 0)
_THIN = 3.0  # points: what is not thicker is a line, however it was drawn
_STRAIGHT = 0.5  # points by which a line may lean
_DEEPEST = 8  # forms within forms
_OBJECTS_BETWEEN_LOOKS = 2_000


@dataclass
class Drawings:
    """Thin rectangles and pictures of a page; `strokes` counts everything drawn, also what rules nothing."""

    lines: list[Rectangle] = field(default_factory=list)
    pictures: list[Rectangle] = field(default_factory=list)
    strokes: int = 0
    doubts: dict[int, str] = field(default_factory=dict)  # why a text may be unseen, by its address


def drawings_of(page: PdfPage, budget: Budget) -> Drawings:
    """All lines and pictures of the page, those inside forms as well."""
    drawings, doubts = Drawings(), Doubts()
    for drawn, matrix in _objects(page.raw, pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject, _UNCHANGED, 0):
        kind = pdfium.FPDFPageObj_GetType(drawn)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            drawings.pictures.append(_bounds(drawn, matrix))
        elif kind == pdfium.FPDF_PAGEOBJ_TEXT:
            if reason := doubts.reason(drawn):
                drawings.doubts[address_of(drawn)] = reason
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            drawings.strokes += 1
            drawings.lines += _lines(drawn, matrix)
            if drawings.strokes % _OBJECTS_BETWEEN_LOOKS == 0:
                budget.check_time()
    return drawings


def _objects(parent, count, get, matrix: Matrix, depth: int) -> Iterator[tuple]:
    """Every object that is no form, with the matrix that brings its coordinates to the page."""
    for index in range(count(parent)):
        drawn = get(parent, index)
        if pdfium.FPDFPageObj_GetType(drawn) != pdfium.FPDF_PAGEOBJ_FORM:
            yield drawn, matrix
        elif depth < _DEEPEST:
            inside = _after(_matrix(drawn), matrix)
            yield from _objects(drawn, pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject, inside, depth + 1)


def _lines(path, matrix: Matrix) -> list[Rectangle]:
    """The straight lines of a path: itself where it is thin, else its thin parts and, if stroked, their sides."""
    whole = _bounds(path, matrix)
    if _is_thin(whole):
        return [whole]
    fill, stroke = c_int(), c_int()
    pdfium.FPDFPath_GetDrawMode(path, byref(fill), byref(stroke))
    boxes = []
    for points in _parts(path, _after(_matrix(path), matrix)):
        if _is_thin(part := _around(points)):
            boxes.append(part)
        elif stroke.value:
            boxes += [side for pair in pairwise(points) if _is_straight(side := _around(pair))]
    return boxes


def _parts(path, matrix: Matrix) -> Iterator[list[Point]]:
    """The corners of each part of a path, on the page; a curve counts as the straight way to its end."""
    points: list[Point] = []
    x, y = c_float(), c_float()
    for index in range(pdfium.FPDFPath_CountSegments(path)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points
            points = []
        points.append(_on_page(x.value, y.value, matrix))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if len(points) > 1:
        yield points


def _is_thin(box: Rectangle) -> bool:
    left, bottom, right, top = box
    return min(right - left, top - bottom) <= _THIN < max(right - left, top - bottom)


def _is_straight(box: Rectangle) -> bool:
    left, bottom, right, top = box
    return min(right - left, top - bottom) <= _STRAIGHT


def _bounds(drawn, matrix: Matrix) -> Rectangle:
    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    pdfium.FPDFPageObj_GetBounds(drawn, byref(left), byref(bottom), byref(right), byref(top))
    corners = (left.value, bottom.value), (right.value, bottom.value), (right.value, top.value), (left.value, top.value)
    return _around([_on_page(x, y, matrix) for x, y in corners])


def _around(points) -> Rectangle:
    across, up = zip(*points, strict=True)
    return min(across), min(up), max(across), max(up)


def _matrix(drawn) -> Matrix:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(drawn, byref(matrix))
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _after(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    x, y = then[4:]
    turn = (*then[:4], 0, 0)
    (left, right), (up, down), (across, along) = (
        _on_page(a, b, turn), _on_page(c, d, turn), _on_page(e, f, turn)
    )  # fmt: skip
    return left, right, up, down, across + x, along + y


def _on_page(x: float, y: float, matrix: Matrix) -> Point:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
