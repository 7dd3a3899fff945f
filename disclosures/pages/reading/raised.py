"""The questions that the figures of a disclosure raise: each a fact, told without a verdict, and what one could ask."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from disclosures.addresses.links import DisclosureLinks
from disclosures.checks.checking import Report
from disclosures.checks.register.verdicts import Verdict, verdict_of
from disclosures.pages.front.last_year import LastYear
from disclosures.pages.reading.projects import Project
from disclosures.pages.reading.public_expenses import Expense
from disclosures.pages.shared.sentences import Phrase, Sentence, figure, published
from disclosures.pages.shared.shares import percent
from disclosures.publication.totals.adding import shortfalls
from disclosures.statements.loaded import LoadedDisclosure
from disclosures.statements.numbers import number_in

MOST = 8  # questions on the sheet
LITTLE, FAR, NEARLY_ALL = 50, 20, 90  # percent: of a budget, of a change, of a project's money


@dataclass(frozen=True)
class Raised:
    """A fact with where it stands, and a question that it raises."""

    fact: Sentence
    question: str


def raised_by_expenses(expenses: tuple[Expense, ...]) -> Iterator[Raised]:
    """Money without a budget, over it, or far below it; the total speaks through its parts."""
    for one in expenses[1:]:
        share = percent(one.amount, one.planned)
        spent = figure(one.spent, one.unit, one.href)
        if one.is_unplanned:
            fact = (Phrase(_("{name}没有预算，花了 ").format(name=one.name)), spent, Phrase(_("。")))
            yield Raised(fact, _("用在什么事上？为什么没有列预算？"))
        elif one.is_over:
            words = _("{name}预算 {budget} {unit}，花了 ").format(name=one.name, budget=one.budget, unit=one.unit)
            yield Raised((Phrase(words), spent, Phrase(_("。"))), _("为什么超过预算？"))
        elif share is not None and share < LITTLE:
            words = _("{name}只花了预算的 {share}%。").format(name=one.name, share=share)
            yield Raised((Phrase(words, one.href),), _("预算为什么列得比用到的多？"))


def raised_by_projects(projects: tuple[Project, ...]) -> Iterator[Raised]:
    """Projects whose money was not spent."""
    for one in projects:
        if one.share is not None and one.share < NEARLY_ALL:
            words = _("预算 {budget}，执行 {executed} {unit}（{share}%）。")
            told = words.format(budget=one.budget, executed=one.executed, unit=one.unit, share=one.share)
            fact = (Phrase(one.name, one.href, lang="zh-Hans"), Phrase(told))
            yield Raised(fact, _("没有花掉的钱为什么没花，后来怎样处理？"))


def raised_by_indicators(loaded: LoadedDisclosure, links: DisclosureLinks) -> Iterator[Raised]:
    """Targets that were missed, and points that were lost without a reason."""
    found = list(shortfalls(loaded))
    missed = sum(one.is_missed for one in found)
    silent = sum(one.lost > 0 and not one.is_explained for one in found)
    if missed or silent:
        words = _("{missed} 项指标没有达到目标，{silent} 项扣了分没有写原因。").format(missed=missed, silent=silent)
        yield Raised((Phrase(words, links.performance()),), _("为什么没有达到？今年怎样改？"))


def raised_by_change(last_year: LastYear | None) -> Iterator[Raised]:
    """A change against the year before that is large."""
    share = number_in(last_year.percent) if last_year else None
    if last_year and share is not None and abs(share) >= Decimal(FAR):
        yield Raised(last_year.sentence, _("变化主要来自哪些事？"))


def raised_by_checks(report: Report, links: DisclosureLinks) -> Iterator[Raised]:
    """Two figures that cannot both hold: the first of them, and how many there are."""
    found = {result.message: result for result in report.public if verdict_of(result) == Verdict.CONTRADICTION}
    for message in list(found)[:1]:
        fact = (Phrase(_("有 {count} 处两边的数不能同时成立，如：").format(count=len(found)), links.checks()),
                published(message))  # fmt: skip
        yield Raised(fact, _("哪一处的数是对的？"))
