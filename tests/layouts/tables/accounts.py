"""Tables 01 and 04: two sides, with or without line numbers, blank lines, and 24 or 26 functional classes."""

from random import Random

from disclosures.statements.form_rows import EXPENDITURE, INCOME
from disclosures.statements.lines import AccountLine
from disclosures.statements.models import STATEMENTS
from tests.layouts.tables.grids import Stack, head_of
from tests.layouts.tables.laid import Laid, Line, line
from tests.layouts.tables.printing import Printer

_LEFT_OUT = ("231", "232")  # where the form has 24 classes
_SIDE_TITLES = {INCOME: "收入", EXPENDITURE: "支出"}


def lay_account(number: str, lines: list[AccountLine], printer: Printer, random: Random) -> Laid:
    """The form's rows, income beside expenditure."""
    model, layout = STATEMENTS[number], printer.layout
    rows = _rows(lines, layout["classes"] == "24")
    sides = [_Side(model, side, printer, random) for side in (INCOME, EXPENDITURE)]
    between = printer.between
    left, right = (side.stacks() for side in sides)
    drawn = head_of([*left, *((),) * len(between), *right], layout["head"])
    if layout["column numbers"] != "none":
        drawn.add([*sides[0].numbers(), *between, *sides[1].numbers()])
        drawn.head += 1
    read: dict[str, list[Line]] = {INCOME: [], EXPENDITURE: []}
    for row, pair in enumerate(rows, start=1):
        values: list = []
        for n, (side, one) in enumerate(zip(sides, pair, strict=True)):
            cells, found = side.row(one, row + n * len(rows))
            values += [*between, *cells] if n else cells
            read[side.side] += found
        drawn.add(values)
    return Laid(drawn, read[INCOME] + read[EXPENDITURE], number)


def _rows(lines: list[AccountLine], is_short: bool) -> list[tuple[AccountLine, AccountLine]]:
    """Pairs of lines as they stand beside each other on the official form."""
    left, right = ([one for one in lines if one.side == side] for side in (INCOME, EXPENDITURE))
    pairs = list(zip(left, right, strict=True))
    if is_short and not any(any(two.amounts.values()) for _, two in pairs if two.item in _LEFT_OUT):
        pairs = [pair for pair in pairs if pair[1].item not in _LEFT_OUT]
    return pairs


class _Side:
    """One half of an account."""

    def __init__(self, model: type[AccountLine], side: str, printer: Printer, random: Random):
        self.side, self.printer, self.layout, self.random = side, printer, printer.layout, random
        self.columns = model.columns_of(side)
        self.outline = {row.key: row for row in model.outline if row.side == side}

    def stacks(self) -> list[Stack]:
        title = self.printer.words(_SIDE_TITLES[self.side])
        labels = [self.printer.words("项目")]
        if self.layout["lines"] != "none":
            labels.append(self.layout["lines"])
        return [(title, word) for word in (*labels, *(self.printer.title(column) for column in self.columns))]

    def numbers(self) -> list[str]:
        label = self.printer.words("栏次") if self.layout["column numbers"] == "labelled" else ""
        between = [""] if self.layout["lines"] != "none" else []
        return [label, *between, *(str(column.number_on(self.side)) for column in self.columns)]

    def row(self, one: AccountLine, number: int) -> tuple[list, list[Line]]:
        """The cells, and the line that they are read as; a row without anything printed is none."""
        values = {column.name: getattr(one, column.name) if one.item else None for column in self.columns}
        figures = [self.printer.figure(values[name]) if one.item else "" for name in values]
        has_number = self.layout["lines"] != "none" and (one.item or self.layout["fillers"])
        cells = [str(number) if has_number else ""] if self.layout["lines"] != "none" else []
        name = self._name(one) if one.item else ""
        if not (one.item or has_number):
            return [name, *cells, *figures], []
        read = {name: self.printer.read(value) if one.item else None for name, value in values.items()}
        key = (self.side, number if has_number else None, one.item)
        return [self.printer.wrap(name), *cells, *figures], [line(key, name, read)]

    def _name(self, one: AccountLine) -> str:
        row = self.outline[one.item]
        name = self.random.choice(row.names) if self.layout["row names"] == "others" else row.name
        return name if self.layout["numerals"] else name.rpartition("、")[2]
