"""Where a figure of a check is shown: from its place in a disclosure to an address."""

from collections.abc import Mapping
from urllib.parse import quote

from disclosures.addresses.links import DisclosureLinks
from disclosures.checks.figures import Figure
from disclosures.checks.spots import CellSpot, FormSpot, TableSpot, TextSpot
from disclosures.statements.models import STATEMENTS

PARTS = {"indicator": "i", "task": "t"}  # what the rows of a form are called in addresses


def text_anchor(paragraph: int, start: int | None = None) -> str:
    """What a paragraph, or the figure that begins there, is called on the page of the text."""
    return f"p{paragraph}" if start is None else f"p{paragraph}.{start}"


def form_anchor(spot: FormSpot) -> str:
    """What a field, or the row of a task or indicator, is called on the page of its form."""
    return f"{PARTS[spot.part]}{spot.item}" if spot.part else spot.field


def finding_anchor(key: str) -> str:
    """What a result is called on the page of the checks."""
    return f"f-{key}"


def cell_anchor(spot: CellSpot, *, is_blank: bool) -> str:
    """The anchor of the cell; of its row where the cell may not be shown, or where its 栏次 depends on the side."""
    if is_blank:
        return spot.row
    column = STATEMENTS[spot.number].column(spot.column)
    if isinstance(column.number, dict):
        return spot.row
    return f"{spot.row}.{column.number or column.name}"


def figure_at(figure: Figure | None, pages: DisclosureLinks, forms: Mapping[int, int]) -> str:
    """Where the figure is shown; "" for one that stands nowhere. `forms` are the numbers of the forms by position."""
    match figure.spot if figure else None:
        case CellSpot() as spot:
            anchor = cell_anchor(spot, is_blank=figure is None or figure.value is None)
            return f"{pages.table(spot.number)}#{quote(anchor)}"
        case TableSpot() as spot:
            return pages.table(spot.number)
        case TextSpot() as spot:
            return f"{pages.narrative()}#{text_anchor(spot.paragraph)}"
        case FormSpot() as spot if spot.form in forms:
            return f"{pages.performance_form(forms[spot.form])}#{form_anchor(spot)}"
    return ""
