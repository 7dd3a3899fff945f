"""The rows of indicators in a self-evaluation form, also where their cells have shifted."""

import re

from disclosures.documents.items import Cell
from disclosures.intake.forms.levels import Labelled
from disclosures.intake.ledger import Ledger
from disclosures.intake.recognition.blocks import Row
from disclosures.intake.wording import bare
from disclosures.statements.fields import field_title
from disclosures.statements.models import PerformanceIndicator
from disclosures.statements.numbers import number_in

OPERATORS = frozenset(("=", ">=", "<=", ">", "<", "≥", "≤", "＝", "≧", "≦", "＞", "＜", "定性"))
REASONS = ("经费保障", "制度保障", "人员保障", "硬件条件保障", "其他")
EXPLANATION = "原因说明"

_REASON_NAMED = re.compile(rf"^(?P<reason>{'|'.join(REASONS)})\s*[:：]")
_TARGET = re.compile(r"(?P<operator>[≥≤=＝＞＜><]=?)?\s*(?P<target>-?\d[\d,.]*)\s*(?P<unit>[^\d\s].{0,9})?")
_TITLES = {
    "一级指标": "level1",
    "二级指标": "level2",
    "三级指标": "name",
    "年度指标值": "target",
    "指标值": "target",
    "实际完成值": "actual",
    "全年完成值": "actual",
    "全年实际完成值": "actual",
    "完成程度": "completion",
    "分值": "weight",
    "权重": "weight",
    "得分": "score",
    "偏差原因分析及改进措施": "deviation",
    "未完成原因及改进措施": "deviation",
    "偏差原因分析": "deviation",
    "改进措施": "improvement",
}
_AFTER_OPERATOR = ("target", "unit", "actual", "completion", "weight", "score")


def read_indicator(row: Row, ledger: Ledger) -> Labelled | None:
    """The indicator of a row: anchored at its operator, else at the three numbers it ends with."""
    anchor = next((n for n, cell in enumerate(row) if bare(cell.text) in OPERATORS), None)
    read = _with_operator(row, anchor) if anchor is not None else _in_words(row)
    if not read:
        return None
    cells, indicator, score_at = read
    ledger.use(*(cell for cell in row if cell))
    _read_reasons(indicator, row[score_at + 1 :])
    first = next(cell for cell in row if cell)
    indicator.place = first.place
    for name in ("completion", "weight", "score"):
        if number_in(getattr(indicator, name)) is None:
            ledger.warn(first, f"“{indicator.name}”的{_title(name)}不是数：“{getattr(indicator, name)}”。")
    return Labelled(indicator, tuple(cell.text.strip() for cell in cells), first)


def read_by_head(row: Row, columns: dict[int, str], ledger: Ledger) -> Labelled | None:
    """The indicator of a row whose cells stand below their titles; “≥50个” is operator, target and unit in one cell."""
    given = {name: row[position].text.strip() for position, name in columns.items() if position < len(row)}
    levels = tuple(given.pop(name, "") for name in ("level1", "level2"))
    if not given.get("name") or not (given.get("target") or given.get("weight")):
        return None
    ledger.use(*(cell for cell in row if cell))
    reason = given.pop("deviation", "")
    indicator = PerformanceIndicator.new(**given | _target_parts(given.get("target", "")))
    indicator.name = _joined(indicator.name)
    indicator.deviation = {EXPLANATION: reason} if reason else {}
    first = next(cell for cell in row if cell)
    indicator.place = first.place
    return Labelled(indicator, tuple(filter(None, levels)), first)


def columns_by_title(head: Row) -> dict[int, str]:
    """Position of a column -> the field of an indicator that its title names."""
    return {n: _TITLES[title] for n, cell in enumerate(head) if cell and (title := bare(cell.text)) in _TITLES}


def _target_parts(text: str) -> dict[str, str]:
    match = _TARGET.fullmatch(text)
    return {name: (part or "").strip() for name, part in match.groupdict().items()} if match else {}


def _title(name: str) -> str:
    return field_title(PerformanceIndicator, name)


def _with_operator(row: Row, anchor: int) -> tuple[list[Cell], PerformanceIndicator, int] | None:
    """Labels, then the name right before the operator, then target, unit, actual, completion, weight, score."""
    values = row[anchor + 1 : anchor + 1 + len(_AFTER_OPERATOR)]
    if len(values) < len(_AFTER_OPERATOR):
        return None
    before = row[:anchor]
    name = before[-1].text.strip() if before else ""
    labels = [cell for cell in before[:-1] if cell]
    given = dict(zip(_AFTER_OPERATOR, (cell.text.strip() for cell in values), strict=True))
    indicator = PerformanceIndicator.new(name=_joined(name), operator=row[anchor].text.strip(), **given)
    return labels, indicator, anchor + len(_AFTER_OPERATOR)


def _in_words(row: Row) -> tuple[list[Cell], PerformanceIndicator, int] | None:
    """Without operator: labels, name, target and actual in words, then completion, weight and score."""
    for start in range(len(row) - 2):
        numbers = row[start : start + 3]
        if all(cell and number_in(cell.text) is not None for cell in numbers):
            words = [cell for cell in row[:start] if cell]
            if len(words) < 3:
                return None
            *labels, name, target, actual = words
            completion, weight, score = (cell.text.strip() for cell in numbers)
            indicator = PerformanceIndicator(
                name=_joined(name.text), target=target.text.strip(), actual=actual.text.strip(),
                completion=completion, weight=weight, score=score,
            )  # fmt: skip
            return labels, indicator, start + 2
    return None


def _joined(text: str) -> str:
    return re.sub(r"\s*\n\s*", "", text).strip()


def _read_reasons(indicator: PerformanceIndicator, cells: Row) -> None:
    """Reasons by their column, then what is to be done; a measure that names its reason settles a shifted column."""
    printed = [(n, cell.text.strip()) for n, cell in enumerate(cells) if cell]
    measures = [text for n, text in printed if n > len(REASONS)]
    named = next((match["reason"] for _, text in printed if (match := _REASON_NAMED.match(text))), "")
    if named and len(printed) == 2:
        (_, reason), (_, measure) = printed
        indicator.deviation, indicator.improvement = {named: reason}, measure
        return
    indicator.deviation = {REASONS[n]: text for n, text in printed if n < len(REASONS)}
    if explanation := next((text for n, text in printed if n == len(REASONS)), ""):
        indicator.deviation[EXPLANATION] = explanation
    indicator.improvement = "\n".join(measures)


def is_only_a_name(row: Row) -> bool:
    """Whether the row holds a single text: the name of the indicator in the row before, fallen out of it."""
    return sum(1 for cell in row if cell) == 1
