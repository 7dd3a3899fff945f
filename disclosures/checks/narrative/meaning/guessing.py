"""What a figure may mean that no row explains: told to people, never held against anything."""

from disclosures.checks.narrative.meaning.meanings import Mention
from disclosures.checks.narrative.meaning.phrases.rows import Kind
from disclosures.checks.narrative.meaning.phrases.tiling import Tiles
from disclosures.checks.narrative.meaning.reading import Reading

_ROLES = (  # the first kind that the words before the figure have says which number it is
    (Kind.SHARE, "占比"), (Kind.CHANGE, "增减"), (Kind.BUDGET, "预算"), (Kind.LAST, "上年数"),
)  # fmt: skip


def guess(reading: Reading, mention: Mention) -> str:
    """In words, from the phrases that are known among those before the figure; "" where none names anything."""
    tiles, _unknown = reading.vocabulary.clauses(mention.scope).scattered(mention.clause)
    named = [thing[0].title for tile in tiles for thing in tile.things]
    return f"{named[-1]}{_role(tiles)}" if named else ""


def _role(tiles: Tiles) -> str:
    kinds = {tile.kind for tile in tiles}
    return next((f"的{words}" for kind, words in _ROLES if kind in kinds), "")


def unknown_words(reading: Reading, mention: Mention) -> list[str]:
    """What of the clause is in no row."""
    return reading.vocabulary.clauses(mention.scope).scattered(mention.clause)[1]
