"""All figures of the text with their meanings, read once for all rules."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from disclosures.checks.narrative.meaning.context import Context
from disclosures.checks.narrative.meaning.figures import figures_of
from disclosures.checks.narrative.meaning.interpreting import AND, meaning_of
from disclosures.checks.narrative.meaning.meanings import Mention, Role
from disclosures.checks.narrative.meaning.scopes import Scope, scope_of
from disclosures.checks.narrative.meaning.squeezing import Squeezed, squeeze
from disclosures.checks.narrative.meaning.subjects import Subject
from disclosures.checks.narrative.meaning.vocabulary import Vocabulary
from disclosures.checks.spots import TextSpot
from disclosures.statements.loaded import LoadedDisclosure
from disclosures.statements.models import Chapter, Paragraph

CHAPTERS = (Chapter.OVERVIEW, Chapter.EXPLANATION)
_EACH = re.compile("[各均]|分别")
_TITLE = re.compile(r"(?!.*\d\s*(?:万?元|[%％]))\s*[（(]?[\d一二三四五六七八九十]{1,3}\s*[）).．、][^，；]{2,80}")
_WINDOW = 120  # characters before a figure that a wording may take in
_TAIL = 24  # and behind it


@dataclass(frozen=True)
class Passage:
    """A paragraph of the text, squeezed, with the section that it stands in and its figures."""

    paragraph: Paragraph
    squeezed: Squeezed
    scope: Scope | None
    mentions: tuple[Mention, ...] = ()


@dataclass
class Reading:
    """Every figure of the narrative; those that are linked by role and subject."""

    loaded: LoadedDisclosure
    vocabulary: Vocabulary
    passages: list[Passage] = field(default_factory=list)

    @cached_property
    def mentions(self) -> list[Mention]:
        return [mention for passage in self.passages for mention in passage.mentions]

    @cached_property
    def _by_subject(self) -> dict[tuple[Role, str], list[Mention]]:
        found: dict[tuple[Role, str], list[Mention]] = defaultdict(list)
        for mention in self.mentions:
            if mention.meaning:
                found[mention.role, mention.meaning.subject.key].append(mention)
        return found

    def of(self, role: Role, *keys: str) -> list[Mention]:
        """The figures in that role of the subjects with these keys, in the order of the text."""
        return [mention for key in keys for mention in self._by_subject.get((role, key), ())]

    def nearest(self, role: Role, subject: Subject, mention: Mention) -> Mention | None:
        """The last figure before the mention that has that role of the subject; else the first behind it."""
        found = self.of(role, subject.key)
        before = [one for one in found if _place(one) < _place(mention)]
        return before[-1] if before else next(iter(found), None)


def _place(mention: Mention) -> tuple[int, int]:
    return mention.spot.paragraph, mention.spot.start


def reading_of(loaded: LoadedDisclosure) -> Reading:
    """The reading of a disclosure's text; made once."""
    return loaded.derived("narrative", _read)


def _read(loaded: LoadedDisclosure) -> Reading:
    vocabulary = Vocabulary(loaded)
    return Reading(loaded, vocabulary, [_passage(vocabulary, *one) for one in _paragraphs(loaded)])


def _paragraphs(loaded: LoadedDisclosure) -> Iterator[tuple[Paragraph, Scope | None, str]]:
    """The paragraphs below the headings, with what the nearest heading that says something announces, and its words."""
    headings: dict[int, tuple[Scope | None, str]] = {}
    title = ""  # a paragraph that names what the next one speaks of
    for paragraph in loaded.paragraphs:
        if paragraph.chapter not in CHAPTERS:
            continue
        level = paragraph.level
        if level:
            words = squeeze(paragraph.text).text
            headings = {one: heading for one, heading in headings.items() if one < level}
            title = ""
            headings[level] = (scope_of(words) if level > 1 else None, words)
        else:
            nearest = [headings[one] for one in sorted(headings, reverse=True)]
            scope = next((scope for scope, _words in nearest if scope), None)
            yield paragraph, scope, title or (nearest[0][1] if nearest else "")
            title = squeeze(paragraph.text).text if _TITLE.fullmatch(paragraph.text) else ""


def _passage(vocabulary: Vocabulary, paragraph: Paragraph, scope: Scope | None, heading: str) -> Passage:
    squeezed = squeeze(paragraph.text)
    figures = list(figures_of(squeezed))
    if not figures:
        return Passage(paragraph, squeezed, scope)
    context = Context(vocabulary, vocabulary.clauses(scope), vocabulary.loaded.disclosure.year)
    context.begin(heading, squeezed.text)
    end = 0
    for figure in figures:
        gap, tail = squeezed.text[end : figure.start], squeezed.text[figure.end : figure.end + _TAIL]
        clause = context.pass_over(gap)
        meaning = meaning_of(context, gap[-_WINDOW:], clause, figure, tail)
        spot = TextSpot(paragraph.place, paragraph.position, *squeezed.span(figure.start, figure.end))
        each = _each(context, gap, clause)
        context.take(Mention(paragraph, figure, spot, meaning, context.sentence, clause, context.clauses.scope, each))
        end = figure.end
    return Passage(paragraph, squeezed, scope, tuple(context.mentions))


def _each(context: Context, gap: str, clause: str) -> int:
    """Which figure of a list it is that 各 or 分别 introduces, from 1; 0 for a figure of no such list."""
    if _EACH.search(clause):
        return 1
    before = context.previous
    return before.each + 1 if before and before.each and gap in AND else 0
