"""Addresses as others meet them: `{% absolute path %}` in full, `{% qr address %}` as a QR code drawn into the page."""

from functools import lru_cache

import segno
from django import template
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

_MASK = 0  # any of the eight can be read; to try which looks most even takes five times as long


@register.simple_tag
@lru_cache(maxsize=1024)  # drawing one takes longer than making the rest of the page
def qr(address: str) -> SafeString:
    """An svg of the address, black on what is behind it; screen readers meet the address itself beside it."""
    code = segno.make(address, error="m", micro=False, mask=_MASK)
    drawing = code.svg_inline(omitsize=True, svgclass="qr", lineclass=None)
    return mark_safe(drawing.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1))


@register.simple_tag(takes_context=True)
def absolute(context: template.Context, path: str) -> str:
    """The address with the name of the site that was asked."""
    return context["request"].build_absolute_uri(path)
