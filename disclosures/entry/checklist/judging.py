"""How the lines of the check form are judged: from what is stored and what the rules find, and from nothing else."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial

from disclosures.amounts import Outcome
from disclosures.checks.checking import Report
from disclosures.checks.outcomes import Result, Severity
from disclosures.checks.publication.completeness import SECTIONS
from disclosures.checks.register.rules import BY_CODE
from disclosures.checks.rules import Kind
from disclosures.checks.spots import CellSpot, TableSpot
from disclosures.entry.checklist.contents import Filling, contents_of
from disclosures.sentences.gaps import gaps_in
from disclosures.statements.loaded import LoadedDisclosure
from disclosures.statements.models import Chapter, PerformanceForm, statements_in

MOST_TOLD = 2  # sentences that a line quotes


class Verdict(Enum):
    """What a line of the form says."""

    YES = "符合"
    NO = "不符合"
    UNKNOWN = "未知"

    @property
    def css(self) -> str:
        return self.name.lower()


YES, NO, UNKNOWN = Verdict


@dataclass(frozen=True)
class Judged:
    """The verdict with what it rests on."""

    verdict: Verdict
    evidence: str


@dataclass(frozen=True)
class Subject:
    """What is judged."""

    loaded: LoadedDisclosure
    report: Report

    def broken(self, chosen: Callable[[Result], bool]) -> list[Result]:
        """The first result of each broken fact that is chosen."""
        return [fact[0] for fact in self.report.facts if chosen(fact[0])]

    def of_rules(self, *codes: str) -> list[Result]:
        return [result for result in self.report.results if result.rule in codes]


Judge = Callable[[Subject], Judged]


def told(results: Sequence[Result]) -> str:
    """The first sentences, and how many there are in all."""
    sentences = " ".join(result.message for result in results[:MOST_TOLD])
    return sentences if len(results) <= MOST_TOLD else f"共 {len(results)} 处，如：{sentences}"


def timely(subject: Subject) -> Judged:
    results = subject.of_rules("E4")
    if not results:
        return Judged(UNKNOWN, "没有核对过日期。")
    result = results[0]
    if result.outcome == Outcome.NOT_APPLICABLE:
        return Judged(UNKNOWN, result.message)
    return Judged(NO if result.outcome == Outcome.BROKEN else YES, result.message)


def cover(subject: Subject) -> Judged:
    disclosure = subject.loaded.disclosure
    title = disclosure.title.strip()
    if not title:
        return Judged(NO, "没有填封面上的标题。")
    if str(disclosure.year) not in title:
        return Judged(NO, f"标题“{title}”里没有 {disclosure.year} 年度。")
    if disclosure.unit_name not in title:
        return Judged(UNKNOWN, f"标题“{title}”里没有单位全称，请对照原文的封面。")
    return Judged(YES, f"标题“{title}”。")


def contents_list(subject: Subject) -> Judged:
    entries = [one for one in subject.loaded.paragraphs if one.chapter == Chapter.CONTENTS]
    if not entries:
        return Judged(NO, "文字里没有目录。")
    differing = subject.broken(lambda result: result.rule in ("E1t", "E1h"))
    return Judged(NO, told(differing)) if differing else Judged(YES, f"目录 {len(entries)} 条，和标题相同。")


def section(title: str) -> Judge:
    """Whether the text has the part of that title, by its list or by the words that show it."""
    return partial(_section, title=title)


def _section(subject: Subject, title: str) -> Judged:
    [collection] = [one.collection for one in SECTIONS if one.title == title]
    rows = getattr(subject.loaded, collection) if collection else []
    if rows:
        return Judged(YES, f"列出 {len(rows)} 条。")
    found = [one for one in subject.of_rules("E3") if one.right and str(one.right.label) == title]
    if not found:
        return Judged(NO, "还没有文字。")
    verdict = {Outcome.EQUAL: YES, Outcome.BROKEN: NO}.get(found[0].outcome, UNKNOWN)
    return Judged(verdict, found[0].message)


def explanation(subject: Subject) -> Judged:
    texts = [one for one in subject.loaded.paragraphs if one.chapter == Chapter.EXPLANATION and not one.level]
    if not texts:
        return Judged(NO, "没有决算情况说明的文字。")
    wrong = subject.broken(lambda result: _is_error(result) and result.rule.startswith("D"))
    if wrong:
        return Judged(NO, told(wrong))
    return Judged(YES, f"{len(texts)} 段；文字里的数没有错误一级的对不上。")


def table(number: str) -> Judge:
    """Whether a table is there and fits: filled in without contradiction, or declared empty with its reason."""
    return partial(_table, number=number)


def _table(subject: Subject, number: str) -> Judged:
    tables = dict(zip(statements_in(subject.loaded.disclosure.year), contents_of(subject.loaded)[1].lines, strict=True))
    line = tables[number]
    if line.filling is Filling.EMPTY:
        return Judged(YES, f"空表：{line.said}")
    if line.filling is not Filling.FILLED:
        return Judged(NO, f"{line.said}。")
    wrong = subject.broken(lambda result: _is_error(result) and number in _tables_of(result))
    return Judged(NO, told(wrong)) if wrong else Judged(YES, f"{line.said}；没有错误一级的对不上。")


def _tables_of(result: Result) -> Iterator[str]:
    for side in (result.left, result.right):
        if side and isinstance(side.spot, CellSpot | TableSpot):
            yield side.spot.number


def _is_error(result: Result) -> bool:
    return result.severity == Severity.ERROR


def other_matters(subject: Subject) -> Judged:
    """The four matters that every text has to speak of, and performance."""
    titles = ("“三公”经费说明", "机关运行经费说明", "政府采购说明", "国有资产说明", "预算绩效说明")
    judged = {title: _section(subject, title) for title in titles}
    for verdict in (NO, UNKNOWN):
        if lacking := [title for title, one in judged.items() if one.verdict is verdict]:
            return Judged(verdict, f"{'没有' if verdict is NO else '看不出有没有'}{'、'.join(lacking)}。")
    return Judged(YES, "“三公”经费、机关运行经费、政府采购、国有资产、绩效都有说明。")


def projects(subject: Subject) -> Judged:
    forms = [form for form in subject.loaded.forms if form.form.kind == PerformanceForm.PROJECT]
    spent = subject.loaded.printed("03", "total", "project_expenditure")
    if not forms and not (spent and spent.value):
        known = subject.loaded.has("03")
        return Judged(YES, "03 表没有项目支出。") if known else Judged(UNKNOWN, "03 表还没有数。")
    if not forms:
        return Judged(NO, f"03 表有项目支出 {spent.text if spent else ''}，没有一张项目绩效自评表。")
    wrong = subject.broken(lambda result: _is_error(result) and result.rule.startswith("F"))
    return Judged(NO, told(wrong)) if wrong else Judged(YES, f"{len(forms)} 张项目绩效自评表，没有错误一级的对不上。")


def complete(subject: Subject) -> Judged:
    missing = subject.broken(lambda result: result.rule in ("E1", "E2", "E3", "F6n"))
    empty = [line.title for line in contents_of(subject.loaded)[1].lines if line.filling is Filling.MISSING]
    if missing or empty:
        return Judged(NO, told(missing) or f"{'、'.join(empty)}没有内容。")
    if unknown := [result for result in subject.of_rules("E3") if result.outcome == Outcome.NOT_APPLICABLE]:
        return Judged(UNKNOWN, told(unknown))
    return Judged(YES, "各表和文字的各部分都在，空表有说明。")


_FINEST = {"02": 7, "03": 7, "05": 7, "06": 5}  # digits of a code: 项 of function, 款 of economic


def detailed(subject: Subject) -> Judged:
    """Functions down to the item, basic expenditure down to the economic section, vehicles bought and run apart."""
    coarse = [
        f"公开{number}表 {code}" for number, digits in _FINEST.items() for code in _coarse(subject, number, digits)
    ]
    if subject.loaded.has("07"):
        rows = {line.code for line in subject.loaded.lines["07"]}
        coarse += [] if {"vehicle_purchase", "vehicle_operation"} <= rows else ["公开07表没有分列公务用车购置和运行"]
    if coarse:
        shown = "、".join(coarse[:5])
        return Judged(NO, f"没有细化到底：{shown}{f' 等 {len(coarse)} 处' if len(coarse) > 5 else ''}。")
    if not any(subject.loaded.has(number) for number in _FINEST):
        return Judged(UNKNOWN, "各表还没有数。")
    return Judged(YES, "功能分类到项，基本支出到款，公务用车购置和运行分列。")


def _coarse(subject: Subject, number: str, digits: int) -> Iterator[str]:
    """The codes with a figure that are not divided any further although they could be."""
    lines = [line for line in subject.loaded.lines.get(number, []) if line.code.isdigit()]
    codes = [line.code for line in lines]
    for line in lines:
        is_divided = any(code != line.code and code.startswith(line.code) for code in codes)
        if len(line.code) < digits and not is_divided and any(line.amounts.values()):
            yield line.code


def accurate(subject: Subject) -> Judged:
    wrong = subject.broken(_is_error)
    counts = subject.report.counts
    held = counts[Outcome.EQUAL] + counts[Outcome.ROUNDING]
    if wrong:
        return Judged(NO, told(wrong))
    return (
        Judged(YES, f"{held} 项核对对得上，其中尾差 {counts[Outcome.ROUNDING]} 项。")
        if held
        else Judged(UNKNOWN, "还没有可以核对的数。")
    )


def readable(subject: Subject) -> Judged:
    texts = [one.text for one in subject.loaded.paragraphs]
    if not texts:
        return Judged(UNKNOWN, "还没有文字。")
    if gaps := sum(len(gaps_in(text)) for text in texts):
        return Judged(NO, f"文字里还有 {gaps} 处待填。")
    wrong = subject.broken(lambda result: result.rule in _OF_FORM)
    return Judged(NO, told(wrong)) if wrong else Judged(YES, "没有发现标题不一、名称有误、模板留下的字样。")


_OF_FORM = {code for code, rule in BY_CODE.items() if rule.kind == Kind.FORM}
