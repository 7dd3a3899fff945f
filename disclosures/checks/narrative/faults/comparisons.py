"""What the text compares with: a year that is wrong or cut, and 持平 beside a change."""

import re
from collections.abc import Iterator

from disclosures.amounts import Outcome
from disclosures.checks.labels import Named
from disclosures.checks.narrative.meaning.reading import Passage, Reading
from disclosures.checks.narrative.meaning.scopes import Scope
from disclosures.checks.narrative.meaning.squeezing import squeeze
from disclosures.checks.narrative.rules.words import words
from disclosures.checks.outcomes import Result, Severity
from disclosures.checks.wording.reasons import Reason
from disclosures.checks.wording.relations import Relation
from disclosures.statements.models import Chapter, Paragraph

# ---------------------------------------------------------------------------------------------------------------------
# The year that is compared with
# ---------------------------------------------------------------------------------------------------------------------

_DIRECTION = "增加|减少|增长|下降|降低|上升|持平"
_ACCOUNTS = "(?:决算|支出|收入|收支|执行|经费)*数?"
_COMPARED = re.compile(
    rf"(?:[与同和较比](?P<year>\d{{2,4}})年度?(?P<what>[^，。；：\d]{{0,12}}?)|[与较比]年度?{_ACCOUNTS})"
    rf"(?:相比|比较|对比|{_DIRECTION})"
)
_OTHER_BASE = re.compile("预算|规划|计划|目标|以来|^[初中末底]|[月季期]")  # may be of another year, or no whole year
_NO_ACCOUNTS = (Scope.PERFORMANCE, Scope.UNITS)  # where other years are told of, too


def compared_years(rule: str, reading: Reading) -> Iterator[Result]:
    """D13: what changed is compared with the year before, whose number is whole."""
    year = reading.loaded.disclosure.year
    for passage in reading.passages if year else ():
        if passage.scope not in _NO_ACCOUNTS:
            for match in _COMPARED.finditer(passage.squeezed.text):
                if not _OTHER_BASE.search(match["what"] or ""):
                    yield _compared(rule, passage, match, str(year - 1))


def _compared(rule: str, passage: Passage, match: re.Match, before: str) -> Result:
    said = match["year"] or ""
    left = words(passage.paragraph, Named("文字"), *passage.squeezed.span(*match.span()))
    outcome = Outcome.EQUAL if said == before else Outcome.BROKEN
    reason = Reason.YEAR_CUT if len(said) < len(before) else None
    facts = {"year": before}
    return Result(rule, outcome, Relation.COMPARED_YEAR, left, severity=Severity.WARNING, reason=reason, facts=facts)


_HEADED = re.compile(r"(?<!\d)(?P<year>\d{2,4})年度[^，。；\d]{0,20}(?:决算|收支|收入|支出|三公|经费|绩效)")


def years_of_headings(rule: str, reading: Reading) -> Iterator[Result]:
    """D13h: headings and the list of contents speak of the year of the accounts."""
    year = str(reading.loaded.disclosure.year or "")
    for paragraph in reading.loaded.paragraphs if year else ():
        if paragraph.level or paragraph.chapter == Chapter.CONTENTS:
            yield from _headed(rule, paragraph, year)


def _headed(rule: str, paragraph: Paragraph, year: str) -> Iterator[Result]:
    squeezed = squeeze(paragraph.text)
    for match in _HEADED.finditer(squeezed.text):
        left = words(paragraph, Named("标题"), *squeezed.span(*match.span()))
        outcome = Outcome.EQUAL if match["year"] == year else Outcome.BROKEN
        facts = {"year": year}
        yield Result(rule, outcome, Relation.HEADED_YEAR, left, severity=Severity.NOTE, facts=facts)


# ---------------------------------------------------------------------------------------------------------------------
# 持平
# ---------------------------------------------------------------------------------------------------------------------

_CHANGE = (
    r"(?:增加|减少|增长|下降|降低|上升)(?:了|额为?|数为?|为)?(?P<{}>\d[\d,]*(?:\.\d+)?)(?:万元|亿元|元|%|个百分点)"
    r"(?:，?\(?(?:增长|下降|降低|增幅|降幅|减少|增加)(?:了|为)?\d[\d.,]*%\)?)?"
)
_BASE = r"(?:[与和同比较](?:上年|去年|\d{4}年)度?(?:决算|支出|收入|执行|经费)?数?(?:相比)?)"
_UNCHANGED = re.compile(
    rf"{_CHANGE.format('before')}[，,]?{_BASE}?持平(?!预算|年初)|{_BASE}?持平，{_BASE}?{_CHANGE.format('after')}"
)
_NEAREST_BASE = re.compile(r"预算|上年|去年|\d{4}年")


def unchanged(rule: str, reading: Reading) -> Iterator[Result]:
    """D14: what is said to be 持平 has no change beside it; 基本持平 may have a small one."""
    for passage in reading.passages:
        if "持平" in passage.squeezed.text:
            for match in _UNCHANGED.finditer(passage.squeezed.text):
                yield from _unchanged(rule, passage, match)


def _unchanged(rule: str, passage: Passage, match: re.Match) -> Iterator[Result]:
    amount = match["before"] or match["after"]
    if not amount.strip("0.,") or _is_of_a_budget(passage.squeezed.text, match):
        return
    left = words(passage.paragraph, Named("文字"), *passage.squeezed.span(*match.span()))
    yield Result(rule, Outcome.BROKEN, Relation.UNCHANGED, left, severity=Severity.WARNING)


def _is_of_a_budget(text: str, match: re.Match) -> bool:
    """Whether one of the two is compared with a budget and the other with last year."""
    sentence = text[max(text.rfind("。", 0, match.start()), text.rfind("；", 0, match.start())) + 1 : match.end()]
    bases = _NEAREST_BASE.findall(sentence)
    return "预算" in bases[-2:]
