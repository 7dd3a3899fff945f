"""The sheets of a workbook before it is written: of each cell what is stored, how it is shown, whether it is seen."""

from dataclasses import dataclass
from decimal import Decimal
from random import Random

from tests.layouts.documents import LaidOut
from tests.layouts.formats.numbers import percent_of, shown, stored, style_of
from tests.layouts.formats.spoiling import strikes, with_phantom
from tests.layouts.tables.grids import Drawn, Merge, Number, Phantom, Value
from tests.layouts.tables.laid import Laid

_LONGEST = 31  # characters of a sheet's name
_UNSEEN = ";;;"  # a format that shows nothing


@dataclass(frozen=True)
class Held:
    """A cell that is not blank; `text` is what its format shows of a number, `mark` a raised note behind a text."""

    value: str | Decimal
    text: str
    number_format: str = "General"
    formula: str = ""
    mark: str = ""


@dataclass
class Sheet:
    """Rows of cells; a `Phantom` among them is hidden, as the whole sheet may be."""

    name: str
    rows: list[list[Held | None]]
    merges: list[Merge]
    hidden: bool = False


def sheets_of(document: LaidOut) -> list[Sheet]:
    """All sheets in their order."""
    layout, random = document.layout, Random(document.made_up.disclosure.unit_name)
    holder = _Holder(document, random)
    parts = [*document.tables, *document.forms]
    blocks = [block_of(one, document, random) for one in parts]
    sheets = []
    if document.contents:
        contents = Drawn([["目录"], *([text] for text in document.contents)])
        sheets.append(holder.sheet("目录", contents))
    if layout["sheets"] == "one for each table":
        names = (_name(laid, n, layout["sheet names"]) for n, laid in enumerate(parts, start=1))
        sheets += [holder.sheet(name, drawn) for name, drawn in zip(names, blocks, strict=True)]
    else:
        sheets.append(holder.sheet("决算公开", below_each_other(blocks)))
    if layout["hidden sheet"]:
        sheets.insert(random.randrange(1, len(sheets) + 1), _left_over(document, holder, random))
    return sheets


def below_each_other(blocks: list[Drawn]) -> Drawn:
    """All grids in one, with a blank row between, without which no title of a local table would stand out."""
    whole = Drawn([])
    for drawn in blocks:
        whole = drawn.below(whole)
        whole.add([])
    return whole


def block_of(laid: Laid, document: LaidOut, random: Random) -> Drawn:
    """Caption, table and notes in one grid, with the blank rows and columns of the layout."""
    layout, width = document.layout, max(laid.drawn.width, 4)
    drawn = with_phantom(laid, laid.drawn, random) if layout["unseen"] == "row" else laid.drawn
    if laid.number and layout["blank rows"] == "above and between":
        drawn = drawn.with_blank_row(len(drawn.rows) - 1).with_blank_row(drawn.head)
    upper = Drawn([])
    for cells in laid.caption:
        middle = [""] * (width - len(cells))
        if len(cells) == 1 and layout["centred"]:
            upper.add([*middle[: len(middle) // 2], cells[0]])
            continue
        upper.add([cells[0], *middle, *cells[1:]], *([(0, width)] if len(cells) == 1 else []))
    drawn = drawn.below(upper)
    drawn.spread_over([*laid.notes, *(document.signatures if laid.number else [])], width)
    if layout["blank rows"] != "none":
        drawn = drawn.with_blank_row(len(upper.rows)).with_blank_row(0)
    return drawn.moved_right(layout["blank columns"])


def _name(laid: Laid, n: int, style: str) -> str:
    if style == "titles" and laid.number:
        return laid.title[:_LONGEST]
    return f"公开{laid.number}" if style == "numbers" and laid.number else f"Sheet{n}"


def _left_over(document: LaidOut, holder: "_Holder", random: Random) -> Sheet:
    """A hidden sheet with a table as it was in an earlier draft."""
    laid = random.choice([one for one in document.tables if one.number])
    rows = [Phantom(row) for row in with_phantom(laid, laid.drawn, random).rows]
    return Sheet("底稿", [[holder.cell(value) for value in row] for row in rows], [], hidden=True)


class _Holder:
    """Turns what a person sees into what a workbook stores, with the troubles of the layout in some of the cells."""

    def __init__(self, document: LaidOut, random: Random):
        self.layout, self.random = document.layout, random
        self.style = style_of(document.layout, document.made_up.profile.unit)

    def sheet(self, name: str, drawn: Drawn) -> Sheet:
        return Sheet(name, [type(row)(map(self.cell, row)) for row in drawn.rows], drawn.merges)

    def cell(self, value: Value) -> Held | None:
        if isinstance(value, Number):
            return self._amount(value)
        if isinstance(value, Decimal):
            return Held(value, f"{value:f}")
        if self.layout["percents"] == "number" and (percent := percent_of(value or "")):
            return Held(percent[0], value, percent[1])
        if value not in ("", None):
            return Held(str(value), str(value), mark=self._mark(value))
        if self.layout["unseen"] == "cell" and self.random.random() < 0.01:
            return Held(Decimal("8.88"), "", _UNSEEN)
        return None

    def _amount(self, value: Number) -> Held:
        number, number_format = stored(value, self.style)
        formula = ""
        if self.layout["formulas"] in ("with value", "without value") and strikes(self.random, value):
            formula = f"{number:f}+0" if number >= 0 else f"0{number:f}"
        return Held(number, shown(value, self.style), number_format, formula)

    def _mark(self, value: Value) -> str:
        return "1" if self.layout["note marks"] == "raised" and strikes(self.random, value) else ""
