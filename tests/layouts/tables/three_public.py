"""Table 07: one row for each expense, or all twelve amounts in one row under a head of three levels."""

from random import Random

from disclosures.statements.models import ThreePublicExpenses
from tests.layouts.tables.grids import Stack, head_of
from tests.layouts.tables.laid import Laid, line
from tests.layouts.tables.printing import Printer

_VEHICLES_FIRST = (
    "total", "overseas_travel", "official_vehicles", "vehicle_purchase", "vehicle_operation", "official_reception",
)  # fmt: skip
_VEHICLES = "公务用车购置及运行费"

# How the form with one row heads its amounts.
_WIDE = {
    "total": ("合计",),
    "overseas_travel": ("因公出国（境）费",),
    "official_vehicles": (_VEHICLES, "小计"),
    "vehicle_purchase": (_VEHICLES, "公务用车购置费"),
    "vehicle_operation": (_VEHICLES, "公务用车运行费"),
    "official_reception": ("公务接待费",),
}


def lay_three_public(number: str, lines: list[ThreePublicExpenses], printer: Printer, random: Random) -> Laid:
    """As the layout has it."""
    if printer.layout["three public"].startswith("one row"):
        return _wide(number, lines, printer)
    return _rows(number, lines, printer, random)


def _rows(number: str, lines: list[ThreePublicExpenses], printer: Printer, random: Random) -> Laid:
    layout, columns = printer.layout, ThreePublicExpenses.columns()
    drawn = head_of([(printer.words("项目"),), *((printer.title(column),) for column in columns)], layout["head"])
    if layout["column numbers"] != "none":
        label = printer.words("栏次") if layout["column numbers"] == "labelled" else ""
        drawn.add([label, *(str(column.number) for column in columns)])
        drawn.head += 1
    read = []
    if layout["three public"] == "rows, vehicles first":
        lines = sorted(lines, key=lambda one: _VEHICLES_FIRST.index(one.code))
    for one in lines:
        name = _name(one, printer, random)
        drawn.add([name, *(printer.figure(getattr(one, column.name)) for column in columns)])
        read.append(line((one.code,), name, {key: printer.read(value) for key, value in one.amounts.items()}))
    return Laid(drawn, read, number)


def _name(one: ThreePublicExpenses, printer: Printer, random: Random) -> str:
    (row,) = (row for row in one.outline if row.key == one.code)
    if one.is_total:
        return printer.words(row.name)
    return random.choice(row.names) if printer.layout["row names"] == "others" else row.name


def _wide(number: str, lines: list[ThreePublicExpenses], printer: Printer) -> Laid:
    by_code = {one.code: one for one in lines}
    places = _places(printer.layout["three public"])
    drawn = head_of([stack for stack, _, _ in places], "repeated" if printer.layout["head"] == "repeated" else "merged")
    if printer.layout["column numbers"] != "none":
        drawn.add([str(n) for n in range(1, len(places) + 1)])
        drawn.head += 1
    drawn.add([printer.figure(getattr(by_code[code], column)) for _, code, column in places])
    read = [
        line((code,), "", {key: printer.read(value) for key, value in by_code[code].amounts.items()}) for code in _WIDE
    ]
    return Laid(drawn, read, number)


def _places(style: str) -> list[tuple[Stack, str, str]]:
    """What stands above each of the twelve amounts, and which it is."""
    columns = ThreePublicExpenses.columns()
    if style == "one row":
        return [((column.title, *_WIDE[code]), code, column.name) for column in columns for code in _WIDE]
    return [((*_WIDE[code], column.title), code, column.name) for code in _WIDE for column in columns]
