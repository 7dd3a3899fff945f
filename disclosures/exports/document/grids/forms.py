"""A self-evaluation form as a grid: its money, tasks and goals above, its indicators below, its points at the foot."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from disclosures.amounts import Precision
from disclosures.exports.document.grids.grid import CENTER, Box, Grid
from disclosures.statements.fields import field_title
from disclosures.statements.loaded import Form
from disclosures.statements.models import PerformanceForm, PerformanceIndicator

TITLES = {PerformanceForm.UNIT: "部门（单位）整体绩效自评表", PerformanceForm.PROJECT: "预算项目（政策）绩效自评表"}
REASONS = ("经费保障", "制度保障", "人员保障", "硬件条件保障", "其他", "原因说明")
_LEVELS = ("level1", "level2")
_TARGET = ("operator", "target", "unit")
_RESULT = ("actual", "completion", "weight", "score")
_WIDTH = 2 + 1 + len(_TARGET) + len(_RESULT) + len(REASONS) + 1
_TARGETS, _REASONS, _MEASURES = "年度目标值", "未完成原因分析", "改进措施"
_SIDE = 2  # columns of the labels on the left


def form_grid(form: Form, precision: Precision) -> Grid:
    """The form as published; amounts in the unit of the disclosure, which the labels name."""
    grid = Grid(_WIDTH)
    for row in _top(form, precision):
        grid.add(*row)
    _indicators(grid, form.indicators)
    for row in _foot(form.form):
        grid.add(*row)
    return grid


def _label(text: str, wide: int = _SIDE, high: int = 1) -> Box:
    return Box(text, wide, high, CENTER)


def _top(form: Form, precision: Precision) -> Iterator[list[Box]]:
    is_unit = form.form.kind == PerformanceForm.UNIT
    yield from (_of_unit if is_unit else _of_project)(form, precision)
    goals = ("年初总体目标", "全年完成情况") if is_unit else ("年初设定目标", "全年实际完成情况")
    half = (_WIDTH - _SIDE) // 2
    rest = _WIDTH - _SIDE - half
    yield [_label("年度目标" if is_unit else "年度总体目标", high=2), _label(goals[0], half), _label(goals[1], rest)]
    yield [Box(form.form.goal, half), Box(form.form.outcome, rest)]


def _of_unit(form: Form, precision: Precision) -> Iterator[list[Box]]:
    own = form.form
    yield [_label("部门（单位）名称"), Box(own.name, _WIDTH - _SIDE)]
    for title, column in (("收入", "income_budget"), ("支出", "budget")):
        text = Box(own.text(column, precision), _WIDTH - _SIDE)
        yield [_label(f"部门年初预算{title}金额（{precision.unit}）"), text]
    yield from _named_besides(own, ("department", "implementing_unit"))
    titles = ("对应项目", f"项目下达金额（{precision.unit}）", f"项目执行金额（{precision.unit}）")
    widths = (5, 2, 2, 2, 2, 2)
    heads = [_label(text, wide) for text, wide in zip((*titles, "项目执行率", "分值", "得分"), widths, strict=True)]
    yield [_label("年度主要任务", high=len(form.tasks) + 1), *heads]
    for task in form.tasks:
        amounts = (task.text("allocated", precision), task.text("executed", precision))
        texts = (task.name, *amounts, task.rate, task.weight, task.score)
        yield [
            Box(text, wide, side=CENTER if n else "left")
            for n, (text, wide) in enumerate(zip(texts, widths, strict=True))
        ]


def _of_project(form: Form, precision: Precision) -> Iterator[list[Box]]:
    own = form.form
    yield [_label("项目（政策）名称"), Box(own.name, _WIDTH - _SIDE)]
    yield from _named_besides(own, ("department", "implementing_unit"))
    pairs = (
        (f"项目预算金额（{precision.unit}）", own.text("budget", precision)),
        (f"全年执行数（{precision.unit}）", own.text("executed", precision)),
        (_title("execution_rate"), own.execution_rate),
    )
    yield [box for label, text in pairs for box in (_label(label), Box(text, 3, side=CENTER))]


def _named_besides(own: PerformanceForm, names: Sequence[str]) -> Iterator[list[Box]]:
    for name in names:
        if own.kind == PerformanceForm.PROJECT or getattr(own, name):
            yield [_label(_title(name)), Box(getattr(own, name), _WIDTH - _SIDE)]


def _indicators(grid: Grid, indicators: Sequence[PerformanceIndicator]) -> None:
    """Their head in two levels, then one a row; headings that stay the same are merged."""
    single = [_label(_indicator_title(name), 1, 2) for name in (*_LEVELS, "name")]
    results = [_label(_indicator_title(name), 1, 2) for name in _RESULT]
    groups = (_label(_TARGETS, len(_TARGET)), _label(_REASONS, len(REASONS)))
    grid.add(*single, groups[0], *results, groups[1], _label(_MEASURES, 1, 2))
    grid.add(*(_label(word, 1) for word in ("运算符号", "内容", "度量单位", *REASONS)))
    for (_, _), first in groupby(indicators, lambda each: (each.level1, "")):
        rows = list(first)
        for number, row in enumerate(_of_one_heading(rows)):
            grid.add(*([_label(rows[0].level1, 1, len(rows))] if not number else []), *row)


def _of_one_heading(indicators: Sequence[PerformanceIndicator]) -> Iterator[list[Box]]:
    for second, same in groupby(indicators, lambda each: each.level2):
        rows = list(same)
        for number, indicator in enumerate(rows):
            yield [*([_label(second, 1, len(rows))] if not number else []), *_indicator(indicator)]


def _indicator(indicator: PerformanceIndicator) -> Iterator[Box]:
    yield Box(indicator.name)
    yield from (Box(getattr(indicator, name), side=CENTER) for name in (*_TARGET, *_RESULT))
    yield from (Box(indicator.deviation.get(reason, "")) for reason in REASONS)
    yield Box(indicator.improvement)


def _foot(own: PerformanceForm) -> Iterator[list[Box]]:
    if own.kind == PerformanceForm.UNIT:
        yield [_label("总评价得分"), Box(own.total_score, _WIDTH - _SIDE)]
        return
    names = ("subtotal", "execution_score", "deduction", "total_score")
    labels = (*(_title(name) for name in names[:-1]), "绩效自评总得分")
    yield [
        box
        for name, label in zip(names, labels, strict=True)
        for box in (_label(label), Box(getattr(own, name), side=CENTER))
    ]


def _title(name: str) -> str:
    return field_title(PerformanceForm, name)


def _indicator_title(name: str) -> str:
    return field_title(PerformanceIndicator, name)
