"""What the templates of a grid ask for: its rows, the codes that complete their names, every error with its place."""

from typing import Any

from django import template

from disclosures.classification.ministry.names import names_in
from disclosures.entry.grid.confirming import ALL_CODES
from disclosures.entry.grid.layout import Grid, laid_out
from disclosures.entry.grid.mistakes import Mistake, mistakes

register = template.Library()


@register.simple_tag
def grid_of(inline_admin_formset) -> Grid:
    """The grid, for the year of the disclosure that the page is about."""
    return laid_out(inline_admin_formset)


@register.simple_tag
def codes_of(grid: Grid) -> dict[str, Any]:
    """What the script completes: the official names by code, and what a row of all codes is called."""
    return {"names": names_in(grid.scheme, grid.year), "total": "" if grid.has_printed_totals else ALL_CODES.name}


@register.simple_tag
def mistakes_in(admin_form, inline_admin_formsets) -> list[Mistake]:
    """The errors of the whole page, in its order."""
    return mistakes(admin_form, inline_admin_formsets)
