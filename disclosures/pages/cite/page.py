"""How to cite a disclosure, a table, or one figure: a line in the form of GB/T 7714, with what proves it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from disclosures.addresses import links
from disclosures.pages.embedding import CHART, TABLE
from disclosures.statements.form_rows import SIDES
from disclosures.statements.models import Disclosure
from disclosures.statements.terms import term
from disclosures.tables.rows import Cell, Row
from disclosures.tables.selection import Selection
from disclosures.tables.showing import table_of
from disclosures.tables.table import Table

KIND = "[DS/OL]"  # a data set, online
FRAMES = {TABLE: gettext_lazy("表"), CHART: gettext_lazy("图")}
HEIGHTS = {TABLE: 480, CHART: 640}  # px; a picture is 440 high, its title and source take several lines on a phone


@dataclass(frozen=True)
class Choice:
    """A row or a column that can be cited."""

    key: str
    title: str
    is_chosen: bool


@dataclass(frozen=True)
class Frame:
    """What another site may show, by its absolute address; `height` in px shows a picture whole, also on a phone."""

    title: str
    address: str
    height: int


@dataclass(frozen=True)
class Citation:
    """`before` and `after` are the line around the day on which the reader cites it, which only the reader knows.

    `address` is the absolute one that never changes.
    """

    what: str
    table: str
    before: str
    after: str
    address: str
    back: str
    canonical: str
    rows: tuple[Choice, ...] = ()
    columns: tuple[Choice, ...] = ()
    kept: tuple[tuple[str, str], ...] = ()
    frames: tuple[Frame, ...] = ()


def cite_disclosure(disclosure: Disclosure, origin: str) -> Citation:
    """The disclosure as a whole; `origin` is the site's own address. No query."""
    pages = links.pinned(disclosure)
    title = f"{disclosure.year} 年度决算"
    return Citation(
        _("{year} 年度决算").format(year=disclosure.year),
        "",
        *_around(disclosure, title, origin + pages.front()),
        origin + pages.front(),
        pages.front(),
        pages.cite(),
        frames=(Frame(_("概况"), _asking(origin + pages.front(), f"embed={TABLE}"), HEIGHTS[TABLE]),),
    )


def cite_table(disclosure: Disclosure, number: str, query: Mapping[str, str], origin: str) -> Citation:
    """The table as the query asks for it; with `row` and `column` that figure, with `row` alone that row.

    Two queries. The figure is as published, in the unit that the table is shown in.
    """
    table = table_of(disclosure, number, Selection.read(query))
    row = next((row for row in table.rows if row.key == query.get("row") and row.name), None)
    cell = _cell(row, query.get("column", ""))
    pages = links.pinned(disclosure)
    page = pages.table(number, table.selection)
    address = origin + page + (f"#{cell.anchor}" if cell else f"#{row.key}" if row else "")
    with override(settings.LANGUAGE_CODE):  # a citation names the document in its own language
        title = f"{disclosure.year} 年度决算：{_title(table, row, cell)}"
    return Citation(
        what=_title(table, row, cell),
        table=_title(table, None, None),
        **dict(zip(("before", "after"), _around(disclosure, title, address), strict=True)),
        address=address,
        back=page,
        canonical=_canonical(pages.cite(number, table.selection), row, cell),
        rows=tuple(Choice(each.key, _name(each), each is row) for each in table.rows if each.name),
        columns=tuple(_columns(table, cell)),
        kept=tuple(
            (name, value)
            for name, _is, value in (one.partition("=") for one in table.selection.query.split("&"))
            if name
        ),
        frames=_frames(origin + page, TABLE, CHART),
    )


def _frames(address: str, *kinds: str) -> tuple[Frame, ...]:
    return tuple(Frame(str(FRAMES[kind]), _asking(address, f"embed={kind}"), HEIGHTS[kind]) for kind in kinds)


def _cell(row: Row | None, column: str) -> Cell | None:
    return next((cell for cell in row.cells if cell.column.anchor == column), None) if row else None


def _title(table: Table, row: Row | None, cell: Cell | None) -> str:
    """The table, the row, the column and the figure, as far as they are asked for."""
    title = term(table.title, table.official_title)
    words = [_("公开{table}表 {title}").format(table=table.number, title=title)]
    if row:
        words.append(_name(row))
    if cell:
        number, column = cell.column.number, term(cell.column.title)
        words.append(_("栏次 {number} {column}").format(number=number, column=column) if number else column)
        words.append(f"{cell.text} {term(table.unit)}" if cell.text else _("空白"))
    return _("，").join(words)


def _name(row: Row) -> str:
    return f"{row.code} {row.name}" if row.code.isdigit() else row.name


def _columns(table: Table, cell: Cell | None):
    """The amounts of all panels; the halves of an account name theirs."""
    seen: dict[str, str] = {}
    for panel in table.panels:
        for column in panel.amount_columns:
            heads = (dict(SIDES).get(panel.side, ""), column.group, column.title)
            seen.setdefault(column.anchor, " ".join(term(head) for head in heads if head))
    chosen = cell.column.anchor if cell else ""
    return (Choice(anchor, title, anchor == chosen) for anchor, title in seen.items())


def _around(disclosure: Disclosure, title: str, address: str) -> tuple[str, str]:
    """责任者. 题名[DS/OL]. 版本. (发布日期) before the day of citing, and 网址. 校验码 after it."""
    day = localtime(disclosure.published_at).date().isoformat()
    before = f"{disclosure.unit_name}. {title}{KIND}. 第 {disclosure.revision} 版. ({day})"
    return before, f". {address}. SHA-256: {disclosure.digest}."


def _canonical(address: str, row: Row | None, cell: Cell | None) -> str:
    asked = [f"row={row.key}"] if row else []
    asked += [f"column={cell.column.anchor}"] if cell else []
    return _asking(address, "&".join(asked)) if asked else address


def _asking(address: str, query: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}{query}"
