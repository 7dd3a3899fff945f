"""The lines of several disclosures that say the same thing, side by side; amounts are 元, exact.

All bars of a comparison have one scale: the largest figure in it, whoever prints it, fills a cell.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from disclosures.addresses import links
from disclosures.amounts import AmountUnit
from disclosures.classification.codes import LEVELS
from disclosures.pages.compare.chosen import short_titles
from disclosures.pages.compare.telling import Telling
from disclosures.pages.shared.shares import bar_width, percent
from disclosures.statements.form_rows import SIDES
from disclosures.statements.lines import AccountLine, AnyLine, ClassifiedLine, StatementLine
from disclosures.statements.models import Disclosure, StatementHead
from disclosures.tables.headline import main_lines
from disclosures.tables.table import unique_keys

LAST = 10**6  # after everything that the form knows


@dataclass(frozen=True)
class CompareCell:
    """A figure as published, or converted, or what it is of its total in percent; `value` is what the bar draws.

    `difference` and `words` are against the first column, "" there and where one is blank; `side` says whose it is.
    """

    text: str
    href: str = ""
    value: Decimal | None = None
    difference: str = ""
    words: str = ""
    width: Decimal | None = None
    side: str = ""


@dataclass(frozen=True)
class CompareRow:
    """What the lines stand for, and a cell for each unit-year."""

    name: str
    code: str
    href: str
    level: int
    is_total: bool
    cells: tuple[CompareCell, ...]


@dataclass(frozen=True)
class ComparedTable:
    """The lines that one disclosure has for the table, with what is printed around them."""

    disclosure: Disclosure
    head: StatementHead
    lines: list[StatementLine]

    def cell(self, line: StatementLine, key: str, column: str, unit: AmountUnit, is_share: bool) -> CompareCell:
        field = line.column(column)
        number = field.number_on(getattr(line, "side", ""))
        href = f"{links.of(self.disclosure).table(line.number)}#{key}.{number or field.name}"
        if is_share:
            share = percent(getattr(line, column), self._whole(line, column))
            return CompareCell("" if share is None else f"{share:,f}%", href, share)
        text = line.text(column, self.head.precision_in(self.disclosure), unit=unit)
        return CompareCell(text, href, getattr(line, column))

    def _whole(self, line: StatementLine, column: str) -> Decimal | None:
        """What the table's own total says in that column, of an account on that side; None where it says nothing."""
        totals: Iterable[AnyLine] = main_lines(type(line), self.lines)
        if isinstance(line, AccountLine):
            own = (other for other in self.lines if isinstance(other, AccountLine) and other.side == line.side)
            totals = [other for other in own if other.item == line.outline[-1].key]
        amounts = [amount for total in totals if (amount := getattr(total, column)) is not None]
        return sum(amounts, Decimal(0)) if amounts else None


def column_of(line: StatementLine, asked: str) -> str:
    """The column of this line that is compared: the one asked for, else what its table or its side adds up to."""
    if not isinstance(line, AccountLine):
        return asked or type(line).main_column().name
    names = [column.name for column in line.columns_of(line.side)]
    return names[0] if not asked else asked if asked in names else ""


def rows_of(tables: list[ComparedTable], asked: str, telling: Telling) -> list[tuple[str, list[CompareRow]]]:
    """The rows in the order of the form, under their side; those in which nobody has a figure but zero are left out."""
    unit, is_share = telling.unit, telling.is_share
    by_place: dict[tuple, dict[int, tuple[StatementLine, CompareCell]]] = {}
    for n, table in enumerate(tables):
        keys = unique_keys([line.key for line in table.lines])
        for line, key in zip(table.lines, keys, strict=True):
            if (column := column_of(line, asked)) and getattr(line, column) is not None:
                by_place.setdefault(_place(line), {}).setdefault(
                    n, (line, table.cell(line, key, column, unit, is_share))
                )
    used = {place: cells for place, cells in by_place.items() if any(cell.value for _, cell in cells.values())}
    largest = max((cell.value or 0 for cells in used.values() for _, cell in cells.values()), default=0)
    sides = short_titles([table.disclosure for table in tables])
    rows = [(place, _row(cells, sides, Decimal(largest), telling)) for place, cells in sorted(used.items())]
    titles = [title for _, title in SIDES] if any(place[0] for place, _ in rows) else [""]
    return [(title, [row for place, row in rows if place[0] == n]) for n, title in enumerate(titles)]


def _place(line: StatementLine) -> tuple[int, int, str]:
    """Where lines that mean the same stand: side, place on the form, and code or name where the form has none."""
    if isinstance(line, AccountLine):
        side = [key for key, _ in SIDES].index(line.side)
        items = [(row.side, row.key) for row in line.outline]
        key = (line.side, line.item)
        return (side, items.index(key), "") if key in items else (side, LAST, line.name)
    keys = [row.key for row in line.outline]
    if isinstance(line, ClassifiedLine):
        return (0, LAST + keys.index(line.code), "") if line.code in keys else (0, bool(line.code), line.code)
    return (0, keys.index(line.key), "") if line.key in keys else (0, LAST, line.name)


def largest_in(groups: Iterable[tuple[str, Iterable[CompareRow]]]) -> CompareCell | None:
    """The cell whose bar is full; None where no figure is positive."""
    cells = [cell for _, rows in groups for row in rows for cell in row.cells if cell.value]
    largest = max(cells, key=lambda cell: cell.value, default=None)
    return largest if largest and largest.value > 0 else None


def _row(
    by_side: dict[int, tuple[AnyLine, CompareCell]], sides: list[str], largest: Decimal, telling: Telling
) -> CompareRow:
    line = by_side[min(by_side)][0]
    code = line.code if isinstance(line, ClassifiedLine) and not line.is_total else ""
    cells = [replace(by_side[n][1] if n in by_side else CompareCell(""), side=side) for n, side in enumerate(sides)]
    return CompareRow(
        name=line.name or line.printed_name,
        code=code,
        href=links.code(line.scheme, code) if len(code) in LEVELS and code.isdigit() and code.isascii() else "",
        level=_level(line, code),
        is_total=line.is_total,
        cells=tuple(_against(cell, cells[0] if n else None, largest, telling) for n, cell in enumerate(cells)),
    )


def _level(line: StatementLine, code: str) -> int:
    if code:
        return list(LEVELS).index(len(code)) + 1 if len(code) in LEVELS else len(LEVELS)
    return next((row.level for row in line.outline if row.key == line.key), 0)


def _against(cell: CompareCell, base: CompareCell | None, largest: Decimal, telling: Telling) -> CompareCell:
    difference, words = telling.against(cell.value, base.value if base else None)
    return replace(cell, difference=difference, words=words, width=bar_width(cell.value, largest))


def compared_tables(disclosures: list[Disclosure], model: type[StatementLine]) -> list[ComparedTable]:
    """The table of each disclosure; two queries."""
    lines = _by_disclosure(model._default_manager.filter(disclosure__in=disclosures).order_by("position"))
    heads = _by_disclosure(StatementHead.objects.filter(disclosure__in=disclosures, number=model.number))
    return [
        ComparedTable(disclosure, heads.get(disclosure.pk, [StatementHead()])[0], lines.get(disclosure.pk, []))
        for disclosure in disclosures
    ]


def _by_disclosure(parts: Iterable) -> dict[int, list]:
    by_disclosure: dict[int, list] = {}
    for part in parts:
        by_disclosure.setdefault(part.disclosure_id, []).append(part)
    return by_disclosure
