"""How words come to stand on a page of a PDF: in which font, whole or glyph by glyph, once or twice."""

from random import Random

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from tests.layouts.formats.pdf.fonts import chinese, embedded
from tests.layouts.formats.spoiling import is_amount, strikes
from tests.layouts.tables.grids import Value
from tests.layouts.traits import Layout

_BOLD = 0.3  # points by which a program moves the second copy of what it prints bold
_OUTLINED, _UNSEEN = 2, 3  # text rendering modes: filled and stroked; neither
_RAISED = 0.35  # of the size


class Ink:
    """Writes words on a canvas, with the troubles of the layout."""

    def __init__(self, canvas: Canvas, layout: Layout, random: Random):
        self.canvas, self.layout, self.random = canvas, layout, random
        metrics = layout["metrics"] or "STSong"
        self.text_font = chinese(metrics)
        figures = {"same": self.text_font, "Helvetica": "Helvetica", "embedded": embedded(metrics)}
        self.figure_font = figures[layout["figure font"] or "same"]

    def font_of(self, text: str) -> str:
        return self.figure_font if text.isascii() else self.text_font

    def width(self, text: str, size: float) -> float:
        return stringWidth(text, self.font_of(text), size)

    def wrapped(self, text: str, size: float, width: float) -> list[str]:
        """The lines of a text; one without Chinese, such as a figure, is never broken."""
        lines = []
        for line in text.split("\n"):
            if line.isascii() or self.width(line, size) <= width:
                lines.append(line)
                continue
            begun = ""
            for letter in line:
                if begun and self.width(begun + letter, size) > width:
                    lines.append(begun)
                    begun = ""
                begun += letter
            lines.append(begun)
        return lines

    def figure(self, x: float, y: float, value: Value, size: float) -> None:
        """Write an amount, in some cases with something behind it that is no part of it."""
        text = str(value)
        self.write(x, y, text, size)
        if not (is_amount(value) and strikes(self.random, value)):
            return
        end = x + self.width(text, size)
        if self.layout["note marks"] == "raised":
            self._put(end, y + size * _RAISED, "1", size * 0.6, 0)
        if self.layout["unseen text"] == "one":
            self._put(end, y, "7", size, _UNSEEN)

    def write(self, x: float, y: float, text: str, size: float) -> None:
        """Write a line that begins at `x`."""
        mode = _OUTLINED if self.layout["drawn"] == "outlined" else 0
        for part in self._parts(text):
            self._put(x, y, part, size, mode, self.font_of(text))
            if self.layout["drawn"] == "twice":
                self._put(x + _BOLD, y, part, size, mode, self.font_of(text))
            x += stringWidth(part, self.font_of(text), size)

    def _parts(self, text: str) -> list[str]:
        placing = self.layout["placing"]
        if placing == "characters":
            return list(text)
        if placing == "pieces" and len(text) > 3:
            middle = self.random.randrange(1, len(text) - 1)
            return [text[:middle], text[middle:]]
        return [text]

    def _put(self, x: float, y: float, text: str, size: float, mode: int, font: str = "") -> None:
        written = self.canvas.beginText(x, y)
        written.setFont(font or self.font_of(text), size)
        written.setTextRenderMode(mode)
        written.textOut(text)
        written.setTextRenderMode(0)
        self.canvas.drawText(written)
