"""The marks in the text: every figure whose meaning is known, with its sign and the way to what it was held against."""

from collections import defaultdict
from dataclasses import dataclass

from django.utils.translation import gettext as _

from disclosures.addresses.links import DisclosureLinks
from disclosures.addresses.spots import text_anchor
from disclosures.checks.checking import Report
from disclosures.checks.keeping import report_of
from disclosures.checks.narrative.links import Link, TextSign
from disclosures.checks.outcomes import Result
from disclosures.checks.spots import CellSpot, FormSpot, TextSpot
from disclosures.pages.checks.places import Places
from disclosures.pages.checks.signs import BROKEN, EQUAL, ROUNDING, UNCHECKED, UNDEFINED, Sign, sign_of
from disclosures.pages.checks.telling import is_told_again, told_with_rule
from disclosures.statements.models import Disclosure

# A figure whose meaning is not known has no sign: it stays plain.
SIGNS = {
    TextSign.EQUAL: EQUAL,
    TextSign.ROUNDING: ROUNDING,
    TextSign.BROKEN: BROKEN,
    TextSign.UNDEFINED: UNDEFINED,
    TextSign.NOT_CHECKABLE: UNCHECKED,
}


@dataclass(frozen=True)
class TextMark:
    """A figure from `start` to `end` of its paragraph; `href` is where the other figure stands, `told` the finding."""

    start: int
    end: int
    anchor: str
    sign: Sign
    message: str
    href: str
    told: str


def text_marks(disclosure: Disclosure, links: DisclosureLinks) -> dict[int, tuple[TextMark, ...]]:
    """The marks by the position of the paragraph, in the order of its text; two queries."""
    report = report_of(disclosure)
    places = Places(disclosure, links, report)
    by_paragraph = defaultdict(list)
    for link in report.links:
        if link.sign in SIGNS:
            by_paragraph[link.paragraph].append(_mark(link, report, places))
    return {paragraph: tuple(sorted(marks, key=lambda mark: mark.start)) for paragraph, marks in by_paragraph.items()}


def _mark(link: Link, report: Report, places: Places) -> TextMark:
    result = None if link.result is None else report.results[link.result]
    if result and result.is_suspected_loss:
        result = None
    return TextMark(
        start=link.start,
        end=link.end,
        anchor=text_anchor(link.paragraph, link.start),
        sign=sign_of(result) if result and link.sign == TextSign.BROKEN else SIGNS[link.sign],
        message=_message(result, link, places),
        href=_other_side(result, link, places) if result else "",
        told=places.told_at(result) if result else "",
    )


def _message(result: Result | None, link: Link, places: Places) -> str:
    """What the figure means and how its relation ended; the meaning was recorded in Chinese alone."""
    if not is_told_again():
        return f"{link.meaning}：{link.message}"
    if result:
        return told_with_rule(result, places)
    return _("没有可以对照的数。") if link.result is None else str(SIGNS[link.sign].word)


def _other_side(result: Result, link: Link, places: Places) -> str:
    """Where the figure stands that this one was held against; a table or form before another place of the text."""
    sides = [side for side in (result.left, result.right) if side and side.spot and not _is_same(side.spot, link)]
    sides.sort(key=lambda side: not isinstance(side.spot, CellSpot | FormSpot))
    return places.href(sides[0]) if sides else ""


def _is_same(spot: object, link: Link) -> bool:
    return isinstance(spot, TextSpot) and (spot.paragraph, spot.start) == (link.paragraph, link.start)
