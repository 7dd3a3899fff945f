"""`marks|at:anchor`: the mark of what stands at that place of the page, if it has one."""

from collections.abc import Mapping

from django import template

from disclosures.pages.checks.marks import Mark

register = template.Library()


@register.filter
def at(marks: Mapping[str, Mark] | None, anchor: str) -> Mark | None:
    """A page without marks has none anywhere."""
    return marks.get(anchor) if marks else None
