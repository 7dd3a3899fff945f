"""The head of a grid: which rows belong to it, and what it says of each column."""

import re
from dataclasses import dataclass
from functools import cache

from disclosures.documents.items import BLANK, Cell
from disclosures.intake.recognition.blocks import Row
from disclosures.intake.recognition.local import is_local_title
from disclosures.intake.recognition.pieces import MOST, has_pieces_alone, whole_titles
from disclosures.intake.wording import UNIT_IN_TITLE, bare, is_total, unnumbered
from disclosures.statements.models import STATEMENTS

CODE_WORDS = ("科目编码", "科目代码", "编码", "代码")
LEVEL_WORDS = ("类", "款", "项")
LINE_WORDS = ("行", "行次", "序号")
_THREE_PUBLIC = re.compile(r"三公.?经费(?:支出)?$")
_SECTIONS = ("收入", "本年收入", "支出", "本年支出")  # what may stand above the first rows of an account in one column
NUMBER_WORDS = ("栏次", "栏目")
_OTHER_WORDS = (
    "项目",
    "科目名称",
    "名称",
    "收入",
    "支出",
    "项目科目名称",
    "功能分类",
    "支出功能分类",
    "经济分类",
    "支出经济分类",
    "人员经费",
    "公用经费",
    "本年支出",
    "预算数",
)


@dataclass(frozen=True)
class Column:
    """What the head prints above one column, outermost first, and the printed 栏次 where there is one."""

    position: int
    stack: tuple[str, ...]
    number: int | None

    @property
    def title(self) -> str:
        return self.stack[-1] if self.stack else ""

    @property
    def is_code(self) -> bool:
        return self.title.endswith(CODE_WORDS) or self.title in LEVEL_WORDS

    @property
    def is_name(self) -> bool:
        return self.title.endswith("名称") or self.title == "项目"

    @property
    def is_line(self) -> bool:
        return self.title in LINE_WORDS


@dataclass(frozen=True)
class Panel:
    """A stretch of columns that forms a table of its own: what names a row, then its amounts."""

    codes: tuple[int, ...]
    name: int | None
    line: int | None
    amounts: tuple[Column, ...]


@cache
def head_words() -> frozenset[str]:
    """Everything that a head may print, from the declarations."""
    declared = (
        word
        for model in STATEMENTS.values()
        for column in model.columns()
        for word in (*column.titles, column.group)
        if word
    )
    items = (unnumbered(name) for row in STATEMENTS["07"].outline for name in row.names)
    return frozenset(bare(word) for word in (*declared, *items, *CODE_WORDS, *LEVEL_WORDS, *LINE_WORDS, *_OTHER_WORDS))


def is_head_word(text: str) -> bool:
    word = UNIT_IN_TITLE.sub("", bare(text))
    known = word in head_words() or word.endswith(("科目名称", *CODE_WORDS)) or bool(_THREE_PUBLIC.search(word))
    return known or is_local_title(word, head_words())


def is_head_row(row: Row, above: list[Row]) -> bool:
    """Whether the row belongs to the head: nothing but titles, or a row of 栏次.

    A row that begins with 合计 does so only where the head above has nothing that names rows in that column.
    """
    words = [bare(cell.text) for cell in row if cell]
    if any(word in NUMBER_WORDS for word in words):
        return all(word in NUMBER_WORDS or word.isdigit() or is_head_word(word) for word in words)
    if _counts_up(words):
        return True
    if _is_total_beside_levels(row, above):
        return False
    if not all(map(is_head_word, words)) or (len(words) == 1 and words[0] in _SECTIONS and _names_rows(row, above)):
        return False
    return not is_total(words[0]) or (not _names_rows(row, above) and (len(words) > 2 or _sums_group(row, above)))


def _is_total_beside_levels(row: Row, above: list[Row]) -> bool:
    """Whether the row is the empty one of the total, into which the titles 类 款 项 fell."""
    *levels, last = [(position, bare(cell.text)) for position, cell in enumerate(row) if cell]
    words = tuple(word for _, word in levels)
    return len(words) > 1 and words == LEVEL_WORDS[: len(words)] and is_total(last[1]) and _names_at(last[0], above)


def _names_rows(row: Row, above: list[Row]) -> bool:
    """Whether the head above the first printed cell of the row is the title of codes or names."""
    return _names_at(next(n for n, cell in enumerate(row) if cell), above)


