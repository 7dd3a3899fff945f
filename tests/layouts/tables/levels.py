"""The two headings of indicators: printed in every row, once, or in merged cells."""

from itertools import groupby

from disclosures.statements.models import PerformanceIndicator
from tests.layouts.tables.grids import Drawn, Merge


def merge_levels(drawn: Drawn, rows: list[PerformanceIndicator]) -> None:
    """Merge the cells of equal headings of the rows that will follow the last one."""
    for column, name in enumerate(("level1", "level2")):
        top = len(drawn.rows)
        for _, group in groupby(rows, key=lambda one: (one.level1, getattr(one, name))):
            height = len(list(group))
            if height > 1:
                drawn.merges.append(Merge(top, column, height, 1))
            top += height


def shown_levels(rows: list[PerformanceIndicator], in_every_row: bool) -> list[list[str]]:
    """Row by row the two headings, or blanks where they are those of the row above."""
    shown, last = [], ("", "")
    for one in rows:
        levels = (one.level1, one.level2)
        shown.append([
            level if in_every_row or levels[: n + 1] != last[: n + 1] else "" for n, level in enumerate(levels)
        ])  # fmt: skip
        last = levels
    return shown
