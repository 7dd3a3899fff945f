"""Several units' disclosures in one file: which units are in it, where each begins, and what belongs to one of them."""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from disclosures.documents.items import DocumentError, Grid, Item, Prose
from disclosures.intake.recognition.blocks import Block
from disclosures.intake.recognition.captions import Caption, Captioned
from disclosures.intake.recognition.titles import names_an_office
from disclosures.intake.wording import COVER, bare
from disclosures.statements.models import STATEMENTS

_COVER_ENDS = re.compile(r"(?:信息)?(?:公开)?(?:情况)?(?:说明|报告|报表|文本|表)?")
_NAMELESS = re.compile(r"\d{4}年度?(?:部门|单位)?决算(?:信息)?(?:公开)?(?:情况)?(?:说明|报告|报表|文本)?")
_NUMBERED = re.compile(r"第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+、|[(\d-]")
_NAME_LINES = 3  # of a unit's name on a cover
_BEGINS = re.compile(r"目录|第一部分.*")
_LONGEST = 80  # characters of a cover's title


@dataclass
class Share:
    """What one unit discloses in a file: its name, where it begins, its items."""

    name: str
    place: str
    items: list[Item] = field(default_factory=list)
    covers: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Cover:
    """The title of a cover: in which item it begins, its place, the unit's name."""

    index: int
    place: str
    name: str


@dataclass
class _Begun:
    """A unit's share while its tables are met: the first printed place, names, tables."""

    place: str
    unit: str = ""
    cover: str = ""
    numbers: dict[str, str] = field(default_factory=dict)  # table -> unit's name printed on it


def shares_in(items: list[Item], captioned: Captioned) -> list[Share]:
    """The units in the order of the file; one where it is one disclosure, whatever the names printed in it.

    `captioned` are the tables among the items.
    """
    if not items:
        return [Share("", "")]
    begun = list(_begun(items, captioned))
    shares = _cut(items, [begin.place for begin in begun])
    for begin, share in zip(begun, shares, strict=True):
        share.covers = list(dict.fromkeys(cover.name for cover in _covers(share.items)))
        share.name = begin.unit or next(iter(share.covers), "")
    return shares


def chosen(shares: list[Share], wish: str) -> Share:
    """The share with that number or name; raises with what there is to choose from."""
    wanted = bare(wish)
    named = [share for share in shares if wanted == bare(share.name)] or [
        share for share in shares if wanted in bare(share.name)
    ]
    if wanted.isdecimal() and 0 < int(wanted[:6]) <= len(shares):
        return shares[int(wanted[:6]) - 1]
    if len(named) == 1:
        return named[0]
    raise DocumentError(f"文件里没有“{wish[:40]}”这一份；{listed(shares)}。")


def listed(shares: list[Share]) -> str:
    """The units with their numbers and where each begins, for a sentence."""
    names = "、".join(
        f"{n} {share.name or '没有单位名称'}（从{share.place}起）" for n, share in enumerate(shares[:50], start=1)
    )
    return f"文件里有 {len(shares)} 个单位的决算：{names}"


def _begun(items: list[Item], captioned: Captioned) -> Iterator[_Begun]:
    """A new unit begins with a table that is there already, or with another cover, if it bears another name."""
    covers = deque(_covers(items))
    where = {place: n for n, item in enumerate(items) for place in _places(item)}
    now, after = _Begun(_first_place(items)), 0  # `after` is the item in which the last table stood
    for block, caption in _tables(captioned):
        first = (*block.caption, *(cell for row in block.rows for cell in row if cell))[0]
        number, unit, at = caption.titled or caption.number, bare(caption.unit_name), where[first.place]
        above = _up_to(at, covers)
        place, cover = next(((c.place, c.name) for c in above if now.cover and c.name != now.cover), ("", ""))
        known = now.numbers.get(number)
        other_unit = bool(unit and known and unit != known)
        if other_unit or (cover and (known is not None or unit not in ("", *now.numbers.values()))):
            yield now
            now = _Begun(place or _beginning(items[after + 1 : at]) or first.place, cover=cover)
        now.cover = now.cover or next((c.name for c in above), "")
        now.numbers.setdefault(number, unit)
        now.unit = now.unit or caption.unit_name
        after = where[next(cell.place for row in reversed(block.rows) for cell in row if cell)]
    yield now


