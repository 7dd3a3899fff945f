"""What the sides of a relation that stand nowhere are called: sums, quotients and limits, by the rule that makes them.

The checks say it in their own words, in Chinese; these are for a page in another language.
"""

from django.utils.translation import gettext_lazy

_SUM_OF_ROWS = gettext_lazy("表里各项之和")
_QUOTIENT = gettext_lazy("重新计算的百分比")

LEFT = {
    "F1": gettext_lazy("应有的满分"),
    "F5s": gettext_lazy("各项目自评表执行数之和"),
    "F5t": gettext_lazy("各项任务执行金额之和"),
    "E4": gettext_lazy("从批复到公开的天数"),
}

RIGHT = {
    "A1": gettext_lazy("下级科目之和"),
    "A2": gettext_lazy("同一行其他各栏之和"),
    "A3": gettext_lazy("同一行年初、收入、支出算出的年末数"),
    **dict.fromkeys(("B1", "B3", "C8", "C10"), _SUM_OF_ROWS),
    "B4": gettext_lazy("这个预算的收入与年初结转之和"),
    "C7": gettext_lazy("人员经费与公用经费之和"),
    "D1": gettext_lazy("表里几个数之和"),
    **dict.fromkeys(("D1s", "D1y", "D3"), _QUOTIENT),
    "D2": gettext_lazy("基本支出与项目支出的增减之和"),
    "D5": gettext_lazy("列出的各项之和"),
    "D7": gettext_lazy("各部分之和"),
    "D7u": gettext_lazy("名单里的单位"),
    "F6a": gettext_lazy("各项目得分的平均"),
    "F6n": gettext_lazy("公开的自评表"),
    "F1": gettext_lazy("各项分值之和"),
    "F1s": gettext_lazy("各项得分之和"),
    "F1t": gettext_lazy("由各个组成部分算出的总得分"),
    "F2": gettext_lazy("执行数除以预算数"),
    "F2s": gettext_lazy("10 分乘以执行率"),
    "F4": gettext_lazy("由目标值和完成值算出的完成程度"),
    "F5b": gettext_lazy("由文字推算的年初预算"),
    "F7": gettext_lazy("后面各项之和"),
    "F7u": gettext_lazy("前面各处之和"),
    "F9": gettext_lazy("前面两个数之比"),
    "E4": gettext_lazy("期限的天数"),
}
