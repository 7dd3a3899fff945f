"""Text files: lines with tabs or bars are rows of a grid, other lines are prose; marks of Markdown are taken off."""

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from disclosures.characters import lines_of
from disclosures.documents.drawn import with_drawn_tables
from disclosures.documents.items import BLANK, Cell, DocumentError, Grid, Item, Prose
from disclosures.documents.limits import DEFAULT, Limits

ENCODINGS = ("utf-8-sig", "gb18030")
# List dashes, headings, bold; a dash right before a figure that stands alone is its sign.
_MARKS = re.compile(r"^\s*(?:[-*+] (?!\s*[\d.,]+%?\s*$)|#{1,6} )|\*\*")


def read_text(path: Path, limits: Limits = DEFAULT) -> list[Item]:
    """The grids and prose of a text file; places count lines and cells from 1."""
    limits.check(path.name, "characters", path.stat().st_size)
    items = items_of_text(decoded(path))
    limits.check(path.name, "cells", sum(len(row) for item in items if isinstance(item, Grid) for row in item.rows))
    return items


def items_of_text(text: str) -> list[Item]:
    """The grids and prose of a text that is at hand; places count its lines."""
    return list(with_drawn_tables(_items(text), gaps_part=True))


def decoded(path: Path) -> str:
    """The text of a file in UTF-16, where it says so in its first bytes, else UTF-8, else GB18030."""
    content = path.read_bytes()
    is_utf16 = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if is_utf16 else ENCODINGS:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise DocumentError(f"{path.name} 不是文本文件：内容不是 UTF-8 或 GB18030 编码的文字。")


def _items(text: str) -> Iterator[Item]:
    after_gap = True
    lines = enumerate(lines_of(text), start=1)
    for is_row, group in groupby(lines, key=lambda line: "\t" in line[1]):
        if is_row:
            numbered = list(group)
            yield Grid(f"第 {numbered[0][0]} 行", tuple(_row(number, line) for number, line in numbered))
            after_gap = True
            continue
        for number, line in group:
            if words := _MARKS.sub("", line).strip():
                yield Prose(words, f"第 {number} 行", gap=after_gap)
            after_gap = not words


def _row(number: int, line: str) -> tuple[Cell, ...]:
    return tuple(
        Cell(words.strip(), f"第 {number} 行第 {position} 格") if words.strip() else BLANK
        for position, words in enumerate(line.split("\t"), start=1)
    )
