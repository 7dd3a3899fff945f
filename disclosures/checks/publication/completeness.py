"""Completeness and timeliness: the tables with notes, words for what is empty, every part of the text, 20 days."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from disclosures.amounts import Outcome
from disclosures.checks.figures import Figure, Unit
from disclosures.checks.labels import Named, TableLabel
from disclosures.checks.outcomes import Result, Severity
from disclosures.checks.publication.contents_list import entries, entry_of
from disclosures.checks.publication.deadline import DAYS
from disclosures.checks.spots import TableSpot
from disclosures.checks.sums import not_checkable
from disclosures.checks.wording.reasons import Reason
from disclosures.checks.wording.relations import Relation
from disclosures.statements.loaded import LoadedDisclosure
from disclosures.statements.models import STATEMENTS, Chapter, statements_in

# ---------------------------------------------------------------------------------------------------------------------
# The tables
# ---------------------------------------------------------------------------------------------------------------------


def tables_present(rule: str, loaded: LoadedDisclosure) -> Iterator[Result]:
    """Each table of the year is there; one that the contents list names may have been lost in reading."""
    year = loaded.disclosure.year
    for number, model in statements_in(year).items():
        table, is_there = _table(loaded, number), bool(number in loaded.heads or loaded.lines[number])
        if not is_there and entry_of(loaded, number):
            yield _lost(rule, Reason.TABLE_LOST, table, title=model.title_in(year))
        else:
            yield _said(rule, is_there, Relation.TABLE_THERE, table, title=model.title_in(year))


def _table(loaded: LoadedDisclosure, number: str) -> Figure:
    head = loaded.heads.get(number)
    spot = TableSpot(head.place if head else "", number)
    return Figure(None, TableLabel(number), "有" if head else "没有", Unit.NUMBER, spot)


def tables_noted(rule: str, loaded: LoadedDisclosure) -> Iterator[Result]:
    """Each table says below it what it shows."""
    for number, head in loaded.heads.items():
        yield _said(rule, bool(head.notes.strip()), Relation.TABLE_NOTED, _table(loaded, number), Severity.NOTE)


def empty_tables_said(rule: str, loaded: LoadedDisclosure) -> Iterator[Result]:
    """A table without figures says that it is empty, or the text says so; one with figures does not."""
    for number, head in loaded.heads.items():
        has_figures, is_said = loaded.has(number), head.is_declared_empty
        if has_figures and is_said:
            yield _empty(rule, loaded, number, False, Reason.FIGURES_IN_EMPTY_TABLE)
        elif not has_figures:
            in_text = not is_said and _text_says_none(loaded, STATEMENTS[number].none_said_of)
            yield _empty(rule, loaded, number, is_said or in_text, Reason.SAID_IN_TEXT if in_text else None)


def _empty(rule: str, loaded: LoadedDisclosure, number: str, holds: bool, reason: Reason | None) -> Result:
    return replace(_said(rule, holds, Relation.EMPTY_TABLE_SAID, _table(loaded, number)), reason=reason)


def _text_says_none(loaded: LoadedDisclosure, what: str) -> bool:
    said = re.compile(rf"(?:无|没有)[“\"‘]?{what}")
    return bool(what) and any(said.search(one.text) for one in loaded.paragraphs if one.chapter == Chapter.EXPLANATION)


_INSTRUCTIONS = re.compile(r"仍保留该表格式|作下述说明|在此处填|示例：|填表说明|X{2,}|×{2,}")


def notes_without_instructions(rule: str, loaded: LoadedDisclosure) -> Iterator[Result]:
    """A note speaks to the reader; what a template says to the one who fills it in has been taken out."""
    for number, head in loaded.heads.items():
        if not head.notes.strip():
            continue
        found = _INSTRUCTIONS.search(head.notes)
        facts = {"found": found[0]} if found else {}
        yield _said(rule, not found, Relation.NOTE_TO_READERS, _table(loaded, number), Severity.NOTE, **facts)


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


def sections_present(rule: str, loaded: LoadedDisclosure) -> Iterator[Result]:
    """The text has every part that the rules of publication ask for; a listed one may have been lost in reading."""
    body = "\n".join(one.text for one in loaded.paragraphs if one.chapter != Chapter.CONTENTS)
    if not body:
        yield not_checkable(rule, Reason.NO_TEXT, Severity.WARNING)
        return
    contents = "\n".join(one.text for one in entries(loaded))
    for section in SECTIONS:
        part = Figure(None, Named(section.title), "", Unit.NUMBER)
        is_there = bool(section.words.search(body) or (section.collection and getattr(loaded, section.collection)))
        if not is_there and section.words.search(contents):
            yield _lost(rule, Reason.SECTION_LOST, part)
        else:
            yield _said(rule, is_there, Relation.SECTION_THERE, part)


# ---------------------------------------------------------------------------------------------------------------------
# Dates
# ---------------------------------------------------------------------------------------------------------------------


def published_in_time(rule: str, loaded: LoadedDisclosure) -> Iterator[Result]:
    """Published within 20 days of the finance department's approval; unknown where a date is missing."""
    approved, published = loaded.disclosure.approval_date, loaded.disclosure.publication_date
    dates = {"批复日期": approved, "公开日期": published}
    if missing := tuple(title for title, date in dates.items() if date is None):
        yield not_checkable(rule, Reason.NO_DATES, Severity.WARNING, missing=missing)
        return
    days = (published - approved).days
    left = Figure(Decimal(days), Named("从批复到公开"), f"{days} 天", Unit.NUMBER)
    right = Figure(Decimal(DAYS), Named("期限"), f"{DAYS} 天", Unit.NUMBER)
    outcome = Outcome.EQUAL if 0 <= days <= DAYS else Outcome.BROKEN
    reason = Reason.PUBLISHED_BEFORE_APPROVAL if days < 0 else None
    facts = {"approved": approved, "published": published}
    yield Result(rule, outcome, Relation.IN_TIME, left, right, severity=Severity.WARNING, reason=reason, facts=facts)


# ---------------------------------------------------------------------------------------------------------------------
# Results without figures
# ---------------------------------------------------------------------------------------------------------------------


def _said(
    rule: str, holds: bool, relation: Relation, what: Figure, severity: Severity = Severity.WARNING, **facts: str
) -> Result:
    outcome = Outcome.EQUAL if holds else Outcome.BROKEN
    return Result(rule, outcome, relation, None, what, severity=severity, facts=facts)


def _lost(rule: str, reason: Reason, what: Figure, **facts: str) -> Result:
    return replace(not_checkable(rule, reason, Severity.WARNING, None, what, **facts), is_suspected_loss=True)
