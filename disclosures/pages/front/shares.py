"""The shares of a year: of 100 yuan by function, of income by source, of spending by kind; bars and lists, no flow."""

from dataclasses import dataclass, replace
from decimal import Decimal

from django.utils.translation import gettext as _

from disclosures.addresses.links import DisclosureLinks
from disclosures.pages.front.money_flow import SERIES as KINDS
from disclosures.pages.shared.shares import CLASS, OTHER, SERIES, Share, bar_width, percent, ranked
from disclosures.statements.form_rows import BASIC_TOTALS
from disclosures.statements.lines import TOTAL
from disclosures.statements.loaded import LoadedDisclosure, Printed
from disclosures.statements.models import STATEMENTS, Expenditure
from disclosures.tables.selection import Selection


@dataclass(frozen=True)
class Flow:
    """Income by source on one side, spending by kind on the other; percentages of this year's totals."""

    sources: tuple[Share, ...]
    uses: tuple[Share, ...]
    unit: str


def hundred_yuan(loaded: LoadedDisclosure, links: DisclosureLinks) -> tuple[Share, ...]:
    """Of every 100 yuan spent, how many for each functional class, largest first; the smallest ones together."""
    column = Expenditure.main_column().name
    total = loaded.printed(Expenditure.number, TOTAL, column)
    codes = [line.code for line in loaded.lines[Expenditure.number] if len(line.code) == CLASS and not line.is_total]
    figures = [figure for code in dict.fromkeys(codes) if (figure := loaded.printed(Expenditure.number, code, column))]
    figures = sorted((figure for figure in figures if figure.value > 0), key=lambda figure: figure.value, reverse=True)
    if not total or total.value <= 0 or not figures:
        return ()
    series = ranked({figure.line.code: figure.value for figure in figures})
    shares = [_class(figure, total.value, series[figure.line.code], links) for figure in figures]
    return in_a_row(shares)


def in_a_row(shares: list[Share]) -> tuple[Share, ...]:
    """Shares of one whole as one bar, largest first; of more than can be told apart, the smallest together."""
    return tuple(_side_by_side(shares if len(shares) <= SERIES + 1 else _rest_together(shares)))


def _class(figure: Printed, total: Decimal, series: str, links: DisclosureLinks) -> Share:
    href = links.table(Expenditure.number, Selection().focused_on(figure.line.code))
    return Share(figure.line.name, figure.text, percent(figure.value, total), series, href)


def _rest_together(shares: list[Share]) -> list[Share]:
    rest = shares[SERIES:]
    return [
        *shares[:SERIES],
        Share(
            _("其他 {count} 类").format(count=len(rest)), "", sum((share.percent for share in rest), Decimal(0)), OTHER
        ),
    ]


def _side_by_side(shares: list[Share]) -> list[Share]:
    """Each bar begins where the one before it ends."""
    offset, placed = Decimal(0), []
    for share in shares:
        placed.append(replace(share, offset=offset))
        offset += share.percent
    return placed


def flow_of(loaded: LoadedDisclosure, links: DisclosureLinks) -> Flow:
    """The sources from 公开02, the kinds of spending from 公开03, what basic spending pays for from 公开06."""
    uses = []
    for kind in _columns(loaded, "03", links):
        uses.append(kind)
        if kind.title == Expenditure.column("basic_expenditure").title:
            uses += _basic(loaded, links)
    return Flow(tuple(_columns(loaded, "02", links)), tuple(uses), loaded.disclosure.amount_unit)


def _columns(loaded: LoadedDisclosure, number: str, links: DisclosureLinks) -> list[Share]:
    """The parts of the total row, largest first."""
    model = STATEMENTS[number]
    whole = loaded.printed(number, TOTAL, model.main_column().name)
    parts = [
        figure
        for figure in loaded.printed_in(number, TOTAL)
        if figure.column != model.main_column().name and figure.value
    ]
    parts.sort(key=lambda figure: figure.value, reverse=True)
    return [
        replace(_part(model.column(part.column).title, part, whole, links.table(number)), series=_series(part.column))
        for part in parts
    ]


def _series(column: str) -> str:
    """The colour of a kind of spending, as the flow has it; sources have none."""
    return KINDS.get(column, OTHER)


def _basic(loaded: LoadedDisclosure, links: DisclosureLinks) -> list[Share]:
    whole = loaded.printed("03", TOTAL, Expenditure.main_column().name)
    totals = [(row.name, loaded.printed("06", row.key, "amount")) for row in BASIC_TOTALS]
    return [
        replace(_part(name.removesuffix("合计"), total, whole, links.table("06")), level=2, series="k1")
        for name, total in totals
        if total and total.value
    ]


def _part(title: str, figure: Printed, whole: Printed | None, href: str) -> Share:
    return Share(title, figure.text, bar_width(figure.value, whole.value if whole else None), href=href)
