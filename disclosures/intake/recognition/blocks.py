"""Tables with what is printed around them: a caption above, notes below, as lines of text or as rows of the grid."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from disclosures.documents.items import Aside, Cell, Doubtful, Grid, Item, Prose, Unreadable
from disclosures.intake.recognition.titles import is_form_title, is_other_title, statement_titled
from disclosures.intake.wording import AMOUNT_UNIT, NOTE, NUMBERED, TABLE_NUMBER, UNIT_ALONE, UNIT_NAME, bare, whole

Printed = Prose | Cell
Row = tuple[Cell, ...]

_ONLY_YEAR = re.compile(r"\(?\d{4}年度?\)?(?:万元|亿元|元)?")
_MOST_AROUND = 5  # cells in a row that can be a caption or a note: title, number, unit, year, unit of amount
_REACH = 10  # lines above a table in which its caption is looked for


@dataclass
class Block:
    """One table as the document shows it; `caption` and `notes` in the order of the document."""

    grid: Grid
    caption: list[Printed] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    notes: list[Printed] = field(default_factory=list)


def blocks_and_prose(items: Sequence[Item]) -> tuple[list[Block], list[Prose | None]]:
    """Every grid with its caption and notes, and the prose that belongs to no grid; None where a grid parts it."""
    blocks: list[Block] = []
    prose: list[Prose | None] = []
    above = None  # the block right above, as long as only its notes have followed
    for item in items:
        if isinstance(item, Aside | Doubtful):
            continue
        if isinstance(item, Unreadable):
            above = None
        elif isinstance(item, Grid):
            parts = [_peeled(part) for part in _cut(item)]
            has_title = any(_is_title(line.text) for line in parts[0].caption)
            parts[0].caption[:0] = _take_caption(prose, has_title)
            prose.append(None)
            blocks.extend(parts)
            above = parts[-1]
        elif above and _is_note(item.text, above.notes):
            above.notes.append(item)
        else:
            above = None
            prose.append(item)
    return blocks, prose


def _cut(grid: Grid) -> list[Grid]:
    """The tables that stand below each other in one grid: a caption or a row after notes begins the next."""
    parts: list[list[Row]] = [[]]
    stage = _CAPTION
    notes: list[Cell] = []
    for row in grid.rows:
        if not any(row):
            continue
        now = _stage_of(row, notes)
        notes = [*notes, *(cell for cell in row if cell)] if now == _NOTES else []
        if (now == _CAPTION and stage != _CAPTION) or (now == _BODY and stage == _NOTES):
            parts.append([])
        parts[-1].append(row)
        stage = now
    if len(parts) == 1:
        return [grid]
    first, *others = [tuple(rows) for rows in parts if rows]
    below = [Grid(next(cell for cell in rows[0] if cell).place, rows) for rows in others]
    return [replace(grid, rows=first), *below]


_CAPTION, _BODY, _NOTES = "caption", "body", "notes"


def _stage_of(row: Row, notes: Sequence[Printed]) -> str:
    texts = [cell.text for cell in row if cell]
    if len(texts) > _MOST_AROUND:
        return _BODY
    if all(_is_note(text, notes) for text in texts):
        return _NOTES
    return _CAPTION if all(map(is_caption, texts)) else _BODY


def _peeled(grid: Grid) -> Block:
    """The grid without the rows that are caption or notes."""
    block = Block(grid, rows=[row for row in grid.rows if any(row)])
    while block.rows and all(is_caption(cell.text) for cell in block.rows[0] if cell):
        block.caption += [cell for cell in block.rows.pop(0) if cell]
    for row in block.rows:
        if _stage_of(row, block.notes) == _NOTES:
            block.notes += [cell for cell in row if cell]
        elif block.notes:
            block.notes = []  # more of the table follows, so that this was none of its notes
    block.rows = [row for row in block.rows if not any(cell in block.notes for cell in row if cell)]
    return block


def _is_note(text: str, before: Sequence[Printed]) -> bool:
    """Whether a line below a table is a note, or the next one of numbered notes."""
    words = bare(text)
    return bool(NOTE.match(words) or (before and NUMBERED.match(words)))


def _take_caption(prose: list[Prose | None], has_title: bool) -> list[Prose]:
    """Take from the end of the prose the lines that are the next table's caption."""
    start = len(prose)
    while start and len(prose) - start < _REACH and _stands_above(prose, start - 1):
        is_title = _is_title(prose[start - 1].text)
        if is_title and has_title:
            break  # a list of tables, not what this one is called
        has_title = has_title or is_title
        start -= 1
    caption = prose[start:]
    del prose[start:]
    return caption


def _stands_above(prose: list[Prose | None], position: int) -> bool:
    """Whether the line is a caption, or the end of a unit's name that runs over two lines."""
    line, before = prose[position], prose[position - 1] if position else None
    if not line:
        return False
    runs_on = before and not line.gap and UNIT_NAME.match(bare(before.text))
    return bool(runs_on) or is_caption(line.text)


@lru_cache(maxsize=20_000)
def is_caption(text: str) -> bool:
    """Whether a line can stand above a table: its title, number, unit, year or unit of amount."""
    words = whole(bare(text))
    return bool(
        (not words and text.strip())
        or TABLE_NUMBER.fullmatch(words)
        or AMOUNT_UNIT.search(words)
        or UNIT_ALONE.fullmatch(words)
        or UNIT_NAME.match(words)
        or _ONLY_YEAR.fullmatch(words)
        or _is_title(text)
    )


def _is_title(text: str) -> bool:
    return bool(statement_titled(text) or is_form_title(text) or is_other_title(text))
