"""The project's form of the common national layout: targets such as “≥50个” in one cell, one column of reasons.

It prints no degree of completion, no subtotal and no deduction, and some figures that a disclosure has no field for.
"""

from copy import copy

from disclosures.demo.performance import MadeForm
from disclosures.statements.models import PerformanceIndicator
from tests.layouts.tables.grids import Drawn, Merge
from tests.layouts.tables.laid import Laid
from tests.layouts.tables.levels import merge_levels, shown_levels
from tests.layouts.tables.printing import Printer

TITLE = "项目支出绩效自评表"
_HEAD = ("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施")
_SIGNS = {">=": "≥", "<=": "≤", "=": "="}
_WHY = "原因说明"  # where reasons go that no column tells apart
_WIDTH = len(_HEAD)
_FUNDS_POINTS = "10"


def lay_national_form(made: MadeForm, printer: Printer, year: int) -> Laid:
    """One form in one grid, with what it can be read as."""
    shown = _as_shown(made)
    drawn = Drawn([])
    _add_top(drawn, made, printer)
    drawn.add(list(_HEAD))
    _add_indicators(drawn, shown.indicators, printer)
    drawn.add(["总分", *[""] * 4, "100", made.form.total_score, ""], (0, 5))
    budget = made.form.text("budget", printer.precision)
    return Laid(
        drawn, form=shown, caption=[[TITLE], [f"（{year}年度）"]], title=TITLE, without_field=[budget, _FUNDS_POINTS]
    )


def _as_shown(made: MadeForm) -> MadeForm:
    """The form without what this layout does not print."""
    form = copy(made.form)
    form.subtotal = form.deduction = ""
    return MadeForm(form, indicators=[_indicator(one) for one in made.indicators])


def _indicator(one: PerformanceIndicator) -> PerformanceIndicator:
    shown = copy(one)
    shown.operator, shown.completion, shown.improvement = _SIGNS[one.operator], "", ""
    shown.actual = f"{one.actual}{one.unit}"
    why = "".join((*one.deviation.values(), one.improvement))
    shown.deviation = {_WHY: why} if why else {}
    return shown


def _add_top(drawn: Drawn, made: MadeForm, printer: Printer) -> None:
    form, unit = made.form, printer.precision.unit
    budget, executed = (form.text(name, printer.precision) for name in ("budget", "executed"))
    drawn.add(["项目名称", form.name, *[""] * (_WIDTH - 2)], (1, _WIDTH - 1))
    drawn.add(["主管部门", form.department, "", "", "实施单位", form.implementing_unit, "", ""], (1, 3), (5, 3))
    drawn.add([f"项目资金（{unit}）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"], (0, 2))
    rate, points = form.execution_rate, form.execution_score
    drawn.add(["", "年度资金总额", budget, budget, executed, _FUNDS_POINTS, rate, points])
    drawn.add(["年度总体目标", "预期目标", "", "", "实际完成情况", "", "", ""], (1, 3), (4, 4))
    drawn.add(["", form.goal, "", "", form.outcome, "", "", ""], (1, 3), (4, 4))
    drawn.merges.append(Merge(len(drawn.rows) - 2, 0, 2, 1))


def _add_indicators(drawn: Drawn, rows: list[PerformanceIndicator], printer: Printer) -> None:
    if printer.layout["forms"] == "levels merged":
        merge_levels(drawn, rows)
    levels = shown_levels(rows, printer.layout["forms"] == "levels in every row")
    for one, shown in zip(rows, levels, strict=True):
        why = one.deviation.get(_WHY, "")
        drawn.add([*shown, one.name, f"{one.operator}{one.target}{one.unit}", one.actual, one.weight, one.score, why])
