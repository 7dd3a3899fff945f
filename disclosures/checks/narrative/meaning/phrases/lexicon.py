"""The rows of one section as tiles, found where their phrase stands; made once for all disclosures."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from disclosures.checks.narrative.meaning.phrases.rows import Kind, Row, lengths_by_first, rows_in, standing
from disclosures.checks.narrative.meaning.phrases.tiling import Tile, Tiles
from disclosures.checks.narrative.meaning.scopes import Scope
from disclosures.checks.narrative.meaning.subjects import Thing
from disclosures.checks.narrative.meaning.words.all import subject_in


class Lexicon:
    """Phrases of a section; `loose` are those that may have anything before them."""

    def __init__(self, scope: Scope | None, rows: Iterable[Row]):
        self._tiles: dict[str, list[tuple[int, Tiles]]] = defaultdict(list)
        loose = []
        for row in rows:
            tiles = tuple(_tile(scope, row, kind, words) for kind, words in row.means)
            self._tiles[row.phrase].append((len(row.phrase), tiles))
            loose += [row.phrase] if row.is_loose else []
        self._lengths = lengths_by_first(self._tiles)
        self.loose = tuple(loose)

    def at(self, text: str, start: int) -> Iterator[tuple[int, Tiles]]:
        """What stands there, with its length, the longest first."""
        for phrase in standing(self._lengths, text, start):
            if phrase in self._tiles:
                yield from self._tiles[phrase]


def _tile(scope: Scope | None, row: Row, kind: Kind, words: tuple[str, ...]) -> Tile:
    things: tuple[Thing, ...] = ()
    if kind in (Kind.SUBJECT, Kind.MEASURE):
        things = (tuple(subject_in(scope, key) for key in words),)
    elif kind == Kind.BOTH:
        things = tuple((subject_in(scope, key),) for key in words)
    return Tile(len(row.phrase), kind, words, things, row)


@cache
def lexicon(scope: Scope | None) -> Lexicon:
    return Lexicon(scope, rows_in(scope))
