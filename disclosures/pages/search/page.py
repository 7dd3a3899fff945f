"""A search from what was asked to its answers and its groups of results; one group alone is paged."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disclosures.addresses import links
from disclosures.pages.search.answers import Answer, of_lists
from disclosures.pages.search.codes import matching_codes, result_of_code
from disclosures.pages.search.examples import Example, examples
from disclosures.pages.search.filters import Filters
from disclosures.pages.search.question import Question
from disclosures.pages.search.results import SearchResult, result_of
from disclosures.pages.search.similar import Suggestion, suggestions
from disclosures.pages.shared.list_query import ListQuery, Parameter
from disclosures.pages.shared.paging import Page, page_of
from disclosures.publication.search.dialects import MOST
from disclosures.publication.search.matching import FEW, entries_by_id, entries_of_kinds, matching_entries
from disclosures.publication.search.models import EntryKind
from disclosures.publication.search.query import LONGEST, Query, canonical
from disclosures.publication.search.words.asked import Asked

SHOWN = 5  # results of each group where all groups are shown
CODE = "code"
TITLES = {
    EntryKind.UNIT.value: gettext_lazy(EntryKind.UNIT.label),
    CODE: gettext_lazy("科目"),
    **{kind.value: gettext_lazy(kind.label) for kind in EntryKind if kind != EntryKind.UNIT},
}  # in the order of the groups
GROUPS = Parameter("kind", gettext_lazy("范围"), (("", gettext_lazy("全部")), *TITLES.items()))


@dataclass(frozen=True)
class ResultGroup:
    """Finds of one kind; `count` are all there are, up to one more than `most`; `href` shows them where not all are
    shown.
    """

    kind: str
    title: str
    results: tuple[SearchResult, ...]
    count: int
    href: str
    most: int = MOST

    @property
    def is_uncounted(self) -> bool:
        """Whether there are more than are counted."""
        return self.count > self.most

    @property
    def counted(self) -> str:
        return (
            _("{count} 多条").format(count=self.most) if self.is_uncounted else _("{count} 条").format(count=self.count)
        )


@dataclass(frozen=True)
class Choice:
    """One thing that results are narrowed by: the name of the parameter, its answers, the one that was given."""

    name: str
    title: str
    answers: tuple[tuple[str, str | Promise], ...]
    chosen: str


@dataclass(frozen=True)
class SearchPage:
    """`asked` is what was asked, in its canonical text; `kind` is the one group that is shown, "" for all of them."""

    asked: str
    has_words: bool
    kind: str
    groups: tuple[ResultGroup, ...]
    address: str
    choices: tuple[Choice, ...] = ()
    answers: tuple[Answer, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    all_href: str = ""
    page: Page | None = None
    examples: tuple[Example, ...] = ()
    is_cut: bool = False
    longest: int = LONGEST


def asked_in(given: Mapping[str, str]) -> tuple[Question, ListQuery]:
    """The question with what it is narrowed to; three queries."""
    text = canonical(given.get("q", ""))
    filters = Filters.read(given)
    asked = ListQuery.read(given, GROUPS, *filters.questions, kept=(("q", text),) if text else ())
    return Question(text, Asked.read(text), filters), asked


def found_in(question: Question, kinds: Iterable[str]) -> tuple[Query, dict[str, list]]:
    """The first way to ask the index that finds anything in these groups, with all that it finds."""
    for query in question.queries:
        hits = _hits(query, list(kinds))
        if any(hits.values()):
            break
    return query, hits


def search_page(given: Mapping[str, str]) -> SearchPage:
    """One query for each group, one for what is shown of all, three for what can be chosen, and those of the answers;
    where nothing was asked, three.
    """
    text = canonical(given.get("q", ""))
    if not Query.read(text).words:
        address = links.search(urlencode({"q": text}) if text else "")
        return SearchPage(text, False, "", (), address, examples=examples())
    question, asked = asked_in(given)
    page = _one_group(question, asked) if asked["kind"] else _all_groups(question, asked)
    choices = tuple(
        Choice(one.name, str(one.title), one.answers, asked[one.name]) for one in asked.questions if one.is_open
    )
    return replace(page, choices=choices, is_cut=len(given.get("q", "")) > LONGEST)


def _all_groups(question: Question, asked: ListQuery) -> SearchPage:
    answers = question.answers
    query, hits = found_in(question, _titles(question))
    results = _Results(query, {kind: rows[:SHOWN] for kind, rows in hits.items()})
    groups = tuple(
        ResultGroup(
            kind,
            str(title),
            results.of(kind),
            len(hits[kind]),
            links.search(asked.but(kind=kind).query),
            MOST if kind in (CODE, EntryKind.UNIT) else FEW,
        )
        for kind, title in _titles(question).items()
        if hits[kind]
    )
    if not answers and not groups:
        answers = of_lists(question.asked)
    if not answers and (not groups or query.units):
        answers = question.answers_in_part(bool(groups))
    near = () if answers or groups else suggestions(question)
    return SearchPage(
        question.text, True, "", groups, links.search(asked.on_page(1).query), answers=answers, suggestions=near
    )


def _titles(question: Question) -> dict:
    """The groups in their order; terms first where it is asked what something means."""
    first = [EntryKind.TERM.value] if question.wants_meaning else []
    return {kind: TITLES[kind] for kind in dict.fromkeys([*first, *TITLES])}


def _one_group(question: Question, asked: ListQuery) -> SearchPage:
    kind = asked["kind"]
    query, found = found_in(question, [kind])
    hits = found[kind]
    page, asked = page_of(hits[:MOST], min(len(hits), MOST), asked, links.search())
    results = _Results(query, {kind: page.rows})
    group = ResultGroup(kind, str(TITLES[kind]), results.of(kind), len(hits), "")
    every = links.search(asked.but(kind="").query)
    groups = (group,) if hits else ()
    return SearchPage(question.text, True, kind, groups, links.search(asked.query), all_href=every, page=page)


def _hits(query: Query, kinds: list[str]) -> dict[str, list]:
    """Codes, and the ids of entries; those of all kinds are asked for at once."""
    if kinds == [CODE]:
        return {CODE: matching_codes(query)}
    if len(kinds) == 1:
        return {kinds[0]: matching_entries(query, EntryKind(kinds[0]))}
    found = entries_of_kinds(query)
    return {CODE: matching_codes(query)} | {kind.value: found[kind] for kind in found}


class _Results:
    """What the hits of each group are, with one query for the entries of all groups."""

    def __init__(self, query: Query, hits: Mapping[str, Sequence]):
        self.query, self.hits = query, hits
        self.entries = entries_by_id([pk for kind, rows in hits.items() if kind != CODE for pk in rows])

    def of(self, kind: str) -> tuple[SearchResult, ...]:
        if kind == CODE:
            return tuple(result_of_code(code, self.query) for code in self.hits[kind])
        there = (self.entries[pk] for pk in self.hits[kind] if pk in self.entries)  # an entry may have gone meanwhile
        return tuple(result_of(entry, self.query) for entry in there)
