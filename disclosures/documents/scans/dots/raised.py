"""Small raised letters behind a figure: the number of a note, which would be taken for its last digit."""

import cv2
import numpy as np

from disclosures.documents.scans.dots.ruling import Dots

_DARK = 0.75  # of the paper's brightness: at this, letters that nearly touch are apart
_RAISED = 0.7  # of the height of a line, from above: where a raised letter ends
_HEIGHT = 0.25  # of a line: the least height of a letter
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
    if not letters or not 0 < right - left - start <= _WIDEST * height or ends > start + 1:
        return None
    return left + (ends + start) // 2, top, right, bottom
