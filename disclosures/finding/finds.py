"""All that a question finds: its answers, and the finds of each kind, best first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from disclosures.finding.answers import Answer, of_lists
from disclosures.finding.codes import matching_codes, result_of_code
from disclosures.finding.question import Question
from disclosures.finding.results import SearchResult, result_of
from disclosures.publication.search.matching import entries_by_id, entries_of_kinds, matching_entries
from disclosures.publication.search.models import EntryKind
from disclosures.publication.search.query import Query

CODE = "code"
TITLES: dict[str, str | Promise] = {
    EntryKind.UNIT.value: gettext_lazy(EntryKind.UNIT.label),
    CODE: gettext_lazy("科目"),
    **{kind.value: gettext_lazy(kind.label) for kind in EntryKind if kind != EntryKind.UNIT},
}  # in the order of the groups
Hits = Mapping[str, Sequence]  # by kind: codes, or the ids of entries


@dataclass(frozen=True)
class Finds:
    """`hits` are in the order in which groups are shown; `query` is the way to ask that found them."""

    answers: tuple[Answer, ...]
    query: Query
    hits: Hits


def finds_of(question: Question) -> Finds:
    """The answers, and what is found of every kind."""
    answers = question.answers
    query, hits = hits_of(question, kinds_for(question))
    is_found = any(hits.values())
    if not answers and not is_found:
        answers = of_lists(question.asked)
    if not answers and (not is_found or query.units):
        answers = question.answers_in_part(is_found)
    return Finds(answers, query, hits)


def kinds_for(question: Question) -> tuple[str, ...]:
    """The kinds in the order of their groups; terms first where it is asked what something means."""
    first = [EntryKind.TERM.value] if question.wants_meaning else []
    return tuple(dict.fromkeys([*first, *TITLES]))


def hits_of(question: Question, kinds: Iterable[str]) -> tuple[Query, Hits]:
    """The first way to ask the index that finds anything of these kinds, with all that it finds."""
    wanted = list(kinds)
    query, hits = Query(question.text, ()), dict[str, Sequence]()
    for query in question.queries:
        found = _hits(query, wanted)
        hits = {kind: found[kind] for kind in wanted}
        if any(hits.values()):
            break
    return query, hits


def _hits(query: Query, kinds: list[str]) -> dict[str, Sequence]:
    """Codes, and the ids of entries; those of all kinds are asked for at once."""
    if kinds == [CODE]:
        return {CODE: matching_codes(query)}
    if len(kinds) == 1:
        return {kinds[0]: matching_entries(query, EntryKind(kinds[0]))}
    found = entries_of_kinds(query)
    return {CODE: matching_codes(query)} | {kind.value: found[kind] for kind in found}


class Results:
    """What the hits of each kind are, with one query for the entries of all of them."""

    def __init__(self, query: Query, hits: Hits):
        self.query, self.hits = query, hits
        self.entries = entries_by_id([pk for kind, rows in hits.items() if kind != CODE for pk in rows])

    def of(self, kind: str) -> tuple[SearchResult, ...]:
        """Those of a kind, best first."""
        if kind == CODE:
            return tuple(result_of_code(code, self.query) for code in self.hits[kind])
        there = (self.entries[pk] for pk in self.hits[kind] if pk in self.entries)  # an entry may have gone meanwhile
        return tuple(result_of(entry, self.query) for entry in there)
