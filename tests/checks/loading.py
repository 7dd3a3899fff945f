"""Small disclosures for the tests of rules: parts that are not saved, with figures in 万元 as documents print them."""

from collections.abc import Iterable

from disclosures.amounts import AmountUnit, Outcome, Precision
from disclosures.checks.outcomes import Result
from disclosures.checks.register.rules import BY_CODE
from disclosures.statements.lines import AccountLine, Part, StatementLine, WithAmounts
from disclosures.statements.loaded import LoadedDisclosure
from disclosures.statements.models import (
    STATEMENTS,
    Chapter,
    Disclosure,
    Paragraph,
    PerformanceForm,
    PerformanceIndicator,
    PerformanceTask,
    StatementHead,
)

WAN = Precision(AmountUnit.WAN)

BROKEN, EQUAL, ROUNDING, UNKNOWN = Outcome.BROKEN, Outcome.EQUAL, Outcome.ROUNDING, Outcome.NOT_APPLICABLE


def loaded(parts: Iterable[Part] = (), **fields) -> LoadedDisclosure:
    """A disclosure of these parts; `fields` go to the disclosure."""
    return LoadedDisclosure(
        Disclosure(**{"amount_unit": "万元", "decimals": 2, "year": 2023, "unit_name": "信访局", **fields}), parts
    )


def row(number: str, key: str, **figures: str) -> StatementLine:
    """A row by the key that rules use ("201", "total", "income:grand_total") with its printed figures."""
    model = STATEMENTS[number]
    name = "" if key == "total" and number != "07" else key
    if issubclass(model, AccountLine):
        side, _, item = key.partition(":")
        line = model(side=side, item=item, name=item)
    else:
        line = model(code=name, name=name or "合计")
    line.position, line.place = 1, f"公开{number}表 {key}"
    return printed(line, figures)


def rows(number: str, column: str, figures: dict[str, str]) -> list[StatementLine]:
    """Rows that print one column."""
    return [row(number, key, **{column: figure}) for key, figure in figures.items()]


def printed(part: WithAmounts, figures: dict[str, str]) -> WithAmounts:
    """The part with these figures, taken from their printed texts."""
    for column, text in figures.items():
        part.set_printed(column, text, WAN)
    return part


def head(number: str, **fields) -> StatementHead:
    """What is printed around a table."""
    model = STATEMENTS[number]
    return StatementHead(
        **{"position": int(number), "number": number, "title": model.title, "notes": f"注：{model.note}", **fields}
    )


def paragraph(text: str, *, level: int = 0, chapter: str = Chapter.EXPLANATION, position: int = 1) -> Paragraph:
    return Paragraph(position=position, place=f"第 {position} 段", chapter=chapter, level=level, text=text)


def form(name: str = "救助资金", *, indicators=(), tasks=(), position: int = 1, kind: str = "project", **fields):
    """A form with its tasks and indicators, as parts of a disclosure; budget and executed as printed."""
    amounts = {column.name: fields.pop(column.name) for column in PerformanceForm.columns() if column.name in fields}
    one = PerformanceForm(kind=kind, name=name, position=position, place=f"表 {position}", **fields)
    printed(one, amounts)
    for n, child in enumerate((*tasks, *indicators), start=1):
        child.form, child.position, child.place = one, n, f"表 {position} 第 {n} 行"
    return [one, *tasks, *indicators]


def indicator(name: str = "办结率", target: str = "= 100 %", actual: str = "100", **fields) -> PerformanceIndicator:
    """An indicator; `target` is operator, number and unit, as in ">= 80 %"."""
    operator, number, unit = target.split(" ")
    points = {"completion": "100%", "weight": "10", "score": "10"}
    return PerformanceIndicator(
        name=name, operator=operator, target=number, unit=unit, actual=actual, **{**points, **fields}
    )


def task(name: str = "人员经费", *, allocated: str = "", executed: str = "", **fields) -> PerformanceTask:
    return printed(PerformanceTask(name=name, **fields), {"allocated": allocated, "executed": executed})


def results(rule: str, of: LoadedDisclosure) -> list[Result]:
    """What that rule of the register finds; each can be told, for a sentence is written when it is asked for."""
    found = list(BY_CODE[rule].check(rule, of))
    assert all(one.message.endswith("。") for one in found)
    return found


def outcomes(rule: str, of: LoadedDisclosure) -> list[Outcome]:
    return [result.outcome for result in results(rule, of)]


def only(rule: str, of: LoadedDisclosure) -> Result:
    """The one result of that rule."""
    (result,) = results(rule, of)
    return result
