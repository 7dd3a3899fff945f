"""Signs of comparison, known by their shape: the recogniser was made for lines of text and takes a lone = for 日."""

import numpy as np

from disclosures.documents.scans.dots.ruling import Dots

_HEIGHTS = (0.3, 0.72)  # of a usual line: how high such signs are
_ONE, _TWO = 0.8, 1.35  # of the height of a usual line: how wide one sign, and two of them, are at most
_VALLEY = 0.8  # of the darkness of two bars that is left between them
_BEND = 0.1  # of its width by which the middle of < and > stands out


def sign_in(grey: np.ndarray, strip: Dots, usual: int) -> str:
    """=, <= or >= where the strip shows nothing else; "" for all others."""
    left, top, right, bottom = strip
    height, width = bottom - top, right - left
    if not _HEIGHTS[0] * usual <= height <= _HEIGHTS[1] * usual or width > _TWO * usual:
        return ""
    dark = 255 - grey[top:bottom, left:right].astype(np.float32)
    if width <= _ONE * usual:
        return "=" if _shows_bars(dark) else ""
    angle = _angle(dark[:, : width // 2])
    return f"{angle}=" if angle and _shows_bars(dark[:, width // 2 + 1 :]) else ""


def _shows_bars(dark: np.ndarray) -> bool:
    """Whether it is dark in two levels and lighter between them, over its whole width alike."""
    width = dark.shape[1]
    thirds = (dark[:, : width // 2], dark[:, width // 2 :])
    return width > 3 and all(_has_valley(part.mean(axis=1)) for part in thirds)


def _has_valley(levels: np.ndarray) -> bool:
    middle = len(levels) // 2
    above, below = int(np.argmax(levels[:middle])), middle + int(np.argmax(levels[middle:]))
    return below - above > 1 and levels[above + 1 : below].min() < _VALLEY * min(levels[above], levels[below])


def _angle(dark: np.ndarray) -> str:
    """< or >, by the side to which its middle stands out; "" for what is neither."""
    height, width = dark.shape
    columns = np.arange(width)
    upper, middle, lower = (
        float((part.sum(axis=0) * columns).sum() / max(part.sum(), 1))
        for part in (dark[: height // 3], dark[height // 3 : -(height // 3)], dark[-(height // 3) :])
    )
    if abs(upper - lower) > 2 * _BEND * width:
        return ""
    bend = (middle - (upper + lower) / 2) / width
    return ">" if bend > _BEND else "<" if bend < -_BEND else ""
