"""How the text of a page is set: where lines begin and end, and how far they are apart."""

import re
from collections import defaultdict
from itertools import pairwise
from statistics import median

from disclosures.documents.pdf.drawn.letters import is_wide
from disclosures.documents.pdf.pages import Page, PageLine

_INDENT = 1.2  # ideographs
_SLACK = 0.6  # ideographs that a line may stay short without a reason
_ROOM = 3  # ideographs: more than marks that must not begin a line take with them
_APART = 1.3  # times the usual way from line to line
_NARROW = 0.6  # ideographs: a digit
_WIDE_MARGIN = 0.2  # of the page's width: no running text begins as far from the side
_RUNNING_TEXT = 8  # characters
_CHANCE = 2  # lines that may end at the same place by chance
_UNBROKEN = re.compile(r"[（“‘《〈「『【(\[]*(?:[!-'*-~]+|.)[，。、；：！？）”’》〉」』】)\]]*")


def settings_of(pages: list[Page]) -> dict[int, "Setting"]:
    """The setting of each page by its number; a page with little text is set like others of its width."""
    rights = {page.number: _right(page) for page in pages}
    by_width: dict[float, list[float]] = defaultdict(list)
    for page in pages:
        if right := rights[page.number]:
            by_width[page.box.width].append(right)
    usual = {width: median(edges) for width, edges in by_width.items()}
    return {page.number: Setting(page, _believed(page, rights[page.number], usual)) for page in pages}


def _believed(page: Page, right: float | None, usual: dict[float, float]) -> float | None:
    """How far the lines of a page run; where only two say so, they may end at one place by chance, before the side."""
    elsewhere = usual.get(page.box.width)
    if right is None or elsewhere is None or right >= elsewhere:
        return right or elsewhere
    ending = [line for line in _running(page) if abs(line.box.right - right) < line.em]
    return right if len(ending) > _CHANCE else elsewhere


class Setting:
    """The sides of the running text of one page, the way from line to line, and how paragraphs show.

    `right` is None where no two lines end at the same place, so that nobody can tell how far lines run.
    """

    def __init__(self, page: Page, right: float | None):
        lines, running = _lines(page), _running(page)
        self.page = page.box
        self.left = min((line.box.left for line in running), default=0)
        self.right = right
        pairs = [pair for pair in pairwise(lines) if pair[0].box.bottom < pair[1].box.top]
        wrapped = [below.box.bottom - above.box.bottom for above, below in pairs if not self.breaks_off(above, below)]
        self.step = median(wrapped) if wrapped else None
        self.marks_paragraphs = any(
            self.is_indented(below) or below.box.bottom - above.box.bottom > _APART * self.step_of(below)
            for above, below in pairs
        )

    def breaks_off(self, above: PageLine, below: PageLine) -> bool:
        """Whether the first word of the line below would have had room in the line above, as far as one can tell."""
        if self.right is None:
            return True
        return self.right - above.box.right > _first_word(below) + _SLACK * below.em

    def leaves_room(self, line: PageLine) -> bool:
        """Whether a line ends well before the side, so that none of its text goes on below."""
        return self.right is None or self.right - line.box.right > _ROOM * line.em

    def is_indented(self, line: PageLine) -> bool:
        """Whether the line begins further right than most."""
        return line.box.left - self.left > _INDENT * line.em

    def is_centered(self, line: PageLine) -> bool:
        """Whether the line stands in the middle of the page, as titles do."""
        is_inset = self.is_indented(line) or line.box.left > _WIDE_MARGIN * self.page.width
        return is_inset and abs(line.box.center - self.page.width / 2) < line.em

    def step_of(self, line: PageLine) -> float:
        """From the foot of one line to that of the next in one paragraph, in points."""
        return self.step or 1.8 * line.box.height


def _lines(page: Page) -> list[PageLine]:
    return [piece for piece in page.pieces if isinstance(piece, PageLine) and piece.em]


def _running(page: Page) -> list[PageLine]:
    """Lines that are long enough for running text."""
    return [line for line in _lines(page) if len(line.text) >= _RUNNING_TEXT]


def _right(page: Page) -> float | None:
    """How far to the right the lines of a page run: the farthest place at which two of them end."""
    ends = sorted(((line.box.right, line.em) for line in _running(page)), reverse=True)
    return next((end for (end, em), (next_end, _) in pairwise(ends) if end - next_end < em), None)


def _first_word(line: PageLine) -> float:
    """The width of what cannot be broken at the start of a line: an ideograph or a figure, with marks around it."""
    return sum(line.em if is_wide(char) else _NARROW * line.em for char in _UNBROKEN.match(line.text)[0])
