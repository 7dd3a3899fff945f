"""What a document consists of for its reader: grids of cells and prose, each with the place where it stood."""

from dataclasses import dataclass
from typing import NamedTuple


class DocumentError(Exception):
    """A file that cannot be read; the message is a sentence for the clerk that names the file."""


@dataclass(frozen=True)
class Prose:
    """A paragraph, or a line of one where the format has only lines; `gap` says that space stands before it."""

    text: str
    place: str
    gap: bool = True


class Cell(NamedTuple):
    """A cell of a grid; `is_number` says that the file holds a number and no text, whose decimals mean nothing.

    A tuple, because a workbook has thousands of them. A reader makes one only where something is printed, and gives
    `BLANK` elsewhere, so that `if cell` asks whether anything is.
    """

    text: str
    place: str
    is_number: bool = False


class _Blank(tuple):
    """What a cell looks like in which nothing is printed; false, because it is an empty tuple."""

    __slots__ = ()
    text, place, is_number = "", "", False


BLANK: Cell = _Blank()


@dataclass(frozen=True)
class Grid:
    """A table: rows of cells, each as long as the document has it; merged cells hold their text once, at the start.

    `title` is what the format itself calls the table, such as the name of a sheet.
    """

    place: str
    rows: tuple[tuple[Cell, ...], ...]
    title: str = ""


@dataclass(frozen=True)
class Unreadable:
    """Something that a person can see at that place and no program can read, such as a scanned page; and why."""

    place: str
    reason: str


Item = Grid | Prose | Unreadable
