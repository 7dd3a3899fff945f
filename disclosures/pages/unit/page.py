"""One unit over the years: what came in and went out, for what, the three public expenses, its score, the findings."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from disclosures.addresses import links
from disclosures.addresses.keys import UnitKey
from disclosures.amounts import AmountUnit, printed
from disclosures.checks.register.verdicts import Tally, tally_in
from disclosures.pages.compare.chosen import LETTERS, kept
from disclosures.pages.shared.bars import Bars, bars_of
from disclosures.pages.shared.change import Change, change
from disclosures.pages.shared.frame import Crumb, unit_crumbs
from disclosures.pages.shared.shares import OTHER
from disclosures.pages.shared.timeliness import Timeliness, timeliness_of
from disclosures.pages.unit.completeness import Completeness, completeness_of
from disclosures.pages.unit.names import OtherName, other_names
from disclosures.pages.unit.prices import PricedYears, priced_years
from disclosures.pages.unit.standing import UnitStanding, standing_of
from disclosures.pages.unit.successors import Successors, successors_of
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
# One colour for a measure on the whole page, in its bars and in its line.
SERIES = {"income": "s3", "expenditure": "s1", "basic_expenditure": "k1", "project_expenditure": "k2"}


@dataclass(frozen=True)
class Measure:
    """A figure over the years, oldest first; `unit` is what its texts count."""

    title: str
    unit: str
    bars: Bars
    series: str


@dataclass(frozen=True)
class YearFigure:
    """A year's figure as text, with where it stands."""

    text: str
    href: str


@dataclass(frozen=True)
class YearRow:
    """A current disclosure among the unit's others; `change` is of its expenditure against the year before."""

    disclosure: Disclosure
    href: str
    cells: tuple[YearFigure, ...]
    change: Change | None
    completeness: Completeness | None
    found: Tally | None
    checks_href: str
    performance_href: str
    timeliness: Timeliness | None


@dataclass(frozen=True)
class UnitPage:
    """The unit's current disclosures, newest first, and the revisions that stay for reference; amounts in `unit`."""

    unit: Unit
    names: tuple[OtherName, ...]
    successors: Successors | None
    crumbs: tuple[Crumb, ...]
    measures: tuple[Measure, ...]
    titles: tuple[str, ...]
    rows: tuple[YearRow, ...]
    others: tuple[tuple[Disclosure, str], ...]
    feed: str
    amount_unit: str
    is_converted: bool
    compare: str
    compare_others: str
    standing: UnitStanding | None
    priced: PricedYears | None

    @property
    def has_timeliness(self) -> bool:
        """Whether both days are known of any year."""
        return any(row.timeliness for row in self.rows)


def unit_page(key: UnitKey) -> UnitPage | None:
    """The unit over the years in one query, and its peers in another; None where it never published anything.

    Where its region is no more, one more.
    """
    public = Disclosure.objects.filter(unit__region=key.region, unit__code=key.code, state__in=PUBLIC)
    revisions = list(public.select_related(PLACE, "totals", "check_run", "peer").order_by("-year", "-revision"))
    if not revisions:
        return None
    current = [revision for revision in revisions if revision.state == State.PUBLISHED]
    unit, writer = revisions[0].unit, _Writer(current)
    return UnitPage(
        unit=unit,
        names=other_names(unit, current),
        successors=successors_of(unit.region),
        crumbs=unit_crumbs(unit),
        measures=tuple(measure for measure in _measures(current[::-1], writer) if measure.bars.is_printed),
        titles=tuple(_title(name) for name in MEASURES),
        rows=tuple(_rows(current, writer, {one.year: one for one in revisions if one.revision == 1})),
        others=tuple(
            (revision, links.pinned(revision).front()) for revision in revisions if revision.state != State.PUBLISHED
        ),
        feed=links.unit_feed(key),
        amount_unit=writer.unit.value,
        is_converted=any(revision.amount_unit != writer.unit for revision in current),
        compare=_compare(current) if len(current) > 1 else "",
        compare_others=links.of(current[0]).compare() if current else "",
        standing=standing_of(current[0] if current else None),
        priced=priced_years(_spent(current), writer.unit),
    )


class _Writer:
    """Prints every year in the unit of the newest, with the decimals of its own document."""

    def __init__(self, current: list[Disclosure]):
        self.unit = AmountUnit(current[0].amount_unit) if current else AmountUnit.WAN

    def amount(self, disclosure: Disclosure, name: str) -> Decimal | None:
        """元, exact; None where the year prints none."""
        return getattr(disclosure.totals, name) if hasattr(disclosure, "totals") else None

    def text(self, disclosure: Disclosure, name: str) -> str:
        return printed(self.amount(disclosure, name), self.unit, disclosure.decimals)


def _title(name: str) -> str:
    return term(field_title(YearTotal, name))


def _measures(years: list[Disclosure], writer: _Writer) -> Iterator[Measure]:
    for name in MEASURES:
        values = (
            (disclosure.year, writer.amount(disclosure, name), writer.text(disclosure, name), "")
            for disclosure in years
        )
        yield Measure(_title(name), writer.unit.value, bars_of(values), SERIES.get(name, OTHER))
    scores = [
        (disclosure.year, disclosure.totals.score if hasattr(disclosure, "totals") else "") for disclosure in years
    ]
    points = bars_of((year, number_in(score), score, "") for year, score in scores)
    yield Measure(_("整体绩效自评"), _("分"), points, OTHER)


def _rows(current: list[Disclosure], writer: _Writer, first: dict[int, Disclosure]) -> Iterator[YearRow]:
    spent = {disclosure.year: writer.amount(disclosure, "expenditure") for disclosure in current}
    for disclosure in current:
        pages, totals = links.of(disclosure), getattr(disclosure, "totals", None)
        yield YearRow(
            disclosure=disclosure,
            href=pages.front(),
            cells=tuple(
                YearFigure(writer.text(disclosure, name), pages.table(table)) for name, table in MEASURES.items()
            ),
            change=change(spent[disclosure.year], spent.get(disclosure.year - 1)),
            completeness=completeness_of(totals.tables, disclosure.year) if totals else None,
            found=tally_in(disclosure.check_run) if hasattr(disclosure, "check_run") else None,
            checks_href=pages.checks(),
            performance_href=pages.performance(),
            timeliness=timeliness_of(disclosure, first.get(disclosure.year)),
        )


def _spent(current: list[Disclosure]) -> dict[int, Decimal]:
    """元, exact, of the years that print it."""
    spent = {one.year: one.totals.expenditure for one in current if hasattr(one, "totals")}
    return {year: amount for year, amount in spent.items() if amount is not None}


def _compare(current: list[Disclosure]) -> str:
    """The newest years side by side, the oldest of them first, so that differences tell what came after."""
    newest = current[: len(LETTERS)][::-1]
    return links.compare(urlencode(kept(newest)))
