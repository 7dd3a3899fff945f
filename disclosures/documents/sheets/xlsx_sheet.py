"""One sheet of an .xlsx in its XML: its cells as they are stored, and which rows, columns and cells are not seen."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple, Self

from lxml import etree

from disclosures.documents.pieces import Settled
from disclosures.documents.sheets.seen import Merge, Ranges, column_number
from disclosures.documents.sheets.xlsx_package import Package, child, named, parsed, text_of, unescaped

_ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_ON = ("1", "true", "on")


class Raw(NamedTuple):
    """A cell as it is stored: its row and column, what kind of value it holds, its style, and its formula."""

    at: tuple[int, int]
    kind: str  # n number, t text, b truth, e error, f formula without result
    value: str | Settled
    style: str
    formula: str | None


def root_of(package: Package, part: str) -> etree._Element:
    """The XML of a sheet, unless it has too many cells to be read."""
    content = package.content(part)
    package.limits.check(package.name, "cells", content.count(b"<c ") + content.count(b"<c>"))
    return parsed(content)


def cells_of(root: etree._Element, package: Package) -> Iterator[Raw]:
    """All cells that hold anything; where none says its address, they are counted."""
    number = 0
    columns: dict[str, int] = {}
    names = _Names.of(root)
    for row in rows_of(root):
        number = int(row.get("r") or number + 1)
        column, digits = 0, len(str(number))
        for cell in row:
            address = cell.get("r")
            if address:
                letters = address[:-digits]
                column = columns.get(letters) or columns.setdefault(letters, column_number(letters))
            else:
                column += 1
            if len(cell) and (raw := _raw(cell, (number, column), package, names)):
                yield raw


def rows_of(root: etree._Element) -> Iterable[etree._Element]:
    """The rows with anything in them, and those of which the sheet says how they look."""
    data = child(root, "sheetData")
    return () if data is None else data


class _Names(NamedTuple):
    """The names of what a cell consists of, in the namespace of the sheet."""

    value: str
    formula: str
    inline: str

    @classmethod
    def of(cls, root: etree._Element) -> Self:
        space = root.tag[: root.tag.rfind("}") + 1]
        return cls(f"{space}v", f"{space}f", f"{space}is")


def _raw(cell: etree._Element, at: tuple[int, int], package: Package, names: _Names) -> Raw | None:
    kind, value, formula = cell.get("t", "n"), None, None
    for part in cell:
        tag = part.tag
        if tag == names.value:
            value = part.text
        elif tag == names.inline:
            value = text_of(part)
        elif tag == names.formula:
            formula = part.text or ""
    if value is None or value == "":
        is_missing = formula is not None and kind != "str"
        return Raw(at, "f", "", cell.get("s", "0"), formula) if is_missing else None
    if kind == "s":
        value = package.strings[int(value)]
    elif kind == "str":
        value = unescaped(value)
    elif kind == "b":
        value = "TRUE" if value.strip() in _ON else "FALSE"
    return Raw(at, kind if kind in ("n", "e", "b") else "t", value, cell.get("s", "0"), formula)


def hidden_rows(root: etree._Element) -> set[int]:
    """Rows that are hidden, filtered out, folded away or of no height."""
    hidden, number = set(), 0
    for row in rows_of(root):
        number = int(row.get("r") or number + 1)
        if row.get("hidden") in _ON or (row.get("customHeight") in _ON and float(row.get("ht", "1")) == 0):
            hidden.add(number)
    return hidden


def hidden_columns(root: etree._Element) -> Ranges:
    """Columns that are hidden, folded away or of no width."""
    return Ranges(
        (int(column.get("min", "1")), int(column.get("max", "1")))
        for column in named(child(root, "cols"), "col")
        if column.get("hidden") in _ON or float(column.get("width", "1")) == 0
    )


def merges_of(root: etree._Element) -> list[Merge]:
    """The merged cells."""
    return [_merge(merge.get("ref", "")) for merge in named(child(root, "mergeCells"), "mergeCell")]


def _merge(reference: str) -> Merge:
    corners = [_ADDRESS.fullmatch(corner) for corner in reference.split(":")]
    (left, top), (right, bottom) = [(column_number(corner[1]), int(corner[2])) for corner in (corners[0], corners[-1])]
    return Merge(top, left, bottom, right)


def is_coloured_otherwise(root: etree._Element) -> bool:
    """Whether conditions or the style of a table may colour cells in another way than their own style says."""
    return any(child(root, name) is not None for name in ("conditionalFormatting", "tableParts", "extLst"))


def shows_zeros(root: etree._Element) -> bool:
    """Whether the sheet prints a zero at all."""
    views = named(child(root, "sheetViews"), "sheetView")
    return all(view.get("showZeros", "1") in _ON for view in views)
