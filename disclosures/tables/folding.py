"""Which lines of a table of codes are visible: the tree by prefix, opened to a level, folded, or seen from one code."""

from dataclasses import dataclass
from enum import StrEnum

from disclosures.classification.codes import LEVELS, level_of, parents_of
from disclosures.statements.lines import ClassifiedLine
from disclosures.tables.selection import Selection

_LEVELS = list(LEVELS.values())


class Fold(StrEnum):
    """The fold sign of a row that has others below it."""

    NONE = ""
    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True)
class Placed:
    """A visible line with its level (0 for a total), its fold sign, and whether it only leads to the code in focus."""

    line: ClassifiedLine
    level: int = 0
    fold: Fold = Fold.NONE
    is_above_focus: bool = False


class Tree:
    """The codes of one table; a code hangs below the nearest of its parents that the table prints."""

    def __init__(self, lines: list[ClassifiedLine]):
        self.lines = lines
        self.codes = {line.code for line in lines if not line.is_total}
        self.opened = {parent for code in self.codes for parent in self.above(code)}

    def above(self, code: str) -> tuple[str, ...]:
        """The parents that the table prints, outermost first."""
        return tuple(parent for parent in parents_of(code) if parent in self.codes)

    @property
    def has_siblings(self) -> bool:
        """Whether two codes stand below the same one, or below none."""
        return len({self.above(code)[-1:] for code in self.codes}) < len(self.codes)

    def level(self, line: ClassifiedLine) -> int:
        """1 for 类, 2 for 款, 3 for 项; 0 for a total. A code of another length stands below its parents."""
        if line.is_total:
            return 0
        name = level_of(line.code)
        return _LEVELS.index(name) + 1 if name else len(self.above(line.code)) + 1

    def visible(self, selection: Selection) -> list[Placed]:
        """The lines in the order of the document, without those that are folded away or out of focus."""
        return [placed for line in self.lines if (placed := self._place(line, selection))]

    def _place(self, line: ClassifiedLine, selection: Selection) -> Placed | None:
        level, focus = self.level(line), selection.code
        if focus and (line.is_total or line.code in self.above(focus)):
            return Placed(line, level, is_above_focus=True)
        if focus and focus not in (line.code, *parents_of(line.code)):
            return None
        if line.is_total:
            return Placed(line)
        closing = (one for one in self.above(line.code) if one.startswith(focus))
        if any(self._is_closed(code, selection) for code in closing):
            return None
        if line.code not in self.opened:
            return Placed(line, level)
        return Placed(line, level, Fold.CLOSED if self._is_closed(line.code, selection) else Fold.OPEN)

    def _is_closed(self, code: str, selection: Selection) -> bool:
        closed_by_level = len(parents_of(code)) + 1 >= selection.level.depth
        return closed_by_level ^ (code in selection.fold)
