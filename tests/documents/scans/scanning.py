"""Scans made of documents that have text, so that every cell of what is read is known beforehand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from disclosures.documents.figures import figures_in
from disclosures.documents.items import Document, Doubtful, Grid, Item
from disclosures.documents.scans.extra import is_installed
from disclosures.intake.doubts.second_look import report_differences
from disclosures.intake.ledger import Ledger, Problem

needs_ocr = pytest.mark.skipif(not is_installed(), reason="the packages of requirements-ocr.txt are not installed")


@dataclass(frozen=True)
class Scanner:
    """A scanner that is no good: so many dots per inch, a page turned by degrees, blurred, noisy, JPEG of a quality."""

    dpi: int = 170
    degrees: float = 0.8
    blur: float = 0.6
    noise: float = 8
    quality: int = 55

    def scan(self, document: Path, target: Path, pages: Sequence[int] = ()) -> Path:
        """Pictures of those pages, counted from 1, or of all, as a PDF or TIFF file."""
        with PdfDocument(document) as opened:
            numbers = pages or range(1, len(opened) + 1)
            pictures = [self._picture(opened[number - 1], number) for number in numbers]
        options = {"quality": self.quality} if target.suffix == ".pdf" else {"compression": "jpeg"}
        first, *others = pictures
        first.save(target, save_all=True, append_images=others, resolution=self.dpi, dpi=(self.dpi,) * 2, **options)
        return target

    def _picture(self, page, number: int):
        import cv2
        import numpy as np
        from PIL import Image

        dots = page.render(scale=self.dpi / 72, grayscale=True).to_numpy()
        height, width = dots.shape[:2]
        turn = cv2.getRotationMatrix2D((width / 2, height / 2), self.degrees * (-1) ** number, 1)
        dots = cv2.warpAffine(dots.reshape(height, width), turn, (width, height), borderValue=255)
        dots = cv2.GaussianBlur(dots, (0, 0), self.blur) * 0.93 + 8
        dots += np.random.default_rng(number).normal(0, self.noise, dots.shape)
        return Image.fromarray(np.clip(dots, 0, 255).astype(np.uint8))


def pages_of(document: Path, target: Path, pages: Iterable[int]) -> Path:
    """Those pages of a document, counted from 1, as they are."""
    with PdfDocument(document) as opened, PdfDocument.new() as chosen:
        chosen.import_pages(opened, [number - 1 for number in pages])
        chosen.save(target)
    return target


@dataclass
class Compared:
    """Cells with figures of a document and of its scan: how many, and the places of those that differ."""

    count: int = 0
    doubtful: set[str] = field(default_factory=set)
    wrong: set[str] = field(default_factory=set)

    @property
    def silent(self) -> set[str]:
        """What is wrong, and nothing says so."""
        return self.wrong - self.doubtful

    @property
    def share_of_doubts(self) -> float:
        return len(self.doubtful) / self.count


def compared(right: Sequence[Item], scanned: Sequence[Item]) -> Compared:
    """Every cell that holds a figure in one of the two, at the same place in both."""
    one, other = _cells(right), _cells(scanned)
    told = {item.place for item in scanned if isinstance(item, Doubtful)}
    found = Compared()
    for place in one.keys() | other.keys():
        figures = figures_in(one.get(place, "")), figures_in(other.get(place, ""))
        if any(figures):
            found.count += 1
            found.doubtful |= {place} & told
            found.wrong |= {place} if figures[0] != figures[1] else set()
    return found


def alarms(document: Document) -> list[Problem]:
    """What the two readings of a document differ in."""
    ledger = Ledger(document.items)
    report_differences(document.sightings, ledger)
    return ledger.problems


def _cells(items: Sequence[Item]) -> dict[str, str]:
    grids = (item for item in items if isinstance(item, Grid))
    return {cell.place: cell.text for grid in grids for row in grid.rows for cell in row if cell}
