"""What the phrases of a clause say together, in any order: of what, of which whole, which number, since when."""

from dataclasses import dataclass

from disclosures.checks.narrative.meaning.phrases.rows import Kind, Row
from disclosures.checks.narrative.meaning.phrases.tiling import Tile, Tiles
from disclosures.checks.narrative.meaning.subjects import Thing

_NAMES = (Kind.SUBJECT, Kind.BOTH, Kind.MEASURE)
_IN_TITLES = {Kind.NOTHING, Kind.ACTUAL, Kind.WITHIN, Kind.COMPARE, Kind.LAST, *_NAMES}
_FLAGS = {
    Kind.ACTUAL: "is_actual", Kind.COMPLETES: "completes", Kind.SHARE: "shares", Kind.RATE: "is_rate",
    Kind.COMPARE: "compares", Kind.LAST: "is_last", Kind.OTHER: "is_other", Kind.EACH: "each",
}  # fmt: skip


@dataclass
class Frame:
    """The words before a figure, understood. `budget` is the word for which budget, None where none is named."""

    tiles: Tiles
    things: tuple[Thing, ...] = ()
    whole: Thing | None = None
    budget: str | None = None
    which: str = ""
    direction: str = ""
    is_actual: bool = False
    is_measure: bool = False
    completes: bool = False
    shares: bool = False
    within: bool = False
    compares: bool = False
    is_last: bool = False
    is_other: bool = False
    is_rate: bool = False
    each: bool = False

    @property
    def says_nothing(self) -> bool:
        """Whether it neither names anything nor says what of it follows."""
        return all(tile.kind == Kind.NOTHING for tile in self.tiles)

    @property
    def names_only(self) -> bool:
        """Whether it is a title: names something in more than a word, and says nothing of it."""
        is_long = any(tile.kind in _NAMES and tile.length > 2 for tile in self.tiles)
        return is_long and bool(self.things) and all(tile.kind in _IN_TITLES for tile in self.tiles)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of the vocabulary that explain it."""
        return tuple(tile.row for tile in self.tiles if tile.row)

    # -----------------------------------------------------------------------------------------------------------------
    # Phrase by phrase
    # -----------------------------------------------------------------------------------------------------------------

    def take(self, tile: Tile) -> bool:
        """Add what the next phrase says; False where that contradicts what was said before."""
        match tile.kind:
            case Kind.NOTHING:
                return True
            case Kind.SUBJECT | Kind.BOTH | Kind.MEASURE:
                return self._name(tile)
            case Kind.BUDGET:
                is_new, self.budget = self.budget is None, tile.words[0] if tile.words else ""
                return is_new
            case Kind.WHICH:
                is_new, self.which = not self.which, tile.words[0]
                return is_new
            case Kind.CHANGE:
                is_new, self.direction = not self.direction, tile.words[0]
                return is_new
            case Kind.WITHIN:
                return self._enclose()
        setattr(self, _FLAGS[tile.kind], True)
        return True

    def _name(self, tile: Tile) -> bool:
        if self.shares:
            is_free = self.whole is None or self.within
            self.whole = tile.things[0]
            return is_free
        if self.direction:  # what grew stands before the word that says so; behind it a reason, as in 压减公务接待费
            return False
        if self.things and _is_below(tile, self.things[-1]):
            self.things = self.things[:-1] + tile.things
        elif self.things != tile.things:
            self.things += tile.things
            self.is_measure = tile.kind == Kind.MEASURE
        return True

    def _enclose(self) -> bool:
        if not self.things:
            return False
        self.whole, self.things, self.within = self.things[0], (), True
        return True

    def close(self) -> bool:
        """Whether all is said; several things have several figures, or one name."""
        if self.which and self.budget == "":
            self.budget = self.which
        return len(self.things) < 2 or self.each or sum(tile.kind in _NAMES for tile in self.tiles) == 1


def _is_below(tile: Tile, thing: Thing) -> bool:
    """Whether a code stands behind the one that it belongs to, as an item behind its class, or behind a mere name."""
    above, below = thing[0].key, tile.things[0][0].key
    return below.startswith("code:") and (above.startswith("item:") or below.startswith(above)) and above != below


def frame_of(tiles: Tiles) -> Frame | None:
    """None where two phrases contradict each other."""
    frame = Frame(tiles)
    return frame if all(frame.take(tile) for tile in tiles) and frame.close() else None
