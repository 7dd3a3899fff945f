"""What was typed on a page that is no longer as it was shown, typed anew into the page as it is now.

A cell that only one of two people changed gets that one's text. Where both changed it, or one changed a row that the
other deleted, there is a conflict: what was typed stays in its input, and somebody has to choose.
"""

from dataclasses import dataclass, field
from typing import Any

from disclosures.entry.conflicts.blocks import ONE, Block, Rows
from disclosures.entry.conflicts.cells import ORDER, Cells, read, typed
from disclosures.entry.conflicts.orders import Orders
from disclosures.entry.conflicts.shown import Shown

KEEP, ALL, THEIRS = "keep", "_keep", "theirs"  # how a choice is sent: for one conflict, for all of them
UNKNOWN = "（不知道）"

Sent = dict[str, str]  # the inputs of one row by the names of their fields


@dataclass(frozen=True)
class Conflict:
    """What was shown, what is stored now and what was typed, as a person reads them.

    `input_name` is where it stands, `target` the input that leads there where that is no input itself.
    """

    input_name: str
    where: str
    was: str
    now: str
    mine: str
    target: str = ""

    @property
    def choice(self) -> str:
        return f"{KEEP}-{self.input_name}"


@dataclass
class Merge:
    """The data of the page as it is to be saved, what stands against that, and who else changed what."""

    sent: Any
    shown: Shown | None
    data: Any = None
    conflicts: list[Conflict] = field(default_factory=list)
    others: list[str] = field(default_factory=list)  # where only others have changed something
    own: list[Conflict] = field(default_factory=list)  # all that was typed, whether or not it conflicts

    def __post_init__(self) -> None:
        self.data = self.sent.copy()

    def seen(self, block: Block) -> Rows | None:
        """The rows of the block as they were shown; None where nobody knows."""
        return self.shown.rows.get(block.prefix, {}) if self.shown else None

    def is_given_up(self, input_name: str) -> bool:
        """Whether somebody chose what is stored over what was typed there."""
        chosen = self.sent.get(f"{KEEP}-{input_name}")
        return bool(chosen) and self.sent.get(ALL, chosen) == THEIRS

    def take_form(self, block: Block) -> None:
        """Type what was sent for the form of the page itself into it as it is now."""
        seen = self.seen(block)
        row = Row(self, block, self.sent, (seen or {}).get(ONE), block.rows[ONE])
        for name, text in row.merged().items():
            self.data[name] = text


@dataclass(frozen=True)
class Row:
    """A row that was sent: as it was shown, None where nobody knows, and as it is stored now.

    `at` is what the names of its inputs begin with on the page as it is now, `sent_at` as they were sent.
    """

    merge: Merge
    block: Block
    sent: Any
    was: Cells | None
    now: Cells
    at: str = ""
    sent_at: str = ""
    orders: Orders | None = None

    def merged(self) -> Sent:
        """The texts of the cells that are not to stay as they were sent."""
        texts = {name: self._cell(name) for name in self.block.fields if name in self.now and name != ORDER}
        if ORDER in self.block.fields:
            texts[ORDER] = self._order()
        return {name: text for name, text in texts.items() if text is not None}

    def mine(self, name: str) -> str | None:
        """What somebody wants the cell to be; None for nothing."""
        was = self.was.get(name) if self.was else None
        if was is not None and self.merge.is_given_up(f"{self.sent_at}{name}"):
            return was
        known = (was, self.now.get(name))
        return typed(self.block.fields[name], self.sent, name, tuple(text for text in known if text is not None))

    def _cell(self, name: str) -> str | None:
        was, now, mine = self.was.get(name) if self.was else None, self.now[name], self.mine(name)
        if mine is not None and mine not in (was, now):
            self._typed(name, was, now, mine, is_conflict=was != now)
            return None
        if was is not None and was != now and mine != now:
            self.merge.others.append(self._where(name))
        return now

    def _order(self) -> str | None:
        """Rows are put in order anew by whoever moves one; a conflict only where others have done so too."""
        was, now, mine = self.was.get(ORDER) if self.was else None, self.now.get(ORDER, ""), self.mine(ORDER)
        if was is None or mine is None or mine in (was, now) or not self.orders:
            return now
        self._typed(ORDER, was, now, mine, is_conflict=self.orders.were_moved)
        return self.orders.now_of(mine)

    def _typed(self, name: str, was: str | None, now: str, mine: str, *, is_conflict: bool) -> None:
        field = self.block.fields[name]
        was_read = UNKNOWN if was is None else read(field, was)
        one = Conflict(f"{self.at}{name}", self._where(name), was_read, read(field, now), read(field, mine))
        self.merge.own.append(one)
        if is_conflict:
            self.merge.conflicts.append(one)

    def _where(self, name: str) -> str:
        label = str(self.block.fields[name].label or name)
        return " · ".join(filter(None, (row_label(self.block, self.now), label)))


def row_label(block: Block, cells: Cells) -> str:
    """What a person calls the row: its code and name, or how its text begins; "" for a form, which is the page."""
    if not block.prefix:
        return ""
    texts = [cells[name] for name in ("code", "name") if cells.get(name)] or [cells.get("text", "")[:16]]
    return " ".join(filter(None, texts)) or block.title
