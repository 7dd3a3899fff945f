"""Text in pieces, as marked-up formats hold it: what is seen of a paragraph or a cell, and what of it is put aside."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from disclosures.documents.items import Aside

HIDDEN = "隐藏的文字，打开文件看不见"
DELETED = "修订或删除线标明已经删去的文字"
MARK = "注释标记，不是数的一部分"
COVERED = "合并单元格里盖住的文字，打开文件看不见"
CODE = "域代码里的文字，打开文件看不见"
UNKNOWN = "符号没有通行的编码，不知道是什么；请对照原件"
RAISED = "raised"  # a note mark, if it follows a figure or a name

REPLACEMENT = "\ufffd"
_LONGEST_MARK = 8  # characters of “[注12]”
_LONGEST_ASIDE = 200
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")  # soft hyphen, zero width


class Piece(NamedTuple):
    """Some text, and why it is no part of what is seen: "" where it is."""

    text: str
    reason: str = ""


class Settled(NamedTuple):
    """What is seen of a paragraph or cell, and the pieces that are put aside."""

    text: str
    asides: list[Piece]

    def asides_at(self, place: str) -> Iterator[Aside]:
        """Items for the pieces put aside, and for symbols that nobody can tell."""
        for text, reason in self.asides:
            yield Aside(place, text[:_LONGEST_ASIDE], reason)
        if REPLACEMENT in self.text:
            yield Aside(place, REPLACEMENT, UNKNOWN)


def settle(pieces: Iterable[Piece]) -> Settled:
    """Neighbours of one kind joined, and for each raised text settled whether it is a note mark or part of the text."""
    seen, asides = "", []
    for reason, group in groupby(pieces, key=lambda piece: piece.reason):
        text = _INVISIBLE.sub("", "".join(piece.text for piece in group))
        if reason == RAISED:
            reason = MARK if _is_mark(text, seen) else ""
        if not reason:
            seen += text
        elif text.strip():
            asides.append(Piece(text.strip(), reason))
    return Settled(seen.strip(), asides)


def _is_mark(text: str, before: str) -> bool:
    """Whether raised text is a note mark: 1,503.55¹ and 行政运行[2], but not m² nor the number of a note itself."""
    start = before.rpartition("\n")[2].rstrip()
    is_power = start[-1:].isascii() and start[-1:].isalpha()
    return bool(start) and not is_power and "." not in text and len(text.strip()) <= _LONGEST_MARK
