"""The packages that read pictures are an extra: where they are not installed, a scanned page says how to add them."""

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Protocol

from disclosures.documents.pdf.drawn.budget import Budget
from disclosures.documents.pdf.drawn.sheets import Sheet
from disclosures.documents.scans.marks import Leavings

HOW_TO_ADD = "要辨认扫描页，请由管理员安装 requirements-ocr.txt 里的程序（见 docs/operations.md）"


class Scanner(Protocol):
    """What reads the picture of a page."""

    def sheet_of(self, picture: Any, number: int, budget: Budget) -> tuple[Sheet, Leavings] | None:
        """Words and lines of a page, its strips and doubts; None for one that cannot be read."""


@cache
def is_installed() -> bool:
    """Whether all packages of the extra are there; none of them is imported to see it."""
    return all(find_spec(name) for name in ("rapidocr", "onnxruntime", "cv2", "numpy"))


@cache
def scanner() -> Scanner:
    """The one scanner of this process; its model takes half a second to load."""
    return import_module("disclosures.documents.scans.scanner").PageScanner()
