"""Small raised letters behind a figure: the number of a note, which would be taken for its last digit."""

import cv2
import numpy as np

from disclosures.documents.scans.dots.ruling import Dots

_DARK = 0.75  # of the paper's brightness: at this, letters that nearly touch are apart
_RAISED = 0.7  # of the height of a line, from above: where a raised letter ends
_HEIGHT = 0.25  # of a line: the least height of a letter
_PALE = 0.85  # of the paper's brightness: the thin foot of a 2 is paler than the rest of it, and apart from that
_FOOT = 0.5  # of a row of dots: what is dark of a foot, and never of the paper below a note
_EDGE = 2  # rows of dots in which a note itself may fade
_WIDEST = 0.9  # heights of a line: a note has at most two digits


def tail_of(grey: np.ndarray, strip: Dots) -> Dots | None:
    """The raised end of a strip, from the middle of the room before it; None for nearly all."""
    left, top, right, bottom = strip
    height = bottom - top
    dark = (grey[top:bottom, left:right] < _DARK * 255).astype(np.uint8)
    _, _, parts, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    letters = sorted(part for part in parts[1:].tolist() if part[cv2.CC_STAT_HEIGHT] >= _HEIGHT * height)
    start = right - left
    while letters and letters[-1][1] + letters[-1][3] <= _RAISED * height:
        start = letters.pop()[0]
    ends = max((letter[0] + letter[2] for letter in letters), default=0)
    if _goes_on(grey[top:bottom, left + start : right]):
        return None
    if not letters or not 0 < right - left - start <= _WIDEST * height or ends > start + 1:
        return None
    return left + (ends + start) // 2, top, right, bottom


def _goes_on(grey: np.ndarray) -> bool:
    """Whether something stands below what seems to be raised: then it is the upper part of a letter."""
    below = grey[round(_RAISED * grey.shape[0]) + _EDGE :] < _PALE * 255
    return bool(below.size) and bool((below.mean(axis=1) > _FOOT).any())
