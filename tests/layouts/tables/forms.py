"""Self-evaluation forms as they are laid out, their headings in every row, once, or in merged cells."""

from disclosures.demo.performance import MadeForm
from disclosures.statements.models import PerformanceForm, PerformanceIndicator
from tests.layouts.tables.grids import Drawn, Merge, head_of
from tests.layouts.tables.laid import Laid
from tests.layouts.tables.levels import merge_levels, shown_levels
from tests.layouts.tables.printing import Printer

_REASONS = ("经费保障", "制度保障", "人员保障", "硬件条件保障", "其他")
_VALUES = ("name", "operator", "target", "unit", "actual", "completion", "weight", "score")
TITLES = {PerformanceForm.UNIT: "部门（单位）整体绩效自评表", PerformanceForm.PROJECT: "预算项目（政策）绩效自评表"}


def lay_form(made: MadeForm, printer: Printer, year: int) -> Laid:
    """One form in one grid."""
    is_unit = made.form.kind == PerformanceForm.UNIT
    head = _unit_indicator_head() if is_unit else _project_indicator_head()
    top = _unit_top(made, printer, head.width) if is_unit else _project_top(made.form, printer, head.width)
    drawn = head.below(top)
    _add_indicators(drawn, made.indicators, printer, reasons=len(_REASONS) + (not is_unit))
    drawn.add(*_foot(made.form, drawn.width))
    title = TITLES[made.form.kind]
    return Laid(drawn, form=made, caption=[[title], [f"（{year}年度）"]], title=title)


def _pairs(*pairs: str, width: int) -> list[str]:
    """Labels and values in a row, padded to the width of the form."""
    return [*pairs, *[""] * (width - len(pairs))]


def _unit_top(made: MadeForm, printer: Printer, width: int) -> Drawn:
    form, unit, drawn = made.form, printer.precision.unit, Drawn([])
    drawn.add(_pairs("部门（单位）名称", form.name, width=width), (1, width - 1))
    drawn.add(_pairs(f"部门年初预算收入金额（{unit}）", _text(form, "income_budget", printer), width=width))
    drawn.add(_pairs(f"部门年初预算支出金额（{unit}）", _text(form, "budget", printer), width=width))
    heads = ("对应项目", f"项目下达金额（{unit}）", f"项目执行金额（{unit}）", "项目执行率", "分值", "得分")
    drawn.add(_pairs("年度主要任务", *heads, width=width))
    for one in made.tasks:
        amounts = (_text(one, "allocated", printer), _text(one, "executed", printer))
        drawn.add(_pairs("", one.name, *amounts, one.rate, one.weight, one.score, width=width))
    drawn.merges.append(Merge(3, 0, len(made.tasks) + 1, 1))
    _add_goals(drawn, form, ("年度目标", "年初总体目标", "全年完成情况"), width)
    return drawn


def _project_top(form: PerformanceForm, printer: Printer, width: int) -> Drawn:
    unit, drawn = printer.precision.unit, Drawn([])
    for label, value in (
        ("项目（政策）名称", form.name), ("主管部门", form.department), ("实施单位", form.implementing_unit),
    ):  # fmt: skip
        drawn.add(_pairs(label, value, width=width), (1, width - 1))
    budget, executed = (_text(form, name, printer) for name in ("budget", "executed"))
    money = (f"项目预算金额（{unit}）", budget, f"全年执行数（{unit}）", executed, "执行率", form.execution_rate)
    drawn.add(_pairs(*money, width=width))
    _add_goals(drawn, form, ("年度总体目标", "年初设定目标", "全年实际完成情况"), width)
    return drawn


def _text(part, column: str, printer: Printer) -> str:
    return part.text(column, printer.precision)


def _add_goals(drawn: Drawn, form: PerformanceForm, labels: tuple[str, str, str], width: int) -> None:
    side, half = len(drawn.rows), width // 2
    for label, goal, outcome in (labels, ("", form.goal, form.outcome)):
        row = [label, goal, *[""] * (half - 1), outcome, *[""] * (width - half - 2)]
        drawn.add(row, (1, half), (half + 1, width - half - 1))
    drawn.merges.append(Merge(side, 0, 2, 1))


def _unit_indicator_head() -> Drawn:
    words = (
        "一级指标",
        "二级指标",
        "三级指标",
        "运算符号",
        "指标值",
        "度量单位",
        "全年完成值",
        "完成程度",
        "分值",
        "得分",
    )
    reasons = [("偏差原因分析", f"{reason}原因分析") for reason in _REASONS]
    return head_of([*((word,) for word in words), *reasons, ("改进措施",)], "merged")


def _project_indicator_head() -> Drawn:
    target = [("年度目标值", word) for word in ("运算符号", "内容", "度量单位")]
    reasons = [("未完成原因分析", word) for word in (*_REASONS, "原因说明")]
    levels, after = ("一级指标", "二级指标", "三级指标"), ("全年完成值", "完成程度", "分值", "得分")
    single = ([(word,) for word in words] for words in (levels, after, ("改进措施",)))
    levels, after, last = single
    return head_of([*levels, *target, *after, *reasons, *last], "merged")


def _add_indicators(drawn: Drawn, rows: list[PerformanceIndicator], printer: Printer, reasons: int) -> None:
    """The indicators below their head."""
    if printer.layout["forms"] == "levels merged":
        merge_levels(drawn, rows)
    levels = shown_levels(rows, printer.layout["forms"] == "levels in every row")
    for one, shown in zip(rows, levels, strict=True):
        why = [one.deviation.get(reason, "") for reason in _REASONS] + [""] * (reasons - len(_REASONS))
        drawn.add([*shown, *(getattr(one, value) for value in _VALUES), *why, one.improvement])


def _foot(form: PerformanceForm, width: int) -> tuple[list[str], ...]:
    if form.kind == PerformanceForm.UNIT:
        return (_pairs("总评价得分", form.total_score, width=width),)
    pairs = (
        "指标自评得分小计", form.subtotal, "预算执行率得分", form.execution_score,
        "减分项", form.deduction, "绩效自评总得分", form.total_score,
    )  # fmt: skip
    return (_pairs(*pairs, width=width),)
