"""A table page: what the table says in a sentence, its tools, and its rows with their links, shares and colours."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from disclosures.addresses import links
from disclosures.addresses.keys import EditionKey
from disclosures.addresses.links import FORMATS
from disclosures.classification.codes import is_code
from disclosures.pages.shared.frame import Crumb
from disclosures.pages.shared.sentences import Sentence
from disclosures.pages.shared.shares import leading
from disclosures.pages.shared.tools import Choice, Tool, sorts_of, tools_of
from disclosures.pages.table.added import Added, added_to
from disclosures.pages.table.sentence import TableFacts, sentence_of
from disclosures.statements.loaded import LoadedTable, load_tables
from disclosures.statements.models import STATEMENTS, Disclosure
from disclosures.statements.terms import gloss
from disclosures.tables.rows import Row
from disclosures.tables.selection import Selection
from disclosures.tables.showing import tabulate
from disclosures.tables.table import Table

ROOM = 6  # columns, labels included, that leave room for a picture at the side


@dataclass(frozen=True)
class Place:
    """Where the document prints a row."""

    row: Row
    href: str

    @property
    def printed(self) -> str:
        """The name there, where it differs."""
        return self.row.printed_name if self.row.printed_name != self.row.name else ""


@dataclass(frozen=True)
class TablePage:
    """Everything on the page of one table: as it was loaded, and as it is shown.

    `added` is by the keys of rows, `sorts` lead to other orders, by columns.
    """

    loaded: LoadedTable
    table: Table
    sentence: Sentence
    tools: tuple[Tool, ...]
    files: tuple[tuple[str, str], ...]
    added: Mapping[str, Added]
    sorts: Mapping[str, Choice]
    has_shares: bool
    whole: str
    address: str
    permanent: str
    card: str
    cite: str
    compare: str
    ask: str
    places: tuple[Place, ...]

    @property
    def everywhere(self) -> str:
        """The code in focus across units and years; "" without one."""
        code, scheme = self.table.selection.code, getattr(STATEMENTS[self.table.number], "scheme", "")
        return links.code(scheme, code) if code and is_code(code, scheme) else ""

    @property
    def crumbs(self) -> tuple[Crumb | str, ...]:
        """The table, and below it the codes on the way to the one in focus."""
        title = _("公开{number}表").format(number=self.table.number)
        if not self.table.focus:
            return (title,)
        above = (row for row in self.table.rows if row.is_above_focus and not row.is_total)
        steps = (Crumb.named(gloss(row.name), row.name, self.added[row.key].focus) for row in above)
        focus = self.table.focus.name
        return (Crumb(title, self.whole), *steps, Crumb.named(gloss(focus), focus))

    @property
    def is_wide(self) -> bool:
        """Whether the columns need the whole width of the page, so that a picture stands below them."""
        return any(len(panel.columns) > ROOM for panel in self.table.panels)


def table_page(disclosure: Disclosure, edition: EditionKey, number: str, selection: Selection) -> TablePage:
    """The page in two queries, three where another table gives the colours: its head, its lines, the lines of that."""
    pages = links.of(disclosure, edition)
    tables = load_tables(disclosure, *dict.fromkeys((number, leading(number))))
    loaded = tables.table(number)
    table = tabulate(loaded, selection)
    added = added_to(table, tables, pages)
    return TablePage(
        loaded=loaded,
        table=table,
        sentence=sentence_of(TableFacts(table, loaded, pages)),
        tools=tools_of(table, pages),
        files=tuple((suffix.upper(), pages.file(number, suffix, table.selection)) for suffix in FORMATS),
        added=added,
        sorts=sorts_of(table, pages),
        has_shares=len(table.panels) == 1 and any(beside.percent is not None for beside in added.values()),
        whole=pages.table(number, table.selection.focused_on("")) if table.selection.code else "",
        address=pages.table(number, table.selection),
        permanent=links.pinned(disclosure).table(number, table.selection),
        card=links.pinned(disclosure).card(number),
        cite=pages.cite(number, table.selection),
        compare=pages.compare(number),
        ask=pages.ask(table=number),
        places=tuple(Place(row, pages.place(row.place)) for row in table.rows if row.place and row.name),
    )
