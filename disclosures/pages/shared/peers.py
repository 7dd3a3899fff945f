"""Groups of comparable units and the spread of their figures, in words and as dots on a line."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from urllib.parse import urlencode

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from disclosures.addresses import links
from disclosures.classification.kinds import office_kinds
from disclosures.classification.regions import CITY, COUNTY, PROVINCE
from disclosures.publication.standing.spread import Spread
from disclosures.publication.standing.storage import Group

LEVEL_WORDS = {PROVINCE: gettext_lazy("省级"), CITY: gettext_lazy("市级"), COUNTY: gettext_lazy("县级")}
MOST_DOTS = 200  # of more, every so many are drawn
DEMO = "demo"


@dataclass(frozen=True)
class Strip:
    """The figures of a group as dots; texts are in `unit`, places in percent of the way from the least to the most."""

    title: str
    unit: str
    count: int
    own: str
    rank: str
    median: str
    quartiles: tuple[str, str]
    ends: tuple[str, str]
    dots: tuple[Decimal, ...]
    own_at: Decimal | None
    median_at: Decimal
    quartiles_at: tuple[Decimal, Decimal]
    href: str = ""

    @property
    def band(self) -> Decimal:
        """How wide the middle half is."""
        return self.quartiles_at[1] - self.quartiles_at[0]


def kind_name(kind: str) -> str:
    """What the language calls a kind of office."""
    known = office_kinds().get(kind)
    return known.english if known and get_language() == "en" else kind


def group_title(group: Group) -> str:
    """“市级审计局”."""
    return _("{level}{kind}").format(level=LEVEL_WORDS[group.level], kind=kind_name(group.kind))


def group_href(group: Group) -> str:
    """Where the units of the group are listed."""
    asked = [("kind", group.kind), ("level", group.level), ("year", group.year)]
    return links.kinds(urlencode([*asked, *([("of", DEMO)] if group.is_made_up else [])]))


def rank_in_words(spread: Spread, own: Decimal) -> str:
    """“第 3，共 23 个”, or “并列第 3，共 23 个”; the largest is the first."""
    words = _("并列第 {rank}，共 {count} 个") if spread.times(own) > 1 else _("第 {rank}，共 {count} 个")
    return words.format(rank=spread.rank(own), count=spread.count)


def strip_of(title: str, unit: str, spread: Spread, text, own: Decimal | None = None, href: str = "") -> Strip:
    """`text` prints a figure of the spread; `own` is the one that is told apart."""
    quartiles = spread.quarter(1), spread.quarter(3)
    return Strip(
        title=title,
        unit=unit,
        count=spread.count,
        own="" if own is None else text(own),
        rank="" if own is None else rank_in_words(spread, own),
        median=text(spread.median),
        quartiles=(text(quartiles[0]), text(quartiles[1])),
        ends=(text(spread.least), text(spread.most)),
        dots=tuple(_at(value, spread) for value in _drawn(spread.values)),
        own_at=None if own is None else _at(own, spread),
        median_at=_at(spread.median, spread),
        quartiles_at=(_at(quartiles[0], spread), _at(quartiles[1], spread)),
        href=href,
    )


def _drawn(values: Sequence[Decimal]) -> Sequence[Decimal]:
    step = -(-len(values) // MOST_DOTS)
    return values if step == 1 else [*values[::step], values[-1]]


def _at(value: Decimal, spread: Spread) -> Decimal:
    """Percent to one decimal; all stand in the middle where all are equal."""
    way = spread.most - spread.least
    if not way:
        return Decimal(50)
    return ((value - spread.least) / way * 100).quantize(Decimal("0.1"), ROUND_HALF_UP)
