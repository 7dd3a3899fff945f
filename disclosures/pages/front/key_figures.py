"""The opening sentences and the key figures of a disclosure's front page."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _

from disclosures.addresses.links import DisclosureLinks
from disclosures.pages.front.last_year import LastYear
from disclosures.pages.shared.sentences import Phrase, Sentence, figure
from disclosures.pages.shared.shares import percent, percent_in_words
from disclosures.statements.lines import TOTAL
from disclosures.statements.loaded import LoadedDisclosure, Printed
from disclosures.statements.numbers import number_in
from disclosures.tables.performance.forms import FormHead


@dataclass(frozen=True)
class KeyFigure:
    """A figure as printed with one short remark; `is_over` marks a remark that more was spent than planned."""

    title: str
    text: str
    unit: str
    note: str
    href: str
    is_over: bool = False


def opening(loaded: LoadedDisclosure, last_year: LastYear | None, links: DisclosureLinks) -> Sentence:
    """How much came in and went out, more or less than before, from where, for what."""
    compared = last_year.sentence if last_year else ()
    return (*in_and_out(loaded, links), *compared, *money_from(loaded, links), *spent_on(loaded, links))


def in_and_out(loaded: LoadedDisclosure, links: DisclosureLinks) -> Sentence:
    income = loaded.printed("01", "income:income_this_year", "amount")
    spending = loaded.printed("01", "expenditure:expenditure_this_year", "amount")
    href = links.table("01")
    if income and spending and income.value == spending.value:
        return (Phrase(_("全年收入和支出都是 ")), figure(spending.text, spending.unit, href), Phrase(_("。")))
    named = [(name, printed) for name, printed in ((_("收入"), income), (_("支出"), spending)) if printed]
    phrases = [
        phrase
        for number, (name, printed) in enumerate(named)
        for phrase in (Phrase(_begun(number).format(name=name)), figure(printed.text, printed.unit, href))
    ]
    return (*phrases, Phrase(_("。"))) if phrases else ()


def _begun(number: int) -> str:
    """How the first figure of the sentence is led in, and how those after it."""
    return _("，{name} ") if number else _("全年{name} ")


def money_from(loaded: LoadedDisclosure, links: DisclosureLinks) -> Iterator:
    total = loaded.printed("02", TOTAL, "total_income")
    fiscal = loaded.printed("02", TOTAL, "fiscal_appropriation")
    if not total or not fiscal or not total.value:
        return
    if total.value == fiscal.value:
        yield Phrase(_("钱全部来自财政拨款。"))
    else:
        yield Phrase(_("收入中财政拨款 "))
        yield figure(fiscal.text, fiscal.unit, links.table("02"))
        yield Phrase(percent_in_words(fiscal.value, total.value) + _("。"))


def spent_on(loaded: LoadedDisclosure, links: DisclosureLinks) -> Iterator:
    total = loaded.printed("03", TOTAL, "total_expenditure")
    kinds = {"basic_expenditure": _("机构运转（基本支出）"), "project_expenditure": _("专门项目（项目支出）")}
    spending = [(words, loaded.printed("03", TOTAL, column)) for column, words in kinds.items()]
    for number, (words, spent) in enumerate(pair for pair in spending if pair[1]):
        begun = _("，{words}花了 ") if number else _("{words}花了 ")
        yield Phrase(begun.format(words=words))
        yield figure(spent.text, spent.unit, links.table("03"))
        yield Phrase(percent_in_words(spent.value, total.value if total else None))
    if any(spent for _, spent in spending):
        yield Phrase(_("。"))


def key_figures(
    loaded: LoadedDisclosure, last_year: LastYear | None, forms: tuple[FormHead, ...], links: DisclosureLinks
) -> tuple[KeyFigure, ...]:
    """Spending, the three public expenses, the self-evaluation: those that the document prints."""
    figures = (_spending(loaded, last_year, links), _three_public(loaded, links), _evaluation(forms, links))
    return tuple(each for each in figures if each)


def _spending(loaded: LoadedDisclosure, last_year: LastYear | None, links: DisclosureLinks) -> KeyFigure | None:
    total = loaded.printed("03", TOTAL, "total_expenditure")
    project = loaded.printed("03", TOTAL, "project_expenditure")
    share = percent(project.value, total.value) if total and project else None
    of_projects = "" if share is None else _("项目支出占 {share}%").format(share=share)
    note = last_year.note if last_year and last_year.is_of_spending and last_year.note else of_projects
    return KeyFigure(_("本年支出"), total.text, total.unit, note, links.table("03")) if total else None


def _three_public(loaded: LoadedDisclosure, links: DisclosureLinks) -> KeyFigure | None:
    actual, budget = (loaded.printed("07", TOTAL, name) for name in ("actual", "initial_budget"))
    if not actual:
        return None
    share = percent(actual.value, budget.value) if budget else None
    note = _of_budget(budget, share)
    is_over = bool(budget and actual.value > budget.value)
    return KeyFigure(_("“三公”经费"), actual.text, actual.unit, note, links.table("07"), is_over)


def _of_budget(budget: Printed | None, share: Decimal | None) -> str:
    if budget and share is not None:
        return _("预算 {text}，花了预算的 {share}%").format(text=budget.text, share=share)
    return _("预算 {text}").format(text=budget.text) if budget else _("没有印预算数")


def _evaluation(forms: tuple[FormHead, ...], links: DisclosureLinks) -> KeyFigure | None:
    whole = [form for form in forms if form.is_of_unit and form.score.printed]
    if not whole:
        return None
    points = [number_in(form.score.printed) for form in forms if not form.is_of_unit]
    told = _("{count} 个项目平均 {mean} 分") if len(points) > 1 else _("项目 {mean} 分")
    note = told.format(count=len(points), mean=_mean(points)) if points and None not in points else ""
    return KeyFigure(_("绩效自评"), whole[0].score.printed, _("分"), note, links.performance())


def _mean(points: list[Decimal]) -> str:
    """The average of printed points, to three decimals at most, half up."""
    mean = (sum(points, Decimal(0)) / len(points)).quantize(Decimal("0.001"), ROUND_HALF_UP)
    return f"{mean.normalize():f}"
