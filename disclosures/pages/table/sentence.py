"""The one plain sentence above a table, written from its figures."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from disclosures.addresses.links import DisclosureLinks
from disclosures.classification.code_tree import CodeTree
from disclosures.pages.shared.headline import Headline
from disclosures.pages.shared.sentences import Phrase, Sentence, figure, in_words, plain
from disclosures.pages.shared.shares import percent
from disclosures.statements.fields import Amount
from disclosures.statements.lines import AccountLine, AnyLine
from disclosures.statements.loaded import Loaded
from disclosures.statements.models import STATEMENTS, ThreePublicExpenses
from disclosures.statements.terms import term
from disclosures.tables.headline_column import main_column
from disclosures.tables.table import Table


@dataclass(frozen=True)
class Told:
    """What the sentences draw on: the table's lines, its total, and figures as published."""

    table: Table
    loaded: Loaded
    total: Headline | None
    links: DisclosureLinks

    @property
    def model(self) -> Any:
        return STATEMENTS[self.table.number]

    @property
    def year(self) -> int:
        return self.table.year

    @property
    def column(self) -> Amount:
        return main_column(self.model)

    @property
    def lines(self) -> list[AnyLine]:
        return self.loaded.lines[self.table.number]

    def amount(self, line: AnyLine, column: str) -> Phrase:
        precision = self.loaded.precision(self.table.number)
        return figure(line.text(column, precision), precision.unit)

    def share(self, line: AnyLine, column: str) -> str:
        return in_words(getattr(line, column), self.total.value if self.total else None)


def sentence_of(told: Told) -> Sentence:
    """What the table comes down to; of a code in focus, how much it is; of an empty table, why."""
    if told.table.is_empty:
        reason = told.table.empty_reason
        words = _("这张表是空的。原文说明：“{reason}”") if reason else _("这张表没有印任何数字。")
        return (plain(words.format(reason=reason)),)
    if told.table.selection.code:
        return tuple(_of_focus(told))
    if issubclass(told.model, AccountLine):
        return tuple(_of_account(told))
    if told.model is ThreePublicExpenses:
        return tuple(_of_budget(told))
    return tuple(_of_codes(told))


def _of_focus(told: Told) -> Iterator[Phrase]:
    line = next(line for line in told.lines if line.code == told.table.selection.code)
    title, column = term(told.column.title), told.column.name
    if getattr(line, column) is None:
        yield plain(_("{code} {name}：{column}一栏没有印数字。").format(code=line.code, name=line.name, column=title))
        return
    yield plain(_("{code} {name}：{column} ").format(code=line.code, name=line.name, column=title))
    yield told.amount(line, column)
    parent = _parent(told, line.code)
    of_parent = percent(getattr(line, column), getattr(parent, column)) if parent else None
    if of_parent is not None:
        part = _("，占 {code} {name}的 {share}%")
        yield plain(part.format(code=parent.code, name=parent.name, share=of_parent))
    share = percent(getattr(line, column), told.total.value if told.total else None)
    yield plain(_("。") if share is None else _("，占全表合计的 {share}%。").format(share=share))


def _parent(told: Told, code: str) -> AnyLine | None:
    """The nearest code above that the table prints."""
    printed = {line.code: line for line in told.lines}
    return printed.get(CodeTree(printed).parent(code) or None)


def _of_account(told: Told) -> Iterator[Phrase]:
    totals = [line for line in told.lines if line.is_total and line.form_row.key == told.model.outline[-1].key]
    found = [(line, told.model.columns_of(line.side)[0].name) for line in totals]
    found = [(line, column) for line, column in found if getattr(line, column) is not None]
    for number, (line, column) in enumerate(found):
        begun = _("，{side}总计 ") if number else _("{side}总计 ")
        yield plain(begun.format(side=term(line.get_side_display())))
        yield told.amount(line, column)
    if found:
        yield plain(_("。"))


def _of_budget(told: Told) -> Iterator[Phrase]:
    line = next((line for line in told.lines if line.is_total), None)
    if line is None or line.actual is None:
        return
    yield plain(_("全年花了 "))
    yield told.amount(line, "actual")
    if line.initial_budget is not None:
        yield plain(_("，预算是 "))
        yield told.amount(line, "initial_budget")
    share = percent(line.actual, line.initial_budget)
    yield plain(_("。") if share is None else _("，花了预算的 {share}%。").format(share=share))


def _of_codes(told: Told) -> Iterator[Phrase]:
    if hasattr(told.model, "panels"):
        yield from _listed(told, [(term(line.name), line, told.column.name) for line in told.lines if line.is_total])
    else:
        yield from _of_total_row(told)
    yield from _largest(told)


def _of_total_row(told: Told) -> Iterator[Phrase]:
    line = next((line for line in told.lines if line.is_total), None)
    if line is None or getattr(line, told.column.name) is None:
        return
    yield plain(
        _("{group}合计 ").format(group=term(told.column.group)) if told.column.group else f"{term(told.column.title)} "
    )
    yield told.amount(line, told.column.name)
    terms = [name for identity in told.model.column_identities(told.year)[:1] for _, name in identity.terms]
    parts = [(term(told.model.column(name).title), line, name) for name in terms if getattr(line, name)]
    if parts:
        yield plain(_("："))
    yield from _listed(told, parts)


def _listed(told: Told, parts: list[tuple[str, AnyLine, str]]) -> Iterator[Phrase]:
    """Figures one after the other, each with its share of the total, and a full stop."""
    found = [part for part in parts if getattr(part[1], part[2]) is not None]
    for number, (title, line, column) in enumerate(found):
        yield plain((_("，") if number else "") + f"{title} ")
        yield told.amount(line, column)
        yield plain(told.share(line, column))
    yield plain(_("。"))


def _largest(told: Told) -> Iterator[Phrase]:
    """The largest code that is not divided further; none where all money is under one code."""
    leaves = CodeTree(line.code for line in told.lines if not line.is_total).leaves
    valued = [line for line in told.lines if line.code in leaves and getattr(line, told.column.name)]
    if len(valued) < 2:
        return
    line = max(valued, key=lambda one: getattr(one, told.column.name))
    yield plain(_("最大的一项是 "))
    focused = told.table.selection.focused_on(line.code)
    yield Phrase(f"{line.code} {line.name}", told.links.table(told.table.number, focused))
    yield plain(_("，"))
    yield told.amount(line, told.column.name)
    yield plain(_("。"))
