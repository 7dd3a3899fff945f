"""Seven steps through a disclosure: each one question, one answer from its figures, and where to read on."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from disclosures.addresses.links import DisclosureLinks
from disclosures.amounts import Outcome
from disclosures.checks.briefs import having
from disclosures.checks.checking import Report
from disclosures.checks.register.verdicts import tally_of
from disclosures.pages.front.key_figures import in_and_out, money_from, spent_on
from disclosures.pages.front.last_year import last_year_of
from disclosures.pages.front.shares import hundred_yuan
from disclosures.pages.reading.public_expenses import Expense, expenses_of
from disclosures.pages.shared.sentences import Phrase, Sentence, figure, published
from disclosures.publication.totals.adding import shortfalls
from disclosures.statements.loaded import LoadedDisclosure
from disclosures.statements.models import PerformanceForm
from disclosures.statements.terms import code_words, unit_words


@dataclass(frozen=True)
class Step:
    """A question with its answer, and the page that says more; `answer` is empty where the document says nothing."""

    question: str
    answer: Sentence
    href: str
    more: str


def steps_of(loaded: LoadedDisclosure, report: Report, links: DisclosureLinks) -> tuple[Step, ...]:
    """Whose, how much, from where, on what, the three public expenses, what was reached, whether it fits.

    Figures as printed, in the unit of each table; no query.
    """
    last_year = last_year_of(loaded.disclosure, report, links)
    compared = last_year.sentence if last_year else ()
    return (
        Step(_("这是谁的账？"), _whose(loaded), links.narrative(), _("看职责和文字说明")),
        Step(
            _("一年多少钱？"), (*in_and_out(loaded, links), *compared), links.table("01"), _("看 01 收入支出决算总表")
        ),
        Step(_("钱从哪里来？"), tuple(money_from(loaded, links)), links.table("02"), _("看 02 收入决算表")),
        Step(
            _("花在什么上？"),
            (*spent_on(loaded, links), *_largest(loaded, links)),
            links.table("03"),
            _("看 03 支出决算表"),
        ),
        Step(
            _("“三公”经费花了多少？"),
            tuple(_three_public(expenses_of(loaded, links))),
            links.table("07"),
            _("看 07 “三公”经费表"),
        ),
        Step(_("事办成了吗？"), tuple(_reached(loaded, links)), links.performance(), _("看绩效自评")),
        Step(_("账对得上吗？"), tuple(_held(report)), links.checks(), _("看逐项核对")),
    )


def _whose(loaded: LoadedDisclosure) -> Sentence:
    disclosure, units, duties = loaded.disclosure, len(loaded.units), len(loaded.duties)
    phrases = [
        published(unit_words(disclosure.unit_name)),
        Phrase(_("的 {year} 年度决算").format(year=disclosure.year)),
    ]
    if units > 1:
        phrases.append(Phrase(_("，由 {count} 个单位的账合成").format(count=units)))
    if duties:
        phrases.append(Phrase(_("；它的职责写了 {count} 条").format(count=duties)))
    return (*phrases, Phrase(_("。")))


def _largest(loaded: LoadedDisclosure, links: DisclosureLinks) -> Iterator[Phrase]:
    """The class that most was spent on."""
    shares = [share for share in hundred_yuan(loaded, links) if share.text]
    if not shares:
        return
    yield Phrase(_("最多的一类是"))
    yield Phrase(code_words(shares[0].title), shares[0].href)
    yield Phrase(_("，每 100 元里占 {share} 元。").format(share=shares[0].percent))


def _three_public(expenses: tuple[Expense, ...]) -> Iterator[Phrase]:
    if not expenses or not expenses[0].spent:
        return
    whole, *parts = expenses
    yield Phrase(_("一共 "))
    yield figure(whole.spent, whole.unit, whole.href)
    if whole.budget:
        yield Phrase(_("，预算是 "))
        yield figure(whole.budget, whole.unit, whole.href)
    for part in (part for part in parts if part.amount and not part.is_part):
        yield Phrase(_("；{name} ").format(name=part.name))
        yield figure(part.spent, part.unit, part.href)
    yield Phrase(_("。"))


def _reached(loaded: LoadedDisclosure, links: DisclosureLinks) -> Iterator[Phrase]:
    if not loaded.forms:
        return
    indicators = sum(len(form.indicators) for form in loaded.forms)
    missed = [one for one in shortfalls(loaded) if one.is_missed]
    words = _("单位给自己评了 {forms} 张表、{indicators} 项指标，其中 {missed} 项没有达到目标")
    yield Phrase(words.format(forms=len(loaded.forms), indicators=indicators, missed=len(missed)))
    whole = next((one.form for one in loaded.forms if one.form.kind == PerformanceForm.UNIT), None)
    if whole and whole.total_score:
        yield Phrase(_("；整体自评 "))
        yield figure(whole.total_score, "分", links.performance())
    yield Phrase(_("。"))


def _held(report: Report) -> Iterator[Phrase]:
    """How many relations hold; those that do not are told where they can be told in full."""
    shown = report.public
    if not shown:
        return
    equal, rounded = (len(having(shown, "outcome", outcome)) for outcome in (Outcome.EQUAL, Outcome.ROUNDING))
    words = _("把表、文字和自评里的数对照了 {total} 处：{equal} 处相等，{rounded} 处只差四舍五入的尾差。")
    yield Phrase(words.format(total=len(shown), equal=equal, rounded=rounded))
    if found := tally_of(report.results).words:
        yield Phrase(_("此外：{found}，逐条列着。").format(found=found))
