"""Writes a laid out document as a PDF: lines of text and ruled tables, which pages break."""

from pathlib import Path
from random import Random

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from tests.layouts.documents import LaidOut
from tests.layouts.formats.flow import Paragraph, flow
from tests.layouts.formats.pdf.inking import Ink
from tests.layouts.formats.pdf.ruled import Ruled

_MARGIN = 40
_TEXT_SIZE, _TITLE_SIZE = 10, 16
_WIDTH, _HEIGHT = landscape(A4)
_LEADING = 1.6
_GAP = 5  # before a paragraph
_HEAD = 8  # rows: caption, head and the first below it


def write_pdf(document: LaidOut, path: Path) -> None:
    """All parts of the disclosure."""
    random = Random(document.made_up.disclosure.unit_name)
    canvas = Canvas(str(path), pagesize=(_WIDTH, _HEIGHT), invariant=1)
    pages = _Pages(Ink(canvas, document.layout, random))
    for block in flow(document, random):
        if isinstance(block, Paragraph):
            pages.paragraph(block)
        else:
            pages.table(Ruled(block, pages.ink, _WIDTH - 2 * _MARGIN))
    canvas.save()


class _Pages:
    """Lays blocks below each other from the head of a page to its foot."""

    def __init__(self, ink: Ink):
        self.ink, self.left, self.y = ink, _MARGIN, _HEIGHT - _MARGIN

    def paragraph(self, block: Paragraph) -> None:
        """Text begins two characters in; the caption of a table begins a page."""
        if block.above == 1:
            self._turn()
        if block.above:
            self._caption(block)
            return
        self.y -= _GAP
        for n, line in enumerate(self.ink.wrapped("　　" + block.text, _TEXT_SIZE, _WIDTH - 2 * _MARGIN)):
            self._need(_TEXT_SIZE * _LEADING)
            self.y -= _TEXT_SIZE * _LEADING
            self.ink.write(_MARGIN + (0 if n else 2 * _TEXT_SIZE), self.y, line.lstrip("　"), _TEXT_SIZE)

    def _caption(self, block: Paragraph) -> None:
        """The title large in the middle; of other lines the first cells at the left, the last at the right."""
        size = _TITLE_SIZE if block.is_title else _TEXT_SIZE
        self.y -= size * _LEADING
        whole = _WIDTH - 2 * _MARGIN
        if block.is_title:
            self.ink.write(_MARGIN + (whole - self.ink.width(block.text, size)) / 2, self.y, block.text, size)
            return
        left, right = "  ".join(block.cells[:-1]), block.cells[-1]
        self.ink.write(_MARGIN, self.y, left, size)
        self.ink.write(_MARGIN + whole - self.ink.width(right, size), self.y, right, size)

    def table(self, ruled: Ruled) -> None:
        """Row by row; a row that does not fit begins a new page, or is broken over both where the layout does that.

        No program leaves a head, which is at most that high, at the foot of a page.
        """
        self.y -= 6
        self._need(sum(ruled.heights[:_HEAD]))
        begun = 0
        for n in range(len(ruled.heights)):
            if self.y - ruled.heights[n] < _MARGIN:
                ruled.draw(begun, n, _MARGIN, self._top(ruled, begun, n))
                begun = n
                if not ruled.draw_broken(n, _MARGIN, self.y, self.y - _MARGIN):
                    self._turn()
                    self.y -= ruled.heights[n]
                    continue
                self._turn()
                self.y -= ruled.draw_rest(n, _MARGIN, self.y)
                begun = n + 1
                continue
            self.y -= ruled.heights[n]
        ruled.draw(begun, len(ruled.heights), _MARGIN, self._top(ruled, begun, len(ruled.heights)))
        self.y -= 6

    def _top(self, ruled: Ruled, begun: int, end: int) -> float:
        return self.y + sum(ruled.heights[begun:end])

    def _need(self, height: float) -> None:
        if self.y - height < _MARGIN:
            self._turn()

    def _turn(self) -> None:
        self.ink.canvas.showPage()
        self.y = _HEIGHT - _MARGIN
