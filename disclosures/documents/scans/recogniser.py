"""What strips of text say: the recogniser of rapidocr, asked for each character and how sure it is of it."""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from rapidocr import RapidOCR

_HEIGHT = 48  # dots of a strip for which the model was made
_NARROWEST, _WIDEST = 96, 1600  # dots
_STEP = 32  # dots by which widths of a batch grow
_TOGETHER = 3200  # dots of width in one batch


@dataclass(frozen=True)
class Reading:
    """A text and how sure each of its characters is, from 0 to 1."""

    text: str
    certainties: tuple[float, ...]

    @property
    def certainty(self) -> float:
        """That of the least certain character."""
        return min(self.certainties, default=0.0)

    @property
    def mean(self) -> float:
        """That of all characters together."""
        return sum(self.certainties) / max(len(self.certainties), 1)

    def __add__(self, other: "Reading") -> "Reading":
        """What two pieces of one line say together."""
        return Reading(self.text + other.text, self.certainties + other.certainties)


class Recogniser:
    """The model, loaded once; it reads lines of printed Chinese, Latin letters and figures."""

    def __init__(self) -> None:
        engine = RapidOCR(params={"Global.log_level": "critical", "Global.use_det": False, "Global.use_cls": False})
        engine.use_det = engine.use_cls = False
        self._model = engine._load_rec_model()
        self._characters = self._model.postprocess_op.character

    def read(self, strips: Sequence[np.ndarray]) -> list[Reading]:
        """The readings of grey pictures of strips, in their order."""
        scaled = [_scaled(strip) for strip in strips]
        order = sorted(range(len(scaled)), key=lambda number: scaled[number].shape[1])
        readings: dict[int, Reading] = {}
        while order:
            width = _padded(scaled[order[0]].shape[1])
            batch = [number for number in order[: max(_TOGETHER // width, 1)] if scaled[number].shape[1] <= width]
            order = order[len(batch) :]
            readings.update(zip(batch, self._batch([scaled[number] for number in batch], width), strict=True))
        return [readings[number] for number in range(len(strips))]

    def _batch(self, strips: Sequence[np.ndarray], width: int) -> list[Reading]:
        batch = np.zeros((len(strips), 3, _HEIGHT, width), np.float32)
        for number, strip in enumerate(strips):
            batch[number, :, :, : strip.shape[1]] = strip.astype(np.float32) / 127.5 - 1
        return [self._decoded(steps) for steps in self._model.session(batch)]

    def _decoded(self, steps: np.ndarray) -> Reading:
        """The best character of each step, repetitions and blanks left out."""
        best = steps.argmax(axis=1)
        sure = steps.max(axis=1)
        begins = np.flatnonzero((best != 0) & (best != np.concatenate(([0], best[:-1]))))
        text = "".join(self._characters[best[step]] for step in begins)
        return Reading(text, tuple(float(sure[step]) for step in begins))


def _scaled(strip: np.ndarray) -> np.ndarray:
    height, width = strip.shape
    wide = min(max(round(_HEIGHT * width / height), 8), _WIDEST)
    return cv2.resize(strip, (wide, _HEIGHT), interpolation=cv2.INTER_LINEAR)


def _padded(width: int) -> int:
    return max(-(-width // _STEP) * _STEP, _NARROWEST)
