"""PDF files drawn for a test: ruled tables and lines of text at given places, in points from the top left corner."""

from collections.abc import Callable, Sequence
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfgen.canvas import Canvas

from tests.documents.making.fonts import register_programs

FONT = "STSong-Light"
registerFont(UnicodeCIDFont(FONT))
register_programs()

PADDING = 4


class Pen:
    """Draws on one page."""

    def __init__(self, canvas: Canvas, size: tuple[float, float]):
        self.canvas, self.height = canvas, size[1]

    def text(self, x: float, y: float, words: str, size: float = 10, font: str = FONT) -> None:
        """Words that begin at the place; `y` is the foot of the line."""
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, self.height - y, words)

    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.canvas.line(x0, self.height - y0, x1, self.height - y1)

    def table(
        self,
        xs: Sequence[float],
        ys: Sequence[float],
        rows: Sequence[Sequence[str | None]],
        *,
        upright: bool = True,
        across: bool = True,
    ) -> None:
        """A ruled table; None is a field of the cell at its left, "^" one of the cell above."""
        for row, texts in enumerate(rows):
            for column, words in enumerate(texts):
                if words is not None and upright:
                    self.line(xs[column], ys[row], xs[column], ys[row + 1])
                if words != "^" and across:
                    self.line(xs[column], ys[row], xs[column + 1], ys[row])
                for number, line in enumerate((words or "").replace("^", "").split("\n")):
                    self.text(xs[column] + PADDING, ys[row] + 12 + 12 * number, line)
        if upright:
            self.line(xs[-1], ys[0], xs[-1], ys[len(rows)])
        if across:
            self.line(xs[0], ys[len(rows)], xs[-1], ys[len(rows)])


def drawn(path: Path, *pages: Callable[[Pen], None], size=A4, rotate: int = 0, **options) -> Path:
    """A file with a page for each function; `rotate` turns the pages, not what is drawn on them."""
    canvas = Canvas(str(path), pagesize=size, **options)
    for draw in pages:
        canvas.setPageRotation(rotate)
        draw(Pen(canvas, size))
        canvas.showPage()
    canvas.save()
    return path
