"""The lines of several disclosures that say the same thing, side by side; amounts are 元, exact."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from disclosures.addresses import links
from disclosures.amounts import AmountUnit, printed
from disclosures.classification.codes import LEVELS
from disclosures.pages.shared.change import Change, change
from disclosures.pages.shared.shares import bar_width
from disclosures.statements.form_rows import SIDES
from disclosures.statements.lines import AccountLine, AnyLine, ClassifiedLine, StatementLine
from disclosures.statements.models import Disclosure, StatementHead
from disclosures.tables.table import unique_keys

LAST = 10**6  # after everything that the form knows


@dataclass(frozen=True)
class CompareCell:
    """A figure as published, or converted; `change` is against the first column, None there and where one is blank."""

    text: str
    href: str = ""
    value: Decimal | None = None
    change: Change | None = None
    difference: str = ""
    width: Decimal | None = None


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

    def cell(self, line: StatementLine, key: str, column: str, unit: AmountUnit) -> CompareCell:
        field = line.column(column)
        side = getattr(line, "side", "")
        number = field.number_on(side)
        text = line.text(column, self.head.precision_in(self.disclosure), unit=unit)
        href = f"{links.of(self.disclosure).table(line.number)}#{key}.{number or field.name}"
        return CompareCell(text, href, getattr(line, column))


def column_of(line: StatementLine, asked: str) -> str:
    """The column of this line that is compared: the one asked for, else what its table or its side adds up to."""
    if not isinstance(line, AccountLine):
        return asked or type(line).main_column().name
    names = [column.name for column in line.columns_of(line.side)]
    return names[0] if not asked else asked if asked in names else ""


def rows_of(
    tables: list[ComparedTable], asked: str, unit: AmountUnit, decimals: int
) -> list[tuple[str, list[CompareRow]]]:
    """The rows in the order of the form, under their side; those in which nobody has a figure but zero are left out."""
    by_place: dict[tuple, dict[int, tuple[StatementLine, CompareCell]]] = {}
    for n, table in enumerate(tables):
        keys = unique_keys([line.key for line in table.lines])
        for line, key in zip(table.lines, keys, strict=True):
            if (column := column_of(line, asked)) and getattr(line, column) is not None:
                by_place.setdefault(_place(line), {}).setdefault(n, (line, table.cell(line, key, column, unit)))
    used = {place: cells for place, cells in by_place.items() if any(cell.value for _, cell in cells.values())}
    rows = [(place, _row(cells, len(tables), unit, decimals)) for place, cells in sorted(used.items())]
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


def _row(by_side: dict[int, tuple[AnyLine, CompareCell]], count: int, unit: AmountUnit, decimals: int) -> CompareRow:
    line = by_side[min(by_side)][0]
    code = line.code if isinstance(line, ClassifiedLine) and not line.is_total else ""
    cells = [by_side[n][1] if n in by_side else CompareCell("") for n in range(count)]
    largest = max(cell.value for cell in cells if cell.value is not None)
    return CompareRow(
        name=line.name or line.printed_name,
        code=code,
        href=links.code(line.scheme, code) if len(code) in LEVELS and code.isdigit() and code.isascii() else "",
        level=_level(line, code),
        is_total=line.is_total,
        cells=tuple(_against(cell, cells[0] if n else None, largest, unit, decimals) for n, cell in enumerate(cells)),
    )


def _level(line: StatementLine, code: str) -> int:
    if code:
        return list(LEVELS).index(len(code)) + 1 if len(code) in LEVELS else len(LEVELS)
    return next((row.level for row in line.outline if row.key == line.key), 0)


def _against(
    cell: CompareCell, base: CompareCell | None, largest: Decimal, unit: AmountUnit, decimals: int
) -> CompareCell:
    against = change(cell.value, base.value) if base else None
    return CompareCell(
        cell.text, cell.href, cell.value, against, signed(against.difference, unit, decimals) if against else "",
        bar_width(cell.value, largest),
    )  # fmt: skip


def signed(difference: Decimal, unit: AmountUnit, decimals: int) -> str:
    """“+12.00” or “−3.50”; `difference` is 元, exact."""
    return ("+" if difference > 0 else "−" if difference < 0 else "") + printed(abs(difference), unit, decimals)


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
