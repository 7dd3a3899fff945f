"""The picture of a page made even: white paper, dark ink, turned upright; and which of its dots are ink."""

from dataclasses import dataclass
from functools import cached_property

import cv2
import numpy as np

from disclosures.documents.scans.pages import DPI

POINTS = 72 / DPI  # the size of a dot

_PAPER = 41  # dots: no stroke is as wide, so that the brightest dot as near is paper
_INK, _CORE = 0.88, 0.83  # of the paper's brightness: thin strokes are grey, and somewhere darker than dust
_FAINT = 0.82  # of the same: ruling lines may be grey
_SPECK = 4  # dots: what is smaller is dust; the smallest decimal point has seven
_SMALL = 1100  # dots of width: enough to see how lines lean
_MOST = 5.0  # degrees by which a page may lie askew
_STEPS = ((0.25, _MOST), (0.05, 0.25), (0.01, 0.05))  # degrees: finer and finer around the best


@dataclass(frozen=True)
class Paper:
    """A page in grey, 255 where paper is; heights and widths in dots."""

    grey: np.ndarray

    @property
    def height(self) -> int:
        return self.grey.shape[0]

    @property
    def width(self) -> int:
        return self.grey.shape[1]

    @cached_property
    def ink(self) -> np.ndarray:
        """255 where something is written or drawn, dust left out."""
        soft = cv2.GaussianBlur(self.grey, (3, 3), 0)
        return _without_dust(_darker(soft, _INK), _darker(soft, _CORE))

    @cached_property
    def faint(self) -> np.ndarray:
        """The same with what is grey and with dust: long lines stand out of it."""
        return _darker(cv2.GaussianBlur(self.grey, (3, 3), 0), _FAINT)


def paper_of(picture: np.ndarray) -> Paper:
    """The picture of a page in grey, with its shadows taken away and turned so that its lines are level."""
    even = _even(picture)
    angle = lean_of(even)
    if abs(angle) < _STEPS[-1][0] / 2:
        return Paper(even)
    height, width = even.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1)
    return Paper(cv2.warpAffine(even, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=255))


def lean_of(grey: np.ndarray) -> float:
    """Degrees by which the page has to be turned, counted against the clock, so that its lines are level.

    Level lines make the sums over rows of dots differ most from one row to the next.
    """
    scale = min(_SMALL / grey.shape[1], 1)
    small = 255 - cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    small[small < 40] = 0
    best = 0.0
    for step, reach in _STEPS:
        count = round(reach / step)
        best = max((best + n * step for n in range(-count, count + 1)), key=lambda angle: _levelness(small, angle))
    return best


def _levelness(small: np.ndarray, angle: float) -> float:
    height, width = small.shape
    shear = np.float32([[1, 0, 0], [-np.tan(np.radians(angle)), 1, np.tan(np.radians(angle)) * width / 2]])
    rows = cv2.warpAffine(small, shear, (width, height), flags=cv2.INTER_LINEAR).sum(axis=1, dtype=np.float64)
    return float(np.square(np.diff(rows)).sum())


def _even(picture: np.ndarray) -> np.ndarray:
    """Each dot by the brightness of the paper around it."""
    small = cv2.resize(picture, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    size = _PAPER // 4 | 1
    paper = cv2.medianBlur(cv2.dilate(small, np.ones((size, size), np.uint8)), size)
    paper = cv2.resize(paper, picture.shape[::-1], interpolation=cv2.INTER_LINEAR)
    return cv2.divide(picture, np.maximum(paper, 1), scale=255)


def _darker(grey: np.ndarray, share: float) -> np.ndarray:
    return cv2.threshold(grey, share * 255, 255, cv2.THRESH_BINARY_INV)[1]


def _without_dust(ink: np.ndarray, core: np.ndarray) -> np.ndarray:
    """What is connected, if it is large enough and has a dark core."""
    _, labels, sizes, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    kept = np.zeros(len(sizes), bool)
    kept[np.unique(labels[core > 0])] = True
    kept &= sizes[:, cv2.CC_STAT_AREA] > _SPECK
    kept[0] = False
    return np.where(kept[labels], np.uint8(255), np.uint8(0))
