"""Reads a clause: the words of the vocabulary, the codes and names of the tables, years and numberings cover it."""

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import islice

from disclosures.checks.narrative.meaning.codes import CLASSES, CODES_IN, OFFICIAL, PATH, Codes, Detail, Names, of_code
from disclosures.checks.narrative.meaning.phrases.frames import Frame, frame_of
from disclosures.checks.narrative.meaning.phrases.lexicon import lexicon
from disclosures.checks.narrative.meaning.phrases.rows import Kind
from disclosures.checks.narrative.meaning.phrases.tiling import Tile, Tiles, tilings
from disclosures.checks.narrative.meaning.scopes import Scope
from disclosures.checks.narrative.meaning.subjects import Subject, Thing

LONGEST = 90  # characters of a clause that is read; a longer one is no statement of a figure
_TRIED = 12  # ways to cover a clause before it counts as not understood
_BEGINNING = re.compile(
    r"(?:\(?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)、.．]+|第?[一二三四五六七八九十]是)"
    r"|(?P<office>[^\d与同和较比除占]{2,30}?)(?=20\d\d年)"
)
_NO_OFFICE = re.compile(r"所属|下属|原因|其中|用于|增|减|预算|经费|支出|收入|[费款金额]|上年")
_YEAR = re.compile(
    r"(?P<year>\d{4})年(?:度|末|底|初)?(?:\d{1,2}月(?:\d{1,2}日|底|末)?)?|\(\d{0,7}[类款项]\)|\([^()]*项目数[^()]*\)"
)
_CODE = re.compile(r"\(?(\d{7}|\d{5}|\d{3})(?!\d)(?:[-—–]|\))?")
_CLASS_AND_CODE = re.compile(r"(?P<class>[\u4e00-\u9fff]{2,20})\((?P<code>\d{7}|\d{5}|\d{3})\)")
_BEFORE_CODES = "(0123456789"


