"""The one plain sentence above a table, written from its figures."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from disclosures.addresses.links import DisclosureLinks
from disclosures.pages.reading.public_expenses import unnumbered
from disclosures.pages.shared.sentences import Phrase, Sentence, figure, phrased
from disclosures.pages.shared.shares import percent_in_words
from disclosures.statements.fields import Amount
from disclosures.statements.form_rows import THREE_PUBLIC
from disclosures.statements.lines import AccountLine, AnyLine
from disclosures.statements.loaded import LoadedTable
from disclosures.statements.models import ThreePublicExpenses
from disclosures.statements.terms import code_words, term
from disclosures.tables.table import Table


@dataclass(frozen=True)
class TableFacts:
    """What the sentences draw on: the table's lines, its total, and figures as published."""

    table: Table
    loaded: LoadedTable
    links: DisclosureLinks

    @property
    def model(self) -> Any:
        return self.loaded.model

    @property
    def column(self) -> Amount:
        return self.table.main_column

    @property
    def total(self) -> Decimal | None:
        """元, exact: the figure that the table comes down to."""
        return self.table.headline.value if self.table.headline else None

    @property
    def lines(self) -> list[AnyLine]:
        return self.loaded.lines

    def amount(self, line: AnyLine, column: str) -> Phrase:
        precision = self.loaded.precision
        return figure(line.text(column, precision), precision.unit)

    def share(self, line: AnyLine, column: str, whole: Decimal | None, words: str = "", **names: str) -> str:
        """What the figure is of the whole, in these words; "" where there is none."""
        return percent_in_words(getattr(line, column), whole, words, **names)


def sentence_of(facts: TableFacts) -> Sentence:
    """What the table comes down to; of a code in focus, how much it is; of an empty table, why."""
    if facts.table.is_empty:
        reason = facts.table.empty_reason
        words = _("这张表是空的。原文说明：“{reason}”") if reason else _("这张表没有印任何数字。")
        return (Phrase(words.format(reason=reason)),)
    if facts.table.selection.code:
        return tuple(_of_focus(facts))
    if issubclass(facts.model, AccountLine):
        return tuple(_of_account(facts))
    if facts.model is ThreePublicExpenses:
        return tuple(_of_budget(facts))
    return tuple(_of_codes(facts))


def _of_focus(facts: TableFacts) -> Iterator[Phrase]:
    line = next(line for line in facts.lines if line.code == facts.table.selection.code)
    title, column = term(facts.column.title), facts.column.name
    if getattr(line, column) is None:
        yield Phrase(
            _("{code} {name}：{column}一栏没有印数字。").format(
                code=line.code, name=code_words(line.name), column=title
            )
        )
        return
    yield Phrase(_("{code} {name}：{column} ").format(code=line.code, name=code_words(line.name), column=title))
    yield facts.amount(line, column)
    parent = _parent(facts)
    if parent:
        whole, words = getattr(parent, column), _("，占 {code} {name}的 {share}%")
        if of_parent := facts.share(line, column, whole, words, code=parent.code, name=code_words(parent.name)):
            yield Phrase(of_parent)
    yield Phrase(facts.share(line, column, facts.total, _("，占全表合计的 {share}%。")) or _("。"))


def _parent(facts: TableFacts) -> AnyLine | None:
    """The nearest code above the one in focus that the table prints."""
    above = facts.table.focus.above
    return {line.code: line for line in facts.lines}[above[-1]] if above else None


def _of_account(facts: TableFacts) -> Iterator[Phrase]:
    totals = [line for line in facts.lines if line.is_total and line.form_row.key == facts.model.outline[-1].key]
    printed = [(line, facts.model.columns_of(line.side)[0].name) for line in totals]
    printed = [(line, column) for line, column in printed if getattr(line, column) is not None]
    for number, (line, column) in enumerate(printed):
        begun = _("，{side}总计 ") if number else _("{side}总计 ")
        yield Phrase(begun.format(side=term(line.get_side_display())))
        yield facts.amount(line, column)
    if printed:
        yield Phrase(_("。"))


def _of_budget(facts: TableFacts) -> Iterator[Phrase]:
    line = next((line for line in facts.lines if line.is_total), None)
    if line is None or line.actual is None:
        return
    yield Phrase(_("全年花了 "))
    yield facts.amount(line, "actual")
    if line.initial_budget is not None:
        yield Phrase(_("，预算是 "))
        yield facts.amount(line, "initial_budget")
    yield Phrase(facts.share(line, "actual", line.initial_budget, _("，花了预算的 {share}%。")) or _("。"))
    if line.initial_budget is not None:
        yield from _without_budget(facts)


def _without_budget(facts: TableFacts) -> Iterator[Phrase]:
    """What was spent with no budget printed for it, in the words of what deserves attention."""
    lines = {line.code: line for line in facts.lines}
    for row in (row for row in THREE_PUBLIC if row.level == 1 and row.key in lines):
        line = lines[row.key]
        if (line.actual or 0) > 0 and not line.initial_budget:
            blank = _("{what}花了 {spent}，没有年初预算（预算栏空白）。")
            zero = _("{what}花了 {spent}，没有年初预算（预算栏是 0）。")
            what, spent = Phrase(unnumbered(term(row.name))), facts.amount(line, "actual")
            yield from phrased(blank if line.initial_budget is None else zero, what=what, spent=spent)


def _of_codes(facts: TableFacts) -> Iterator[Phrase]:
    if hasattr(facts.model, "panels"):
        yield from _listed(facts, [(term(line.name), line, facts.column.name) for line in facts.lines if line.is_total])
    else:
        yield from _of_total_row(facts)
    yield from _largest(facts)


def _of_total_row(facts: TableFacts) -> Iterator[Phrase]:
    line = next((line for line in facts.lines if line.is_total), None)
    if line is None or getattr(line, facts.column.name) is None:
        return
    yield Phrase(
        _("{group}合计 ").format(group=term(facts.column.group))
        if facts.column.group
        else f"{term(facts.column.title)} "
    )
    yield facts.amount(line, facts.column.name)
    parts = [(term(part.title), line, part.name) for part in facts.table.parts if getattr(line, part.name)]
    if parts:
        yield Phrase(_("："))
    yield from _listed(facts, parts)


def _listed(facts: TableFacts, parts: list[tuple[str, AnyLine, str]]) -> Iterator[Phrase]:
    """Figures one after the other, each with its share of the total, and a full stop."""
    printed = [part for part in parts if getattr(part[1], part[2]) is not None]
    for number, (title, line, column) in enumerate(printed):
        yield Phrase((_("，") if number else "") + f"{title} ")
        yield facts.amount(line, column)
        yield Phrase(facts.share(line, column, facts.total))
    yield Phrase(_("。"))


def _largest(facts: TableFacts) -> Iterator[Phrase]:
    """The largest code that is not divided further; none where all money is under one code."""
    valued = [line for line in facts.lines if line.code in facts.table.undivided and getattr(line, facts.column.name)]
    if len(valued) < 2:
        return
    line = max(valued, key=lambda line: getattr(line, facts.column.name))
    yield Phrase(_("最大的一项是 "))
    focused = facts.table.selection.focused_on(line.code)
    yield Phrase(f"{line.code} {code_words(line.name)}", facts.links.table(facts.table.number, focused))
    yield Phrase(_("，"))
    yield facts.amount(line, facts.column.name)
    yield Phrase(_("。"))
