"""What may be meant while somebody is still typing: units and figures whose names go on from what is there."""

from collections.abc import Iterator
from functools import cache
from itertools import islice

from disclosures.publication.search.matching import entries_by_id, matching_entries
from disclosures.publication.search.models import EntryKind
from disclosures.publication.search.query import Query, canonical
from disclosures.publication.search.words.cutting import plain
from disclosures.publication.search.words.lists import figures, figures_of_codes

MOST, UNITS = 8, 5


def words_for(typed: str) -> list[str]:
    """Questions that begin as typed; the last of its words is the one that goes on. Two queries at most."""
    *before, last = canonical(typed).split() or [""]
    if not plain(last):
        return []
    found = dict.fromkeys([*islice(_names(plain(last)), MOST - UNITS), *_units(last), *_names(plain(last))])
    return [" ".join([*before, name]) for name in islice(found, MOST)]


def _names(last: str) -> Iterator[str]:
    """Names that begin so, then names that something else which begins so is another word for."""
    for own in (True, False):
        for name, *also in _all_names():
            if any(word.startswith(last) for word in (also[:1] if own else also[1:])):
                yield name


@cache
def _all_names() -> tuple[tuple[str, ...], ...]:
    """Each name as it is shown, then in its plain form, then the other words for it."""
    return tuple(
        (figure.name, plain(figure.name).replace(" ", ""), *figure.also) for figure in (*figures(), *figures_of_codes())
    )


def _units(last: str) -> list[str]:
    found = matching_entries(Query.read(last), EntryKind.UNIT)[:UNITS]
    entries = entries_by_id(found) if found else {}
    return [entries[pk].title for pk in found if pk in entries]
