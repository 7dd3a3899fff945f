"""Completeness and timeliness: nine tables with notes, words for what is empty, every part of the text, 20 days."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from disclosures.checks.book import Book
from disclosures.checks.outcomes import Figure, Outcome, Result, Severity, Unit
from disclosures.checks.publication.contents_list import entries, entry_of
from disclosures.checks.spots import TableSpot
from disclosures.checks.sums import not_checkable
from disclosures.statements.models import STATEMENTS, Chapter

DAYS = 20  # between approval and publication, by law

# ---------------------------------------------------------------------------------------------------------------------
# Nine tables
# ---------------------------------------------------------------------------------------------------------------------


def tables_present(rule: str, book: Book) -> Iterator[Result]:
    """Each of the nine tables is there; one that the contents list names may have been lost in reading."""
    for number, model in STATEMENTS.items():
        what = f"公开{number}表（{model.title}）"
        if number in book.heads or book.lines[number]:
            yield _said(rule, True, f"有{what}。", _table(book, number))
        elif entry_of(book, number):
            yield _lost(rule, f"目录列出了{what}，但没有读到", _table(book, number))
        else:
            yield _said(rule, False, f"没有{what}。", _table(book, number))


def _table(book: Book, number: str) -> Figure:
    head = book.heads.get(number)
    spot = TableSpot(head.place if head else "", number)
    return Figure(None, f"公开{number}表", "有" if head else "没有", Unit.NUMBER, spot)


def tables_noted(rule: str, book: Book) -> Iterator[Result]:
    """Each table says below it what it shows."""
    for number, head in book.heads.items():
        has_note = bool(head.notes.strip())
        message = f"公开{number}表下面{'有' if has_note else '没有'}说明。"
        yield _said(rule, has_note, message, _table(book, number), Severity.NOTE)


_NONE = {"07": "三公", "08": "政府性基金", "09": "国有资本经营"}  # what the text says there was none of


def empty_tables_said(rule: str, book: Book) -> Iterator[Result]:
    """A table without figures says that it is empty, or the text says so; one with figures does not."""
    for number, head in book.heads.items():
        has_figures, is_said = book.has(number), head.is_declared_empty
        if has_figures and is_said:
            yield _said(rule, False, f"公开{number}表写明是空表，但是表里有数。", _table(book, number))
        elif not has_figures:
            yield _empty(rule, book, number, is_said)


def _empty(rule: str, book: Book, number: str, is_said: bool) -> Result:
    if is_said:
        ending = "写明了本年没有这类收支"
    elif is_said := number in _NONE and _text_says_none(book, _NONE[number]):
        ending = "文字里写明了本年没有这类收支"
    else:
        ending = "没有说明是本年没有这类收支，还是漏印"
    return _said(rule, is_said, f"公开{number}表没有数，{ending}。", _table(book, number))


def _text_says_none(book: Book, what: str) -> bool:
    said = re.compile(rf"(?:无|没有)[“\"‘]?{what}")
    return any(said.search(one.text) for one in book.paragraphs if one.chapter == Chapter.EXPLANATION)


_INSTRUCTIONS = re.compile(r"仍保留该表格式|作下述说明|在此处填|示例：|填表说明|X{2,}|×{2,}")


def notes_without_instructions(rule: str, book: Book) -> Iterator[Result]:
    """A note speaks to the reader; what a template says to the one who fills it in has been taken out."""
    for number, head in book.heads.items():
        if not head.notes.strip():
            continue
        found = _INSTRUCTIONS.search(head.notes)
        ending = f"留有模板的填写提示“{found[0]}”" if found else "没有模板的填写提示"
        yield _said(rule, not found, f"公开{number}表的说明里{ending}。", _table(book, number), Severity.NOTE)


# ---------------------------------------------------------------------------------------------------------------------
# The text
# ---------------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Section:
    """A part that the text must have: the words that show it, or the list that holds it."""

    title: str
    words: re.Pattern
    collection: str = ""


SECTIONS: tuple[Section, ...] = (
    Section("主要职责", re.compile("主要职[责能]"), "duties"),
    Section("单位构成", re.compile("单位构成|机构设置|编制范围"), "units"),
    Section("“三公”经费说明", re.compile('[“"]?三公[”"]?经费')),
    Section("机关运行经费说明", re.compile("机[关构]运行经费")),
    Section("政府采购说明", re.compile("政府采购")),
    Section("国有资产说明", re.compile("国有资产|车辆")),
    Section("预算绩效说明", re.compile("绩效"), "forms"),
    Section("名词解释", re.compile("名词解释"), "terms"),
)


def sections_present(rule: str, book: Book) -> Iterator[Result]:
    """The text has every part that the rules of publication ask for; a listed one may have been lost in reading."""
    body = "\n".join(one.text for one in book.paragraphs if one.chapter != Chapter.CONTENTS)
    if not body:
        yield not_checkable(rule, "文件里没有读到文字部分。", Severity.WARNING)
        return
    contents = "\n".join(one.text for one in entries(book))
    for section in SECTIONS:
        part = Figure(None, section.title, "", Unit.NUMBER)
        if section.words.search(body) or (section.collection and getattr(book, section.collection)):
            yield _said(rule, True, f"有{section.title}。", part)
        elif section.words.search(contents):
            yield _lost(rule, f"目录列出了{section.title}，但没有读到", part)
        else:
            yield _said(rule, False, f"没有{section.title}。", part)


# ---------------------------------------------------------------------------------------------------------------------
# Dates
# ---------------------------------------------------------------------------------------------------------------------


def published_in_time(rule: str, book: Book) -> Iterator[Result]:
    """Published within 20 days of the finance department's approval; unknown where a date is missing."""
    approved, published = book.disclosure.approval_date, book.disclosure.publication_date
    dates = {"批复日期": approved, "公开日期": published}
    if missing := [title for title, date in dates.items() if date is None]:
        yield not_checkable(rule, f"不知道{'和'.join(missing)}，无法核对。", Severity.WARNING)
        return
    days = (published - approved).days
    left = Figure(Decimal(days), "从批复到公开", f"{days} 天", Unit.NUMBER)
    right = Figure(Decimal(DAYS), "期限", f"{DAYS} 天", Unit.NUMBER)
    outcome = Outcome.EQUAL if 0 <= days <= DAYS else Outcome.BROKEN
    message = f"{approved:%Y-%m-%d} 批复，{published:%Y-%m-%d} 公开，{_in_days(days)}。"
    yield Result(rule, outcome, message, left, right, severity=Severity.WARNING)


def _in_days(days: int) -> str:
    if days < 0:
        return "公开早于批复，两个日期对不上"
    ending = f"超过规定的 {DAYS} 天" if days > DAYS else f"没有超过规定的 {DAYS} 天"
    return f"相隔 {days} 天，{ending}"


# ---------------------------------------------------------------------------------------------------------------------
# Results without figures
# ---------------------------------------------------------------------------------------------------------------------


def _said(rule: str, holds: bool, message: str, what: Figure, severity: Severity = Severity.WARNING) -> Result:
    return Result(rule, Outcome.EQUAL if holds else Outcome.BROKEN, message, None, what, severity=severity)


def _lost(rule: str, reason: str, what: Figure) -> Result:
    message = f"{reason}；可能是读入时漏了，请对照原文。"
    return Result(rule, Outcome.NOT_APPLICABLE, message, None, what, severity=Severity.WARNING, is_suspected_loss=True)
