"""The headings above indicators: where merged cells were lost, they are established from the official framework.

Known: which second heading stands under which first one in a project's form, and both headings of the usual
indicators of a whole unit's form. A form whose printed headings contradict that takes them from another form of
the same document that lists the same indicator without contradiction; what cannot be established stays as printed.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from disclosures.documents.items import Cell
from disclosures.intake.ledger import Ledger
from disclosures.intake.wording import bare
from disclosures.statements.models import PerformanceForm, PerformanceIndicator

SIDE_LABELS = ("绩效指标", "年度绩效指标", "年度指标")

PROJECT = {
    "产出指标": ("数量指标", "质量指标", "时效指标", "成本指标"),
    "效益指标": ("经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"),
    "满意度指标": ("服务对象满意度指标", "社会公众满意度指标"),
}
UNIT = {
    "履职效能": ("基础管理", "重点工作履行", "整体工作完成"),
    "预算执行": ("预算执行效率",),
    "管理效率": ("预算编制管理", "预算监督管理", "预算收支管理", "财务管理", "资产管理", "业务管理"),
    "运行成本": ("成本控制成效",),
    "社会效应": ("社会效益", "服务对象满意度"),
    "可持续性": ("体制机制改革", "创新驱动发展", "人才支撑"),
}
UNIT_INDICATORS = {
    "预算执行效率": ("预算执行率", "预算调整率", "结转结余变动率"),
    "预算编制管理": ("预算绩效目标覆盖率",),
    "预算监督管理": ("预决算公开情况",),
    "预算收支管理": ("预算收入管理规范性", "预算支出管理规范性"),
    "财务管理": ("内控制度有效性",),
    "资产管理": ("固定资产利用率",),
    "业务管理": ("政府采购管理违法违规行为发生次数",),
    "成本控制成效": ("“三公”经费变动率", "在职人员控制率"),
}

FIRST_OF = {second: first for form in (PROJECT, UNIT) for first, seconds in form.items() for second in seconds}
_FIRSTS = frozenset((*PROJECT, *UNIT))
_SECOND_OF = {bare(name): second for second, names in UNIT_INDICATORS.items() for name in names}


@dataclass(frozen=True)
class Labelled:
    """An indicator with the headings printed in its own row, and a cell to point at."""

    indicator: PerformanceIndicator
    printed: tuple[str, ...]
    cell: Cell


@dataclass
class Headings:
    """The two headings that hold for an indicator."""

    first: str = ""
    second: str = ""


def set_levels(forms: Iterable[tuple[PerformanceForm, list[Labelled]]], ledger: Ledger) -> None:
    """Give every indicator its two headings; each that differs from its own row is a repair."""
    forms = list(forms)
    sound: dict[str, Headings] = {}
    for form, rows in forms:
        carried = _carried(rows)
        if form.kind == PerformanceForm.PROJECT and not _contradicts(rows):
            sound |= {bare(row.indicator.name): headings for row, headings in zip(rows, carried, strict=True)}
    for form, rows in forms:
        doubtful = _contradicts(rows)
        for row, headings in zip(rows, _carried(rows), strict=True):
            name = bare(row.indicator.name)
            if form.kind == PerformanceForm.UNIT:
                headings = _usual(name, headings)
            elif doubtful:
                headings = sound.get(name) or Headings(FIRST_OF.get(headings.second, headings.first), headings.second)
            _settle(row, headings, ledger)


def _read(printed: tuple[str, ...]) -> Headings:
    """The headings that a row prints itself, told apart by the framework, else by their order."""
    words = [word for word in map(bare, printed) if word not in SIDE_LABELS]
    seconds = [word for word in words if word in FIRST_OF]
    firsts = [word for word in words if word in _FIRSTS]
    unknown = [word for word in words if word not in seconds and word not in firsts]
    if not seconds and unknown:
        seconds = [unknown.pop()]
    if not firsts and unknown:
        firsts = [unknown.pop()]
    return Headings(firsts[-1] if firsts else "", seconds[-1] if seconds else "")


def _carried(rows: list[Labelled]) -> list[Headings]:
    """Each row's headings: its own, else those of the row above."""
    carried, last = [], Headings()
    for row in rows:
        own = _read(row.printed)
        second = own.second or ("" if own.first else last.second)
        first = own.first or FIRST_OF.get(own.second, "") or last.first
        last = Headings(first, second)
        carried.append(last)
    return carried


def _contradicts(rows: list[Labelled]) -> bool:
    """Whether some row prints a second heading under a first one that the framework does not put it under."""
    own = [_read(row.printed) for row in rows]
    return any(headings.first and FIRST_OF.get(headings.second, headings.first) != headings.first for headings in own)


def _usual(name: str, headings: Headings) -> Headings:
    second = _SECOND_OF.get(name, headings.second)
    return Headings(FIRST_OF.get(second, headings.first), second)


def _settle(row: Labelled, headings: Headings, ledger: Ledger) -> None:
    own = _read(row.printed)
    row.indicator.level1, row.indicator.level2 = headings.first, headings.second
    printed, taken = f"{own.first}/{own.second}", f"{headings.first}/{headings.second}"
    if own.first not in ("", headings.first) or own.second not in ("", headings.second):
        ledger.repair(row.cell, printed, taken, "本行印的指标层级与统一框架或同一文件的另一张表不一致")
    if not (headings.first and headings.second):
        ledger.warn(row.cell, f"“{row.indicator.name}”的指标层级认不全，按原文保留：{taken}。")
