"""Text that the file holds and nobody sees on the page: drawn in no colour, in that of the paper, or off the page."""

from ctypes import addressof, byref, c_uint
from functools import cached_property

import pypdfium2.raw as pdfium
from pypdfium2 import PdfPage

OFF_THE_PAGE = "在页面之外，看不见"
_INVISIBLE = "是看不见的文字"
_WHITE = "与底色相同，看不见"

_MODES = (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)
_PAPER = 250  # of 255, for each colour
_PIXELS = 2_000  # of the longer side of a page that is drawn to see what is visible on it
_MARGIN = 0.3  # of its height at the top and the foot of a character
_CONTRAST = 8  # of 255

Rectangle = tuple[float, float, float, float]


class Doubts:
    """Asked for each piece of text of a page why it may be unseen, from how it is drawn; mostly there is no reason."""

    def __init__(self):
        self.colour = [c_uint(), c_uint(), c_uint(), c_uint(255)]
        self._references = [byref(part) for part in self.colour]

    def reason(self, text_object) -> str:
        """Why a piece of text may be unseen; empty for nearly all."""
        mode = pdfium.FPDFTextObj_GetTextRenderMode(text_object)
        if mode in _MODES:
            return _INVISIBLE
        pdfium.FPDFPageObj_GetFillColor(text_object, *self._references)
        red, green, blue, alpha = self.colour
        if not alpha.value:
            return _INVISIBLE
        is_paper = red.value >= _PAPER and green.value >= _PAPER and blue.value >= _PAPER
        return _WHITE if is_paper and mode == pdfium.FPDF_TEXTRENDERMODE_FILL else ""


class Visibility:
    """Of the characters of a page; `doubts` has the reason for each text that may be unseen, by its address."""

    def __init__(self, page: PdfPage, doubts: dict[int, str], pictures: list[Rectangle]):
        self.page, self.doubts, self.pictures = page, doubts, pictures

    def reason(self, text, index: int, rectangle: Rectangle) -> str:
        """Why nobody sees this character; empty where it is seen."""
        if not self.doubts:
            return ""
        reason = self.doubts.get(address_of(pdfium.FPDFText_GetTextObject(text, index)), "")
        if not reason:
            return ""
        is_seen = self._on_a_picture(rectangle) if reason == _INVISIBLE else self._stands_out(rectangle)
        return "" if is_seen else reason

    def _on_a_picture(self, rectangle: Rectangle) -> bool:
        """Whether a picture shows what the invisible text says, as on a scanned page."""
        x, y = (rectangle[0] + rectangle[2]) / 2, (rectangle[1] + rectangle[3]) / 2
        return any(left <= x <= right and bottom <= y <= top for left, bottom, right, top in self.pictures)

    def _stands_out(self, rectangle: Rectangle) -> bool:
        """Whether anything is visible within the rectangle, such as white text on blue; its sides may touch others."""
        pixels, width, height, scale = self._drawn
        side, _, _, head = self.page.get_bbox()
        left, bottom, right, top = rectangle
        margin = _MARGIN * (top - bottom)
        first, last = (min(max(int((x - side) * scale), 0), width - 1) for x in (left, right))
        upper, lower = (min(max(int((head - y) * scale), 0), height - 1) for y in (top - margin, bottom + margin))
        rows = [pixels[row * width + first : row * width + last + 1] for row in range(upper, lower + 1)]
        return max(map(max, rows)) - min(map(min, rows)) > _CONTRAST

    @cached_property
    def _drawn(self) -> tuple[bytes, int, int, float]:
        """The page as it looks in grey, not turned: its pixels row by row, their number, and how many a point has."""
        left, bottom, right, top = self.page.get_bbox()
        scale = min(2.0, _PIXELS / max(right - left, top - bottom, 1))
        back = -self.page.get_rotation() % 360
        bitmap = self.page.render(scale=scale, rotation=back, grayscale=True)
        rows = bytes(bitmap.buffer)
        width, height, stride = bitmap.width, bitmap.height, bitmap.stride
        return b"".join(rows[row * stride : row * stride + width] for row in range(height)), width, height, scale


def address_of(drawn) -> int:
    """What tells one object of a page from another."""
    return addressof(drawn.contents) if drawn else 0