class Clauses:
    """Clauses of one section of one disclosure, each read once."""

    def __init__(self, codes: Codes, unit_name: str, year: int | None, scope: Scope | None):
        self.codes, self.scope = codes, scope
        self._own = tuple(unit_name[start:] for start in range(max(0, len(unit_name) - 2)))  # 抚顺市信访局 and 信访局
        self._own_first = {name[0] for name in self._own}
        self._year = year
        self._lexicon = lexicon(scope)
        self._frames: dict[str, Frame | None] = {}

    def frame(self, clause: str) -> Frame | None:
        """What the clause says; None where some of its words are in no row, or contradict each other."""
        if clause not in self._frames:
            self._frames[clause] = self._read(clause) if len(clause) <= LONGEST else None
        return self._frames[clause]

    def _read(self, clause: str) -> Frame | None:
        found = next(self._covering(clause, 0), None)
        if not found and (start := self._loose_start(clause)):
            found = next(self._covering(clause, start), None)
        return found

    def _covering(self, clause: str, start: int) -> Iterator[Frame]:
        for tiles in islice(tilings(clause, start, lambda place: self._at(clause, place)), _TRIED):
            if frame := frame_of(tiles):
                yield frame

    def scattered(self, clause: str) -> tuple[Tiles, list[str]]:
        """The phrases that the clause has at its end, and what lies between them and is in no row."""
        clause = clause[-LONGEST:]
        tiles: list[Tile] = []
        unknown: list[str] = []
        place = start = 0
        while place < len(clause):
            length, found = next((one for one in self._at(clause, place) if _says_something(one)), (1, ()))
            if found:
                unknown.append(clause[start:place])
                tiles += found
                start = place + length
            place += length
        return tuple(tiles), [words for words in (*unknown, clause[start:]) if words]

    def named(self, clause: str) -> list[Thing]:
        """What the phrases of a clause name that is not understood as a whole."""
        return [thing for tile in self.scattered(clause)[0] for thing in tile.things]

    def _loose_start(self, clause: str) -> int:
        """Where a phrase begins that may have anything before it; 0 where there is none."""
        return max((clause.rfind(phrase) for phrase in self._lexicon.loose), default=0)

    # -----------------------------------------------------------------------------------------------------------------
    # What stands at a place
    # -----------------------------------------------------------------------------------------------------------------

    def _at(self, text: str, place: int) -> list[tuple[int, Tiles]]:
        found = list(self._lexicon.at(text, place))
        found += self._of_tables(text, place)
        found += self._of_pattern(text, place)
        found.sort(key=_length, reverse=True)
        return found

    def _of_tables(self, text: str, place: int) -> Iterator[tuple[int, Tiles]]:
        """Names of codes as the tables print them, with or without their code, and the unit's own name."""
        if text[place] in self._own_first:
            yield from (
                (len(name), (Tile(len(name), Kind.NOTHING),)) for name in self._own if text.startswith(name, place)
            )
        printed = set()
        for names in self._functional:
            for name, codes in names.at(text, place):
                if name not in printed:
                    yield len(name), (_subject(len(name), self.codes.functional(codes, name, self._detail)),)
                printed.add(name)
        for name, codes in self._economic.at(text, place) if self._economic else ():
            yield len(name), (_subject(len(name), self.codes.economic(codes, name)),)
        if "项)" in text and (path := PATH.match(text, place)):
            yield path.end() - place, (_subject(path.end() - place, self.of_path(path)),)
        if text[place] in _BEFORE_CODES and (code := _CODE.match(text, place)) and (one := self._by_code(code[1])):
            named = text.startswith(one.title, code.end())
            length = code.end() - place + (len(one.title) if named else 0)
            yield length, (_subject(length, one),)
        yield from self._of_class_and_code(text, place)

    def of_path(self, path: re.Match) -> Subject:
        """The item that a path of class, section and item names."""
        return self.codes.of_path(path, self._detail)

    def _of_class_and_code(self, text: str, place: int) -> Iterator[tuple[int, Tiles]]:
        """“教育（2050205）”: the code says it all."""
        match = _CLASS_AND_CODE.match(text, place) if "(" in text else None
        if match and match["class"] in OFFICIAL and (one := self._by_code(match["code"])):
            yield match.end() - place, (_subject(match.end() - place, one),)

    @property
    def _detail(self) -> Detail:
        return CODES_IN.get(self.scope, CODES_IN[None])

    def _by_code(self, code: str) -> Subject | None:
        name = self.codes.names(self._detail.number).get(code)
        return of_code(code, name, self._detail) if name else None

    @cached_property
    def _functional(self) -> tuple[Names, ...]:
        """Names of functional codes, those that the table prints before the official ones."""
        detail = CODES_IN.get(self.scope) if self.scope else None
        return (self.codes.by_name(detail), CLASSES) if detail else ()

    @cached_property
    def _economic(self) -> Names | None:
        return self.codes.economic_names if self.scope in (Scope.BASIC, Scope.GENERAL) else None

    def _of_pattern(self, text: str, place: int) -> Iterator[tuple[int, Tiles]]:
        """Numberings, the name of an office before a year, years."""
        match = _BEGINNING.match(text) if place == 0 else None
        if match and not _NO_OFFICE.search(match["office"] or ""):
            yield match.end(), (Tile(match.end(), Kind.NOTHING),)
        if (text[place].isdigit() or text[place] == "(") and (match := _YEAR.match(text, place)):
            length = match.end() - place
            yield length, (Tile(length, self._kind_of_year(match["year"])),)

    def _kind_of_year(self, year: str | None) -> Kind:
        if not year or not self._year or int(year) == self._year:
            return Kind.NOTHING
        return Kind.LAST if int(year) == self._year - 1 else Kind.OTHER


def _length(found: tuple[int, Tiles]) -> int:
    return found[0]


def _says_something(found: tuple[int, Tiles]) -> bool:
    length, tiles = found
    return length > 1 and tiles[0].kind != Kind.NOTHING


def _subject(length: int, one: Subject) -> Tile:
    return Tile(length, Kind.SUBJECT, (one.key,), ((one,),))
