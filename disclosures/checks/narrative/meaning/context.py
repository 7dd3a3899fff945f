"""What the text is speaking of at a place of a paragraph; the words between two figures change it."""

import re
from dataclasses import dataclass, field

from disclosures.checks.figures import Unit
from disclosures.checks.narrative.meaning.codes import CODES_IN, last_path
from disclosures.checks.narrative.meaning.meanings import Mention, Role
from disclosures.checks.narrative.meaning.scopes import Scope
from disclosures.checks.narrative.meaning.subjects import Subject
from disclosures.checks.narrative.meaning.vocabulary import Vocabulary

_EVENT = re.compile(
    r"(?P<stop>[。！？])|(?P<list>其中|包括|以下方面)|(?P<reason>原因|由于|因为)"
    r"|(?P<budget>[与同比较](?:年初|全年|调整后?)?预算)"
    r"|(?P<year>[与同和比较](?:上年|去年|(?P<which>\d{4})年)|同比)"
)


@dataclass
class Context:
    """Subject, whole and comparison in force; `items` were named since 其中 or the last semicolon."""

    vocabulary: Vocabulary
    scope: Scope | None
    subject: Subject | None = None
    whole: Subject | None = None
    compares_years: bool = False
    in_reason: bool = False
    enumerating: bool = False
    items: int = 0
    sentence: int = 0
    mentions: list[Mention] = field(default_factory=list)

    @property
    def previous(self) -> Mention | None:
        return self.mentions[-1] if self.mentions else None

    @property
    def continued(self) -> Subject | None:
        """What a figure without a name is about; nothing where an enumeration leaves it open."""
        return None if self.enumerating and self.items > 1 else self.subject

    def take(self, mention: Mention, is_named: bool) -> None:
        """Remember a figure; one that was named by its subject is what the text then speaks of."""
        self.mentions.append(mention)
        if is_named and mention.role in (Role.ACTUAL, Role.BUDGET) and mention.printed.unit == Unit.YUAN:
            self.items += mention.meaning.subject is not self.subject
            self.subject = mention.meaning.subject

    def pass_over(self, gap: str) -> None:
        """Take in the words before the next figure."""
        item = last_path(gap) if "项)" in gap else None
        if item:
            self._events(gap[: item.start()])
            self.subject = self.vocabulary.codes.item(item[0], CODES_IN.get(self.scope, CODES_IN[None]))
            gap = gap[item.end() :]
        self._events(gap)

    def _events(self, words: str) -> None:
        for event in _EVENT.finditer(words):
            getattr(self, f"_on_{event.lastgroup}")(event)
        if "；" in words:
            self.items = 0

    def _on_stop(self, event: re.Match) -> None:
        self.sentence += 1
        if self.enumerating:
            self.subject = self.whole
        self.compares_years = self.in_reason = self.enumerating = False

    def _on_list(self, event: re.Match) -> None:
        self.whole = self.subject or self.whole
        self.enumerating, self.items = True, 0

    def _on_reason(self, event: re.Match) -> None:
        self.in_reason = True

    def _on_budget(self, event: re.Match) -> None:
        self.compares_years = False

    def _on_year(self, event: re.Match) -> None:
        year = self.vocabulary.loaded.disclosure.year
        self.compares_years = not (event["which"] and year) or int(event["which"]) == year - 1
