"""The money of a project in its self-evaluation form: the whole year's is read, what it consists of is kept."""

import re
from collections.abc import Iterator

from disclosures.amounts import AmountUnit, Outcome, Precision, outcome_of_sum
from disclosures.documents.items import Cell
from disclosures.intake.figures import amount_in
from disclosures.intake.ledger import Ledger
from disclosures.intake.recognition.blocks import Row
from disclosures.intake.rows.cells import at
from disclosures.intake.wording import bare, unnumbered

_FIELDS = {
    "全年预算数": "budget",
    "调整后预算数": "budget",
    "全年执行数": "executed",
    "预算执行数": "executed",
    "执行率": "execution_rate",
    "预算执行率": "execution_rate",
    "得分": "execution_score",
}
_MONEY = ("年初预算数", "年初预算", "全年预算数", "调整后预算数", "全年执行数", "预算执行数")
_ALL = ("年度资金总额", "年度资金总和", "资金总额", "预算资金总额", "总额", "合计")
_SOURCES = (
    "本年财政拨款", "当年财政拨款", "财政拨款", "财政拨款资金", "财政资金", "上年结转", "上年结转资金", "上年结转结余",
    "其他资金", "其他", "单位资金", "财政专户管理资金",
)  # fmt: skip
_MARK = re.compile(r"\([AB/÷*×%100]{1,12}\)")  # (A), (B), (B/A)
_UNIT = re.compile(r"\((万元|亿元|元)\)")
_KEPT = "自评表的数据里只有全年预算数、全年执行数、执行率和得分；资金各行照原样保留。"


class Funds:
    """The rows below the titles of the money, of which one is the whole."""

    def __init__(self, head: Row, precision: Precision):
        units = (match[1] for cell in head if cell and (match := _UNIT.search(bare(cell.text))))
        self.precision = Precision(next(map(AmountUnit, units), precision.unit), precision.decimals)
        self.titles = {position: _title(cell) for position, cell in enumerate(head) if cell}
        self.first = min(position for position, title in self.titles.items() if title in _MONEY)
        self.rows = [head]
        self.whole: Row | None = None
        self.parts: list[tuple[str, Row]] = []

    def add(self, row: Row) -> Iterator[tuple[str, Cell]]:
        """Keep the row; of the whole year's money, the form's field of each cell."""
        self.rows.append(row)
        labels = [unnumbered(cell.text).rstrip(":") for cell in row[: self.first] if cell]
        if not self.whole and any(label in _ALL for label in labels):
            self.whole = row
            for position, title in self.titles.items():
                if title in _FIELDS and (cell := at(row, position)):
                    yield _FIELDS[title], cell
        elif labels:
            self.parts.append((labels[-1], row))

    def finish(self, ledger: Ledger) -> None:
        """Compare the whole with what it consists of, and keep all that was printed."""
        if not self.whole:
            ledger.warn(next(cell for cell in self.rows[0] if cell), "没有找到年度资金总额一行，资金没有读成数据。")
        elif self.parts and all(label in _SOURCES for label, _ in self.parts):
            for position, title in self.titles.items():
                if title in _MONEY and (total := at(self.whole, position)):
                    self._compare(total, [at(row, position) for _, row in self.parts], title, ledger)
        ledger.use(*(cell for row in self.rows for cell in row if cell))
        ledger.keep("绩效自评表的项目资金", self.rows, _KEPT)

    def _compare(self, total: Cell, cells: list[Cell | None], title: str, ledger: Ledger) -> None:
        parts = [value for cell in cells if cell and (value := amount_in(cell, self.precision, ledger)) is not None]
        whole = amount_in(total, self.precision, ledger)
        if parts and whole is not None and outcome_of_sum(whole, parts, self.precision) == Outcome.BROKEN:
            ledger.warn(total, f"“{title}”各项资金加起来不等于年度资金总额；请对照原件。")


def funds_headed(row: Row, precision: Precision) -> Funds | None:
    """The block that a row of at least three of its titles begins."""
    titles = {_title(cell) for cell in row if cell}
    return Funds(row, precision) if len(titles & _FIELDS.keys()) > 2 and titles & {*_MONEY} else None


def in_unit_of(label: Cell, precision: Precision) -> Precision:
    """The precision of the figure beside a label that may name a unit of its own."""
    match = _UNIT.search(bare(label.text))
    return Precision(AmountUnit(match[1]), precision.decimals) if match else precision


def _title(cell: Cell) -> str:
    return _MARK.sub("", _UNIT.sub("", bare(cell.text)))
