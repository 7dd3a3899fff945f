"""The tools above a table: each choice is a plain link to the same table asked for in another way."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from disclosures.addresses.links import DisclosureLinks
from disclosures.amounts import AmountUnit
from disclosures.statements.terms import term
from disclosures.tables.heads import Column
from disclosures.tables.selection import Extent, Level, Selection
from disclosures.tables.table import Table

LONG = 36  # characters of all answers together


@dataclass(frozen=True)
class Choice:
    """One answer, with the address that gives it."""

    title: str
    href: str
    is_current: bool


@dataclass(frozen=True)
class Tool:
    """A question with its answers."""

    title: str
    choices: tuple[Choice, ...]

    @property
    def is_long(self) -> bool:
        """Whether the answers take more than a line, and are better folded away under the current one."""
        return sum(len(choice.title) for choice in self.choices) > LONG

    @property
    def current(self) -> str:
        """The answer that is given."""
        return next((choice.title for choice in self.choices if choice.is_current), "")


def tools_of(table: Table, links: DisclosureLinks) -> tuple[Tool, ...]:
    """The questions that make a difference for this table."""
    return tuple(
        Tool(title, tuple(_choice(table, links, words, asked) for words, asked in answers))
        for title, answers in _questions(table)
    )


def sorts_of(table: Table, links: DisclosureLinks) -> dict[str, Choice]:
    """By the name of a column: to have its largest first; where they are, to have the order of the document again."""
    return {column.name: _sort(table, links, column) for column in table.sortable_columns}


def _sort(table: Table, links: DisclosureLinks, column: Column) -> Choice:
    selection = table.selection
    if selection.sort == column.name:
        return Choice(_("改回按科目编码"), links.table(table.number, selection.but(sort="")), is_current=True)
    asked = selection.but(sort=column.name)
    words = _("按“{title}”从多到少排").format(title=term(column.title))
    return Choice(words, links.table(table.number, asked), is_current=False)


def _choice(table: Table, links: DisclosureLinks, words: str, asked: Selection) -> Choice:
    return Choice(words, links.table(table.number, asked), asked == table.selection)


def _questions(table: Table) -> Iterator[tuple[str, list[tuple[str, Selection]]]]:
    selection = table.selection
    units = (AmountUnit.WAN, AmountUnit.YUAN, AmountUnit.YI)
    if not table.is_empty:
        yield (
            _("金额单位"),
            [(term(unit), selection.but(unit=None if unit == table.own_unit else unit)) for unit in units],
        )
    if table.levels:
        yield _("展开到"), [(term(level.title), _opened_to(level, table)) for level in table.levels]
    if orders := list(_orders(table)):
        yield _("顺序"), [(_("按科目编码"), selection.but(sort="")), *orders]
    if hidden := len(table.empty_columns):
        used = (_("隐藏空列（{count}）").format(count=hidden), selection.but(columns=Extent.USED))
        yield _("栏目"), [used, (_("全部列"), selection.but(columns=Extent.ALL))]
    if not selection.code and 0 < table.empty_rows < table.row_count:
        used = (_("只看有数的行"), selection.but(rows=Extent.USED))
        yield _("行"), [(_("全部行"), selection.but(rows=Extent.ALL)), used]


def _opened_to(level: Level, table: Table) -> Selection:
    deepest = level == table.levels[-1]
    return table.selection.but(level=Selection.level if deepest else level, fold=())


def _orders(table: Table) -> Iterator[tuple[str, Selection]]:
    """Largest first by what the table adds up, and by the column that was asked for in its head."""
    selection, main = table.selection, table.main_column.name
    columns = {column.name: column for column in table.sortable_columns}
    if main in columns:
        yield _("从多到少"), selection.but(sort=main)
    if selection.sort not in ("", main):
        yield _("按“{title}”").format(title=term(columns[selection.sort].title)), selection
