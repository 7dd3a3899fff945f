"""What a document consists of for its reader: grids of cells and prose, each with the place where it stood."""

from dataclasses import dataclass, field
from typing import NamedTuple, cast

from disclosures.documents.traces.trace import Trace


class DocumentError(Exception):
    """A file that cannot be read; the message is a sentence for the clerk that names the file."""


@dataclass(frozen=True)
class Prose:
    """A paragraph, or a line of one where the format has only lines; `gap` says that space stands before it."""

    text: str
    place: str
    gap: bool = True


class Cell(NamedTuple):
    """A cell of a grid: the text that a person who opens the file sees there, and its place.

    `is_number` says that the file holds a number and shows it without a format, so that its decimals mean nothing.
    `stored` is what the file holds where it shows something else: 21066600 shown as 2,106.66. `doubt` is a sentence on
    why what is shown cannot be trusted, such as a formula whose result was never stored; in a table it is fatal.

    A tuple, because a workbook has thousands of them. A reader makes one only where something is printed, and gives
    `BLANK` elsewhere, so that `if cell` asks whether anything is.
    """

    text: str
    place: str
    is_number: bool = False
    stored: str = ""
    doubt: str = ""


class _Blank(tuple):
    """What a cell looks like in which nothing is printed; false, because it is an empty tuple."""

    __slots__ = ()
    text, place, is_number, stored, doubt = "", "", False, "", ""


BLANK = cast(Cell, _Blank())


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


@dataclass(frozen=True)
class Aside:
    """Text that is no part of what stands at its place: hidden, deleted by a tracked change, a note mark."""

    place: str
    text: str
    reason: str


@dataclass(frozen=True)
class Doubtful:
    """What was read from a picture with doubt: the text, why, and that part of the picture (PNG in Base64)."""

    place: str
    text: str
    reason: str
    picture: str = ""


Item = Grid | Prose | Unreadable | Aside | Doubtful


class Sighting(NamedTuple):
    """Text with figures that the second reading of a file sees: what stands at its place, or a figure of it.

    Its place is said in the words of the first reading: that of a cell or a paragraph, or, where the second reading
    cannot tell which, the page alone (`第 3 页`).
    """

    text: str
    place: str


@dataclass(frozen=True)
class Document:
    """A file read in two independent ways: what it consists of, and all text with figures that the second way sees."""

    items: list[Item]
    sightings: list[Sighting] | None  # None where the format has no second reading
    traces: list[Trace] = field(default_factory=list)  # what the file tells of those who worked on it
