"""Small marks that stand in every row of a table, written without a template for each; templates show the same by
`{{ mark|sign }}` and `{% bar width series %}`."""

from decimal import Decimal
from html import escape

from disclosures.pages.checks.marks import Mark

TRACK = '<rect class="track" width="100%" height="100%"/>'
FIRST_SERIES = "s1"


def sign_of(mark: Mark | None) -> str:
    """The sign of how relations ended, with what it means for those who hear it, leading to the whole; "" for none.

    Where the figure disagrees with another place, that is named behind it and leads there.
    """
    if mark is None:
        return ""
    shown = f'<span aria-hidden="true">{mark.sign.mark}</span><span class="sr">{escape(str(mark.sign.word))}</span>'
    sign = f'<a class="sign {mark.sign.key}" href="{escape(mark.href)}" title="{escape(mark.message)}">{shown}</a>'
    return (
        f'{sign}<a class="other" href="{escape(mark.other.href)}">{escape(mark.other.words)}</a>'
        if mark.other
        else sign
    )


def bar(width: Decimal | None, series: str = "") -> str:
    """A small bar: `width` in percent, `series` its colour; nothing is drawn in it where there is no width."""
    filled = f'<rect class="{escape(series or FIRST_SERIES)}" width="{width}%" height="100%"/>' if width else ""
    return f'<svg class="small" aria-hidden="true" focusable="false">{TRACK}{filled}</svg>'
