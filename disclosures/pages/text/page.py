"""The text of a disclosure as its reader meets it: headings, paragraphs, and the lists that headings announce."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from disclosures.pages.text.marks import TextMark
from disclosures.statements.lines import Part
from disclosures.statements.models import Chapter, Disclosure, Duty, Paragraph, Term, UnitInScope

FRONT = (Chapter.COVER, Chapter.CONTENTS)  # the page has a title and a list of contents of its own
Marks = Mapping[int, tuple[TextMark, ...]]
DEEPEST = 3  # levels of headings that the list of contents shows


@dataclass(frozen=True)
class Words:
    """A heading, a paragraph or an item of a list, with its own address on the page; `term` is what it explains.

    `marks` are those of its figures, in the order of the text.
    """

    anchor: str
    text: str
    term: str = ""
    marks: tuple[TextMark, ...] = ()

    @property
    def pieces(self) -> list[tuple[str, TextMark | None]]:
        """The text in pieces, each a figure with its mark or what stands before and between them."""
        pieces, end = [], 0
        for mark in self.marks:
            pieces += [(self.text[end : mark.start], None), (self.text[mark.start : mark.end], mark)]
            end = mark.end
        return [*pieces, (self.text[end:], None)]

    @property
    def around_term(self) -> tuple[str, str, str]:
        """What stands before the term, the term, and what stands after; the whole text first where there is none."""
        return self.text.partition(self.term) if self.term else (self.text, "", "")


@dataclass(frozen=True)
class Section:
    """A heading with what stands below it up to the next one; the words before any heading have level 0."""

    heading: Words | None
    level: int
    paragraphs: tuple[Words, ...]
    duties: tuple[Words, ...] = ()
    units: tuple[Words, ...] = ()
    terms: tuple[Words, ...] = ()

    @property
    def tag(self) -> str:
        """The heading's element: the page's own title is h1."""
        return f"h{min(self.level + 1, 6)}"


@dataclass(frozen=True)
class ChapterText:
    """A part of the document; `title` is the site's word for it, the document's own stands in the first heading."""

    key: str
    title: str
    sections: tuple[Section, ...]

    @property
    def headings(self) -> tuple[Section, ...]:
        """The sections that the list of contents names."""
        return tuple(section for section in self.sections if section.heading and section.level <= DEEPEST)


@dataclass(frozen=True)
class Narrative:
    """All words of the document outside its tables, in its order, untouched; `front` is its cover and contents."""

    chapters: tuple[ChapterText, ...]
    front: tuple[Words, ...]


def narrative_of(disclosure: Disclosure, marks: Marks | None = None) -> Narrative:
    """The text in four queries: paragraphs, duties, units in scope, terms; `marks` are by position of the paragraph."""
    by_chapter = defaultdict(list)
    for paragraph in _parts(Paragraph, disclosure):
        by_chapter[paragraph.chapter].append(paragraph)
    said = [paragraph.text for paragraphs in by_chapter.values() for paragraph in paragraphs if not paragraph.level]
    lists = _Lists(disclosure, said, marks or {})
    chapters = (_chapter(Chapter(key), by_chapter[key], lists) for key in Chapter.values if key not in FRONT)
    front = tuple(lists.words(paragraph) for key in FRONT for paragraph in by_chapter[key])
    return Narrative(tuple(chapter for chapter in chapters if chapter.sections), front)


def _parts(model: type[Part], disclosure: Disclosure):
    return model._default_manager.filter(disclosure=disclosure).order_by("position")


class _Lists:
    """The duties, units and terms; those that no paragraph says are handed out once, to the heading that names them."""

    def __init__(self, disclosure: Disclosure, said: list[str], marks: Marks):
        self._marks = marks
        self._terms = list(_parts(Term, disclosure))
        units, duties = _parts(UnitInScope, disclosure), _parts(Duty, disclosure)
        lists = {
            "duties": [(duty.text, Words(f"d{duty.position}", duty.text)) for duty in duties],
            "units": [(unit.name, Words(f"u{unit.position}", unit.name)) for unit in units],
            "terms": [
                (t.definition, Words(f"t{t.position}", f"{t.name}：{t.definition}", t.name)) for t in self._terms
            ],
        }
        everything = "\n".join(said)
        self._waiting = {
            name: tuple(words for text, words in entries if text not in everything) for name, entries in lists.items()
        }

    def words(self, paragraph: Paragraph) -> Words:
        """The paragraph, with the term that it explains where it is one of the glossary."""
        if paragraph.chapter != Chapter.GLOSSARY:
            marks = self._marks.get(paragraph.position, ())
            return Words(f"p{paragraph.position}", paragraph.text, marks=marks)
        explained = (term.name for term in self._terms if paragraph.text.endswith(term.definition))
        return Words(f"p{paragraph.position}", paragraph.text, next(explained, ""))

    def announced_by(self, heading: str) -> dict[str, tuple[Words, ...]]:
        """The list that belongs below this heading, by the name that `Section` has for it."""
        announces = {"duties": "职责", "units": "构成", "terms": "名词解释"}
        return self._take([name for name, word in announces.items() if word in heading])

    def left_in(self, chapter: Chapter) -> dict[str, tuple[Words, ...]]:
        """What no heading of the chapter has announced and still belongs there."""
        return self._take({Chapter.OVERVIEW: ["duties", "units"], Chapter.GLOSSARY: ["terms"]}.get(chapter, []))

    def _take(self, names: list[str]) -> dict[str, tuple[Words, ...]]:
        return {name: self._waiting.pop(name) for name in names if self._waiting.get(name)}


def _chapter(chapter: Chapter, paragraphs: list[Paragraph], lists: _Lists) -> ChapterText:
    sections = [_section(run, lists) for run in _runs(paragraphs)]
    if left := lists.left_in(chapter):
        sections.append(Section(None, 0, (), **left))
    return ChapterText(chapter.value, chapter.label, tuple(sections))


def _runs(paragraphs: list[Paragraph]) -> list[list[Paragraph]]:
    """Each heading with its paragraphs; a list of its own for those before the first heading."""
    runs: list[list[Paragraph]] = []
    for paragraph in paragraphs:
        if paragraph.level or not runs:
            runs.append([])
        runs[-1].append(paragraph)
    return runs


def _section(run: list[Paragraph], lists: _Lists) -> Section:
    first = run[0]
    if not first.level:
        return Section(None, 0, tuple(map(lists.words, run)))
    return Section(lists.words(first), first.level, tuple(map(lists.words, run[1:])), **lists.announced_by(first.text))
