"""One unit over the years: what came in and went out, for what, the three public expenses, its score, the findings."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from disclosures.addresses import links
from disclosures.addresses.keys import UnitKey
from disclosures.amounts import AmountUnit, printed
from disclosures.pages.compare.chosen import LETTERS, kept
from disclosures.pages.shared.bars import Bars, bars_of
from disclosures.pages.shared.change import Change, change
from disclosures.pages.shared.frame import Crumb, unit_crumbs
from disclosures.pages.unit.became import Became, what_became_of
from disclosures.pages.unit.completeness import Told, told_of
from disclosures.publication.current import PLACE
from disclosures.publication.steps import PUBLIC
from disclosures.publication.totals.models import YearTotal
from disclosures.statements.fields import field_title
from disclosures.statements.models import Disclosure, State, Unit
from disclosures.statements.numbers import number_in
from disclosures.statements.terms import term

# What is shown over the years, and the table that says it.
MEASURES = {
    "income": "02",
    "expenditure": "03",
    "basic_expenditure": "03",
    "project_expenditure": "03",
    "three_public": "07",
}


@dataclass(frozen=True)
class Measure:
    """A figure over the years, oldest first; `unit` is what its texts count."""

    title: str
    unit: str
    bars: Bars


@dataclass(frozen=True)
class Cell:
    """A year's figure as text, with where it stands."""

    text: str
    href: str


@dataclass(frozen=True)
class YearRow:
    """A current disclosure among the unit's others; `change` is of its expenditure against the year before."""

    disclosure: Disclosure
    href: str
    cells: tuple[Cell, ...]
    change: Change | None
    told: Told | None
    broken: int | None
    checks_href: str
    performance_href: str


@dataclass(frozen=True)
class UnitPage:
    """The unit's current disclosures, newest first, and the revisions that stay for reference; amounts in `unit`."""

    unit: Unit
    became: Became | None
    crumbs: tuple[Crumb, ...]
    measures: tuple[Measure, ...]
    titles: tuple[str, ...]
    rows: tuple[YearRow, ...]
    others: tuple[tuple[Disclosure, str], ...]
    amount_unit: str
    is_converted: bool
    compare: str


def unit_page(key: UnitKey) -> UnitPage | None:
    """The unit over the years in one query, two where its region is no more; None where it never published anything."""
    found = Disclosure.objects.filter(unit__region=key.region, unit__code=key.code, state__in=PUBLIC)
    revisions = list(found.select_related(PLACE, "totals", "check_run").order_by("-year", "-revision"))
    if not revisions:
        return None
    current = [one for one in revisions if one.state == State.PUBLISHED]
    unit, writer = revisions[0].unit, _Writer(current)
    return UnitPage(
        unit=unit,
        became=what_became_of(unit.region),
        crumbs=unit_crumbs(unit),
        measures=tuple(one for one in _measures(current[::-1], writer) if one.bars.is_printed),
        titles=tuple(_title(name) for name in MEASURES),
        rows=tuple(_rows(current, writer)),
        others=tuple((one, links.pinned(one).front()) for one in revisions if one.state != State.PUBLISHED),
        amount_unit=writer.unit.value,
        is_converted=any(one.amount_unit != writer.unit for one in current),
        compare=_compare(current) if len(current) > 1 else "",
    )


class _Writer:
    """Prints every year in the unit of the newest, with the decimals of its own document."""

    def __init__(self, current: list[Disclosure]):
        self.unit = AmountUnit(current[0].amount_unit) if current else AmountUnit.WAN

    def amount(self, one: Disclosure, name: str) -> Decimal | None:
        """元, exact; None where the year prints none."""
        return getattr(one.totals, name) if hasattr(one, "totals") else None

    def text(self, one: Disclosure, name: str) -> str:
        return printed(self.amount(one, name), self.unit, one.decimals)


def _title(name: str) -> str:
    return term(field_title(YearTotal, name))


def _measures(years: list[Disclosure], writer: _Writer) -> Iterator[Measure]:
    for name in MEASURES:
        values = ((one.year, writer.amount(one, name), writer.text(one, name), "") for one in years)
        yield Measure(_title(name), writer.unit.value, bars_of(values))
    scores = [(one.year, one.totals.score if hasattr(one, "totals") else "") for one in years]
    points = bars_of((year, number_in(score), score, "") for year, score in scores)
    yield Measure(_("整体绩效自评"), _("分"), points)


def _rows(current: list[Disclosure], writer: _Writer) -> Iterator[YearRow]:
    spent = {one.year: writer.amount(one, "expenditure") for one in current}
    for one in current:
        pages, totals = links.of(one), getattr(one, "totals", None)
        yield YearRow(
            disclosure=one,
            href=pages.front(),
            cells=tuple(Cell(writer.text(one, name), pages.table(table)) for name, table in MEASURES.items()),
            change=change(spent[one.year], spent.get(one.year - 1)),
            told=told_of(totals.tables, one.year) if totals else None,
            broken=one.check_run.broken if hasattr(one, "check_run") else None,
            checks_href=pages.checks(),
            performance_href=pages.performance(),
        )


def _compare(current: list[Disclosure]) -> str:
    """The newest years side by side, the oldest of them first, so that differences tell what came after."""
    newest = current[: len(LETTERS)][::-1]
    return links.compare(urlencode(kept(newest)))
