"""What rules ask of two figures, as a code, with its Chinese wording for each end.

A wording has no full stop. `{left}` and `{right}` are a side's label and text, `{left.label}` and the like one part of
it; `{part}` and `{other}` are the first two figures that the right side is made of; `{apart}` is how far the sides are
apart, `{bound}` how far they may be; all else are facts of the result.
"""

from enum import StrEnum
from typing import NamedTuple


class Ends(NamedTuple):
    """How a relation is told when it holds, when rounding explains the difference, and when it is broken."""

    equal: str = ""
    rounding: str = ""
    broken: str = ""


class Relation(StrEnum):
    """What a rule asks."""

    SAME = "same"
    SAME_NUMBER = "same number"  # without saying how far two numbers are apart
    SAME_IN_BOTH = "same in both"  # what two forms tell in the same words
    AT_MOST = "at most"
    WITHIN_WEIGHT = "within weight"
    AT_LEAST_DERIVED = "at least derived"
    RATIO = "ratio"  # a percentage of the text
    RATE = "rate"  # a percentage of a form
    DUE_POINTS = "due points"
    COMPLETION = "completion"
    OVER_NOTHING = "over nothing"  # a percentage whose base is zero has no meaning
    SAME_DIRECTION = "same direction"
    LOSS_EXPLAINED = "loss explained"
    MISS_EXPLAINED = "miss explained"
    DEDUCTION_EXPLAINED = "deduction explained"
    NOT_WHOLLY_DONE = "not wholly done"
    SAME_SHARE = "same share"
    SAME_TARGET = "same target"
    SAME_NAMES = "same names"
    HAVE_FIGURES = "have figures"
    SAME_SCOPE = "same scope"
    FINISHED_WORDS = "finished words"
    COMPARED_YEAR = "compared year"
    HEADED_YEAR = "headed year"
    UNCHANGED = "unchanged"  # 持平 has no change beside it
    REASON_GIVEN = "reason given"
    OWN_SCOPE = "own scope"
    NAME_OF_YEAR = "name of year"
    OWN_AMOUNT = "own amount"  # a part does not repeat its total
    OWN_ROW = "own row"  # an amount stands in the row of its code
    ALL_DIGITS = "all digits"
    WITH_UNIT = "with unit"
    TITLE_AS_LISTED = "title as listed"
    HEADING_AS_LISTED = "heading as listed"
    TABLE_THERE = "table there"
    TABLE_NOTED = "table noted"
    EMPTY_TABLE_SAID = "empty table said"
    NOTE_TO_READERS = "note to readers"
    SECTION_THERE = "section there"
    IN_TIME = "in time"


_LISTED = "{right.label}里写的是{right.quoted}"
_CODES = "{left.label}{left.text}，{right.label}："
_LOSS = "{left}，比分值 {right.text}少 {apart}（{aim}），"
_MISS = "{left}，没有达到目标（{aim}），"
_REASONS_GIVEN, _NO_REASONS = "写了偏差原因和改进措施", "没有写{missing}"
_SHARES = (
    "{item}（{aim}）：{left.place}得 {left.number}/{part.number} 分，{right.place}得 {right.number}/{other.number} 分，"
)

