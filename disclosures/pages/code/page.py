"""The page of one code: what it means, what stands above and below it, who got or spent what under it, over years."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disclosures.addresses import links
from disclosures.classification.codes import LENGTHS, SCHEMES, level_of, parents_of
from disclosures.pages.code.doubts import Doubt, doubts_about
from disclosures.pages.code.figures import (
    UNIT_QUESTION,
    AmountWriter,
    column_question,
    table_question,
    tables_of,
    year_question,
)
from disclosures.pages.code.history import Note, former_name, history_of
from disclosures.pages.code.names import UNKNOWN, NamedCode, path_and_below
from disclosures.pages.code.sums import CodeSum, code_sums
from disclosures.pages.compare.chosen import LETTERS, kept
from disclosures.pages.shared.bars import Bars, bars_of
from disclosures.pages.shared.change import change
from disclosures.pages.shared.frame import Crumb
from disclosures.pages.shared.list_query import ListQuery, Parameter
from disclosures.pages.shared.paging import Page, page_of
from disclosures.pages.shared.peers import Strip, group_href, group_title, strip_of
from disclosures.pages.shared.shares import bar_width, percent
from disclosures.pages.shared.tools import Tool
from disclosures.publication.standing.asking import spreads_of
from disclosures.publication.totals import ranking
from disclosures.publication.totals.ranking import Sums, TableColumn
from disclosures.statements.models import STATEMENTS
from disclosures.statements.terms import gloss, term
from disclosures.tables.selection import Selection

SORT = Parameter(
    "sort",
    gettext_lazy("排列"),
    (
        ("amount", gettext_lazy("按金额")),
        ("share", gettext_lazy("按占本单位的比重")),
        ("name", gettext_lazy("按单位编码")),
    ),
)
ORDERS: dict[str, Sequence[Any]] = {
    "amount": ["-amount", "disclosure"],
    "share": [F("share").desc(nulls_last=True), "-amount", "disclosure"],
    "name": ["disclosure__unit__region", "disclosure__unit__code"],
}


def ranked_by(asked: ListQuery) -> str:
    """What ranks count: the share where the list is sorted by it, else the amount."""
    return "share" if asked["sort"] == "share" else "amount"


@dataclass(frozen=True)
class Spender:
    """A unit in the ranking; `share` is percent of its own total in that column, None where it prints none.

    `rank` and `width` are of the figure that the list is sorted by; None where there is none.
    """

    rank: int | None
    name: str
    unit_href: str
    amount: str
    href: str
    share: Decimal | None
    width: Decimal | None


@dataclass(frozen=True)
class YearSum:
    """A year with what so many units print together; `change` is against the year before, where units are the same."""

    year: int
    units: int
    text: str
    change: str


@dataclass(frozen=True)
class CodePage:
    """Everything on the page; amounts are texts in `unit`."""

    code: str
    named: NamedCode
    scheme: str
    level: str
    crumbs: tuple[Crumb, ...]
    history: tuple[Note, ...]
    doubts: tuple[Doubt, ...]
    table: str
    column: str
    year: int | None
    sum: str
    unit: str
    is_by_share: bool
    bars: Bars | None
    years: tuple[YearSum, ...]
    page: Page
    compare: str
    strips: tuple[Strip, ...]
    children: tuple[CodeSum, ...]
    tools: tuple[Tool, ...]
    address: str
    feed: str


def code_page(scheme: str, code: str, query: Mapping[str, str]) -> CodePage | None:
    """In nine queries, more where the list lacks the code or something contradicts; None where nobody knows it."""
    path, listed_below = path_and_below(scheme, code)
    name = path.get(code) or _as_published(scheme, code) or former_name(scheme, code)
    if name is None:
        return None
    tables = table_question(scheme)
    columns = column_question(tables.read(query))
    figure = TableColumn(tables.read(query), columns.read(query))
    sums = ranking.over_years(figure, code)
    years = year_question({year: total.units for year, total in sums.items()})
    asked = ListQuery.read(query, tables, columns, years, UNIT_QUESTION, SORT)
    year = int(asked["year"]) if sums else None
    address = links.code(scheme, code)
    by = ranked_by(asked)
    totals = ranking.ranked(figure, code, year or 0, by).order_by(*ORDERS[asked["sort"]])
    page, asked = page_of(totals, sums[year].units if year else 0, asked, address)
    children = ranking.below(figure, code, year or 0) if len(code) < max(LENGTHS[scheme]) else {}
    shown = [total.amount for total in (*page.rows, *sums.values(), *children.values())]
    writer = AmountWriter.of(asked["unit"], shown)
    same = _same_units(figure, code, sums)
    return CodePage(
        code=code,
        named=name,
        scheme=dict(SCHEMES)[scheme],
        level=level_of(code),
        crumbs=_crumbs(scheme, code, path),
        history=history_of(scheme, name),
        doubts=doubts_about(scheme, code),
        table=_("公开{table}表 {title}").format(table=figure.table, title=dict(tables.answers)[figure.table]),
        column=str(dict(columns.answers)[figure.column]),
        year=year,
        sum=writer.text(sums[year].amount) if year else "",
        unit=writer.unit.value,
        is_by_share=by == "share",
        bars=_bars(sums, same, writer),
        years=tuple(_over_years(sums, same, writer)),
        page=replace(page, rows=tuple(_spenders(page.rows, figure, writer, None if by == "share" else sums[year])))
        if year
        else page,
        compare=_compare(page, figure, code),
        strips=tuple(_strips(figure, code, year or 0, writer)),
        children=code_sums(scheme, listed_below, children, writer),
        tools=asked.tools(address),
        address=links.with_query(address, asked),
        feed=links.code_feed(scheme, code),
    )


def _same_units(figure: TableColumn, code: str, sums: Mapping[int, Sums]) -> set[int]:
    """The years for which the same units print the code as the year before; no query where their numbers differ."""
    alike = [year for year, total in sums.items() if year - 1 in sums and sums[year - 1].units == total.units]
    return ranking.same_units(figure, code, alike)


def _bars(sums: Mapping[int, Sums], same: set[int], writer: AmountWriter) -> Bars | None:
    """A picture of all years, where each has the same units: else it would draw who publishes and not what is spent."""
    if len(sums) < 2 or not set(sums) - {min(sums)} <= same:
        return None
    return bars_of((year, total.amount, writer.text(total.amount), "") for year, total in sums.items())


def _over_years(sums: Mapping[int, Sums], same: set[int], writer: AmountWriter) -> Iterator[YearSum]:
    """Newest first. A sum of other units is no change of what they spend, so it has no percentage."""
    for year, total in reversed(list(sums.items())):
        before = sums.get(year - 1)
        if before is None:
            words = _("没有上年的数")
        elif year not in same:
            words = _("单位不同")
        else:
            words = change(total.amount, before.amount).words
        yield YearSum(year, total.units, writer.text(total.amount), words)


def _as_published(scheme: str, code: str) -> NamedCode | None:
    """The name of a code that the list lacks, from the disclosures that print it; None where none does."""
    names = (ranking.newest_name(table, code) for table in tables_of(scheme))
    name = next(filter(None, names), "")
    return NamedCode(code, name) if name else None


def _crumbs(scheme: str, code: str, path: dict[str, NamedCode]) -> tuple[Crumb, ...]:
    above = ((parent, path[parent].name if parent in path else UNKNOWN) for parent in parents_of(code))
    return (
        Crumb(_("科目"), links.codes(scheme)),
        *(_step(parent, str(name), links.code(scheme, parent)) for parent, name in above),
        Crumb(code),
    )


def _step(code: str, name: str, href: str) -> Crumb:
    called = gloss(name)
    return Crumb(f"{code} {called or name}", href, name if called else "")


def _anchor(figure: TableColumn, code: str) -> str:
    """What the cell is called in addresses."""
    field = STATEMENTS[figure.table].column(figure.column)
    return f"{code}.{field.number_on() or field.name}"


def _spenders(rows: Sequence, figure: TableColumn, writer: AmountWriter, sums: Sums | None) -> Iterator[Spender]:
    """`sums` has the largest amount, which fills the bar; without it bars are shares."""
    for total in rows:
        pages, unit = links.of(total.disclosure), total.disclosure.unit
        table = pages.table(figure.table, Selection().focused_on(total.code))
        share = percent(total.amount, total.whole)
        yield Spender(
            rank=total.rank if sums or share is not None else None,
            name=unit.name,
            unit_href=links.unit(unit),
            amount=writer.text(total.amount),
            href=f"{table}#{_anchor(figure, total.code)}",
            share=share,
            width=bar_width(total.amount, sums.largest if sums else total.whole),
        )


def _strips(figure: TableColumn, code: str, year: int, writer: AmountWriter) -> Iterator[Strip]:
    """The largest groups of comparable units, where enough of them print the code."""
    unit = term(writer.unit.value)
    for group, spread in spreads_of(figure, code, year).items():
        yield strip_of(group_title(group), unit, spread, writer.text, href=group_href(group))


def _compare(page: Page, figure: TableColumn, code: str) -> str:
    """The first units of the list side by side, with the row of the code in view; "" for one alone."""
    if len(page.rows) < 2:
        return ""
    asked = [*kept(total.disclosure for total in page.rows[: len(LETTERS)]), ("table", figure.table)]
    return f"{links.compare(urlencode([*asked, ('column', figure.column)]))}#{code}"