def _up_to(index: int, covers: deque[_Cover]) -> list[_Cover]:
    """Take those that stand there or before."""
    taken = []
    while covers and covers[0].index <= index:
        taken.append(covers.popleft())
    return taken


def _tables(captioned: Captioned) -> Iterator[tuple[Block, Caption]]:
    for block, caption in captioned:
        if block.rows and (caption.titled or caption.number in STATEMENTS):
            yield block, caption


def _covers(items: list[Item]) -> list[_Cover]:
    """The titles of covers: a unit's name, the year and 决算, in one line or with the name in those above."""
    return [cover for n in range(len(items)) if (cover := _cover_at(items, n))]


def _cover_at(items: list[Item], n: int) -> _Cover | None:
    item = items[n]
    if not isinstance(item, Prose) or len(item.text) > _LONGEST:
        return None
    text = item.text.strip()
    if _NAMELESS.fullmatch(bare(text)):
        lines = _name_above(items, n)
        name = "".join(bare(line.text) for line in lines)
        return _Cover(n - len(lines), lines[0].place, name) if lines and names_an_office(name) else None
    match = COVER.match(text)
    is_title = match and not _NUMBERED.match(bare(text)) and _COVER_ENDS.fullmatch(bare(text[match.end() :]))
    return _Cover(n, item.place, bare(match["name"])) if is_title else None


def _name_above(items: list[Item], n: int) -> list[Prose]:
    """The line above, and those that it goes on from without a gap."""
    lines: list[Prose] = []
    for item in reversed(items[max(n - _NAME_LINES, 0) : n]):
        if not isinstance(item, Prose) or len(item.text) > _LONGEST or (lines and lines[0].gap):
            break
        lines.insert(0, item)
    return lines


def _beginning(between: list[Item]) -> str:
    """Where the text of the next unit begins between two tables: its contents or first part; "" if it has none."""
    return next((item.place for item in between if isinstance(item, Prose) and _BEGINS.fullmatch(bare(item.text))), "")


def _first_place(items: list[Item]) -> str:
    return next((place for item in items for place in _places(item)), items[0].place)


def _places(item: Item) -> Iterator[str]:
    """The places of what is printed; what is put aside may stand where something printed does."""
    if isinstance(item, Grid):
        yield from (cell.place for row in item.rows for cell in row if cell)
    elif isinstance(item, Prose):
        yield item.place


def _cut(items: list[Item], places: list[str]) -> list[Share]:
    """The items from each place up to the next; a grid is cut before the row in which a unit begins."""
    shares, starts = [Share("", places[0])], set(places[1:])
    for item in items:
        for piece in _pieces(item, starts):
            if start := next((place for place in _first_row(piece) if place in starts), ""):
                starts.remove(start)
                shares.append(Share("", start))
            shares[-1].items.append(piece)
    return shares


def _pieces(item: Item, starts: set[str]) -> list[Item]:
    if not isinstance(item, Grid):
        return [item]
    begins = [n for n, row in enumerate(item.rows) if any(cell and cell.place in starts for cell in row)]
    if not begins:
        return [item]
    ends = [*begins, len(item.rows)]
    pieces = [replace(item, rows=item.rows[start:end]) for start, end in pairwise([0, *ends])]
    return [piece for piece in pieces if any(map(any, piece.rows))]


def _first_row(item: Item) -> Iterator[str]:
    return _places(replace(item, rows=item.rows[:1]) if isinstance(item, Grid) else item)
