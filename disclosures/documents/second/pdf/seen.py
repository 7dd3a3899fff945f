"""What is seen at one place of a PDF file, piece by piece, and the figures in it."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain, product

from disclosures.documents.figures import figures_in
from disclosures.documents.second.pdf.text import Stretch

_GOES_ON = re.compile(r"[\d,.，．][\d,.，．%％)）]")
_DRAWN_AGAIN = 8  # pieces of one place within which the second drawing of one follows
_TRIED = 6  # joints of one place that are tried both ways, each for itself


class Seen:
    """The pieces of one place in the order of the file, those drawn again in their place only once."""

    def __init__(self):
        self.pieces: list[tuple[int, Stretch]] = []
        self.joints: list[int] = []  # pieces that may be one figure with the piece before

    def add(self, stretch: Stretch, page: int) -> None:
        """One more piece, on that page."""
        if not any(page == other_page and stretch.is_again(other) for other_page, other in self.pieces[-_DRAWN_AGAIN:]):
            self.pieces.append((page, stretch))
            if len(self.pieces) > 1 and self._may_be_one(*self.pieces[-2:]):  # asked while the page is open
                self.joints.append(len(self.pieces) - 1)

    def figures(self, read: Counter) -> list[str]:
        """The figures; one over two lines is whole where the first reading has it with these very digits."""
        figures = figures_in(self._text([" "] * len(self.pieces)))
        if Counter(figures) == read:
            return figures
        for choice in chain([("",) * len(self.joints)], product((" ", ""), repeat=min(len(self.joints), _TRIED))):
            joints = [" "] * len(self.pieces)
            for end, joint in zip(self.joints, choice, strict=False):
                joints[end] = joint
            if Counter(tried := figures_in(self._text(joints))) == read:
                return tried
        return figures

    @staticmethod
    def _may_be_one(before: tuple[int, Stretch], now: tuple[int, Stretch]) -> bool:
        """Whether two pieces may be one figure: over the end of a line, or of digits that stand a little apart."""
        (page, above), (other, below) = before, now
        if not below.follows or not _GOES_ON.fullmatch(above.text[-1] + below.text[0]):
            return False
        return page != other or below.is_under(above) or below.is_close_behind(above)

    def _text(self, joints: list[str]) -> str:
        return "".join(self._with_joints(joints))

    def _with_joints(self, joints: list[str]) -> Iterator[str]:
        for (_, piece), joint in zip(self.pieces, joints, strict=True):
            yield (joint if piece.follows else "、") + piece.text
