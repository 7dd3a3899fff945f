"""The book that reading keeps: what was used, what was not, what was wrong, what was mended; nothing gets lost."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from disclosures.documents.items import Aside, Cell, Doubtful, Grid, Item, Prose
from disclosures.statements.lines import WithAmounts

FATAL, WARNING = "fatal", "warning"


@dataclass(frozen=True)
class Problem:
    """What stops an import (fatal) or should be looked at (warning), with its place and the text that stood there."""

    level: str
    place: str
    text: str
    message: str


@dataclass(frozen=True)
class Repair:
    """A text that reading completed or joined, before and after, and on what ground."""

    place: str
    before: str
    after: str
    reason: str


@dataclass
class Doubt:
    """What was read from a picture with doubt, why, and the picture (PNG in Base64).

    `verdict` is what the other figures say of it, once somebody has asked them; `is_settled` if they confirm it.
    """

    place: str
    text: str
    reason: str
    picture: str
    verdict: str = ""
    is_settled: bool = False


@dataclass(frozen=True)
class Unread:
    """A cell or paragraph that no part of the disclosure took; `reason` where it was no part of what is seen there."""

    place: str
    text: str
    reason: str = ""


@dataclass(frozen=True)
class Kept:
    """A table, or rows of one, that is known and that no part of a disclosure can hold: whole, as printed, and why.

    `around` is what is printed above and below it.
    """

    place: str
    title: str
    rows: tuple[tuple[str, ...], ...]
    reason: str
    around: tuple[str, ...] = ()


@dataclass
class Ledger:
    """Everything of one document: each cell and paragraph is used once, kept as it is, or listed as unread."""

    items: list[Item]
    problems: list[Problem] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)
    kept: list[Kept] = field(default_factory=list)
    doubts: list[Doubt] = field(init=False)
    taken: dict[str, tuple[WithAmounts, str]] = field(default_factory=dict)  # where doubtful figures went, by place
    _used: set[str] = field(default_factory=set)
    _kept: set[str] = field(default_factory=set)
    _doubtful: set[str] = field(init=False)

    def __post_init__(self) -> None:
        doubtful = (item for item in self.items if isinstance(item, Doubtful))
        self.doubts = [Doubt(item.place, item.text, item.reason, item.picture) for item in doubtful]
        self._doubtful = {doubt.place for doubt in self.doubts}

    def take(self, cell: Cell, line: WithAmounts, column: str) -> None:
        """The figure of this cell has gone into that column of the line; asked for where it is doubtful."""
        if cell.place in self._doubtful:
            self.taken[cell.place] = line, column

    def use(self, *printed: Cell | Prose) -> None:
        """These have gone into the disclosure, or are heads and labels that say where others go."""
        self._used.update(item.place for item in printed)

    def is_used(self, printed: Cell | Prose) -> bool:
        return printed.place in self._used

    def keep(
        self, title: str, rows: Iterable[Sequence[Cell]], reason: str, around: Iterable[Cell | Prose] = ()
    ) -> None:
        """Keep the printed ones of these rows whole; what is kept is neither used nor unread."""
        rows = [row for row in rows if any(row)]
        around = list(around)
        places = [item.place for row in rows for item in row if item] + [item.place for item in around]
        self._kept.update(places)
        texts = tuple(tuple(cell.text for cell in row) for row in rows)
        self.kept.append(Kept(places[0], title, texts, reason, tuple(item.text for item in around)))

    def fatal(self, where: Cell | Prose | Grid, message: str) -> None:
        self.problems.append(Problem(FATAL, where.place, text_of(where), message))

    def warn(self, where: Cell | Prose | Grid, message: str) -> None:
        self.problems.append(Problem(WARNING, where.place, text_of(where), message))

    def warn_at(self, place: str, text: str, message: str) -> None:
        self.problems.append(Problem(WARNING, place, text, message))

    def repair(self, where: Cell | Prose, before: str, after: str, reason: str) -> None:
        self.repairs.append(Repair(where.place, before, after, reason))

    @property
    def has_fatal(self) -> bool:
        return any(problem.level == FATAL for problem in self.problems)

    def left_over(self) -> Iterable[Cell | Prose]:
        """What is printed and neither used nor kept."""
        taken = self._used | self._kept
        return (item for item in printed_in(self.items) if item.place not in taken)

    def unread(self) -> list[Unread]:
        """What was printed and neither used nor kept, in the order of the document, then what nobody sees there."""
        unused = [Unread(item.place, item.text) for item in self.left_over()]
        asides = [Unread(aside.place, aside.text, aside.reason) for aside in self.items if isinstance(aside, Aside)]
        return unused + asides


def printed_in(items: Iterable[Item]) -> Iterable[Cell | Prose]:
    """Every cell and paragraph that holds anything."""
    for item in items:
        if isinstance(item, Prose):
            yield item
        elif isinstance(item, Grid):
            yield from (cell for row in item.rows for cell in row if cell)


def text_of(where: Cell | Prose | Grid) -> str:
    """The text that stands there; of a grid its first printed cell."""
    if isinstance(where, Grid):
        return next((cell.text for row in where.rows for cell in row if cell), "")
    return where.text
