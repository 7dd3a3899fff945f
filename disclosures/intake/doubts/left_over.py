"""Figures of a recognised table or form that went into no row of it: told at their place, never only listed."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from disclosures.documents.figures import figures_in
from disclosures.documents.items import Cell
from disclosures.intake.ledger import FATAL, WARNING, Ledger, Problem
from disclosures.intake.recognition.blocks import Row

# A figure that a line or a page may have broken off: fewer than two decimals, or a group of fewer than three digits.
_BROKEN_OFF, _REST = re.compile(r"-?[\d,]*\d(?:[.]\d?|,\d{0,2})"), re.compile(r"[\d,.]{1,6}")
_BEGUN, _END = re.compile(r"-?[\d,]*\d"), re.compile(r"[\d,.]*\d?")
_MESSAGE = "这一格有数，但不知道属于哪一行，没有读入；请对照原件。"


def report_left_over(rows: Iterable[Row], ledger: Ledger) -> None:
    """A row of figures that is the rest of another one, whose figures are wrong then, is fatal.

    That is one without a name, or with the rest of a name where a figure above it breaks off.
    """
    told = {problem.place: problem.level for problem in ledger.problems}
    left = {cell.place for cell in ledger.left_over()}
    above: Row = ()
    for row in rows:
        last, above = above, row
        figures = [cell for cell in row if cell and cell.place in left and figures_in(cell.text)]
        if not figures:
            continue
        level = WARNING if any(map(_is_name, row)) and not _goes_on(last, row) else FATAL
        levels = {told[cell.place] for cell in row if cell and cell.place in told}
        if FATAL in levels or (levels and level == WARNING):
            continue
        ledger.problems += [Problem(level, cell.place, cell.text, _MESSAGE) for cell in figures]


def _is_name(cell: Cell) -> bool:
    return any(char.isalpha() for char in cell.text)


def _goes_on(above: Sequence[Cell], below: Sequence[Cell]) -> bool:
    """Whether a figure of the row above ends in the row below."""
    pairs = ((_plain(upper), _plain(lower)) for upper, lower in zip(above, below, strict=False))
    return any(_is_whole_with(upper, lower) for upper, lower in pairs)


def _is_whole_with(upper: str, lower: str) -> bool:
    """Whether the one is the beginning and the other the end of a figure; no figure begins with a point or comma."""
    if lower.startswith((".", ",")):
        return bool(_BEGUN.fullmatch(upper) and _END.fullmatch(lower))
    return bool(_BROKEN_OFF.fullmatch(upper) and _REST.fullmatch(lower))


def _plain(cell: Cell) -> str:
    return unicodedata.normalize("NFKC", cell.text).replace(" ", "")
