"""Why a relation cannot be looked at, or what its end needs to have said beside it: a code, with its Chinese wording.

The wordings are written as those of `relations`; `{relation}` is the broken relation itself.
"""

from enum import StrEnum


class Reason(StrEnum):
    """Why a relation cannot be looked at, or what its end needs to have said beside it."""

    # A side is missing
    NO_TOTAL = "no total"
    BOTH_BLANK = "both blank"
    SUM_BLANK = "sum blank"
    NO_OTHER = "no other"
    NO_SIDE = "no side"
    NO_SIDES = "no sides"
    NO_TABLE = "no table"
    NO_BASIC_TABLES = "no basic tables"
    NOT_IN_TABLES = "not in tables"
    NO_OPERATING_TOTAL = "no operating total"
    NO_AMOUNT_OF = "no amount of"
    NO_AMOUNT_NOW = "no amount now"
    NO_FINAL_AMOUNT = "no final amount"
    NO_CHANGE = "no change"
    BELOW_PRINT = "below print"
    NO_BUDGET = "no budget"
    NO_SCORES = "no scores"
    NO_FORMS = "no forms"
    NO_UNITS_LISTED = "no units listed"
    NO_AMOUNT_IN_TEXT = "no amount in text"
    NO_COMPLETION_IN_TEXT = "no completion in text"
    NO_INDICATORS = "no indicators"
    NO_WEIGHTS = "no weights"
    NO_TOTAL_SCORE = "no total score"
    NO_EXECUTION_SCORE = "no execution score"
    NO_EXECUTION_RATE = "no execution rate"
    NO_SCORE_OR_WEIGHT = "no score or weight"
    NO_NUMBER_AMONG = "no number among"
    NO_NUMBER = "no number"
    BLANK_OPERAND = "blank operand"
    NO_OPENING_BALANCE = "no opening balance"
    CODE_NOT_FOUND = "code not found"
    NO_TEXT = "no text"
    NO_DATES = "no dates"
    # Both are there, and need not agree
    OTHER_CLASSIFICATION = "other classification"
    WIDER_FUNDS = "wider funds"
    OTHER_BUDGET_PRINTED = "other budget printed"
    OTHER_CHANGES = "other changes"
    MAIN_ITEMS_ALONE = "main items alone"
    SPENT_THIS_YEAR = "spent this year"
    SOME_FORMS_ALONE = "some forms alone"
    BUDGET_CUT = "budget cut"
    PARTS_LEFT_OUT = "parts left out"
    OTHER_STORY = "other story"
    OTHER_FACT = "other fact"
    TOO_SMALL = "too small"
    NOT_DIVISIBLE = "not divisible"
    EXCEEDED = "exceeded"
    NOT_POSITIVE = "not positive"
    OTHER_BALANCE = "other balance"
    # Lost in reading
    ROW_LOST = "row lost"
    TABLE_LOST = "table lost"
    SECTION_LOST = "section lost"
    # Told beside the end
    NOR_OTHERS = "nor others"
    OTHER_BUDGET_EXPLAINS = "other budget explains"
    MADE_UP_TO_WHOLE = "made up to whole"
    WHOLE_IS_ZERO = "whole is zero"
    OPENING_IS_ZERO = "opening is zero"
    OPENING_IS_BLANK = "opening is blank"
    NOT_REACHED = "not reached"
    WORDS_TWICE = "words twice"
    NO_PERCENT_SIGN = "no percent sign"
    WAN_WITHOUT_YUAN = "wan without yuan"
    WRONG_SIZE = "wrong size"
    YEAR_CUT = "year cut"
    UNSPENT_LEFT_OUT = "unspent left out"
    FIGURES_IN_EMPTY_TABLE = "figures in empty table"
    SAID_IN_TEXT = "said in text"
    PUBLISHED_BEFORE_APPROVAL = "published before approval"


_LOST = "可能是读入时漏了，请对照原文"
_NO_MEANING = "基数为 0，百分比没有意义"

