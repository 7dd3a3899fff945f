"""Projects: the amounts of the forms against the text, the accounts and the forms' own costs."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from disclosures.amounts import FEN, AmountError, AmountUnit, Outcome, Precision, parse_amount, places_of, printed
from disclosures.checks.cell_figures import figure_at, with_unit
from disclosures.checks.cells import cell
from disclosures.checks.figures import Figure, Unit, in_words
from disclosures.checks.labels import Label, Named, TextLabel, inner, quoted
from disclosures.checks.outcomes import Result, Severity
from disclosures.checks.performance.figures import NOTHING, amount, figure, name_of, number
from disclosures.checks.spots import TextSpot
from disclosures.checks.sums import check_at_most, check_same, not_checkable, undecided
from disclosures.checks.wording.reasons import Reason
from disclosures.checks.wording.relations import Relation
from disclosures.statements.lines import TOTAL
from disclosures.statements.loaded import Form, LoadedDisclosure
from disclosures.statements.models import Chapter, Expenditure, FiscalSummary, Paragraph, PerformanceForm

_AMOUNT = r"\s*(?:支出)?\s*(?P<figure>[\d,，]+(?:\.\d+)?)\s*(?P<unit>亿元|万元|元)"
_BEFORE = r"(?:^|[；;，,、。：:（(\s]|包括|主要是|其中|分别是|用于)"
_COMPLETED = re.compile(r"财政拨款支出完成年初预算的\s*(?P<rate>[\d.]+)\s*[%％]")


def amounts_in_text(rule: str, loaded: LoadedDisclosure) -> Iterator[Result]:
    """What the text says was spent on a project by name is what its form says."""
    for form in _projects(loaded):
        executed = amount(loaded, form, form.form, "executed")
        said = list(_said(form.form.name, loaded))
        if not said:
            project = quoted(form.form.name)
            yield not_checkable(rule, Reason.NO_AMOUNT_IN_TEXT, Severity.WARNING, executed, project=project)
        for one in said:
            yield check_same(rule, loaded, executed, one, severity=Severity.WARNING)


def _projects(loaded: LoadedDisclosure) -> list[Form]:
    return [form for form in loaded.forms if form.form.kind == PerformanceForm.PROJECT]


def _said(name: str, loaded: LoadedDisclosure) -> Iterator[Figure]:
    """Every amount that follows the name as a whole in the explanation; 元, exact."""
    loose = r"\s*".join(map(re.escape, re.sub(r"\s", "", name)))
    pattern = re.compile(rf"{_BEFORE}\s*{loose}{_AMOUNT}")
    for paragraph in loaded.paragraphs:
        if paragraph.chapter == Chapter.EXPLANATION and name[:1] in paragraph.text:
            for match in pattern.finditer(paragraph.text):
                yield _figure(match, paragraph, TextLabel(inner(name)))


def _figure(match: re.Match, paragraph: Paragraph, label: Label) -> Figure:
    """An amount of the text in 元, exact, with half a step of the decimals it is printed with, two at least."""
    text, unit = match["figure"], AmountUnit(match["unit"])
    try:
        value = parse_amount(text, unit)
    except AmountError:
        value = None
    step = Precision(unit, max(2, len(text.partition(".")[2]))).half_step
    spot = TextSpot(paragraph.place, paragraph.position, match.start("figure"), match.end("figure"))
    return Figure(value, label, f"{text} {unit}", Unit.YUAN, spot, step)


# ---------------------------------------------------------------------------------------------------------------------
# Against the accounts
# ---------------------------------------------------------------------------------------------------------------------


def projects_within_expenditure(rule: str, loaded: LoadedDisclosure) -> Iterator[Result]:
    """What all evaluated projects spent is at most what the accounts call project expenditure."""
    figures = [amount(loaded, form, form.form, "executed") for form in _projects(loaded)]
    parts = tuple(one for one in figures if one.value is not None)
    if parts:
        whole = figure_at(loaded, cell(TOTAL, Expenditure.project_expenditure))
        yield _at_most(rule, loaded, parts, Named("{} 张项目自评表全年执行数之和", (len(parts),)), whole)


def tasks_within_expenditure(rule: str, loaded: LoadedDisclosure) -> Iterator[Result]:
    """What was spent on the tasks of the whole unit is at most all expenditure of the accounts."""
    for form in loaded.forms:
        figures = [amount(loaded, form, task, "executed") for task in form.tasks]
        if parts := tuple(one for one in figures if one.value is not None):
            whole = figure_at(loaded, cell(TOTAL, Expenditure.total_expenditure))
            yield _at_most(rule, loaded, parts, Named("{}各项任务执行金额之和", (name_of(form.form),)), whole)


def _at_most(
    rule: str, loaded: LoadedDisclosure, parts: tuple[Figure, ...], label: Label, whole: Figure | None
) -> Result:
    """The sum of amounts, 元, exact, within a whole; half a step of each is rounding."""
    value = sum((one.value for one in parts), NOTHING)
    half = sum((one.half_step for one in parts), NOTHING)
    left = Figure(value, label, in_words(value, loaded.disclosure.precision), half_step=half)
    return replace(check_at_most(rule, loaded, left, whole, Severity.WARNING), parts=parts)


def budget_of_unit(rule: str, loaded: LoadedDisclosure) -> Iterator[Result]:
    """The unit's initial budget is at least the one that the text's completion of fiscal expenditure leads to."""
    spent = figure_at(loaded, cell("expenditure:expenditure_this_year", FiscalSummary.total))
    for form in loaded.forms:
        if form.form.kind != PerformanceForm.UNIT or form.form.budget is None:
            continue
        budget = amount(loaded, form, form.form, "budget")
        found = _completed(loaded)
        if not found or not spent or not spent.value:
            yield not_checkable(rule, Reason.NO_COMPLETION_IN_TEXT, Severity.WARNING, budget)
            continue
        yield _budget(rule, loaded, budget, spent, found)


def _completed(loaded: LoadedDisclosure) -> Figure | None:
    for paragraph in loaded.paragraphs:
        if match := _COMPLETED.search(paragraph.text):
            spot = TextSpot(paragraph.place, paragraph.position, *match.span("rate"))
            rate = number(match["rate"])
            label = Named("文字里的财政拨款支出完成年初预算的比例")
            return Figure(rate, label, f"{match['rate']}%", Unit.PERCENT, spot) if rate else None
    return None


def _budget(rule: str, loaded: LoadedDisclosure, budget: Figure, spent: Figure, rate: Figure) -> Result:
    """元: spent ÷ rate, each taken half a printed step to the side of the smaller budget."""
    due = (spent.value * 100 / rate.value).quantize(FEN)
    step = Decimal(5).scaleb(-places_of(rate.value) - 1)
    least = (spent.value - spent.half_step) * 100 / (rate.value + step) - budget.half_step
    right = Figure(due, Named("由文字推算的财政拨款年初预算"), _about(due, loaded), Unit.YUAN)
    holds = budget.value >= least
    return Result(
        rule,
        Outcome.EQUAL if holds else Outcome.BROKEN,
        Relation.AT_LEAST_DERIVED,
        budget,
        right,
        NOTHING if holds else due - least,
        (spent, rate),
        Severity.WARNING,
        facts={"short": _about(due - budget.value, loaded)},
    )


def _about(amount: Decimal, loaded: LoadedDisclosure) -> str:
    """An estimate of 元 in the unit and decimals of the disclosure."""
    precision = loaded.disclosure.precision
    return with_unit(printed(amount, precision.unit, precision.decimals), precision)


# ---------------------------------------------------------------------------------------------------------------------
# A form's costs
# ---------------------------------------------------------------------------------------------------------------------

_UNITS = {unit.value: unit for unit in AmountUnit}


def costs_in_forms(rule: str, loaded: LoadedDisclosure) -> Iterator[Result]:
    """An indicator that gives a project's whole cost gives what was spent; its target is no more than the budget."""
    for form in _projects(loaded):
        for indicator in form.indicators:
            if "总成本" in indicator.name and indicator.unit in _UNITS:
                actual, target = (_cost(form, indicator, name) for name in ("actual", "target"))
                executed, budget = (amount(loaded, form, form.form, name) for name in ("executed", "budget"))
                yield check_same(rule, loaded, executed, actual, severity=Severity.NOTE)
                yield _cost_target(rule, loaded, target, budget)


def _cost(form: Form, indicator, name: str) -> Figure:
    """A number of an indicator that is an amount, in 元, exact."""
    unit = _UNITS[indicator.unit]
    printed = figure(form, indicator, name, Unit.NUMBER)
    value = None if printed.value is None else printed.value.scaleb(unit.zeros)
    step = Precision(unit, 2).half_step
    text = f"{getattr(indicator, name)} {unit}"
    return Figure(value, printed.label, text, Unit.YUAN, printed.spot, step)


def _cost_target(rule: str, loaded: LoadedDisclosure, target: Figure, budget: Figure) -> Result:
    """A target above the budget may be the budget before it was cut: that cannot be told."""
    result = check_at_most(rule, loaded, target, budget, Severity.NOTE)
    if result.outcome != Outcome.BROKEN:
        return result
    return undecided(result, Reason.BUDGET_CUT)
