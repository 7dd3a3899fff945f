"""The meaning of one figure: the first wording that fits, read in the context."""

import re
from dataclasses import replace

from disclosures.checks.figures import Unit
from disclosures.checks.narrative.meaning.context import Context
from disclosures.checks.narrative.meaning.figures import TextFigure
from disclosures.checks.narrative.meaning.meanings import Meaning, Mention, Role
from disclosures.checks.narrative.meaning.patterns import PATTERNS, PREVIOUS, Pattern
from disclosures.checks.narrative.meaning.subjects import Subject
from disclosures.checks.narrative.meaning.words.facts import UNNAMED

_COUNTERPARTS = {"income_total": "expenditure_total"}
_NO_SCORE = re.compile(r"得分|平均|总分|合计")
_OPENER = re.compile(r"[，。；]?(?:主要(?:是|包括|用于)|包括)：?(?P<label>[^。；：]{2,40})")
_NEXT = re.compile(r"[；，、及和]+(?P<label>[^。；：]{2,40})")
_NO_PART = re.compile(r"增加|减少|压减|追加|增长|下降|降低|原因|相比|比上年|较上年|其中|预算|决算|其他用车")

_BY_UNIT = {unit: tuple(one for one in PATTERNS if one.compiled.unit == unit) for unit in Unit}
_BARE = (*_BY_UNIT[Unit.YUAN], *_BY_UNIT[Unit.PERCENT])


def meaning_of(context: Context, gap: str, figure: TextFigure, tail: str) -> Meaning | None:
    """What the figure means, from the words before it, behind it, and before those; None where nothing fits."""
    if figure.torn:
        return None
    if meaning := _counterpart(context, gap, figure):
        return meaning
    for pattern in _BARE if figure.is_bare else _BY_UNIT[figure.unit]:
        if pattern.scope in (None, context.scope) and _follows(context, pattern.after):
            match = pattern.compiled.match(gap, figure, tail)
            if match and (meaning := _read(context, pattern, match, figure)):
                return meaning
    return _part(context, gap, figure)


def _follows(context: Context, after: str) -> bool:
    """Whether the figure before, in the same sentence, has that role or that subject."""
    if not after:
        return True
    before = context.previous
    if not before or not before.meaning or before.sentence != context.sentence:
        return False
    return before.role == after or before.meaning.subject.key.startswith(after)


def _read(context: Context, pattern: Pattern, match: re.Match, figure: TextFigure) -> Meaning | None:
    found = match.groupdict()
    subject = _subject(context, pattern, found, figure)
    if pattern.may_continue and not found.get("name") and "各" in match[0]:
        subject = _first_of_each(context)
    if not subject or not _is_clear(context, pattern, bool(found.get("name"))):
        return None
    whole = None
    if pattern.role == Role.SHARE:
        whole = context.vocabulary.find(found["whole"], context.scope) if found["whole"] else context.whole
        if not whole or whole.key == subject.key:
            return None
    budget = pattern.budget or found.get("budget") or ""
    if pattern.about == PREVIOUS and pattern.role == Role.COMPLETION:
        budget = context.previous.meaning.budget
    return Meaning(
        pattern.role, subject, whole, budget, found.get("change") or "", pattern.name, bool(found.get("name"))
    )


def _is_clear(context: Context, pattern: Pattern, is_named: bool) -> bool:
    """Whether the wording means what it says here: not among reasons, and not without the year it compares with."""
    if pattern.role in (Role.CHANGE, Role.GROWTH) and not context.compares_years:
        return False
    return not context.in_reason or pattern.in_reason or (pattern.role == Role.CHANGE and is_named)


def _subject(context: Context, pattern: Pattern, found: dict, figure: TextFigure) -> Subject | None:
    if pattern.about == PREVIOUS:
        return _of_previous(context).meaning.subject
    if pattern.about:
        return UNNAMED[pattern.about]
    if pattern.label:
        return _labelled(context, pattern, found["label"])
    if found.get("name"):
        unit = Unit.YUAN if figure.is_bare or figure.unit == Unit.PERCENT else figure.unit
        return context.vocabulary.find(found["name"], context.scope, unit)
    if not pattern.may_continue:
        return None
    if pattern.role == Role.SHARE:
        return _part_before(context)
    return context.continued


def _of_previous(context: Context) -> Mention:
    """The figure before; of two that are introduced by 各, the first."""
    before = context.previous
    earlier = context.mentions[-2] if len(context.mentions) > 1 else None
    return earlier if earlier and earlier.each and earlier.role == before.role == Role.CHANGE else before


def _first_of_each(context: Context) -> Subject | None:
    """What the first of the amounts was about that the paragraph introduced by 各."""
    found = [one for one in context.mentions if one.each and one.role == Role.ACTUAL]
    return found[-1].meaning.subject if found else None


def _part_before(context: Context) -> Subject | None:
    """The amount that stands before a share in the same sentence."""
    before = context.previous
    is_amount = before and before.role in (Role.ACTUAL, Role.PART) and before.sentence == context.sentence
    return before.meaning.subject if is_amount else None


def _labelled(context: Context, pattern: Pattern, label: str) -> Subject | None:
    """A subject of its own; a score belongs to a project that has a form, or to a list of projects."""
    is_sure = pattern.label != "score:" or context.vocabulary.form(label)
    if not is_sure and (_NO_SCORE.search(label) or not _follows_a_project(context)):
        return None
    return Subject(f"{pattern.label}{label}", pattern.title.format(label), unit=pattern.compiled.unit)


def _follows_a_project(context: Context) -> bool:
    return _follows(context, "score:") or _follows(context, "evaluated:projects")


def _counterpart(context: Context, gap: str, figure: TextFigure) -> Meaning | None:
    """Of “收、支总计各是A、B” the second: what the first is, of the other side."""
    before = context.previous
    if not (before and before.meaning and before.each and gap in ("，", "、", "和", ",")):
        return None
    other = _COUNTERPARTS.get(before.meaning.subject.key)
    found = other and figure.unit == before.printed.unit and context.vocabulary.find("支出总计", context.scope)
    return replace(before.meaning, subject=found) if found else None


def _part(context: Context, gap: str, figure: TextFigure) -> Meaning | None:
    """An amount in a list of what its subject is made of: “主要包括甲8.91万元；乙20.38万元”."""
    before = context.previous
    if figure.unit != Unit.YUAN or context.in_reason or not (before and before.meaning):
        return None
    if before.role == Role.PART:
        match, whole = _NEXT.fullmatch(gap), before.meaning.whole
    else:
        is_amount = before.role in (Role.ACTUAL, Role.SHARE) and before.meaning.subject == context.subject
        match, whole = _OPENER.fullmatch(gap) if is_amount else None, context.subject
    if not match or _NO_PART.search(match["label"]):
        return None
    return Meaning(Role.PART, Subject(f"part:{match['label']}", match["label"]), whole, pattern="列举的项目")
