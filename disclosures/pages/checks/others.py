"""With what a figure disagrees: another table, the text, a self-evaluation; in a word or two, and where that stands."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from disclosures.checks.briefs import Brief
from disclosures.checks.outcomes import Result
from disclosures.checks.register import performance, text
from disclosures.checks.register.verdicts import Verdict, verdict_of
from disclosures.checks.spots import CellSpot, FormSpot, Spot, TextSpot
from disclosures.pages.checks.places import Places

_OF_TEXT, _OF_FORMS = ({rule.code for rule in rules} for rules in (text.RULES, performance.RULES))
_ABOUT_FIGURES = (Verdict.CONTRADICTION, Verdict.INCONSISTENCY)


@dataclass(frozen=True)
class Other:
    """The place in few words, and its address."""

    words: str
    href: str


def is_beyond_the_tables(found: Result | Brief) -> bool:
    """Whether a figure disagrees with the text or a self-evaluation, which is no fault of the table it stands in."""
    spots = found.spots if isinstance(found, Brief) else _spots(found)
    is_told_there = any(isinstance(spot, TextSpot | FormSpot) for spot in spots)
    return verdict_of(found) in _ABOUT_FIGURES and (is_told_there or found.rule in _OF_TEXT | _OF_FORMS)


def other_of(result: Result, is_here: Callable[[Spot], bool], places: Places) -> Other | None:
    """The other side of a broken relation; None where both stand here, or where no two figures disagree."""
    if verdict_of(result) not in _ABOUT_FIGURES:
        return None
    here = [spot for spot in _spots(result) if is_here(spot)]
    for side in (result.left, result.right):
        if side and side.spot and not is_here(side.spot):
            return Other(_("本表") if _is_of_one(side.spot, here) else _named(side.spot), places.href(side))
    # The other side is computed from figures of a text or of forms, and stands nowhere itself.
    if any(isinstance(spot, CellSpot) for spot in _spots(result)):
        if result.rule in _OF_FORMS:
            return Other(_("自评表"), places.links.performance())
        if result.rule in _OF_TEXT:
            return Other(_("文字"), places.links.narrative())
    return None


def _spots(result: Result) -> list[Spot]:
    return [side.spot for side in (result.left, result.right) if side and side.spot]


def _is_of_one(spot: Spot, here: list[Spot]) -> bool:
    """Whether it stands in the same table or form."""
    return any(getattr(spot, name, None) == getattr(one, name, "") for one in here for name in ("number", "form"))


def _named(spot: Spot) -> str:
    if isinstance(spot, FormSpot):
        return _("自评表")
    return _("文字") if isinstance(spot, TextSpot) else _("{number} 表").format(number=getattr(spot, "number", ""))
