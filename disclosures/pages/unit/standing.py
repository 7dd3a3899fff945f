"""Where a unit stands in its newest year among units of the same kind and level."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext_lazy

from disclosures.amounts import AmountUnit, printed
from disclosures.pages.shared.peers import Strip, group_href, group_title, strip_of
from disclosures.publication.standing.asking import Standing, group_of, standings_of
from disclosures.publication.standing.spread import LEAST
from disclosures.statements.models import Disclosure
from disclosures.statements.terms import term

TITLES = {
    "expenditure": gettext_lazy("本年支出"),
    "basic_share": gettext_lazy("每 100 元支出里的基本支出"),
    "three_public": gettext_lazy("“三公”经费"),
    "three_public_share": gettext_lazy("每 100 元支出里的“三公”经费"),
}
_STEP = Decimal("0.01")  # 元 of 100


@dataclass(frozen=True)
class UnitStanding:
    """`count` is how many units of the group print the figure that most print; strips are of figures with enough."""

    year: int
    title: str
    href: str
    count: int
    strips: tuple[Strip, ...]

    @property
    def least(self) -> int:
        """How many it takes for a rank."""
        return LEAST


def standing_of(disclosure: Disclosure | None) -> UnitStanding | None:
    """None for a unit of no kind, and where nothing is current. One query."""
    group = group_of(disclosure) if disclosure and hasattr(disclosure, "totals") else None
    if group is None:
        return None
    standings = standings_of(disclosure, group)
    count = max((standing.spread.count for standing in standings), default=0)
    strips = tuple(_strips(disclosure, standings))
    return UnitStanding(disclosure.year, group_title(group), group_href(group), count, strips)


def _strips(disclosure: Disclosure, standings: list[Standing]) -> Iterator[Strip]:
    unit = AmountUnit(disclosure.amount_unit)
    for standing in standings:
        if standing.spread.is_enough:
            is_share = bool(standing.figure.whole)
            text = _of_a_hundred if is_share else lambda value: printed(value, unit)
            of = term(AmountUnit.YUAN.value if is_share else unit.value)
            yield strip_of(str(TITLES[standing.figure.key]), of, standing.spread, text, standing.own)


def _of_a_hundred(value: Decimal) -> str:
    return f"{value.quantize(_STEP, ROUND_HALF_UP):,f}"