REASONS: dict[Reason, str] = {
    Reason.NO_TOTAL: "没有印出应当等于{what}的数",
    Reason.BOTH_BLANK: "{left.label}和{right.label}都是空白",
    Reason.SUM_BLANK: "{left.label}和{what}都是空白",
    Reason.NO_OTHER: "{known.label}没有可以对照的数",
    Reason.NO_SIDE: "左边没有数",
    Reason.NO_SIDES: "两边都没有数",
    Reason.NO_TABLE: "没有公开{number}表",
    Reason.NO_BASIC_TABLES: "缺少公开05表或公开06表的数",
    Reason.NOT_IN_TABLES: "{left}，表里没有可以对照的数",
    Reason.NO_OPERATING_TOTAL: "{left}，公开06表没有公用经费合计",
    Reason.NO_AMOUNT_OF: "{left}，没有印出{subject}的数",
    Reason.NO_AMOUNT_NOW: "{left}，没有印出{subject}今年的数",
    Reason.NO_FINAL_AMOUNT: "{left}，没有印出{subject}的决算数",
    Reason.NO_CHANGE: "{left}，没有印出增减的数额",
    Reason.BELOW_PRINT: "{left}，数额比印出的最小一位还小",
    Reason.NO_BUDGET: "{left}，文件没有印{subject}的{budget}预算数",
    Reason.NO_SCORES: "{left}，没有印出各项目的得分",
    Reason.NO_FORMS: "{left}，没有公开自评表",
    Reason.NO_UNITS_LISTED: "没有单位名单可以对照",
    Reason.NO_AMOUNT_IN_TEXT: "文字里没有写{project}支出多少",
    Reason.NO_COMPLETION_IN_TEXT: "文字没有写财政拨款支出完成年初预算的多少",
    Reason.NO_INDICATORS: "{left.place}没有印出指标，无法核对分值之和",
    Reason.NO_WEIGHTS: "{left.place}有的指标没有印出分值，无法核对分值之和",
    Reason.NO_TOTAL_SCORE: "{left.place}没有印出总得分",
    Reason.NO_EXECUTION_SCORE: "{left.place}没有印出预算执行率得分，无法核对总得分",
    Reason.NO_EXECUTION_RATE: "{left.place}没有印出执行率，无法核对它的得分",
    Reason.NO_SCORE_OR_WEIGHT: "{item}没有印出得分或分值",
    Reason.NO_NUMBER_AMONG: "{what}不是数或者没有印出，无法核对{left.label}",
    Reason.NO_NUMBER: "{left.label}不是数，无法核对",
    Reason.BLANK_OPERAND: "{blank.label}{blank.text}，无法核对百分比",
    Reason.NO_OPENING_BALANCE: "没有{left.label}的基数：公开01表的年初结转和结余",
    Reason.CODE_NOT_FOUND: "{left.label}{left.text}，在公开{number}表里找不到",
    Reason.NO_TEXT: "文件里没有读到文字部分",
    Reason.NO_DATES: "不知道{missing}，无法核对",
    Reason.OTHER_CLASSIFICATION: "{relation}。两种分类的口径可以不同，不能要求相等",
    Reason.WIDER_FUNDS: "{left}，包括的资金比公开06表多，不能对照",
    Reason.OTHER_BUDGET_PRINTED: "{left}，表里印的可能是另一种预算数，不能对照",
    Reason.OTHER_CHANGES: "{relation}。总数里还可以有别的收支，不能要求相等",
    Reason.MAIN_ITEMS_ALONE: "{relation}。文字只列了主要的几项，不能要求加起来相等",
    Reason.SPENT_THIS_YEAR: "{relation}。这里的支出总计是本年支出合计，不含年末结转和结余",
    Reason.SOME_FORMS_ALONE: "{relation}。自评表可以只公开一部分",
    Reason.BUDGET_CUT: "{relation}。可能是年初预算后来调减，文件没有说明",
    Reason.PARTS_LEFT_OUT: "{relation}。文字可能没有写全各项",
    Reason.OTHER_STORY: "{left.label}和{right.label}不同，说的不一定是同一件事",
    Reason.OTHER_FACT: "{item}：{left.place}{aim}；{right.place}{other_aim}。两张表说的不一定是同一件事",
    Reason.TOO_SMALL: "{whole} 太小，算不准百分比",
    Reason.NOT_DIVISIBLE: "{item}{aim}：不是可以相除的数，无法核对完成程度",
    Reason.EXCEEDED: "{item}{aim}：要求相等而超过了，完成程度怎么算没有规定",
    Reason.NOT_POSITIVE: "{item}{aim}：目标或完成值是 0 或负数，算不出完成程度",
    Reason.OTHER_BALANCE: "{left}：文件没有说按哪种结余计算，无法核对",
    Reason.ROW_LOST: "{relation}；正好差一行分值 {weight}、得分 {score} 的指标，可能是读入时漏了一行，请对照原文",
    Reason.TABLE_LOST: f"目录列出了{{right.label}}（{{title}}），但没有读到；{_LOST}",
    Reason.SECTION_LOST: f"目录列出了{{right.label}}，但没有读到；{_LOST}",
    Reason.NOR_OTHERS: "{relation}；{others}",
    Reason.OTHER_BUDGET_EXPLAINS: "{relation}。按{budget}预算数 {explaining.text} 计算才是 {left.text}",
    Reason.MADE_UP_TO_WHOLE: "{left}，{right.label}是 {right.text}，差 {step}%；各项占比合计 100%，这是凑整的尾差",
    Reason.WHOLE_IS_ZERO: f"{{left}}，而{{other}}：{_NO_MEANING}",
    Reason.OPENING_IS_ZERO: f"{{left}}，而{{right.label}}是 0：{_NO_MEANING}",
    Reason.OPENING_IS_BLANK: f"{{left}}，而{{right.label}}没有数：{_NO_MEANING}",
    Reason.NOT_REACHED: "{left}（{aim}）：没有达到目标，完成程度却是全部",
    Reason.WORDS_TWICE: "{left.label}里的{left.text}重复了",
    Reason.NO_PERCENT_SIGN: "{left}，缺百分号",
    Reason.WAN_WITHOUT_YUAN: "{left}，写的是“万”，应当是“万元”",
    Reason.WRONG_SIZE: "{left}，和{found} 相差一万倍，像是万元和元写混了",
    Reason.YEAR_CUT: "{left.label}里的{left.text}，年份没有写全，上一年是 {year} 年",
    Reason.UNSPENT_LEFT_OUT: "{relation}。可能是有预算、没有支出的科目没有列出",
    Reason.FIGURES_IN_EMPTY_TABLE: "{right.label}写明是空表，但是表里有数",
    Reason.SAID_IN_TEXT: "{right.label}没有数，文字里写明了本年没有这类收支",
    Reason.PUBLISHED_BEFORE_APPROVAL: "{approved} 批复，{published} 公开，公开早于批复，两个日期对不上",
}

# How each of several facts is told, and what stands between two of them.
EACH: dict[str, tuple[str, str]] = {
    "others": ("也不等于{}", "，"),
    "differing": ("文字写“{}”，表里是“{}”", "。"),
    "names": ("{}", "、"),
    "missing": ("{}", "和"),
}
