"""One table of one disclosure as it is shown, on a page or in a file: head, rows, figures as printed, notes.

Amounts are `Decimal` 元, exact; their texts are in `Table.unit`, as published where that is the document's own unit.
"""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from itertools import zip_longest

from disclosures.amounts import AmountUnit, in_unit
from disclosures.statements.fields import Amount
from disclosures.tables.headline import Headline
from disclosures.tables.heads import Column, HeadRow, head_of, side_by_side
from disclosures.tables.rows import Row
from disclosures.tables.selection import Level, Selection


@dataclass(frozen=True)
class Panel:
    """A head with rows below it; the two-sided tables have two side by side, the table of economic codes three."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    side: str = ""

    @property
    def head(self) -> tuple[HeadRow, ...]:
        return head_of(self.columns, self.title)

    @property
    def amount_columns(self) -> tuple[Column, ...]:
        return tuple(column for column in self.columns if column.is_amount)

    @property
    def is_list(self) -> bool:
        """Whether there is one amount a row, which leaves a narrow screen room for names."""
        return len(self.amount_columns) == 1

    @property
    def has_folds(self) -> bool:
        """Whether a row can be opened or closed."""
        return any(row.fold for row in self.rows)


@dataclass(frozen=True)
class Table:
    """公开`number`表 of a year; `selection` is what is shown, without anything that this table does not have.

    `main_column` is the one that it adds others up to, those `parts`; `headline` is the figure there, as published.
    `undivided` are the codes that no other of the table stands below.
    """

    number: str
    year: int
    title: str
    official_title: str
    selection: Selection
    unit: AmountUnit
    own_unit: AmountUnit
    decimals: int
    panels: tuple[Panel, ...]
    main_column: Amount
    parts: tuple[Amount, ...] = ()
    headline: Headline | None = None
    foot: tuple[Row, ...] = ()
    unit_name: str = ""
    notes: tuple[str, ...] = ()
    is_declared_empty: bool = False
    empty_reason: str = ""
    is_empty: bool = False
    empty_columns: tuple[Column, ...] = ()
    empty_rows: int = 0
    row_count: int = 0
    levels: tuple[Level, ...] = ()
    sortable_columns: tuple[Column, ...] = ()
    undivided: frozenset[str] = frozenset()

    @property
    def head(self) -> tuple[HeadRow, ...]:
        """The head of the whole form, its panels side by side."""
        return side_by_side([panel.head for panel in self.panels])

    @property
    def grid(self) -> tuple[tuple[Row | None, ...], ...]:
        """The rows of the whole form, one entry for each panel; None where a panel has ended."""
        return tuple(zip_longest(*(panel.rows for panel in self.panels)))

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows shown: panel after panel, then the foot."""
        return (*(row for panel in self.panels for row in panel.rows), *self.foot)

    @property
    def remarks(self) -> list[str]:
        """What the form prints below: its notes, and why it is empty where they do not say so."""
        said = "\n".join(self.notes)
        reasons = self.empty_reason.splitlines() if self.is_declared_empty else []
        return [*self.notes, *(reason for reason in reasons if reason not in said)]

    @property
    def focus(self) -> Row | None:
        """The row of the code in focus."""
        return next((row for row in self.rows if self.selection.code and row.code == self.selection.code), None)


def unique_keys(keys: list[str]) -> list[str]:
    """The keys, each as an address of its own: a key that a document prints twice is numbered from the second on."""
    seen: Counter[str] = Counter()
    unique = []
    for key in keys:
        seen[key] += 1
        unique.append(key if seen[key] == 1 else f"{key}-{seen[key]}")
    return unique


def decimals_in(unit: AmountUnit, own_unit: AmountUnit, own_decimals: int, amounts: list[Decimal]) -> int:
    """With how many decimals to print in `unit`: as many as published, more where a figure would look like zero.

    `amounts` are 元, exact.
    """
    if unit == own_unit:
        return own_decimals
    smallest = min((abs(in_unit(amount, unit)) for amount in amounts if amount), default=Decimal(1))
    needed = (d for d in range(own_decimals, unit.finest) if smallest >= Decimal(5).scaleb(-d - 1))
    return next(needed, max(own_decimals, unit.finest))
