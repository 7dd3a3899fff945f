"""A table page: what the table says in a sentence, its tools, and its rows with their links, shares and colours."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from disclosures.addresses import links
from disclosures.addresses.keys import EditionKey
from disclosures.addresses.links import FORMATS, DisclosureLinks
from disclosures.classification.codes import is_code, parents_of
from disclosures.pages.shared.frame import Crumb
from disclosures.pages.shared.headline import Headline, headline
from disclosures.pages.shared.sentences import Sentence
from disclosures.pages.shared.shares import CLASS, OTHER, bar_width, percent, series_of
from disclosures.pages.shared.tools import Choice, Tool, sorts_of, tools_of
from disclosures.pages.table.sentence import Told, sentence_of
from disclosures.statements.lines import ClassifiedLine
from disclosures.statements.models import STATEMENTS, Disclosure, StatementHead
from disclosures.tables.headline_column import main_column
from disclosures.tables.rows import Cell, Row
from disclosures.tables.selection import Selection
from disclosures.tables.showing import tabulate
from disclosures.tables.table import Panel, Table

ROOM = 6  # columns, labels included, that leave room for a picture at the side


@dataclass(frozen=True)
class Line:
    """A row with its links; `main` is the figure that the table adds up, `percent` what it is of the total.

    `of_parent` is what it is of the nearest code above it, or of the total where there is none; only with a focus.
    """

    row: Row
    main: Cell | None = None
    focus: str = ""
    fold: str = ""
    percent: Decimal | None = None
    width: Decimal | None = None
    series: str = ""
    of_parent: Decimal | None = None

    @property
    def figures(self) -> dict[str, Cell]:
        """The cells by the names of their columns."""
        return {cell.column.name: cell for cell in self.row.cells}


@dataclass(frozen=True)
class Half:
    """A panel of the form with its rows as the page shows them; `sorts` lead to other orders, by names of columns."""

    title: str
    head: tuple
    columns: tuple
    lines: tuple[Line, ...]
    has_shares: bool
    sorts: Mapping[str, Choice]

    @property
    def is_list(self) -> bool:
        """Whether there is one amount a row, which leaves a narrow screen room for names."""
        return sum(column.is_amount for column in self.columns) == 1

    @property
    def has_parents(self) -> bool:
        """Whether a row says what it is of the code above it."""
        return any(line.of_parent is not None for line in self.lines)

    @property
    def has_folds(self) -> bool:
        """Whether a row can be opened or closed."""
        return any(line.fold for line in self.lines)


@dataclass(frozen=True)
class Place:
    """Where the document prints a row; `printed` is the name there, where it differs."""

    row: Row
    href: str
    printed: str


@dataclass(frozen=True)
class TablePage:
    """Everything on the page of one table."""

    table: Table
    sentence: Sentence
    tools: tuple[Tool, ...]
    files: tuple[tuple[str, str], ...]
    halves: tuple[Half, ...]
    foot: tuple[Line, ...]
    whole: str
    address: str
    permanent: str
    cite: str
    places: tuple[Place, ...]

    @property
    def everywhere(self) -> str:
        """The code in focus across units and years; "" without one."""
        code, model = self.table.selection.code, STATEMENTS[self.table.number]
        return links.code(model.scheme, code) if code and is_code(code, model.scheme) else ""

    @property
    def is_wide(self) -> bool:
        """Whether the columns need the whole width of the page, so that a picture stands below them."""
        return any(len(half.columns) > ROOM for half in self.halves)


def table_page(disclosure: Disclosure, edition: EditionKey, number: str, selection: Selection) -> TablePage:
    """The page in two queries, three for a table of codes: its lines, its head, the sizes that give colours."""
    found = links.of(disclosure, edition)
    lines = list(disclosure.lines(number))
    head = StatementHead.objects.filter(disclosure=disclosure, number=number).first()
    table = tabulate(disclosure, number, lines, head, selection)
    precision = (head or StatementHead()).precision_in(disclosure)
    total = headline(precision, number, lines)
    decorated = _Decorated(disclosure, table, total, found)
    return TablePage(
        table=table,
        sentence=sentence_of(Told(table, lines, precision, total, found)),
        tools=tools_of(table, found),
        files=tuple((suffix.upper(), found.file(number, suffix, table.selection)) for suffix in FORMATS),
        halves=tuple(decorated.half(panel) for panel in table.panels),
        foot=tuple(map(Line, table.foot)),
        whole=found.table(number, table.selection.focused_on("")) if table.selection.code else "",
        address=found.table(number, table.selection),
        permanent=links.pinned(disclosure).table(number, table.selection),
        cite=found.cite(number, table.selection),
        places=tuple(_place(row, found) for row in table.rows if row.place and row.name),
    )


def _place(row: Row, found: DisclosureLinks) -> Place:
    return Place(row, found.place(row.place), row.printed_name if row.printed_name != row.name else "")


def crumbs_of(page: TablePage) -> tuple[Crumb | str, ...]:
    """The table, and below it the codes on the way to the one in focus."""
    if not page.table.focus:
        return (_("公开{number}表").format(number=page.table.number),)
    above = [line for half in page.halves for line in half.lines if line.row.is_above_focus and not line.row.is_total]
    steps = (Crumb(line.row.name, line.focus) for line in above)
    return (Crumb(_("公开{number}表").format(number=page.table.number), page.whole), *steps, page.table.focus.name)


class _Decorated:
    """Rows with what a page adds to them."""

    def __init__(self, disclosure: Disclosure, table: Table, total: Headline | None, found: DisclosureLinks):
        self.table, self.links = table, found
        self.model = STATEMENTS[table.number]
        self.sorts = sorts_of(table, found)
        self.has_codes = issubclass(self.model, ClassifiedLine)
        self.column = main_column(self.model).name
        self.total = total.value if total else None
        self.series = series_of(disclosure, table.number) if self.has_codes else {}
        self.amounts = {row.code: row.amount(self.column) for row in table.rows if row.code} if table.focus else {}

    def half(self, panel: Panel) -> Half:
        lines = tuple(map(self.line, panel.rows))
        has_shares = self.has_codes and len(self.table.panels) == 1 and any(line.percent is not None for line in lines)
        return Half(panel.title, panel.head, panel.columns, lines, has_shares, self.sorts)

    def line(self, row: Row) -> Line:
        if not self.has_codes:
            return Line(row)
        selection = self.table.selection
        main = next((cell for cell in row.cells if cell.column.name == self.column and cell.value is not None), None)
        own_code = "" if row.is_total else row.code
        return Line(
            row,
            main,
            focus=self.links.table(self.table.number, selection.focused_on(own_code)) if own_code else "",
            fold=self.links.table(self.table.number, selection.turned(own_code)) if row.fold else "",
            percent=percent(main and main.value, self.total),
            width=bar_width(main and main.value, self.total),
            series=self.series.get(row.code[:CLASS], OTHER),
            of_parent=percent(main.value, self.whole_of(own_code)) if main and own_code and self.amounts else None,
        )

    def whole_of(self, code: str) -> Decimal | None:
        """元, exact: the nearest code above that the table prints, else the total."""
        above = next((one for one in reversed(parents_of(code)) if one in self.amounts), None)
        return self.amounts[above] if above else self.total
