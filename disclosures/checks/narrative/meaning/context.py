"""What the text is speaking of at a place of a paragraph; the words between two figures change it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from disclosures.checks.figures import Unit
from disclosures.checks.narrative.meaning.codes import last_path
from disclosures.checks.narrative.meaning.meanings import Mention, Role
from disclosures.checks.narrative.meaning.phrases.clauses import Clauses
from disclosures.checks.narrative.meaning.scopes import Scope, scope_of
from disclosures.checks.narrative.meaning.subjects import Subject, Thing
from disclosures.checks.narrative.meaning.vocabulary import Vocabulary
from disclosures.checks.narrative.meaning.words.all import subject_in

LAST_YEAR, BUDGET = "上年", "预算"

_EVENT = re.compile(
    r"(?P<stop>[。！？])|(?P<list>其中|包括|以下方面|情况如下|具体如下)|(?P<reason>原因|由于|因为)"
    r"|(?P<budget>[与同和比较对](?:(?P<whose>\d{4})年度?|本年度?|当年)?(?P<which>年初|全年|调整后?)?(?:部门|支出|批复)*预算)"
    r"|(?P<year>[与同和比较对](?:上年|去年|上一年|(?P<number>\d{4})年)(?!度?(?:年初|全年)?(?:支出)?预算)|同比)"
)
_MARKS = re.compile("[，。；：！？]")
_NEXT_REASON = re.compile(r"[一二三四五六七八九十\d]是|其次|另外|此外|同时|并")
_TITLE = re.compile(r"(?:\(?[\d一二三四五六七八九十]{1,3}[)．.、])*[^，；\d]{2,40}?[。：]")
_SCOPES = {"procurement": Scope.PROCUREMENT, "vehicles": Scope.ASSETS}  # whose words follow such a figure
_GENERAL_SCOPES = (Scope.OVERALL, Scope.FISCAL)  # titles of parts say 支出情况 in every section
_NO_TITLE = re.compile(r"用于|原因|其中|包括|如下|情况|说明|持平|一致|不变|变化|[无没未不]")
_IS_TITLE = re.compile(r"^\(?[\d一二三四五六七八九十]{1,3}[)．.、]|情况|说明")
_PURPOSE = re.compile(r"用于|包括|主要是|内容|原因|由于|因为")
_TOTALS = ("income_total", "income_this_year", "expenditure_total", "expenditure_this_year", "fiscal_expenditure",
           "general_expenditure", "general_basic")  # fmt: skip
_WHOLES = {"code:05:": "general_expenditure", "public:": "public:total", "procurement:": "procurement"}
_STATES = (Role.ACTUAL, Role.BUDGET, Role.LAST)


def parted(gap: str) -> Iterator[tuple[str, str]]:
    """The clauses of a gap, each with the mark behind it; the last, which may be empty, has none."""
    start = 0
    for mark in _MARKS.finditer(gap):
        yield gap[start : mark.start()], mark[0]
        start = mark.end()
    yield gap[start:], ""


@dataclass
class Context:
    """Things spoken of, whole and comparison in force; `items` were named since 其中 or the last semicolon.

    `base` is what changes are compared with, LAST_YEAR or BUDGET, "" where that is not said; `which` is the kind of
    budget.
    """

    vocabulary: Vocabulary
    clauses: Clauses
    year: int | None
    things: tuple[Thing, ...] = ()
    is_announced: bool = False  # by the heading alone: spoken of, but no whole of what is listed
    outside: tuple[Thing, ...] = ()  # what was spoken of before a bracket
    whole: Thing | None = None
    base: str = ""
    which: str = ""
    before_stop: str = ""  # what the sentence before compared with
    in_reason: bool = False
    enumerating: bool = False
    begins: bool = True  # nothing stands before in the sentence, or in its part
    items: int = 0
    sentence: int = 0
    mentions: list[Mention] = field(default_factory=list)

    @property
    def previous(self) -> Mention | None:
        """The figure before, where it stands in the same sentence and is understood."""
        found = self.mentions[-1] if self.mentions else None
        return found if found and found.meaning and found.sentence == self.sentence else None

    @property
    def continued(self) -> tuple[Thing, ...]:
        """What a figure without a name is about; nothing where an enumeration leaves it open."""
        return () if self.enumerating and self.items > 1 else self.things

    def of_sentence(self, *roles: Role, subject: Subject | None = None) -> Mention | None:
        """The last figure of the sentence in one of these roles; none where an amount behind it is not understood."""
        for one in reversed(self.mentions):
            if one.sentence != self.sentence or (one.printed.unit == Unit.YUAN and not one.meaning):
                return None
            if one.role in roles and subject in (None, one.meaning.subject):
                return one
        return None

    def parts(self) -> list[Mention]:
        """The amounts that the sentence has listed behind its whole."""
        said = [one for one in self.mentions if one.sentence == self.sentence and one.role == Role.ACTUAL]
        return [one for one in said if not self.whole or one.meaning.subject not in self.whole]

    def wholes_of(self, part: Subject) -> Iterator[Thing]:
        """What a share may be of where that is not said: the total with which the sentence began, or of the section."""
        first = next((one for one in self.mentions if one.sentence == self.sentence), None)
        is_total = first and first.role == Role.ACTUAL and first.meaning.subject.key in _TOTALS
        if is_total and not self.enumerating:
            yield (first.meaning.subject,)
        for key, whole in _WHOLES.items():
            if part.key.startswith(key):
                yield (subject_in(None, whole),)

    def take(self, mention: Mention) -> None:
        """Remember a figure; one that was named by its subject is what the text then speaks of."""
        self.mentions.append(mention)
        self.begins = False
        meaning = mention.meaning
        if meaning:
            self._turn_to(_SCOPES.get(meaning.subject.key))
        if not meaning:
            self._doubt(mention)
        elif meaning.named and mention.role in _STATES:
            self.items += mention.printed.unit == Unit.YUAN and meaning.named != self.things
            self.things, self.is_announced = meaning.named, False

    def begin(self, heading: str, text: str) -> None:
        """What the heading above the paragraph names, and that with which the paragraph itself begins."""
        title = _TITLE.match(text)
        for words in (heading, title[0] if title else ""):
            scope = scope_of(words) if _IS_TITLE.search(words) else None
            if not self.clauses.scope or scope not in _GENERAL_SCOPES:
                self._turn_to(scope)
        frame = self.clauses.frame(heading.rstrip("。：；"))
        if frame and frame.names_only:
            self.things, self.is_announced = frame.things, True

    def _turn_to(self, scope: Scope | None) -> None:
        """Read on with the words of another section, where the paragraph has come to what that section is about."""
        if scope and scope != self.clauses.scope:
            self.clauses = self.vocabulary.clauses(scope)

    def _doubt(self, mention: Mention) -> None:
        """An amount that is not understood may be of something new, which the text then speaks of."""
        if mention.printed.unit == Unit.YUAN and not self.in_reason:
            self.things = ()

    # -----------------------------------------------------------------------------------------------------------------
    # Words without a figure
    # -----------------------------------------------------------------------------------------------------------------

    def pass_over(self, gap: str) -> str:
        """Take in the words before the next figure; the clause in which the figure itself stands is returned."""
        clause = ""
        for clause, mark in parted(gap):
            if self.begins and clause and not _NEXT_REASON.match(clause):
                self.in_reason = False
            if mark and clause:
                self._title(clause, mark)
            self._events(clause + mark)
            self._brackets(clause)
            self.begins = self._begins_behind(clause, mark)
        return clause

    def _brackets(self, clause: str) -> None:
        """Behind a bracket the text speaks of what it spoke of before: “接待8批次（其中外事接待1批次），240人次”."""
        opened, closed = clause.rfind("("), clause.rfind(")")
        if closed > opened and "(" not in clause[:closed]:
            self.things = self.outside or self.things
            self.outside = ()
        elif opened > closed:
            self.outside = self.things

    def _begins_behind(self, clause: str, mark: str) -> bool:
        """Whether nothing is said yet in the sentence, or in the part of it that a semicolon or 其中 begins."""
        if mark == "：" and _PURPOSE.search(clause):
            return False
        is_said = bool(self.mentions) and self.mentions[-1].sentence == self.sentence
        return mark in "。；" or clause.endswith(("其中", "如下")) or (self.begins and not is_said)

    def _title(self, clause: str, mark: str) -> None:
        """What a clause without a figure says is spoken of: “公务接待费。支出决算为…”, “支出决算中，…”."""
        if self.in_reason:
            return
        frame = self.clauses.frame(clause)
        if frame and frame.within:
            self.whole = frame.whole
        elif frame and frame.names_only and self.begins:
            self.things, self.is_announced = frame.things, False
            self.whole = frame.things[0] if mark == "：" else self.whole
        elif not frame and "项)" in clause and (path := last_path(clause)):
            self.things = ((self.clauses.of_path(path),),)
        elif not frame and self.begins and self._is_of_something_else(clause, mark):
            self.things = ()

    def _is_of_something_else(self, clause: str, mark: str) -> bool:
        """Whether a clause that is not understood may be a title, or names what the text did not speak of."""
        if mark in "。：" and not _NO_TITLE.search(clause):
            return True
        named = [] if _PURPOSE.search(clause) else self.clauses.named(clause)
        return bool(named) and named[-1] not in self.things

    def _events(self, words: str) -> None:
        for event in _EVENT.finditer(words):
            getattr(self, f"_on_{event.lastgroup}")(event)
        if "；" in words:
            self.items = 0

    def _on_stop(self, event: re.Match) -> None:
        self.sentence += 1
        if self.enumerating and self.whole and self.items:
            self.things = (self.whole,)
        self.before_stop = self.base
        self.base = self.which = ""
        self.in_reason = self.enumerating = False

    def _on_list(self, event: re.Match) -> None:
        if self.things and not self.is_announced:
            self.whole = self.things[0]
        self.enumerating, self.items = True, 0
        is_said = bool(self.mentions) and self.mentions[-1].sentence == self.sentence
        if not self.base and not is_said:
            self.base = self.before_stop  # “比上年增加…。其中：基本支出增加…”

    def _on_reason(self, event: re.Match) -> None:
        self.in_reason = True

    def _on_budget(self, event: re.Match) -> None:
        is_this_year = not (event["whose"] and self.year) or int(event["whose"]) == self.year
        self.base, self.which = (BUDGET, event["which"] or "") if is_this_year else ("", "")

    def _on_year(self, event: re.Match) -> None:
        is_last = not (event["number"] and self.year) or int(event["number"]) == self.year - 1
        self.base = LAST_YEAR if is_last else ""
