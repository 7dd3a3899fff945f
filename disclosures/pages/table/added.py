"""What the page of a table adds to its rows: their links, their shares of the total, the colours of their classes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from disclosures.addresses.links import DisclosureLinks
from disclosures.pages.shared.shares import CLASS, OTHER, bar_width, percent, series_of
from disclosures.statements.lines import ClassifiedLine
from disclosures.statements.loaded import LoadedDisclosure
from disclosures.statements.models import STATEMENTS
from disclosures.tables.rows import Cell, Row
from disclosures.tables.table import Table


@dataclass(frozen=True)
class Added:
    """What is added to a row of a table of codes: `focus` and `fold` lead to the same table asked for in another way.

    `main` is the figure that the table adds up, if the row prints it, `percent` what it is of the total, `of_parent`
    what it is of the nearest code above it, or of the total where there is none; the latter only with a focus.
    """

    focus: str = ""
    fold: str = ""
    series: str = ""
    main: Cell | None = None
    percent: Decimal | None = None
    width: Decimal | None = None
    of_parent: Decimal | None = None


def added_to(table: Table, loaded: LoadedDisclosure, links: DisclosureLinks) -> dict[str, Added]:
    """By the keys of the rows, where these stand for codes; `loaded` has the table whose classes give the colours."""
    if not issubclass(STATEMENTS[table.number], ClassifiedLine):
        return {}
    rows = [row for panel in table.panels for row in panel.rows]
    linked = [(row, _linked(row, table, links)) for row in rows]
    series = series_of(loaded, table.number)
    return {row.key: _measured(beside, row, table, series) for row, beside in linked}


def _linked(row: Row, table: Table, links: DisclosureLinks) -> Added:
    selection, code = table.selection, "" if row.is_total else row.code
    return Added(
        focus=links.table(table.number, selection.focused_on(code)) if code else "",
        fold=links.table(table.number, selection.turned(code)) if row.fold else "",
    )


def _measured(beside: Added, row: Row, table: Table, series: Mapping[str, str]) -> Added:
    """In the colour of its class, beside the total, and beside the code above; all in 元, exact."""
    beside = replace(beside, series=series.get(row.code[:CLASS], OTHER))
    main, total = row.figures.get(table.main_column.name), table.headline.value if table.headline else None
    if main is None or main.value is None:
        return beside
    return replace(
        beside,
        main=main,
        percent=percent(main.value, total),
        width=bar_width(main.value, total),
        of_parent=percent(main.value, _above(row, table, total)) if table.focus and beside.focus else None,
    )


def _above(row: Row, table: Table, total: Decimal | None) -> Decimal | None:
    """What the nearest code above prints, the total where there is none."""
    if not row.above:
        return total
    rows = (other for other in reversed(table.rows) if other.code == row.above[-1])
    return next(rows).amount(table.main_column.name)
