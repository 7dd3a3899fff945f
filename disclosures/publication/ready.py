"""Whether a draft can be submitted by somebody: what it lacks, a sentence each. The one place of this rule."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from django.core.exceptions import ValidationError

from disclosures.checks.checking import Report, check
from disclosures.checks.models import Answer
from disclosures.checks.outcomes import Result, Severity
from disclosures.checks.spots import TableSpot
from disclosures.publication.parts import all_parts
from disclosures.publication.steps import PUBLIC
from disclosures.sentences.gaps import gaps_in
from disclosures.statements.fields import field_of
from disclosures.statements.legible import unseen_in
from disclosures.statements.lines import Part
from disclosures.statements.loaded import LoadedDisclosure, parts_of
from disclosures.statements.models import (
    PARTS,
    Chapter,
    Disclosure,
    Duty,
    State,
    Term,
    UnitInScope,
    statements_in,
)
from disclosures.statements.scans.unclear import Unclear, is_open


class About(Enum):
    """Where on a page something that is lacking can be mended."""

    CONTENTS = "contents"
    NOTE = "note"
    FINDINGS = "findings"
    UNCLEAR = "unclear"


@dataclass(frozen=True)
class Lack:
    """Why a draft cannot be submitted, as a sentence for the clerk."""

    about: About
    sentence: str


class Draft:
    """A draft as it is judged: its parts, what the checks find in them, what was answered, what is public already.

    Whoever has fetched something of this hands it in; the rest is fetched when it is asked for.
    """

    def __init__(self, disclosure: Disclosure, parts: list[Part] | None = None):
        self.disclosure = disclosure
        self.parts = list(parts_of(disclosure, PARTS)) if parts is None else parts
        self.loaded = LoadedDisclosure(disclosure, self.parts)

    @cached_property
    def report(self) -> Report:
        return check(self.loaded)

    @cached_property
    def said(self) -> dict[str, str]:
        return said_to(self.disclosure)

    @cached_property
    def corrects(self) -> Disclosure | None:
        return corrected_by(self.disclosure)

    @cached_property
    def unclear(self) -> list[Unclear]:
        """What a scan left in doubt and nobody has compared yet. One query, none where it is known that nothing is."""
        if not getattr(self.disclosure, "is_scanned", True):
            return []
        doubts = Unclear.objects.filter(disclosure=self.disclosure).order_by("position")
        return [doubt for doubt in doubts if is_open(doubt, self.loaded.lines.get(doubt.number, ()))]

    def is_answered(self, fact: tuple[Result, ...]) -> bool:
        """Whether the unit has said something to it, at whichever of its places."""
        return any(result.key in self.said for result in fact)

    def lacks(self) -> list[Lack]:
        """Empty where nothing stands in the way of submitting."""
        return [
            *self._no_figures(),
            *self._no_table(),
            *self._no_note(),
            *self._gaps(),
            *(Lack(About.UNCLEAR, sentence) for sentence in self.in_doubt()),
            *self._unanswered(),
        ]

    def in_doubt(self) -> Iterator[str]:
        """How many places of a scan nobody has compared with their pictures, as a sentence."""
        if count := len(self.unclear):
            yield f"从扫描件辨认的内容还有 {count} 处看不清、没有核对；请对照图片逐处确认或改正。"

    def missing_texts(self) -> list[str]:
        """Titles of what every disclosure tells in words and this one does not."""
        is_explained = any(text.chapter == Chapter.EXPLANATION for text in self.loaded.paragraphs)
        told = {Duty: self.loaded.duties, UnitInScope: self.loaded.units, Term: self.loaded.terms}
        missing = [str(model._meta.verbose_name) for model, rows in told.items() if not rows]
        return missing if is_explained else [*missing, str(Chapter.EXPLANATION.label)]

    def _no_figures(self) -> Iterator[Lack]:
        if not any(self.loaded.has(number) for number in self.loaded.lines):
            yield Lack(About.CONTENTS, "各表还没有一个金额，不能提交空的决算。")

    def missing_tables(self) -> list[str]:
        """Tables of the year, by number: without a row, not declared empty, and no word from the unit about that."""
        answered = {_table_of(fact[0]) for fact in self.report.facts if self.is_answered(fact)}
        return [
            number
            for number in statements_in(self.disclosure.year)
            if not self.loaded.lines.get(number)
            and not self.loaded.head(number).is_declared_empty
            and number not in answered
        ]

    def _no_table(self) -> Iterator[Lack]:
        if numbers := self.missing_tables():
            named = "、".join(f"公开{number}表" for number in numbers) if len(numbers) < 5 else f"{len(numbers)} 张表"
            yield Lack(
                About.CONTENTS,
                f"{named}没有内容，也没有声明为空表。请填写；本年没有这类收支就声明为空表，原文没有这张表就在核对结果里答复。",
            )

    def _no_note(self) -> Iterator[Lack]:
        if not self.disclosure.change_note.strip() and self.corrects:
            yield Lack(About.NOTE, "这一年已经公开过；更正要写明“更正说明”，它会显示在公开页面上。")

    def _gaps(self) -> Iterator[Lack]:
        gaps = [gap for part in self.parts for text in _texts(part) for gap in gaps_in(text)]
        if gaps:
            shown = "、".join(dict.fromkeys(gaps[:5]))
            yield Lack(
                About.CONTENTS,
                f"还有 {len(gaps)} 处待填（{shown}{'等' if len(gaps) > 5 else ''}）；请在文字说明和绩效指标里填好。",
            )

    def _unanswered(self) -> Iterator[Lack]:
        errors = [fact for fact in self.report.facts if fact[0].severity == Severity.ERROR]
        if count := sum(not self.is_answered(fact) for fact in errors):
            yield Lack(About.FINDINGS, f"还有 {count} 处错误没有改正，也没有答复。请逐处改正，或者写明原因。")


def lacking(disclosure: Disclosure, reason: str = "") -> list[str]:
    """Why the draft cannot be submitted; empty where nothing stands in its way. The reason speaks for missing texts."""
    draft = Draft(disclosure)
    sentences = [lack.sentence for lack in draft.lacks()]
    if (titles := draft.missing_texts()) and not reason.strip():
        sentences.append(f"还没有{'、'.join(titles)}。请补上，或者在提交时写明为什么没有。")
    return sentences


def unfit(draft: Disclosure) -> list[str]:
    """Why nobody may submit the draft, a sentence each: no address could carry it, a text holds what nobody sees, or a
    scan left something in doubt.
    """
    parts = [row for rows in all_parts(draft).values() for row in rows]
    return [*_no_address(draft), *_unseen(draft, parts), *Draft(draft, parts).in_doubt()]


def _no_address(draft: Disclosure) -> Iterator[str]:
    for row, names in ((draft.unit, ["code"]), (draft, ["year", "revision"])):
        for name in names:
            field = field_of(type(row), name)
            try:
                field.clean(getattr(row, name), row)
            except ValidationError as error:
                yield f"{field.verbose_name} {getattr(row, name)} 不能用在网址里：{''.join(error.messages)}"


def _unseen(draft: Disclosure, parts: Iterable[Part]) -> Iterator[str]:
    for row in (draft.unit, draft, *parts):
        for title in unseen_in(row):
            yield f"{row._meta.verbose_name}“{row}”的{title}里有看不见的控制字符，请删去。"


def said_to(disclosure: Disclosure) -> dict[str, str]:
    """The unit's answers by the key of the result; those taken back are none. One query."""
    answers = Answer.objects.filter(disclosure=disclosure).exclude(text="")
    return dict(answers.values_list("finding", "text"))


def corrected_by(disclosure: Disclosure) -> Disclosure | None:
    """The revision that this one corrects. One query."""
    return corrected_among(Disclosure.objects.filter(unit_id=disclosure.unit_id, year=disclosure.year), disclosure)


def corrected_among(revisions: Iterable[Disclosure], disclosure: Disclosure) -> Disclosure | None:
    """Of the revisions of a year the one that this one corrects: the one that stands, or the last that was public."""
    public = sorted(
        (one for one in revisions if one.state in PUBLIC and one != disclosure), key=lambda one: one.revision
    )
    before = [one for one in public if one.revision < disclosure.revision]
    standing = [one for one in before if one.state == State.PUBLISHED]
    return next(reversed(standing or before or public), None)


def _table_of(result: Result) -> str:
    """The number of the table that a finding about a whole table is about."""
    spot = result.right.spot if result.right else None
    return spot.number if isinstance(spot, TableSpot) else ""


def _texts(part: Part) -> Iterator[str]:
    yield from (str(getattr(part, name, "")) for name in ("name", "text", "definition"))
