"""Figures of what the text itself gives a name: parts of an amount, projects with their scores, kinds of vehicles."""

import re
from functools import cache

from disclosures.checks.figures import Unit
from disclosures.checks.narrative.meaning.context import Context
from disclosures.checks.narrative.meaning.figures import TextFigure
from disclosures.checks.narrative.meaning.meanings import Meaning, Role
from disclosures.checks.narrative.meaning.scopes import Scope
from disclosures.checks.narrative.meaning.sentences.patterns import PATTERNS, Pattern
from disclosures.checks.narrative.meaning.subjects import Subject
from disclosures.checks.narrative.meaning.words.all import subject_in

_NO_SCORE = re.compile(r"得分|平均|总分|合计")
_OPENER = re.compile(r"[，。；]?(?:主要(?:是|包括|用于)|包括)：?(?P<label>[^。；：]{2,40})")
_NEXT = re.compile(r"[；，、及和]+(?P<label>[^。；：]{2,40})")
_NO_PART = re.compile(
    r"增加|减少|压减|追加|增长|下降|降低|原因|相比|比上年|较上年|同比|其中|预算|决算|其他用车|完成|占"
)


@cache
def _patterns(scope: Scope | None, unit: Unit) -> tuple[Pattern, ...]:
    return tuple(one for one in PATTERNS if one.scope in (None, scope) and one.compiled.unit == unit)


def of_pattern(context: Context, gap: str, figure: TextFigure, tail: str) -> Meaning | None:
    """What a wording with a free name, or with words behind the figure, says."""
    for pattern in _patterns(context.clauses.scope, figure.unit):
        match = pattern.compiled.match(gap, figure, tail)
        subject = _subject(context, pattern, match.groupdict().get("label", "")) if match else None
        if subject:
            return Meaning(pattern.role, subject, budget=pattern.budget)
    return None


def _subject(context: Context, pattern: Pattern, label: str) -> Subject | None:
    if pattern.label:
        return _labelled(context, pattern, label)
    if pattern.about:
        return subject_in(context.clauses.scope, pattern.about)
    return context.continued[0][0] if context.continued else None


def _labelled(context: Context, pattern: Pattern, label: str) -> Subject | None:
    """A subject of its own; a score belongs to a project that has a form, or to a list of projects."""
    is_sure = pattern.label != "score:" or context.vocabulary.form(label)
    if not is_sure and (_NO_SCORE.search(label) or not _follows_a_project(context)):
        return None
    return Subject(f"{pattern.label}{label}", pattern.title.format(label), unit=pattern.compiled.unit)


def _follows_a_project(context: Context) -> bool:
    before = context.previous
    return bool(before and before.meaning.subject.key.startswith(("score:", "evaluated:projects")))


def named_part(context: Context, gap: str, figure: TextFigure) -> Meaning | None:
    """The next part of a list, though its name may be that of something that no table has, as 培训费."""
    before = context.previous
    if not before or before.role != Role.PART:
        return None
    frame = context.clauses.frame(gap[1:])
    is_next = frame and frame.names_only and not frame.things[0][0].cells
    return listed_part(context, gap, figure) if is_next else None


def listed_part(context: Context, gap: str, figure: TextFigure) -> Meaning | None:
    """An amount in a list of what its subject is made of: “主要包括甲8.91万元；乙20.38万元”."""
    before = context.mentions[-1] if context.mentions else None
    if figure.unit != Unit.YUAN or context.in_reason or not (before and before.meaning):
        return None
    if before.role == Role.PART:
        match, whole = _NEXT.fullmatch(gap), before.meaning.whole
    else:
        whole = before.meaning.subject
        is_amount = before.role in (Role.ACTUAL, Role.SHARE) and (whole,) in context.things
        match = _OPENER.fullmatch(gap) if is_amount else None
    if not match or _NO_PART.search(match["label"]):
        return None
    label = match["label"]
    return Meaning(Role.PART, Subject(f"part:{label}", label), whole)
