"""What one batch, one guest, one vehicle or one traveller comes to, where a disclosure prints both figures."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disclosures.addresses import links
from disclosures.amounts import AmountUnit, printed
from disclosures.checks.narrative.matters import MATTERS
from disclosures.pages.checks.places import text_anchor
from disclosures.pages.compare.chosen import short_titles
from disclosures.pages.shared.shares import bar_width
from disclosures.publication.totals.models import OtherMatter
from disclosures.statements.models import Disclosure, ThreePublicExpenses

RECEPTION, VEHICLES, TRAVEL = "official_reception", "vehicle_operation", "overseas_travel"  # rows of table 07

FOREIGN = "reception:foreign"  # is in the amount, and not in the counts of domestic receptions

# What is divided by what, in the order in which a disclosure is asked for both.
RATIOS: tuple[tuple[str | Promise, tuple[tuple[str, str], ...]], ...] = (
    (gettext_lazy("每批公务接待"), ((RECEPTION, "receptions:batches"), (RECEPTION, "reception:batches"))),
    (gettext_lazy("每人次公务接待"), ((RECEPTION, "receptions:persons"), (RECEPTION, "reception:persons"))),
    (gettext_lazy("每辆公务用车运行维护"), ((VEHICLES, "vehicles:kept"), (VEHICLES, "vehicles"))),
    (gettext_lazy("每人次因公出国（境）"), ((TRAVEL, "overseas:persons"),)),
    (gettext_lazy("每人次会议"), (("meetings", "meetings:persons"),)),
    (gettext_lazy("每人次培训"), (("training", "training:persons"),)),
)


@dataclass(frozen=True)
class Printed:
    """A figure with its words and where it stands; an amount is 元, exact."""

    value: Decimal
    text: str
    href: str


@dataclass(frozen=True)
class AverageCell:
    """元 to two decimals, half up, with what was divided by what; `value` is exact to the precision of Decimal."""

    text: str = ""
    value: Decimal | None = None
    amount: Printed | None = None
    count: Printed | None = None
    width: Decimal | None = None
    side: str = ""


@dataclass(frozen=True)
class Average:
    """One row; all its bars have its own scale, the largest fills it."""

    title: str
    cells: tuple[AverageCell, ...]


def averages_of(disclosures: list[Disclosure]) -> tuple[Average, ...]:
    """The rows in which at least one disclosure prints both figures; two queries, none where nothing is compared."""
    if not disclosures:
        return ()
    figures = _figures(disclosures)
    rows = ((title, [_cell(figures[one.pk], pairs) for one in disclosures]) for title, pairs in RATIOS)
    sides = short_titles(disclosures)
    return tuple(Average(str(title), _drawn(cells, sides)) for title, cells in rows if any(cell.text for cell in cells))


def _figures(disclosures: list[Disclosure]) -> Mapping[int, dict[str, Printed]]:
    pages = {disclosure.pk: links.of(disclosure) for disclosure in disclosures}
    found: dict[int, dict[str, Printed]] = defaultdict(dict)
    keys = (RECEPTION, VEHICLES, TRAVEL)
    for line in ThreePublicExpenses.objects.filter(disclosure__in=disclosures, code__in=keys):
        if line.actual is not None:
            number = line.column("actual").number_on() or "actual"
            href = f"{pages[line.disclosure_id].table(line.number)}#{line.key}.{number}"
            found[line.disclosure_id][line.code] = Printed(line.actual, _in_yuan(line.actual), href)
    for matter in OtherMatter.objects.filter(disclosure__in=disclosures):
        href = f"{pages[matter.disclosure_id].narrative()}#{text_anchor(matter.paragraph, matter.start)}"
        is_count = MATTERS[matter.matter].counted
        text = " ".join(matter.text.split()) if is_count else _in_yuan(matter.value)
        found[matter.disclosure_id][matter.matter] = Printed(matter.value, text, href)
    return found


def _in_yuan(value: Decimal) -> str:
    return _("{amount} 元").format(amount=printed(value, AmountUnit.YUAN))


def _cell(figures: dict[str, Printed], pairs: Iterable[tuple[str, str]]) -> AverageCell:
    for amount, count in pairs:
        is_part = count.startswith("reception:") and FOREIGN in figures and figures[FOREIGN].value > 0
        if amount in figures and count in figures and figures[count].value > 0 and not is_part:
            value = figures[amount].value / figures[count].value
            return AverageCell(printed(value, AmountUnit.YUAN), value, figures[amount], figures[count])
    return AverageCell()


def _drawn(cells: list[AverageCell], sides: list[str]) -> tuple[AverageCell, ...]:
    largest = max(cell.value for cell in cells if cell.value is not None)
    return tuple(
        replace(cell, width=bar_width(cell.value, largest), side=side) for cell, side in zip(cells, sides, strict=True)
    )
