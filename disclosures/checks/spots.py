"""Where a figure stands in a disclosure: a cell of a table, a stretch of a paragraph, a field of a form."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Spot:
    """The common part: `place` is where the document that was read has it."""

    place: str

    @property
    def kind(self) -> str:
        return type(self).__name__.removesuffix("Spot").lower()

    def as_data(self) -> dict:
        """For keeping and for pages, which make an address of it."""
        return {"kind": self.kind, **vars(self)}


@dataclass(frozen=True)
class CellSpot(Spot):
    """A cell of 公开`number`表: the key of its row and the name of its column."""

    number: str
    row: str
    column: str


@dataclass(frozen=True)
class TableSpot(Spot):
    """公开`number`表 as a whole: its title, its notes, or that it is not there."""

    number: str


@dataclass(frozen=True)
class TextSpot(Spot):
    """The characters from `start` to `end` of the paragraph with that position."""

    paragraph: int
    start: int
    end: int


@dataclass(frozen=True)
class FormSpot(Spot):
    """A field of the performance form with that position, or of one of its indicators or tasks (`part`, `item`).

    In a field of many words, `start` and `end` say which characters of it.
    """

    form: int
    field: str
    part: str = ""  # "indicator" or "task"; "" for the form itself
    item: int = 0
    start: int = 0
    end: int = 0


_KINDS = {"cell": CellSpot, "table": TableSpot, "text": TextSpot, "form": FormSpot}


def spot_from(data: dict | None) -> Spot | None:
    """The spot that `as_data` was made from."""
    if data is None:
        return None
    values = dict(data)
    return _KINDS[values.pop("kind")](**values)
