"""A part of a document as it is laid out, with what reading it must give."""

from dataclasses import dataclass, field
from decimal import Decimal

from disclosures.demo.performance import MadeForm
from tests.layouts.tables.grids import Drawn


@dataclass(frozen=True)
class Line:
    """A line of a statement: what identifies it, its printed name without white space, its amounts in 元."""

    key: tuple
    name: str
    amounts: tuple[tuple[str, Decimal | None], ...]


def line(key: tuple, name: str, amounts: dict[str, Decimal | None]) -> Line:
    return Line(key, "".join(name.split()), tuple(sorted(amounts.items())))


@dataclass
class Laid:
    """A table: its grid and the lines in it; a local table has no number and no lines."""

    drawn: Drawn
    lines: list[Line] = field(default_factory=list)
    number: str = ""
    caption: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    form: MadeForm | None = None  # of a self-evaluation form, what is printed of it
    without_field: list[str] = field(default_factory=list)  # figures printed that a disclosure has no field for
    printed_title: str = ""  # in the caption
    title: str = ""  # by which a sheet may be named
    total_is_lost: bool = False  # the row of the total holds titles alone, so that reading may take it for head

    @property
    def is_empty(self) -> bool:
        """Whether no amount can be read in it."""
        return all(value is None for one in self.lines for _, value in one.amounts)