RELATIONS: dict[Relation, Ends] = {
    Relation.SAME: Ends(
        "{left}，{right}，相等",
        "{left}，{right}，相差 {apart}，在四舍五入的范围（{bound}）之内",
        "{left}，{right}，相差 {apart}",
    ),
    Relation.SAME_NUMBER: Ends("{left}，{right}，相等", broken="{left}，{right}，不相等"),
    Relation.SAME_IN_BOTH: Ends(
        "{left.label}和{right.label}相同", broken="{left.label}和{right.label}不同，两处其他文字和数字都一样"
    ),
    Relation.AT_MOST: Ends(
        "{left}，没有超过{right}",
        "{left}，比{right} 多 {apart}，在四舍五入的范围之内",
        "{left}，比{right} 多 {apart}",
    ),
    Relation.WITHIN_WEIGHT: Ends("{left}，分值 {right.text}，没有超过", broken="{left}，分值 {right.text}，多 {apart}"),
    Relation.AT_LEAST_DERIVED: Ends(
        "{left}，不少于{right.label}（{part.text} ÷ {other.text} = {right.text}）",
        broken="{left}，比{right.label}（{part.text} ÷ {other.text} = {right.text}）还少 {short}",
    ),
    Relation.RATIO: Ends(
        "{left}，{right.label}是 {right.text}，相等",
        "{left}，{right.label}是 {right.text}，相差在四舍五入的范围之内",
        "{left}，{right.label}是 {right.text}，对不上",
    ),
    Relation.RATE: Ends(
        "{left}，{part.text} ÷ {other.text} = {right.text}，相符",
        "{left}，{part.text} ÷ {other.text} = {right.text}，在四舍五入的范围之内",
        "{left}，{part.text} ÷ {other.text} = {right.text}，相差 {apart.number} 个百分点",
    ),
    Relation.DUE_POINTS: Ends(
        "{left}，按执行率 {part.text} 应得 {right.text}，相等",
        "{left}，按执行率 {part.text} 应得 {right.text}，在四舍五入的范围（{bound}）之内",
        "{left}，按执行率 {part.text} 应得 {right.text}，相差 {apart}",
    ),
    Relation.COMPLETION: Ends(
        "{left}（{aim}），相符",
        "{left}（{aim}），算出来是 {right.text}，在舍去尾数的范围之内",
        "{left}（{aim}），算出来是 {right.text}",
    ),
    Relation.OVER_NOTHING: Ends(broken="{left}，可是{right.label}为 0。基数为 0，百分比没有意义"),
    Relation.SAME_DIRECTION: Ends(broken="{left}，{right}，一个说增加，一个说减少，对不上"),
    Relation.LOSS_EXPLAINED: Ends(_LOSS + _REASONS_GIVEN, broken=_LOSS + _NO_REASONS),
    Relation.MISS_EXPLAINED: Ends(_MISS + _REASONS_GIVEN, broken=_MISS + _NO_REASONS),
    Relation.DEDUCTION_EXPLAINED: Ends("{left}，写了为什么减分", broken="{left}，表里没有写为什么减分"),
    Relation.NOT_WHOLLY_DONE: Ends("{part}，{aim}，不矛盾", broken="{part}，而{aim}：要求相等，实际不相等"),
    Relation.SAME_SHARE: Ends(f"{_SHARES}比例相同", f"{_SHARES}比例相同", f"{_SHARES}标准不一样"),
    Relation.SAME_TARGET: Ends(
        "{item}：{left.place}{aim}；{right.place}{other_aim}，目标相同",
        broken="{item}：{left.place}{aim}；{right.place}{other_aim}。同一个指标定了两个目标",
    ),
    Relation.SAME_NAMES: Ends(f"{_CODES}名称一致", broken=f"{_CODES}{{differing}}"),
    Relation.HAVE_FIGURES: Ends(
        "{left.label}里认出的 {count} 项，公开06表都有数",
        broken="{left.label}里有{names}，{right.place}里这 {count} 项没有数",
    ),
    Relation.SAME_SCOPE: Ends(broken="封面写的是{cover}，这一部分的{left.label}写的是{heading}：{left.text}"),
    Relation.FINISHED_WORDS: Ends(broken="{left.label}里的{left.text}像是模板里没有改完的字样"),
    Relation.COMPARED_YEAR: Ends(
        "{left.label}里的{left.text}，比的是上一年", broken="{left.label}里的{left.text}，上一年是 {year} 年"
    ),
    Relation.HEADED_YEAR: Ends(
        "{left.label}里的{left.text}，是决算的年度", broken="{left.label}里的{left.text}，决算的年度是 {year} 年"
    ),
    Relation.UNCHANGED: Ends(broken="{left.label}里的{left.text}，又说持平，又说有增减"),
    Relation.REASON_GIVEN: Ends(broken="{left.label}里的{left.text}，后面没有写下去"),
    Relation.OWN_SCOPE: Ends(broken="封面写的是单位决算，{left.label}里写的是{left.text}"),
    Relation.NAME_OF_YEAR: Ends(broken="{left.label}里的{left.text}是以前的名称，{year} 年这一类叫“{name}”"),
    Relation.OWN_AMOUNT: Ends(broken="{left}，和上级的{right}一样，而其他 {count} 个科目加起来已经是这个数"),
    Relation.OWN_ROW: Ends(broken="{left}，{right}。从这一行起有 {count} 个数像是错了行：这一行印的是 {code} 的数"),
    Relation.ALL_DIGITS: Ends(broken="{left}，像是少了一位：{right.text}就和它的 {count} 个合计都对得上。这里没有改动"),
    Relation.WITH_UNIT: Ends(broken="{left}，没有写金额单位"),
    Relation.TITLE_AS_LISTED: Ends(
        f"公开{{number}}{{left.label}}是{{left.quoted}}，{_LISTED}，相同",
        broken=f"公开{{number}}{{left.label}}是{{left.quoted}}，{_LISTED}",
    ),
    Relation.HEADING_AS_LISTED: Ends(
        f"{{left.label}}是{{left.quoted}}，{_LISTED}，相同", broken=f"{{left.label}}是{{left.quoted}}，{_LISTED}"
    ),
    Relation.TABLE_THERE: Ends("有{right.label}（{title}）", broken="没有{right.label}（{title}）"),
    Relation.TABLE_NOTED: Ends("{right.label}下面有说明", broken="{right.label}下面没有说明"),
    Relation.EMPTY_TABLE_SAID: Ends(
        "{right.label}没有数，写明了本年没有这类收支",
        broken="{right.label}没有数，没有说明是本年没有这类收支，还是漏印",
    ),
    Relation.NOTE_TO_READERS: Ends(
        "{right.label}的说明里没有模板的填写提示", broken="{right.label}的说明里留有模板的填写提示“{found}”"
    ),
    Relation.SECTION_THERE: Ends("有{right.label}", broken="没有{right.label}"),
    Relation.IN_TIME: Ends(
        "{approved} 批复，{published} 公开，相隔 {left.text}，没有超过规定的 {right.text}",
        broken="{approved} 批复，{published} 公开，相隔 {left.text}，超过规定的 {right.text}",
    ),
}
