"""The two sides of an account without row numbers: how their rows stand beside each other."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from disclosures.tables.rows import Row
from disclosures.tables.table import Table

Entry = tuple[Row | None, ...]


def with_totals_level(table: Table) -> Iterable[Entry]:
    """The rows of the form, one entry for each panel: each total stands beside the total of the other side.

    Where the sides have not equally many totals, their rows stand as they come.
    """
    sides = [_up_to_totals(panel.rows) for panel in table.panels]
    totals = {sum(group[-1].is_total for group in side) for side in sides}
    if len(totals) != 1 or totals == {0}:
        return table.grid
    return [entry for groups in zip_longest(*sides, fillvalue=()) for entry in _level(groups)]


def _up_to_totals(rows: Iterable[Row]) -> list[tuple[Row, ...]]:
    """The rows in groups, each of which ends with a total, but for what follows the last."""
    groups, group = [], []
    for row in rows:
        group.append(row)
        if row.is_total:
            groups.append(tuple(group))
            group = []
    return [*groups, tuple(group)] if group else groups


def _level(groups: tuple[tuple[Row, ...], ...]) -> Iterator[Entry]:
    """The groups side by side, the totals at their ends on one row."""
    parted = [(group[:-1], group[-1]) if group and group[-1].is_total else (group, None) for group in groups]
    yield from zip_longest(*(above for above, _ in parted))
    if any(total for _, total in parted):
        yield tuple(total for _, total in parted)
