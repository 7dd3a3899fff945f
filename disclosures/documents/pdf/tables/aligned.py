"""Tables without upright lines: text that stands in columns, recognised by the figures in them.

Only where nothing else explains the gaps: several lines in a row whose figures stand below each other.
"""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from disclosures.documents.pdf.drawn.boxes import Box, around
from disclosures.documents.pdf.drawn.letters import is_figure
from disclosures.documents.pdf.drawn.lines import Line, joined
from disclosures.documents.pdf.tables.ruled import NOTHING, Entry, Table

_GAP = 1.5  # ideographs between two columns, at least
_FEWEST = 3  # lines with figures
_WHOLE = 0.9  # of a column
_FARTHEST = 3.0  # heights from one line of a table to the next
_CLEARLY_AMOUNT = re.compile(r".*\d[.．]\d\d$|.*\d[,，]\d{3}.*")

Segments = list[Line]


def aligned_tables(lines: list[Line], levels: list[float]) -> Iterator[tuple[list[Line], Table]]:
    """Each table with the lines that it consists of; `levels` are the heights of lines drawn across the page."""
    for run in _runs(lines, levels):
        segments = [line.segments(_GAP) for line in run]
        with_figures = [parts for parts in segments if _has_figures(parts)]
        if not _is_table(with_figures):
            continue
        xs = _columns(with_figures)
        if len(xs) > 2:
            rows = list(_rows(segments, xs, levels))
            yield run, _table(around(line.box for line in run), xs, rows)


def _runs(lines: list[Line], levels: list[float]) -> Iterator[list[Line]]:
    """Lines near each other of which the first and last have gaps, and which hold no running text."""
    run: list[Line] = []
    for line in lines:
        if run and line.box.top - run[-1].box.bottom > _FARTHEST * line.box.height:
            yield from _trimmed(run, levels)
            run = []
        run.append(line)
    yield from _trimmed(run, levels)


def _trimmed(run: list[Line], levels: list[float]) -> Iterator[list[Line]]:
    """The stretches between lines of running text."""
    gapped = [len(line.segments(_GAP)) > 1 for line in run]
    inside = [has_gap or _is_part_of_a_name(n, run, gapped, levels) for n, has_gap in enumerate(gapped)]
    for is_inside, stretch in groupby(zip(run, inside, strict=True), key=lambda pair: pair[1]):
        if is_inside:
            yield [line for line, _ in stretch]


def _is_part_of_a_name(n: int, run: list[Line], gapped: list[bool], levels: list[float]) -> bool:
    """Whether a line without gaps is a wrapped name: short, and held by lines of text or by drawn ones."""
    beside = [other for other in (n - 1, n + 1) if 0 <= other < len(run) and gapped[other]]
    if not any(_is_short(run[n], run[other]) for other in beside):
        return False
    field = _field(run[n], levels)
    is_held = 0 < field < len(levels) and any(_field(run[other], levels) == field for other in beside)
    return is_held or len(beside) > 1


def _field(line: Line, levels: list[float]) -> int:
    """How many of the drawn lines are above."""
    return sum(level < line.box.middle for level in levels)


def _is_short(line: Line, above: Line) -> bool:
    return line.box.right < above.segments(_GAP)[-1].box.left


def _has_figures(parts: Segments) -> bool:
    return len(parts) > 1 and any(is_figure(part.text) for part in parts[1:])


def _is_table(with_figures: list[Segments]) -> bool:
    """Whether enough lines hold amounts; a list of contents has page numbers only."""
    clear = sum(any(_CLEARLY_AMOUNT.match(part.text) for part in parts[1:]) for parts in with_figures)
    return len(with_figures) >= _FEWEST and clear >= _FEWEST


def _columns(with_figures: list[Segments]) -> list[float]:
    """Where columns begin, and where the last ends: in the middle of the gaps that all lines with figures have."""
    spans: list[list[float]] = []
    for box in sorted((part.box for parts in with_figures for part in parts), key=lambda box: box.left):
        if spans and box.left < spans[-1][1]:
            spans[-1][1] = max(spans[-1][1], box.right)
        else:
            spans.append([box.left, box.right])
    between = [(left[1] + right[0]) / 2 for left, right in pairwise(spans)]
    return [spans[0][0], *between, spans[-1][1]]


def _table(box: Box, xs: list[float], rows: list[Segments]) -> Table:
    boxes = [around(part.box for part in parts) for parts in rows]
    ys = [box.top, *((upper.bottom + lower.top) / 2 for upper, lower in pairwise(boxes)), box.bottom]
    owners = {
        (row, column): (row, covered[0])
        for row, parts in enumerate(rows)
        for covered in (_covered(part.box, xs) for part in parts)
        for column in covered[1:]
    }
    return Table(box, tuple(xs), tuple(_row(parts, xs) for parts in rows), tuple(ys), owners)


def _rows(segments: list[Segments], xs: list[float], levels: list[float]) -> Iterator[Segments]:
    """A row for each line; lines between two drawn ones are one row, if only one of them has figures."""
    for _, group in groupby(segments, key=lambda parts: _field(parts[0], levels)):
        together = list(group)
        if sum(_has_figures(parts) for parts in together) == 1:
            yield [part for parts in together for part in parts]
        else:
            yield from together


def _row(parts: Segments, xs: list[float]) -> tuple[Entry, ...]:
    columns: list[list[Line]] = [[] for _ in xs[1:]]
    for part in parts:
        columns[_column(part.box, xs)].append(part)
    return tuple(Entry(joined(lines)) if lines else NOTHING for lines in columns)


def _column(box: Box, xs: list[float]) -> int:
    """The column that the text covers most; the first of them for a head above several."""
    if covered := _covered(box, xs):
        return covered[0]
    shared = _shared(box, xs)
    return shared.index(max(shared))


def _covered(box: Box, xs: list[float]) -> list[int]:
    """The columns above which the text stands in nearly their whole width."""
    return [n for n, width in enumerate(_shared(box, xs)) if width > _WHOLE * (xs[n + 1] - xs[n])]


def _shared(box: Box, xs: list[float]) -> list[float]:
    return [min(box.right, right) - max(box.left, left) for left, right in pairwise(xs)]