def _sums_group(row: Row, above: list[Row]) -> bool:
    """Whether 合计 alone in its row is the end of the title above it, as under 本年支出."""
    position = next(n for n, cell in enumerate(row) if cell)
    group = next((bare(cell.text) for upper in reversed(above) if (cell := _cell(upper, position))), "")
    return f"{group}{bare(row[position].text)}" in head_words()


def _names_at(position: int, above: list[Row]) -> bool:
    titles = [Column(position, (bare(cell.text),), None) for upper in above if (cell := _cell(upper, position))]
    return any(title.is_code or title.is_name for title in titles)


def _counts_up(words: list[str]) -> bool:
    """1, 2, 3 …: a row of 栏次 that has lost its label."""
    return len(words) > 1 and words == [str(n) for n in range(1, len(words) + 1)]


def split_head(rows: list[Row]) -> tuple[list[Row], list[Row]]:
    """The rows of the head, and those below it; sub-heads that fell into the row of the total are put back."""
    length = next((n for n in range(len(rows)) if not _is_in_head(rows, n)), len(rows))
    head, body = rows[:length], rows[length:]
    if body and (fallen := _fallen_titles(body[0])):
        head = [*head, tuple(cell if cell in fallen else BLANK for cell in body[0])]
        body = [tuple(BLANK if cell in fallen else cell for cell in body[0]), *body[1:]]
    return head, body


def _is_in_head(rows: list[Row], n: int) -> bool:
    return is_head_row(rows[n], rows[:n]) or has_pieces_alone(
        rows[max(n - MOST + 1, 0) : n + MOST], min(n, MOST - 1), is_head_word
    )


def _fallen_titles(row: Row) -> list[Cell]:
    """The titles that stand in a row of the total: 类 款 项 before its label, others after it."""
    cells = [cell for cell in row if cell]
    levels = [cell for cell, word in zip(cells, LEVEL_WORDS, strict=False) if bare(cell.text) == word]
    first, *rest = cells[len(levels) :] or cells
    if len(levels) > 1 and is_total(first.text):
        return levels
    titles = [cell for cell in rest if is_head_word(cell.text)]
    return titles if is_total(first.text) and len(titles) > 1 else []


def columns_of(head: list[Row]) -> list[Column]:
    """What the head says of each column; a title above several columns holds for each that has one of its own below."""
    width = max((len(row) for row in head), default=0)
    spread: list[list[Cell | None]] = []
    for row in head:
        spread.append(_spread(row, width, spread[-1] if spread else [None] * width))
    return [_column(position, head, spread) for position in range(width)]


def _spread(row: Row, width: int, above: list[Cell | None]) -> list[Cell | None]:
    """The title of each column: a title also stands above the blank cells that follow it under the same title above."""
    titles: list[Cell | None] = []
    for position in range(width):
        title = _cell(row, position)
        if not title and position and above[position] is above[position - 1]:
            title = titles[-1]
        titles.append(title)
    return titles


def _column(position: int, head: list[Row], spread: list[list[Cell | None]]) -> Column:
    own = [bare(cell.text) if (cell := _cell(row, position)) else "" for row in head]
    lowest = max((n for n, word in enumerate(own) if _is_title(word)), default=-1)
    titles = [bare(title.text) for row in spread[: max(lowest, 0)] if (title := row[position])]
    above = [title for title in titles if _is_title(title)]
    stack = whole_titles((*dict.fromkeys(above), own[lowest]), is_head_word) if lowest >= 0 else ()
    number = next((int(word) for word in own if word.isdigit()), None)
    return Column(position, stack, number)


def _is_title(word: str) -> bool:
    return bool(word) and not word.isdigit() and word not in NUMBER_WORDS


def _cell(row: Row, position: int) -> Cell | None:
    return row[position] if position < len(row) and row[position] else None


def panels_of(columns: list[Column]) -> list[Panel]:
    """Cut the columns into panels: each begins where a code or a name follows amounts."""
    groups: list[list[Column]] = []
    for column in columns:
        if not column.stack:
            continue
        names_row = column.is_code or column.is_name
        if not groups or (names_row and any(_is_amount(other) for other in groups[-1])):
            groups.append([])
        groups[-1].append(column)
    return [_panel(group) for group in groups]


def _is_amount(column: Column) -> bool:
    return not (column.is_code or column.is_name or column.is_line)


def _panel(group: list[Column]) -> Panel:
    return Panel(
        codes=tuple(column.position for column in group if column.is_code),
        name=next((column.position for column in group if column.is_name), None),
        line=next((column.position for column in group if column.is_line), None),
        amounts=tuple(column for column in group if _is_amount(column)),
    )
