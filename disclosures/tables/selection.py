"""What a reader asks of a table: the code in focus, how deep, in which unit, which rows and columns, which order.

It is read from an address and written back in exactly one way, so that what is shown can be shared.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlencode

from disclosures.amounts import AmountUnit
from disclosures.classification.codes import LEVELS


class Level(StrEnum):
    """How deep a table of codes is opened; the values stand in addresses."""

    CLASS = "class"
    SECTION = "section"
    ITEM = "item"

    @property
    def depth(self) -> int:
        """1 for 类, 2 for 款, 3 for 项: what `Row.level` counts."""
        return list(Level).index(self) + 1

    @property
    def title(self) -> str:  # type: ignore[override]  # what a level is called, not a text with capitals
        return list(LEVELS.values())[self.depth - 1]


class Extent(StrEnum):
    """Whether all rows or columns of the form are shown, or those alone that hold a figure."""

    ALL = "all"
    USED = "used"


UNITS = {"yuan": AmountUnit.YUAN, "wan": AmountUnit.WAN, "yi": AmountUnit.YI}


@dataclass(frozen=True)
class Selection:
    """The defaults are the table as most readers want it; `unit` None is the unit that the document prints.

    `sort` is the column that the rows stand by, largest first; "" is the order of the document.
    """

    code: str = ""
    level: Level = Level.ITEM
    fold: tuple[str, ...] = ()  # codes whose fold sign was turned: opened where the level closes them, or closed
    unit: AmountUnit | None = None
    columns: Extent = Extent.USED
    rows: Extent = Extent.ALL
    sort: str = ""

    @classmethod
    def read(cls, query: Mapping[str, str]) -> "Selection":
        """From a query as Django parses it; what is not understood falls back to the default."""
        return cls(
            code=query.get("code", "")[:16],
            level=_one_of(Level, query.get("level"), cls.level),
            fold=tuple(sorted({code for code in query.get("fold", "").split(",") if code})),
            unit=UNITS.get(query.get("unit", "")),
            columns=_one_of(Extent, query.get("columns"), cls.columns),
            rows=_one_of(Extent, query.get("rows"), cls.rows),
            sort=query.get("sort", "")[:40],
        )

    @property
    def query(self) -> str:
        """The one query string that asks for this, without the question mark; "" for the defaults."""
        unit = next((name for name, unit in UNITS.items() if unit == self.unit), "")
        asked = {
            "code": self.code,
            "level": self.level.value,
            "fold": ",".join(self.fold),
            "unit": unit,
            "columns": self.columns.value,
            "rows": self.rows.value,
            "sort": self.sort,
        }
        default = {"level": Selection.level, "columns": Selection.columns, "rows": Selection.rows}
        return urlencode({name: value for name, value in asked.items() if value != default.get(name, "")}, safe=",")

    def but(self, **changes) -> "Selection":
        """The same with some answers changed."""
        return replace(self, **changes)

    def focused_on(self, code: str) -> "Selection":
        """That code with all below it; "" for the whole table."""
        return self.but(code=code, level=Level.ITEM, fold=())

    def turned(self, code: str) -> "Selection":
        """With the fold sign of that code turned."""
        return self.but(fold=tuple(sorted({code} ^ set(self.fold))))


_Choice = TypeVar("_Choice", bound=StrEnum)


def _one_of(kind: type[_Choice], text: str | None, default: _Choice) -> _Choice:
    return kind(text) if text in list(kind) else default
