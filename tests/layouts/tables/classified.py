"""Tables 02 03 05 08 09: rows by functional code, which may stand in one cell, in three, or before the name."""

from dataclasses import replace
from decimal import Decimal
from random import Random

from disclosures.statements.fields import Amount
from disclosures.statements.lines import ClassifiedLine
from disclosures.statements.models import STATEMENTS
from tests.layouts.tables.grids import Drawn, Stack, Value, head_of
from tests.layouts.tables.laid import Laid, Line, line
from tests.layouts.tables.printing import Printer
from tests.layouts.traits import HOLD_NUMBERS

_STATE_CAPITAL = "09"
_TOTALS = ("合计", "总计", "本年合计")
_LEVELS = ("类", "款", "项")
SPLIT = ("功能分类\n科目编码",)  # titles of the code that stand in two cells, one below the other


def lay_classified(number: str, lines: list[ClassifiedLine], printer: Printer, random: Random) -> Laid:
    """Head, the total first or last, rows by code."""
    return _Classified(number, printer, random).lay(lines)


class _Classified:
    def __init__(self, number: str, printer: Printer, random: Random):
        self.number, self.printer, self.layout, self.random = number, printer, printer.layout, random
        self.columns = self._columns()
        self.total_name = random.choice(_TOTALS) if self.layout["row names"] == "others" else _TOTALS[0]
        self.code_columns = {"one cell": 1, "with the name": 0}.get(self.layout["codes"], 3)

    def _columns(self) -> list[Amount]:
        columns = STATEMENTS[self.number].columns()
        if self.number == _STATE_CAPITAL and self.layout["state capital"] == "three columns":
            return [column for column in columns if column.group]
        return list(columns)

    @property
    def is_fallen(self) -> bool:
        """Whether the titles under 本年支出 have fallen out of the head into the row of the total."""
        return self.layout["fallen"] and any(column.group for column in self.columns)

    @property
    def is_beside(self) -> bool:
        """Whether 类, 款, 项 stand in the row of the total, below a single title."""
        return self.layout["codes"] == "three cells, total beside levels"

    def lay(self, lines: list[ClassifiedLine]) -> Laid:
        drawn = self._head()
        read = []
        for one in self._in_order(lines):
            cells, merges = self._labels(one)
            figures, found = self._figures(one)
            drawn.add([*cells, *figures], *merges)
            read.append(found)
        return Laid(drawn, read, self.number, total_is_lost=self.is_fallen and not self._keeps_figures())

    def _keeps_figures(self) -> bool:
        """Whether titles that fell into the row of the total have left room for some of its figures."""
        return not all(column.group for column in self.columns)

    def _in_order(self, lines: list[ClassifiedLine]) -> list[ClassifiedLine]:
        is_last = self.layout["total"] == "last" and not self.is_fallen
        return sorted(lines, key=lambda one: one.is_total == is_last)

    # -- head ---------------------------------------------------------------------------------------------------------

    def _head(self) -> Drawn:
        drawn = head_of([*self._label_stacks(), *map(self._stack, self.columns)], self.layout["head"])
        if self.is_beside:
            drawn.merges = [
                replace(one, height=2) if (one.top, one.left, one.width) == (drawn.head - 2, 0, 3) else one
                for one in drawn.merges
            ]
        if self.layout["column numbers"] != "none" and not self.is_fallen:
            is_labelled = self.layout["column numbers"] == "labelled"
            labels = [self.printer.words("栏次") if is_labelled else "", *[""] * self.code_columns]
            numbers = [str(n) for n in range(1, len(self.columns) + 1)]
            drawn.add([*labels, *numbers], *([(0, len(labels))] if is_labelled else []))
            drawn.head += 1
        return drawn

    def _label_stacks(self) -> list[Stack]:
        group, word = self.printer.words("项目"), self.printer.wrap(self.layout["code words"])
        if self.code_columns == 0:
            return [(group, "科目名称")]
        words = tuple(word.split("\n")) if self.layout["code words"] in SPLIT else (word,)
        if self.is_beside:
            codes = [
                (group, *words, "")
            ] * 3  # one title over three columns, their levels stand in the row of the total
        else:
            codes = [(group, *words)] if self.code_columns == 1 else [(group, *words, level) for level in _LEVELS]
        return [*codes, (group, "科目名称")]

    def _stack(self, column: Amount) -> Stack:
        if column.group and self.is_fallen:
            is_first = column is next(one for one in self.columns if one.group == column.group)
            return (column.group, "") if self.layout["head"] != "one row" else (column.group,) * is_first
        title = self.printer.title(column)
        return (column.group, title) if column.group else (title,)

    # -- rows ---------------------------------------------------------------------------------------------------------

    def _labels(self, one: ClassifiedLine) -> tuple[list[Value], list[tuple[int, int]]]:
        if one.is_total:
            return self._total(self.total_name)
        name = self.printer.wrap(one.name)
        name = "  " * (len(one.code) // 2 - 1) + name if self.layout["indent"] else name
        if self.code_columns == 0:
            return [f"{one.code}{self.random.choice(('', ' '))}{one.name}"], []
        return [*self._codes(one.code), name], []

    def _total(self, name: str) -> tuple[list[Value], list[tuple[int, int]]]:
        word, width = self.printer.words(name), self.code_columns + 1
        if self.is_beside:
            return [*_LEVELS, word], []
        if self.layout["total in"] == "name":
            return [*[""] * self.code_columns, word], []
        merges = [(0, width)] if self.layout["total in"] == "merged" else []
        return [word, *[""] * self.code_columns], merges

    def _codes(self, code: str) -> list[Value]:
        levels = [code[start:end] for start, end in ((0, 3), (3, 5), (5, 7))]
        if self.layout["codes"] == "three cells, own level":
            own = max(n for n, level in enumerate(levels) if level)
            levels = [level if n == own else "" for n, level in enumerate(levels)]
        elif self.layout["codes"] == "three cells, whole codes":
            levels = [code[:end] if level else "" for level, end in zip(levels, (3, 5, 7), strict=True)]
        elif self.layout["codes"] == "three cells, without zeros":
            levels = [level.lstrip("0") or level for level in levels]
        elif self.layout["codes"] == "one cell":
            levels = [code]
        return [self._code(level) for level in levels]

    def _code(self, digits: str) -> Value:
        """The digits as text, or as a number where no leading zero would get lost."""
        as_number = self.layout["code as"] == "number" and self.layout["format"] in HOLD_NUMBERS
        return Decimal(digits) if as_number and digits and not digits.startswith("0") else digits

    def _figures(self, one: ClassifiedLine) -> tuple[list[Value], Line]:
        """The cells of the amounts, and the line they are read as; fallen titles stand in place of three figures."""
        cells, read = [], {column.name: None for column in STATEMENTS[self.number].columns()}
        for column in self.columns:
            value = getattr(one, column.name)
            if one.is_total and self.is_fallen and column.group:
                cells.append(column.title)
                continue
            cells.append(self.printer.figure(value))
            read[column.name] = self.printer.read(value)
        return cells, line((one.code,), self.total_name if one.is_total else one.name, read)
