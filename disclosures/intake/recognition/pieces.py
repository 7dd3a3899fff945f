"""Titles of a head that are cut into pieces below each other: 功能分类 over 科目编码, 财政拨 over 款收入."""

from collections.abc import Callable, Sequence

from disclosures.documents.items import Cell
from disclosures.intake.wording import bare

IsTitle = Callable[[str], bool]
MOST = 4  # pieces of one title
_LONGEST = 40  # characters of a title


def whole_titles(stack: Sequence[str], is_title: IsTitle) -> tuple[str, ...]:
    """What stands above a column, with pieces that are a title only together put together.

    Two titles that stand by themselves stay two: 本年支出 over 合计 is a group and its sum.
    """
    words, whole = list(stack), []
    while words:
        count = next((n for n in range(min(MOST, len(words)), 1, -1) if _are_one(words[:n], is_title)), 1)
        whole.append("".join(words[:count]))
        del words[:count]
    return tuple(whole)


def _are_one(pieces: Sequence[str], is_title: IsTitle) -> bool:
    together = "".join(pieces)
    return len(together) <= _LONGEST and is_title(together) and not all(map(is_title, pieces))


def has_pieces_alone(rows: Sequence[Sequence[Cell]], own: int, is_title: IsTitle) -> bool:
    """Whether each cell of the row is a title or a piece of one, and some are pieces.

    A piece is a title only together with cells above or below it.
    """
    printed = [(position, bare(cell.text)) for position, cell in enumerate(rows[own]) if cell]
    pieces = [position for position, word in printed if not is_title(word)]
    return bool(pieces) and all(_is_piece(rows, own, position, is_title) for position in pieces)


def _is_piece(rows: Sequence[Sequence[Cell]], own: int, position: int, is_title: IsTitle) -> bool:
    column = [(n, bare(row[position].text)) for n, row in enumerate(rows) if position < len(row) and row[position]]
    at = next(index for index, (n, _) in enumerate(column) if n == own)
    words = [word for _, word in column]
    return any(
        start <= at < end and _are_one(words[start:end], is_title)
        for start in range(max(at - MOST + 1, 0), at + 1)
        for end in range(start + 2, min(start + MOST, len(words)) + 1)
    )
