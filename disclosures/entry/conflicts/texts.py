"""A long text merged paragraph by paragraph: each of two people keeps what the other left alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from hashlib import sha256

from disclosures.entry.conflicts.blocks import Rows
from disclosures.entry.conflicts.merging import UNKNOWN, Conflict, Merge

CHOICES = "choices"  # the block of what was shown that holds the passages somebody was asked about
BETWEEN = "\x1e"  # no text has it: it separates paragraphs where they are kept as one text
_NOTHING = "（没有）"
_LONGEST = 400  # characters of a passage that are shown


@dataclass(frozen=True)
class Passage:
    """Paragraphs that stand in the same place of three texts; `at` is the number of the first one as shown, from 1."""

    at: int
    was: tuple[str, ...]
    now: tuple[str, ...]
    mine: tuple[str, ...]


@dataclass
class MergedText:
    """The paragraphs that are to be saved; what two have changed stays as it was typed and is a conflict.

    `choices` says for each conflict where it stands and what both made of it, so that a later choice finds it.
    """

    merge: Merge
    paragraphs: list[str] = field(default_factory=list)
    choices: Rows = field(default_factory=dict)

    def take(self, was: Sequence[str] | None, now: Sequence[str], mine: Sequence[str]) -> None:
        mine = self._after_choices(list(mine))
        if was is None and list(now) != mine:
            return self._clash(Passage(1, (), tuple(now), tuple(mine)), "全文", UNKNOWN)
        for passage in passages(now if was is None else was, now, mine):
            self._take(passage)
        return None

    def _take(self, passage: Passage) -> None:
        where = f"第 {passage.at} 段"
        if passage.mine in (passage.was, passage.now):
            if passage.mine != passage.now:
                self.merge.others.append(where)
            self.paragraphs += passage.now
        elif passage.now == passage.was:
            self.paragraphs += passage.mine
        else:
            self._clash(passage, where, _read(passage.was))

    def _clash(self, passage: Passage, where: str, was: str) -> None:
        cells = {
            "before": self.paragraphs[-1] if self.paragraphs else "",
            "mine": BETWEEN.join(passage.mine),
            "now": BETWEEN.join(passage.now),
        }
        mark = f"passage-{sha256(repr(cells).encode()).hexdigest()[:12]}"
        self.choices[mark] = cells
        self.merge.conflicts.append(Conflict(mark, where, was, _read(passage.now), _read(passage.mine), "text"))
        self.paragraphs += passage.mine

    def _after_choices(self, mine: list[str]) -> list[str]:
        """The text with what is stored in the passages where somebody chose that."""
        asked = self.merge.shown.rows.get(CHOICES, {}) if self.merge.shown else {}
        for mark, cells in asked.items():
            if self.merge.is_given_up(mark):
                mine = _replaced(mine, cells["before"], apart(cells["mine"]), apart(cells["now"]))
        return mine


def apart(text: str) -> list[str]:
    """The paragraphs that were kept as one text."""
    return text.split(BETWEEN) if text else []


def passages(was: Sequence[str], now: Sequence[str], mine: Sequence[str]) -> Iterator[Passage]:
    """The texts cut wherever all three have the same paragraph."""
    in_now, in_mine = _same(was, now), _same(was, mine)
    shared = [(at, in_now[at], in_mine[at]) for at in range(len(was)) if at in in_now and at in in_mine]
    w = n = m = 0
    for at, at_now, at_mine in [*shared, (len(was), len(now), len(mine))]:
        if (w, n, m) != (at, at_now, at_mine):
            yield Passage(w + 1, tuple(was[w:at]), tuple(now[n:at_now]), tuple(mine[m:at_mine]))
        if at < len(was):
            yield Passage(at + 1, (was[at],), (was[at],), (was[at],))
        w, n, m = at + 1, at_now + 1, at_mine + 1


def _same(one: Sequence[str], other: Sequence[str]) -> dict[int, int]:
    """Where the paragraphs of one text stand in the other."""
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return {block.a + n: block.b + n for block in blocks for n in range(block.size)}


def _replaced(texts: list[str], before: str, old: list[str], new: list[str]) -> list[str]:
    """The paragraphs with others in the place of the old ones behind `before`; as they are without those."""
    for at in range(len(texts) + 1):
        if texts[at : at + len(old)] == old and (texts[at - 1] if at else "") == before:
            return [*texts[:at], *new, *texts[at + len(old) :]]
    return texts


def _read(texts: Sequence[str]) -> str:
    text = "\n".join(texts)
    return (text[:_LONGEST] + "……" if len(text) > _LONGEST else text) or _NOTHING
