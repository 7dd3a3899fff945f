"""Which part of the accounts a section of the text speaks of; its headings say so."""

import re
from enum import StrEnum


class Scope(StrEnum):
    """The sections that every 决算情况说明 has, under whatever number."""

    OVERALL = "收入支出总体"
    FISCAL = "财政拨款"
    GENERAL = "一般公共预算"
    FUND = "政府性基金预算"
    CAPITAL = "国有资本经营预算"
    THREE_PUBLIC = "“三公”经费"
    BASIC = "基本支出"
    AGENCY = "机关运行经费"
    PROCUREMENT = "政府采购"
    ASSETS = "国有资产"
    PERFORMANCE = "绩效"
    UNITS = "单位构成"


# The first that occurs in a heading, squeezed; the more special come first.
HEADINGS: tuple[tuple[Scope, re.Pattern], ...] = tuple(
    (scope, re.compile(words))
    for scope, words in (
        (Scope.UNITS, "单位构成|机构设置|编制范围"),
        (Scope.PERFORMANCE, "绩效"),
        (Scope.THREE_PUBLIC, "三公|出国|公务接待|公务用车"),
        (Scope.PROCUREMENT, "政府采购"),
        (Scope.ASSETS, "国有资产"),
        (Scope.AGENCY, "机[关构]运行|一般性支出|会议费|培训费"),
        (Scope.BASIC, "(?:财政拨款|公共预算).*基本支出|基本支出决算"),
        (Scope.FUND, "政府性基金"),
        (Scope.CAPITAL, "国有资本"),
        (Scope.GENERAL, "一般公共预算"),
        (Scope.FISCAL, "财政拨款"),
        (
            Scope.OVERALL,
            "收入支出|收支|收入决算|支出决算|结转和?结余|^[\\W\\d一二三四五六七八九十]*(?:本年)?(?:收入|支出)情况",
        ),
    )
)


def scope_of(heading: str) -> Scope | None:
    """What the squeezed heading announces; None where it says nothing of its own, as in 总体情况."""
    return next((scope for scope, words in HEADINGS if words.search(heading)), None)
