"""`marks|at:anchor`: the mark of what stands at that place of the page, if it has one; `mark|sign` shows it;
`{% bar width series %}` is a small bar."""

from collections.abc import Mapping
from decimal import Decimal

from django import template
from django.utils.safestring import SafeString, mark_safe

from disclosures.pages.checks.marks import Mark
from disclosures.pages.shared import drawn

register = template.Library()


@register.filter
def at(marks: Mapping[str, Mark] | None, anchor: str) -> Mark | None:
    """A page without marks has none anywhere."""
    return marks.get(anchor) if marks else None


@register.filter
def sign(mark: Mark | None) -> SafeString:
    """Nothing where there is no mark."""
    return mark_safe(drawn.sign_of(mark))


@register.simple_tag
def bar(width: Decimal | None, series: str = "") -> SafeString:
    """Its width in percent; an empty track where there is none."""
    return mark_safe(drawn.bar(width, series))
