"""The scanned pages of a PDF file, each read from its picture in the place of what little the file itself says."""

from collections.abc import Sequence
from typing import Any

import pypdfium2.raw as pdfium
from pypdfium2 import PdfDocument

from disclosures.documents.pdf.drawn.boxes import Box
from disclosures.documents.pdf.drawn.budget import Budget
from disclosures.documents.pdf.opening import page_at
from disclosures.documents.pdf.pages import Page, PageTable, page_of
from disclosures.documents.scans.extra import HOW_TO_ADD, is_installed, scanner
from disclosures.documents.scans.progress import tell
from disclosures.documents.scans.strays import strays

ILLEGIBLE = "整页是图片，其中的文字看不清或者是手写的，没有读入"
BLANK = "整页是图片，没有认出文字"
NOT_INSTALLED = f"整页是图片，没有文字；{HOW_TO_ADD}"

DPI = 200  # dots per inch at which every page is read
_DOTS_TO_THE_POINT = DPI / 72
_LARGEST = 4_000  # dots of a side: A3 at this density is smaller
_SMALLEST = 100  # dots


def with_scans_read(document: PdfDocument, pages: Sequence[Page], budget: Budget) -> list[Page]:
    """The pages, with those that are nothing but a picture read; they are counted before the first of them is."""
    scanned = [page for page in pages if page.is_scan]
    if not scanned:
        return list(pages)
    if not is_installed():
        for page in scanned:
            page.unread = NOT_INSTALLED
        return list(pages)
    budget.spend("scanned_pages", len(scanned))
    read = {}
    for done, page in enumerate(scanned, start=1):
        read[page.number] = _read(document, page, budget)
        read[page.number].put_aside = page.put_aside
        budget.check_time()
        budget.begin_again()
        tell(done, len(scanned))
    return [read.get(page.number, page) for page in pages]


def _read(document: PdfDocument, page: Page, budget: Budget) -> Page:
    with page_at(document, page.number - 1, budget.name) as drawn:
        width, height = drawn.get_size()
        scale = min(_DOTS_TO_THE_POINT, _LARGEST / max(width, height))
        if min(width, height) * scale < _SMALLEST:
            return page
        for image in drawn.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE]):
            across, down = image.get_px_size()
            budget.limits.check(budget.name, "megadots", -(-across * down // 1_000_000))
        bitmap = drawn.render(scale=scale, grayscale=True)
        try:
            picture = bitmap.to_numpy()
            return page_from(picture.reshape(picture.shape[:2]).copy(), page.number, budget)
        finally:
            bitmap.close()


def page_from(picture: Any, number: int, budget: Budget) -> Page:
    """The page that a picture (an array of greys) shows, with a dot for each 200th of an inch."""
    height, width = picture.shape
    size = Box(0, 0, width / _DOTS_TO_THE_POINT, height / _DOTS_TO_THE_POINT)
    found = scanner().sheet_of(picture, number, budget)
    if found is None:
        return Page(number, 0, _unturned, size, is_scan=True, unread=ILLEGIBLE)
    sheet, left = found
    page = page_of(sheet, budget)
    tables = [piece.table for piece in page.pieces if isinstance(piece, PageTable)]
    page.is_scan, page.marks, page.strips = True, [*left.marks, *strays(tables, left)], left.strips
    page.unread = "" if page.pieces else BLANK
    return page


def _unturned(left: float, bottom: float, right: float, top: float) -> Box:
    return Box(left, bottom, right, top)
