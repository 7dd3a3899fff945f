"""A stretch of text as a row of phrases that cover it, each character once."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from disclosures.checks.narrative.meaning.phrases.rows import Kind, Row
from disclosures.checks.narrative.meaning.subjects import Thing


@dataclass(frozen=True)
class Tile:
    """A phrase where it stands; `row` is the row of the vocabulary that it comes from, if any."""

    length: int
    kind: Kind
    words: tuple[str, ...] = ()
    things: tuple[Thing, ...] = ()
    row: Row | None = None


Tiles = tuple[Tile, ...]


def tilings(text: str, start: int, at: Callable[[int], Iterable[tuple[int, Tiles]]]) -> Iterator[Tiles]:
    """Every way to cover the text from `start`; `at` gives what stands at a place, with its length, best first."""
    dead: set[int] = set()

    def walk(place: int) -> Iterator[Tiles]:
        if place == len(text):
            yield ()
            return
        is_dead = True
        for length, tiles in at(place) if place not in dead else ():
            for rest in walk(place + length):
                is_dead = False
                yield (*tiles, *rest)
        if is_dead:
            dead.add(place)

    return walk(start)
