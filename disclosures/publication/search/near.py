"""Words that look like what was asked, for where nothing is called so: names of the lists, parts of units' names."""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from django.db import connection
from django.db.models.expressions import RawSQL
from rapidfuzz.distance import Levenshtein

from disclosures.publication.search.dialects import DIALECTS
from disclosures.publication.search.models import SearchEntry
from disclosures.publication.search.tokens import IN_UNITS
from disclosures.publication.search.words.cutting import all_names, is_known, plain

SHORTEST, LONGEST = 3, 30  # characters of a word that is compared
LOOKED_AT = 200  # units whose names are compared, the latest in the index
COMPARED = 40  # names of the lists, those that share most


def near_words(word: str) -> list[str]:
    """The word with a name of the lists in place of what looks like it, nearest first."""
    if not SHORTEST <= len(word) <= LONGEST:
        return []
    shared: dict[str, int] = {}
    for pair in _apart(word):
        for name in _names_by_pair().get(pair, ()):
            shared[name] = shared.get(name, 0) + 1
    likely = sorted(shared, key=lambda name: (-shared[name] / len(name), name))[:COMPARED]
    found = [
        (distance, -len(name), word.replace(part, name)) for name in likely for distance, part in _nearest(name, word)
    ]
    texts = list(dict.fromkeys(text for *_, text in sorted(found)))
    return [text for text in texts if is_known(text)] or texts[:1]


def near_units(word: str) -> list[str]:
    """Parts of the names of units that look like the word, nearest first; one query."""
    if not SHORTEST <= len(word) <= LONGEST:
        return []
    found = {part: distance for name in _names_of_units(word) for distance, part in _nearest(word, plain(name))}
    return sorted(found, key=lambda part: (found[part], part))


def _names_of_units(word: str) -> Iterable[str]:
    """Names that share two neighbouring characters with the word; of a short word, any two."""
    dialect = DIALECTS[connection.vendor]
    if len(word) > SHORTEST:
        likely = [dialect.phrase([IN_UNITS + pair], is_open=False) for pair in _pairs(word)]
    else:
        two = [(word[a], word[b]) for a in range(len(word)) for b in range(a + 1, len(word))]
        likely = [dialect.all_of(dialect.phrase([IN_UNITS + one], is_open=True) for one in pair) for pair in two]
    if not likely:  # signs between all its characters: neither database knows an expression of nothing
        return ()
    matching = RawSQL(dialect.matches, [dialect.any_of(likely), LOOKED_AT])
    return SearchEntry.objects.filter(pk__in=matching).values_list("title", flat=True)


def _nearest(word: str, text: str) -> Iterator[tuple[int, str]]:
    """The part of the text that is least unlike the word, unless it is too unlike it, or the very word."""
    most = len(word) // 3
    parts = {
        text[start : start + length]
        for length in (len(word), len(word) - 1, len(word) + 1)
        for start in range(len(text) - length + 1)
    }
    near = min(
        ((Levenshtein.distance(word, part), abs(len(word) - len(part)), part) for part in parts), default=(0, 0, "")
    )
    if 0 < near[0] <= most:
        yield near[0], near[-1]


def _pairs(word: str) -> list[str]:
    return [a + b for a, b in pairwise(word) if a.isalnum() and b.isalnum()]


def _apart(word: str) -> dict[str, None]:
    """Characters beside each other, or with one between them, which may be the wrong one."""
    return dict.fromkeys([*_pairs(word), *(a + b for a, b in zip(word, word[2:], strict=False))])


@cache
def _names_by_pair() -> dict[str, list[str]]:
    by_pair: dict[str, list[str]] = {}
    for name in all_names():
        for pair in _apart(name):
            by_pair.setdefault(pair, []).append(name)
    return by_pair
