"""A search from what was asked to its groups of results; one group alone is paged."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disclosures.addresses import links
from disclosures.pages.search.codes import matching_codes, result_of_code
from disclosures.pages.search.examples import Example, examples
from disclosures.pages.search.results import SearchResult, result_of
from disclosures.pages.shared.list_query import ListQuery, Parameter
from disclosures.pages.shared.paging import Page, page_of
from disclosures.publication.search.dialects import MOST
from disclosures.publication.search.matching import entries_by_id, matching_entries
from disclosures.publication.search.models import EntryKind
from disclosures.publication.search.query import LONGEST, Query

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
    """Finds of one kind; `count` are all there are, `href` shows them where not all are shown."""

    kind: str
    title: str
    results: tuple[SearchResult, ...]
    count: int
    href: str

    @property
    def is_uncounted(self) -> bool:
        """Whether there are more than are counted."""
        return self.count > MOST

    @property
    def counted(self) -> str:
        return _("{count} 多条").format(count=MOST) if self.is_uncounted else _("{count} 条").format(count=self.count)


@dataclass(frozen=True)
class SearchPage:
    """`asked` is what was asked, in its canonical text; `kind` is the one group that is shown, "" for all of them."""

    asked: str
    has_words: bool
    kind: str
    groups: tuple[ResultGroup, ...]
    address: str
    all_href: str = ""
    page: Page | None = None
    examples: tuple[Example, ...] = ()
    longest: int = LONGEST


def search_page(given: Mapping[str, str]) -> SearchPage:
    """One query for each group, one for what is shown of all; three for the examples where nothing was asked."""
    query = Query.read(given.get("q", ""))
    asked = ListQuery.read(given, GROUPS, kept=(("q", query.text),) if query.text else ())
    if not query.words:
        return SearchPage(query.text, False, "", (), links.search(asked.but(kind="").query), examples=examples())
    return _one_group(query, asked) if asked["kind"] else _all_groups(query, asked)


def _all_groups(query: Query, asked: ListQuery) -> SearchPage:
    hits = {kind: _hits(query, kind) for kind in TITLES}
    results = _Results(query, {kind: rows[:SHOWN] for kind, rows in hits.items()})
    groups = tuple(
        ResultGroup(kind, str(title), results.of(kind), len(hits[kind]), links.search(asked.but(kind=kind).query))
        for kind, title in TITLES.items()
        if hits[kind]
    )
    return SearchPage(query.text, True, "", groups, links.search(asked.on_page(1).query))


def _one_group(query: Query, asked: ListQuery) -> SearchPage:
    kind = asked["kind"]
    hits = _hits(query, kind)
    page, asked = page_of(hits[:MOST], min(len(hits), MOST), asked, links.search())
    results = _Results(query, {kind: page.rows})
    group = ResultGroup(kind, str(TITLES[kind]), results.of(kind), len(hits), "")
    every = links.search(asked.but(kind="").query)
    return SearchPage(query.text, True, kind, (group,) if hits else (), links.search(asked.query), every, page)


def _hits(query: Query, kind: str) -> list:
    """Codes, or the ids of entries."""
    return matching_codes(query) if kind == CODE else matching_entries(query, EntryKind(kind))


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
