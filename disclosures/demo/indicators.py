"""Made-up indicators of a self-evaluation form: weights that add up, scores that follow from what was reached."""

from collections.abc import Iterable, Sequence
from decimal import ROUND_DOWN, Decimal
from random import Random

from disclosures.statements.models import PerformanceIndicator

# First and second heading, then indicators with operator and unit of measure.
OF_PROJECT = (
    ("产出指标", "数量指标", (("服务对象人数", ">=", "人"), ("举办培训次数", ">=", "次"), ("完成项目数", "=", "个"))),
    ("产出指标", "质量指标", (("验收合格率", ">=", "%"), ("资金发放准确率", "=", "%"))),
    ("产出指标", "时效指标", (("任务按时完成率", ">=", "%"),)),
    ("产出指标", "成本指标", (("人均成本", "<=", "元"), ("成本超支率", "<=", "%"))),
    ("效益指标", "社会效益指标", (("群众诉求办结率", ">=", "%"), ("问题整改件数", "=", "件"))),
    ("效益指标", "可持续影响指标", (("长效制度数", ">=", "项"),)),
    ("满意度指标", "服务对象满意度指标", (("受益群众满意度", ">=", "%"),)),
)
OF_UNIT = (
    ("履职效能", "重点工作履行", (("重点工作办结率", "=", "%"), ("工作质量达标率", ">=", "%"))),
    ("预算执行", "预算执行效率", (("预算执行率", "=", "%"), ("预算调整率", "<=", "%"))),
    ("管理效率", "资产管理", (("固定资产利用率", ">=", "%"),)),
    ("运行成本", "成本控制成效", (("在职人员控制率", "<=", "%"),)),
    ("社会效应", "服务对象满意度", (("受益群众满意度", ">=", "%"),)),
    ("可持续性", "人才支撑", (("业务培训次数", ">=", "次"),)),
)
Framework = Sequence[tuple[str, str, tuple[tuple[str, str, str], ...]]]

_REASON, _IMPROVEMENT = ("人员保障", "人手不足，部分工作延后。"), "人员保障：合理安排人员，按进度推进。"


def indicators(random: Random, framework: Framework, weight: Decimal) -> list[PerformanceIndicator]:
    """Indicators in the order of the framework whose weights add up to `weight`."""
    named = [
        (level1, level2, name, operator, unit)
        for level1, level2, names in framework
        for name, operator, unit in random.sample(names, random.randint(1, len(names)))
    ]
    weights = _weights(weight, len(named))
    return [_indicator(random, given, headings) for given, headings in zip(weights, named, strict=True)]


def _weights(whole: Decimal, count: int) -> list[Decimal]:
    """The same weight for all, with one decimal; the last takes what is left."""
    each = (whole / count).quantize(Decimal("0.1"), ROUND_DOWN)
    return [*[each] * (count - 1), whole - each * (count - 1)]


def _indicator(random: Random, weight: Decimal, headings: tuple[str, ...]) -> PerformanceIndicator:
    level1, level2, name, operator, unit = headings
    target = random.randint(1, 100)
    actual = _actual(random, operator, target)
    completion = _completion(operator, target, actual)
    score = (weight * completion).quantize(Decimal("0.01"))
    missed = {"deviation": dict([_REASON]), "improvement": _IMPROVEMENT} if score < weight else {}
    return PerformanceIndicator(
        level1=level1, level2=level2, name=name, operator=operator, target=str(target), unit=unit,
        actual=str(actual), completion=f"{completion * 100:.0f}%", weight=f"{weight.normalize():f}",
        score=f"{score.normalize():f}", **missed,
    )  # fmt: skip


def _actual(random: Random, operator: str, target: int) -> int:
    """What was reached: mostly the target, else worse by up to half of it or, where that is no fault, better."""
    if random.random() < 0.6:
        return target
    worse = random.randint(0, target // 2)
    better = random.randint(0, target // 2) if operator != "=" else 0
    return target + worse - better if operator == "<=" else target - worse + better


def _completion(operator: str, target: int, actual: int) -> Decimal:
    """A ratio to whole percents: reached by target, or target by reached where less is better; 1 at most."""
    ratio = Decimal(target) / actual if operator == "<=" else Decimal(actual) / target
    return min(ratio, Decimal(1)).quantize(Decimal("0.01"), ROUND_DOWN)


def points(figures: Iterable[str]) -> Decimal:
    """The exact sum of printed points."""
    return sum(map(Decimal, figures), Decimal(0))
