"""Table 06: economic codes in three panels, in two, or in one list, with the totals of 人员经费 and 公用经费."""

from itertools import zip_longest
from random import Random

from disclosures.statements.models import BasicExpenditure
from tests.layouts.tables.grids import Drawn, Stack, Value, head_of
from tests.layouts.tables.laid import Laid, line
from tests.layouts.tables.printing import Printer


def lay_economic(number: str, lines: list[BasicExpenditure], printer: Printer, random: Random) -> Laid:
    """Panels side by side, then the footers."""
    panels = _panels([one for one in lines if not one.is_total], printer.layout["panels"])
    drawn = head_of(
        _side_by_side([_stacks(title, printer) for title, _ in panels], printer, ()), printer.layout["head"]
    )
    for row in zip_longest(*(panel for _, panel in panels)):
        drawn.add(_side_by_side([_cells(one, printer) for one in row], printer, ""))
    read = [_line(one, printer) for _, panel in panels for one in panel]
    if printer.layout["footers"] != "none":
        footers = [one for one in lines if one.is_total]
        _add_footers(drawn, footers, printer)
        read += [_line(one, printer) for one in footers]
    return Laid(drawn, read, number)


def _side_by_side(panels: list[list], printer: Printer, blank) -> list:
    """The cells of the panels, with a blank column between them where the layout has one."""
    between = [blank] * len(printer.between)
    return [cell for n, panel in enumerate(panels) for cell in ([*between, *panel] if n else panel)]


def _panels(lines: list[BasicExpenditure], count: str) -> list[tuple[str, list[BasicExpenditure]]]:
    panels = [(title, [one for one in lines if one.code.startswith(codes)]) for title, codes in BasicExpenditure.panels]
    if count == "two":
        (staff, operating), rest = panels[:2], panels[2]
        return [staff, (operating[0], operating[1] + rest[1])]
    return [("", lines)] if count == "one" else panels


def _width(printer: Printer) -> int:
    """Columns of a panel: code in one cell or two, name, amount."""
    return 4 if printer.layout["economic codes"] == "two cells" else 3


def _stacks(title: str, printer: Printer) -> list[Stack]:
    group, code = (title,) if title else (), "科目编码"
    codes = [(*group, code, "类"), (*group, code, "款")] if _width(printer) == 4 else [(*group, code)]
    return [
        *codes,
        (*group, "科目名称"),
        *((*group, printer.title(column)) for column in BasicExpenditure.columns()),
    ]


def _cells(one: BasicExpenditure | None, printer: Printer) -> list[Value]:
    if one is None:
        return [""] * _width(printer)
    name = printer.wrap(one.name)
    name = f"  {name}" if printer.layout["indent"] and len(one.code) == 5 else name
    codes = [one.code[:3], one.code[3:]] if _width(printer) == 4 else [one.code]
    return [*codes, name, printer.figure(one.amount)]


def _line(one: BasicExpenditure, printer: Printer):
    return line((one.code,), one.name, {"amount": printer.read(one.amount)})


def _add_footers(drawn: Drawn, footers: list[BasicExpenditure], printer: Printer) -> None:
    """人员经费合计 at the left and 公用经费合计 at the right, or one below the other in a single list."""
    panel = _width(printer)
    if drawn.width == panel:
        for one in footers:
            cells, merges = _footer(one, panel, printer)
            drawn.add(cells, *merges)
        return
    start = panel + len(printer.between)
    left, merges = _footer(footers[0], panel, printer)
    right, more = _footer(footers[1], drawn.width - start, printer)
    moved = [(column + start, width) for column, width in more]
    drawn.add(_side_by_side([left, right], printer, ""), *merges, *moved)


def _footer(one: BasicExpenditure, width: int, printer: Printer) -> tuple[list[Value], list[tuple[int, int]]]:
    """A label and its figure in a stretch of columns, with the merged cells."""
    figure, style = printer.figure(one.amount), printer.layout["footers"]
    if style == "right of the label":
        return [one.name, figure, *[""] * (width - 2)], []
    label = [one.name, *[""] * (width - 2)]
    return [*label, figure], [(0, width - 1)] if style == "merged" else []
