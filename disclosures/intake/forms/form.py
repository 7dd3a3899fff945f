"""Performance self-evaluation forms: head, tasks, goals, indicators and scores, from one or several grids."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from disclosures.amounts import Precision
from disclosures.documents.items import Cell
from disclosures.intake.figures import take_figure
from disclosures.intake.forms.funds import Funds, funds_headed, in_unit_of
from disclosures.intake.forms.indicators import columns_by_title, is_only_a_name, read_by_head, read_indicator
from disclosures.intake.forms.levels import Labelled
from disclosures.intake.ledger import Ledger
from disclosures.intake.recognition.blocks import Block, Row
from disclosures.intake.recognition.captions import Caption
from disclosures.intake.wording import bare
from disclosures.statements.fields import Amount
from disclosures.statements.models import PerformanceForm, PerformanceTask

_UNIT_NAME, _PROJECT_NAME = "部门(单位)名称", "项目(政策)名称"
_OTHER_LABELS = {
    _UNIT_NAME: "name",
    _PROJECT_NAME: "name",
    "单位名称": "name",
    "项目名称": "name",
    "绩效自评总得分": "total_score",
    "总评价得分": "total_score",
}
_GOALS = ("年初总体目标", "年初设定目标", "预期目标")
_OUTCOMES = ("全年完成情况", "全年实际完成情况", "实际完成情况")
_GOAL_LABELS = ("年度目标", "年度总体目标", "总体目标")
_TASK_LABELS = ("年度主要任务", "主要任务")
_GRAND_TOTALS = ("总分",)
_INDICATOR_HEAD = ("三级指标", "运算符号")
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_IN_UNIT = re.compile(r"\((?:万元|亿元|元)\)")


@dataclass
class FormReading:
    """A form with its tasks and indicators, not yet saved."""

    form: PerformanceForm
    tasks: list[PerformanceTask] = field(default_factory=list)
    rows: list[Labelled] = field(default_factory=list)


def labels() -> dict[str, str]:
    """Every label of a form's head and foot -> the field it stands for."""
    fields = PerformanceForm._meta.local_fields
    titles = {bare(str(field.verbose_name)): field.name for field in fields}
    also = {bare(title): field.name for field in fields if isinstance(field, Amount) for title in field.also}
    return titles | also | _OTHER_LABELS


def read_form(caption: Caption, blocks: list[Block], precision: Precision, ledger: Ledger) -> FormReading:
    """Read a form that may stand in several grids, one after the other."""
    reading = _Reader(caption, precision, ledger)
    for block in blocks:
        ledger.use(*block.caption)
        reading.read(block.rows)
    for funds in reading.funds:
        funds.finish(ledger)
    return reading.result


