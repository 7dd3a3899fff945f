"""All figures of the text with their meanings, read once for all rules."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from disclosures.checks.narrative.meaning.context import Context
from disclosures.checks.narrative.meaning.figures import figures_of
from disclosures.checks.narrative.meaning.interpreting import meaning_of
from disclosures.checks.narrative.meaning.meanings import Mention, Role
from disclosures.checks.narrative.meaning.scopes import Scope, scope_of
from disclosures.checks.narrative.meaning.squeezing import Squeezed, squeeze
from disclosures.checks.narrative.meaning.subjects import Subject
from disclosures.checks.narrative.meaning.vocabulary import Vocabulary
from disclosures.checks.spots import TextSpot
from disclosures.statements.loaded import LoadedDisclosure
from disclosures.statements.models import Chapter, Paragraph

CHAPTERS = (Chapter.OVERVIEW, Chapter.EXPLANATION)
_WINDOW = 120  # characters before a figure that a wording may take in
_TAIL = 12  # and behind it


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


def _paragraphs(loaded: LoadedDisclosure) -> Iterator[tuple[Paragraph, Scope | None]]:
    """The paragraphs below the headings, with what the nearest heading that says something announces."""
    scopes: dict[int, Scope | None] = {}
    for paragraph in loaded.paragraphs:
        if paragraph.chapter not in CHAPTERS:
            continue
        level = paragraph.level
        if level:
            scopes = {one: scope for one, scope in scopes.items() if one < level}
            scopes[level] = scope_of(squeeze(paragraph.text).text) if level > 1 else None
        else:
            yield paragraph, next((scopes[one] for one in sorted(scopes, reverse=True) if scopes[one]), None)


def _passage(vocabulary: Vocabulary, paragraph: Paragraph, scope: Scope | None) -> Passage:
    squeezed = squeeze(paragraph.text)
    context = Context(vocabulary, scope)
    end = 0
    for figure in figures_of(squeezed):
        gap, tail = squeezed.text[end : figure.start], squeezed.text[figure.end : figure.end + _TAIL]
        context.pass_over(gap)
        meaning = meaning_of(context, gap[-_WINDOW:], figure, tail)
        spot = TextSpot(paragraph.place, paragraph.position, *squeezed.span(figure.start, figure.end))
        mention = Mention(paragraph, figure, spot, meaning, context.sentence, each="各" in gap[-8:])
        context.take(mention, is_named=bool(meaning and meaning.is_named))
        end = figure.end
    return Passage(paragraph, squeezed, scope, tuple(context.mentions))
