"""What the page of a table adds to its rows: their links, their shares of the total, the colours of their classes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from disclosures.addresses.links import DisclosureLinks
from disclosures.pages.shared.shares import CLASS, OTHER, bar_width, percent
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


def added_to(table: Table, series: Mapping[str, str], links: DisclosureLinks) -> dict[str, Added]:
    """By the keys of the rows; `series` has the colours of the classes."""
    column, total = table.main_column.name, table.headline.value if table.headline else None
    amounts = {row.code: row.amount(column) for row in table.rows if row.code} if table.focus else {}
    added = {}
    for panel in table.panels:
        for row in panel.rows:
            own = _linked(row, table, links, series)
            main = row.figures.get(column)
            if main and main.value is not None:
                whole = amounts[row.above[-1]] if amounts and row.above else total
                own = _measured(own, main, total, whole if amounts and own.focus else None)
            added[row.key] = own
    return added


def _linked(row: Row, table: Table, links: DisclosureLinks, series: Mapping[str, str]) -> Added:
    selection, code = table.selection, "" if row.is_total else row.code
    return Added(
        focus=links.table(table.number, selection.focused_on(code)) if code else "",
        fold=links.table(table.number, selection.turned(code)) if row.fold else "",
        series=series.get(row.code[:CLASS], OTHER),
    )


def _measured(added: Added, main: Cell, total: Decimal | None, above: Decimal | None) -> Added:
    """Beside the total, and beside the amount of the code above; all in 元, exact."""
    return replace(
        added,
        main=main,
        percent=percent(main.value, total),
        width=bar_width(main.value, total),
        of_parent=percent(main.value, above),
    )
