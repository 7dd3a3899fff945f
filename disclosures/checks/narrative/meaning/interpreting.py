"""The meaning of one figure: what the words of its clause say together, completed by what the text is speaking of."""

import re

from disclosures.checks.figures import Unit
from disclosures.checks.narrative.meaning.context import Context
from disclosures.checks.narrative.meaning.figures import TextFigure
from disclosures.checks.narrative.meaning.meanings import Meaning, Role
from disclosures.checks.narrative.meaning.phrases.frames import Frame
from disclosures.checks.narrative.meaning.sentences.listed import listed_part, named_part, of_pattern
from disclosures.checks.narrative.meaning.statement import MOVED, Statement, fitting

_BEHIND = re.compile(r"(?:为|是|用于)(?P<name>[^，。；、]{2,20})[，。；、]")
AND = ("，", "、", "和", "及", "与")  # between the figures of a list


def meaning_of(context: Context, gap: str, clause: str, figure: TextFigure, tail: str) -> Meaning | None:
    """What the figure means, from the words before it, behind it, and before those; None where nothing fits."""
    if figure.torn or tail.startswith(("百分点", "个百分点")):
        return None
    if meaning := _next_of_each(context, gap, figure):
        return meaning
    if meaning := of_pattern(context, gap, figure, tail) or named_part(context, gap, figure):
        return meaning
    frame = context.clauses.frame(clause)
    if frame:
        for unit in _units(context, frame) if figure.is_bare else (figure.unit,):
            if meaning := Statement(context, frame, figure, unit).meaning():
                return meaning
    return listed_part(context, gap, figure) or _named_behind(context, clause, figure, tail)


def _named_behind(context: Context, clause: str, figure: TextFigure, tail: str) -> Meaning | None:
    """Of “10.00万元为基本支出” what the words behind the figure name."""
    match = _BEHIND.match(tail) if figure.unit == Unit.YUAN and not figure.is_bare else None
    frame = context.clauses.frame(match["name"]) if match and not clause.strip("和") else None
    if not frame or not frame.names_only or len(frame.things) > 1:
        return None
    subject = fitting(frame.things[0], figure, figure.unit)
    return Meaning(Role.ACTUAL, subject, things=frame.things, named=frame.things, rows=frame.rows) if subject else None


def _units(context: Context, frame: Frame) -> tuple[Unit, Unit]:
    """What a figure without a unit may be, the likelier first."""
    is_rate = frame.direction and context.previous and context.previous.role in MOVED
    return (Unit.PERCENT, Unit.YUAN) if frame.completes or frame.shares or is_rate else (Unit.YUAN, Unit.PERCENT)


def _next_of_each(context: Context, gap: str, figure: TextFigure) -> Meaning | None:
    """Of “收、支总计各是A、B” the second: what the first is, of what is named next."""
    before = context.previous
    if not before or not before.each or gap not in AND or figure.unit != before.printed.unit:
        return None
    things = before.meaning.things
    if not things or (len(things) > 1 and before.each >= len(things)):
        return None
    thing = things[before.each] if len(things) > 1 else things[0]
    subject = fitting(thing, figure, figure.unit)
    return before.meaning.of(subject) if subject else None