class _Reader:
    """Goes through the rows of a form; what a row is, its labels say."""

    def __init__(self, caption: Caption, precision: Precision, ledger: Ledger):
        kind = PerformanceForm.UNIT if "整体" in caption.title else PerformanceForm.PROJECT
        self.result = FormReading(PerformanceForm.new(kind=kind))
        self.usual, self.ledger = precision, ledger
        self.precision = Precision(caption.amount_unit or precision.unit, precision.decimals)
        self.funds: list[Funds] = []
        self.labels = labels()
        self.task_columns: dict[int, str] = {}
        self.columns: dict[int, str] = {}
        self.below = ""  # what the rows that follow hold: tasks, goals or indicators

    def read(self, rows: list[Row]) -> None:
        for row in rows:
            self.result.form.place = self.result.form.place or next(cell for cell in row if cell).place
            words = {_label(cell) for cell in row if cell}
            if words & {*_GOALS, *_OUTCOMES}:
                self._head(row, "goals")
            elif "对应项目" in words:
                self._head(row, "tasks")
                self.task_columns = dict(self._task_columns(row))
            elif "三级指标" in words and "年度指标值" in words and "运算符号" not in words:
                self._head(row, "indicators_by_head")
                self.columns = columns_by_title(row)
            elif words & {*_INDICATOR_HEAD}:
                self._head(row, "indicators")
            elif funds := funds_headed(row, self.precision):
                self._head(row, "funds")
                self.funds.append(funds)
            elif words & {*_GRAND_TOTALS}:
                self._grand_total(row)
            elif words & self.labels.keys():
                self._pairs(row)
            elif self.below:
                getattr(self, f"_{self.below}")(row)

    def _head(self, row: Row, below: str) -> None:
        self.below = below
        self.ledger.use(*(cell for cell in row if cell))

    def _pairs(self, row: Row) -> None:
        """Label and value, several to a row."""
        cells = [cell for cell in row if cell]
        for label, value in zip(cells, [*cells[1:], None], strict=True):
            name = self.labels.get(_label(label))
            if not name:
                continue
            self.ledger.use(label)
            if value and _label(value) not in self.labels:
                self._set(name, value, in_unit_of(label, self.precision))

    def _funds(self, row: Row) -> None:
        """The row of the whole year's money below its titles; what it consists of is kept."""
        block = self.funds[-1]
        for name, cell in block.add(row):
            self._set(name, cell, block.precision)

    def _grand_total(self, row: Row) -> None:
        """总分, the points that can be had, the points that were."""
        cells = [cell for cell in row if cell]
        self.ledger.use(*cells)
        self._set("total_score", cells[-1], self.precision)

    def _set(self, name: str, cell: Cell, precision: Precision) -> None:
        field = self.result.form._meta.get_field(name)
        if isinstance(field, Amount):
            take_figure(self.result.form, field, cell, precision, self.ledger)
            if precision.unit != self.usual.unit:
                self.result.form.as_printed.pop(name, None)  # in another unit than the rest of the disclosure
        else:
            setattr(self.result.form, name, _text(cell))
            self.ledger.use(cell)

    def _task_columns(self, head: Row) -> Iterator[tuple[int, str]]:
        titles = {bare(str(field.verbose_name)): field.name for field in PerformanceTask._meta.local_fields}
        for position, cell in enumerate(head):
            if name := titles.get(_label(cell)):
                yield position, name

    def _tasks(self, row: Row) -> None:
        task = PerformanceTask.new(position=len(self.result.tasks) + 1)
        for position, cell in enumerate(row):
            if not cell:
                continue
            if name := self.task_columns.get(position):
                task.place = task.place or cell.place
                self._set_task(task, name, cell)
            elif _label(cell) in _TASK_LABELS:
                self.ledger.use(cell)
        if task.name:
            self.result.tasks.append(task)

    def _set_task(self, task: PerformanceTask, name: str, cell: Cell) -> None:
        field = task._meta.get_field(name)
        if isinstance(field, Amount):
            take_figure(task, field, cell, self.precision, self.ledger)
            if self.precision.unit != self.usual.unit:
                task.as_printed.pop(name, None)
        else:
            setattr(task, name, _text(cell))
            self.ledger.use(cell)

    def _goals(self, row: Row) -> None:
        texts = [cell for cell in row if cell and _label(cell) not in _GOAL_LABELS]
        form = self.result.form
        if form.goal or not texts:
            return
        self.ledger.use(*(cell for cell in row if cell))
        goal, *outcome = [part for cell in texts for part in _paragraphs(cell)]
        form.goal, form.outcome = goal, "\n".join(outcome)

    def _indicators_by_head(self, row: Row) -> None:
        if labelled := read_by_head(row, self.columns, self.ledger):
            labelled.indicator.position = len(self.result.rows) + 1
            self.result.rows.append(labelled)

    def _indicators(self, row: Row) -> None:
        rows = self.result.rows
        if labelled := read_indicator(row, self.ledger):
            labelled.indicator.position = len(rows) + 1
            rows.append(labelled)
        elif rows and not rows[-1].indicator.name and is_only_a_name(row):
            (cell,) = (cell for cell in row if cell)
            rows[-1].indicator.name = _text(cell)
            self.ledger.use(cell)
            self.ledger.repair(
                cell, cell.text, f"{cell.text}（{rows[-1].cell.place}）", "指标名称落在下一行，接回上一行"
            )
        elif {_label(cell) for cell in row if cell} & {"内容", "经费保障"}:  # the second row of the head
            self.ledger.use(*(cell for cell in row if cell))


def _label(cell: Cell) -> str:
    return _as_label(cell.text)


@lru_cache(maxsize=20_000)  # heads and feet are the same in every form
def _as_label(text: str) -> str:
    return _IN_UNIT.sub("", bare(text)).removesuffix("原因分析")


def _text(cell: Cell) -> str:
    return re.sub(r"\s*\n\s*", "", cell.text).strip()


def _paragraphs(cell: Cell) -> list[str]:
    """The paragraphs that a cell marks as such, else the whole text."""
    return [part.strip() for part in _PARAGRAPH.findall(cell.text)] or [cell.text.strip()]
