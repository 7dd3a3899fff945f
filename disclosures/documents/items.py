"""What a document consists of for its reader: grids of cells and prose, each with the place where it stood."""

from dataclasses import dataclass


class DocumentError(Exception):
    """A file that cannot be read; the message is a sentence for the clerk that names the file."""


@dataclass(frozen=True)
class Prose:
    """A paragraph, or a line of one where the format has only lines; `gap` says that space stands before it."""

    text: str
    place: str
    gap: bool = True


@dataclass(frozen=True)
class Cell:
    """A cell of a grid; `is_number` says that the file holds a number and no text, whose decimals mean nothing."""

    text: str
    place: str
    is_number: bool = False

    def __bool__(self) -> bool:
        """Whether anything is printed in it."""
        return bool(self.text.strip())


@dataclass(frozen=True)
class Grid:
    """A table: rows of cells, each as long as the document has it; merged cells hold their text once, at the start.

    `title` is what the format itself calls the table, such as the name of a sheet.
    """

    place: str
    rows: tuple[tuple[Cell, ...], ...]
    title: str = ""


Item = Grid | Prose
