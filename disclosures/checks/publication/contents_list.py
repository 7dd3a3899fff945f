"""The contents list against what it lists: the titles of the tables, the headings of the text."""

import re
from collections.abc import Iterator
from functools import lru_cache

from disclosures.amounts import Outcome
from disclosures.checks.figures import Figure, Unit
from disclosures.checks.labels import Named
from disclosures.checks.outcomes import Result, Severity
from disclosures.checks.spots import TableSpot, TextSpot
from disclosures.checks.wording.relations import Relation
from disclosures.statements.loaded import LoadedDisclosure
from disclosures.statements.models import STATEMENTS, Chapter, Paragraph, statements_in

_ORDINAL = re.compile(r"\s*(?:[一二三四五六七八九十]+[、.．]|[(（][一二三四五六七八九十]+[)）]|\d+[、.．])\s*")
_SIGNS = re.compile(r"[\s“”\"‘’《》（）()、，。.…·\d]+")
_DETAIL = "明细"  # some titles of a table have it where others do not
_GENERAL = ("部门", "单位", "年度", "年")  # what stands in for the unit's name and the year
_BEGINNING = 4  # so many characters, with the same number before them, and a heading is known for the same


def titles_fit(rule: str, loaded: LoadedDisclosure) -> Iterator[Result]:
    """The contents list calls a table what stands above it."""
    for number, head in loaded.heads.items():
        if head.title and (entry := entry_of(loaded, number)):
            same = bare(head.title) == bare(entry.text)
            title = Figure(None, Named("表的标题"), head.title, Unit.NUMBER, TableSpot(head.place, number))
            yield _result(rule, same, Relation.TITLE_AS_LISTED, title, entry, number=number)


def headings_fit(rule: str, loaded: LoadedDisclosure) -> Iterator[Result]:
    """A heading of the text reads in the contents list as it reads above its section; the unit's name may be left out.

    An entry whose section is not recognised in the text says nothing.
    """
    names = _own_names(loaded)
    headings = _headings(loaded)
    same = {_without(one.text, names): one for one in headings}
    alike = {_beginning(one.text): one for one in headings}
    tables = [entry_of(loaded, number) for number in statements_in(loaded.disclosure.year)]
    for entry in entries(loaded):
        if entry in tables:
            continue
        heading = same.get(_without(entry.text, names))
        if found := heading or alike.get(_beginning(entry.text)):
            yield _result(rule, bool(heading), Relation.HEADING_AS_LISTED, _figure(found, "正文的标题"), entry)


def _result(rule: str, holds: bool, relation: Relation, left: Figure, entry: Paragraph, **facts: str) -> Result:
    outcome, right = Outcome.EQUAL if holds else Outcome.BROKEN, _figure(entry, "目录")
    return Result(rule, outcome, relation, left, right, severity=Severity.NOTE, facts=facts)


def _figure(paragraph: Paragraph, name: str) -> Figure:
    spot = TextSpot(paragraph.place, paragraph.position, 0, len(paragraph.text))
    return Figure(None, Named(name), paragraph.text, Unit.NUMBER, spot)


def entries(loaded: LoadedDisclosure) -> list[Paragraph]:
    """The entries of the contents list below its chapters."""
    return [one for one in loaded.paragraphs if one.chapter == Chapter.CONTENTS and one.level > 1]


def entry_of(loaded: LoadedDisclosure, number: str) -> Paragraph | None:
    """The entry that names that table: by its title, another title seen for it, or one that differs by 明细."""
    titles = _titles(number)
    return next((one for one in entries(loaded) if bare(one.text).replace(_DETAIL, "") in titles), None)


@lru_cache(maxsize=len(STATEMENTS))
def _titles(number: str) -> frozenset[str]:
    return frozenset(bare(title).replace(_DETAIL, "") for title in STATEMENTS[number].titles())


@lru_cache(maxsize=1024)
def bare(text: str) -> str:
    """A heading without its number, its signs, spaces and years."""
    return _SIGNS.sub("", _ORDINAL.sub("", text, count=1) if _ORDINAL.match(text) else text)


def _headings(loaded: LoadedDisclosure) -> list[Paragraph]:
    chapters = (Chapter.OVERVIEW, Chapter.EXPLANATION)
    return [one for one in loaded.paragraphs if one.level == 2 and one.chapter in chapters]


def _beginning(text: str) -> tuple[str, str]:
    found = _ORDINAL.match(text)
    return (found[0].strip() if found else "", bare(text)[:_BEGINNING])


def _own_names(loaded: LoadedDisclosure) -> tuple[str, ...]:
    """What the document calls the unit, longest first, and what stands in for that."""
    names = {bare(name) for name in (loaded.disclosure.unit_name, *(one.unit_name for one in loaded.heads.values()))}
    return (*sorted(names - {""}, key=len, reverse=True), *_GENERAL)


def _without(text: str, names: tuple[str, ...]) -> str:
    text = bare(text)
    for name in names:
        text = text.replace(name, "")
    return text
