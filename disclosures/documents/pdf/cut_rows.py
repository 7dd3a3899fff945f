"""Rows that the end of a page cut in two: whether the first row of a page is the rest of the last one before it."""

import re
from collections.abc import Sequence

from disclosures.documents.pdf.drawn.letters import is_figure, joined_lines, says_something
from disclosures.documents.pdf.tables.ruled import Entry

_ENDS = tuple("。！？!?；;")
_BEGINS = re.compile(r"[(（]?(?:[一二三四五六七八九十]+|\d+)[)）]?[、.．]|[(（][一二三四五六七八九十\d]+[)）]|[①-⑳]")
_OWN_ROW = re.compile(r"[合总小累共]\s*计.*|.*[合总]计|其中.*")  # a row of its own that has no code or number either
_NUMBER = re.compile(r"[0-9]{1,4}")  # of a row
_A_LIST = 2  # items
_MARKS = ".,．，"
_FIGURE_WITH_REST = re.compile(r"[-－(（]?\d[\d,，]*(?:\|[\d,，]*[.．]\d{1,2}|[.．]\|\d{1,2}|[.．]\d\|\d)[)）]?")
_PAIRS = tuple((pair[0], pair[1]) for pair in ("“”", "（）", "《》", "()", "‘’", "「」", "【】"))

Row = tuple[Entry, ...]


def is_cut(above: Sequence[Row], below: Sequence[Row]) -> bool:
    """Whether the first row below is the rest of the last row above, going by all the rows of the table."""
    return _names_go_on(above, below) or _amounts_follow(above, below) or _figures_go_on(above[-1], below[0])


def joined_rows(above: Row, below: Row) -> Row:
    """The two as the one row that they were."""
    return tuple(
        Entry(joined_lines(upper.text, lower.text), lower.is_full if lower.text else upper.is_full)
        for upper, lower in zip(above, below, strict=True)
    )


def has_amount(row: Row) -> bool:
    """Whether the row holds a figure that is neither a code nor a number of a line or column."""
    return any(is_amount(entry.text) for entry in row)


def is_amount(text: str) -> bool:
    """Whether the text is a figure with decimals or groups."""
    return is_figure(text) and not text.isdigit()


def _names_go_on(above: Sequence[Row], below: Sequence[Row]) -> bool:
    """Whether the rest has only texts, each the end of one that had no more room."""
    last, rest = above[-1], below[0]
    goes_on = _said_in(rest)
    if not goes_on or not all(_can_go_on(last[n], rest[n]) for n in goes_on):
        return False
    body = (*above[_head(above) : -1], *below[1:])
    if all(_closes(last[n], rest[n]) or _is_rest_of_item(n, last, rest, body) for n in goes_on):
        return True  # however usual rows with nothing but that are, such as the notes below
    if _is_between_numbers(last, below) and not any(_is_closed(last[n], rest[n]) for n in goes_on):
        return True
    if 0 in goes_on and not _evidently_goes_on(last[0], rest[0]):
        return False  # it may as well be a row of its own
    if any(_said_in(row) == goes_on for row in body):
        return False  # rows with nothing but that are usual here
    if len(_said_in(last)) > len(goes_on) + 1 and not any(_is_closed(last[n], rest[n]) for n in goes_on):
        return True  # alone among rows that say more
    return any(_evidently_goes_on(last[n], rest[n]) for n in goes_on)


def _is_between_numbers(last: Row, below: Sequence[Row]) -> bool:
    """Whether the rows are numbered in a column, and the first below has no number and none is left for it."""
    after = below[1] if len(below) > 1 else ()
    numbers = zip(last, below[0], after, strict=False)
    return any(not rest.text and _counts_up(upper.text, lower.text) for upper, rest, lower in numbers)


def _counts_up(upper: str, lower: str) -> bool:
    return bool(_NUMBER.fullmatch(upper) and _NUMBER.fullmatch(lower)) and int(lower) == int(upper) + 1


def _is_rest_of_item(cell: int, last: Row, rest: Row, body: Sequence[Row]) -> bool:
    """Whether a column is a numbered list in which the last row stands, and the rest is no item of it."""
    if _is_closed(last[cell], rest[cell]) or _OWN_ROW.fullmatch(rest[cell].text):
        return False
    if not (_BEGINS.match(last[cell].text) or _evidently_goes_on(last[cell], rest[cell])):
        return False
    cells = _said_in(rest)
    alone = [row[cell] for row in body if _said_in(row) == cells and not row[cell].text.endswith(_ENDS)]
    items = sum(bool(_BEGINS.match(row[cell].text)) for row in body)
    return items >= _A_LIST and all(_BEGINS.match(entry.text) for entry in alone)


def _figures_go_on(last: Row, rest: Row) -> bool:
    """Whether the rest has only the last digits of figures that had no more room in their cells."""
    ends = [(last[n], rest[n].text) for n in _said_in(rest)]
    if not all(above.text and _FIGURE_WITH_REST.fullmatch(f"{above.text}|{end}") for above, end in ends):
        return False
    return any(above.is_full or end[0] in _MARKS for above, end in ends)


def _amounts_follow(above: Sequence[Row], below: Sequence[Row]) -> bool:
    """Whether the last row is the only one without amounts, and the rest has them with no beginning of its own."""
    last, rest = above[-1], below[0]
    body = [row for row in above[_head(above) :] if row[0].text]
    if not body or body[-1] is not last or has_amount(last) or not has_amount(rest):
        return False
    if not all(has_amount(row) for row in body[:-1]) or not any(has_amount(row) for row in above):
        return False
    texts = [n for n in _said_in(rest) if not is_figure(rest[n].text)]
    both = [n for n in _said_in(rest) if last[n].text]
    if texts != both or any(_OWN_ROW.fullmatch(rest[n].text) for n in texts):
        return False
    if 0 in both and not _evidently_goes_on(last[0], rest[0]):
        return False
    return all(_can_go_on(last[n], rest[n]) for n in both)


def _head(rows: Sequence[Row]) -> int:
    """How many rows stand above the first with an amount."""
    return next((number for number, row in enumerate(rows) if has_amount(row)), 0)


def _said_in(row: Row) -> list[int]:
    return [n for n, entry in enumerate(row) if entry.text]


def _can_go_on(above: Entry, below: Entry) -> bool:
    return says_something(above.text) and says_something(below.text)


def _evidently_goes_on(above: Entry, below: Entry) -> bool:
    """Whether something is left open above, or its last line is full and no sentence ends with it."""
    if any(above.text.count(opening) > above.text.count(closing) for opening, closing in _PAIRS):
        return True
    return above.is_full and not _is_closed(above, below)


def _closes(above: Entry, below: Entry) -> bool:
    """Whether a bracket that is left open above is closed below."""
    return any(
        above.text.count(opening) > above.text.count(closing) and below.text.count(closing) > below.text.count(opening)
        for opening, closing in _PAIRS
    )


def _is_closed(above: Entry, below: Entry) -> bool:
    """Whether a sentence ends with the one or a numbered item begins with the other."""
    return above.text.endswith(_ENDS) or bool(_BEGINS.match(below.text))
