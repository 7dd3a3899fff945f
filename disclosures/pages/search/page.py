"""A search from what was asked to its groups of finds; one group alone is paged."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disclosures.addresses import links
from disclosures.pages.search.codes import codes_found, find_of_code
from disclosures.pages.search.examples import Example, examples
from disclosures.pages.search.finds import Find, find_of
from disclosures.pages.shared.asking import Asked, Question
from disclosures.pages.shared.paging import Page, page_of
from disclosures.publication.search.dialects import MOST
from disclosures.publication.search.finding import entries, found
from disclosures.publication.search.models import Kind
from disclosures.publication.search.query import LONGEST, Query

SHOWN = 5  # finds of each group where all groups are shown
CODE = "code"
TITLES = {
    Kind.UNIT.value: gettext_lazy(Kind.UNIT.label),
    CODE: gettext_lazy("科目"),
    **{kind.value: gettext_lazy(kind.label) for kind in Kind if kind != Kind.UNIT},
}  # in the order of the groups
GROUPS = Question("kind", gettext_lazy("范围"), (("", gettext_lazy("全部")), *TITLES.items()))


@dataclass(frozen=True)
class Group:
    """Finds of one kind; `count` are all there are, `href` shows them where not all are shown."""

    kind: str
    title: str
    finds: tuple[Find, ...]
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
    groups: tuple[Group, ...]
    address: str
    all_href: str = ""
    page: Page | None = None
    examples: tuple[Example, ...] = ()
    longest: int = LONGEST


def search_page(given: Mapping[str, str]) -> SearchPage:
    """One query for each group, one for what is shown of all; three for the examples where nothing was asked."""
    query = Query.read(given.get("q", ""))
    asked = Asked.read(given, GROUPS, kept=(("q", query.text),) if query.text else ())
    if not query.words:
        return SearchPage(query.text, False, "", (), links.search(asked.but(kind="").query), examples=examples())
    return _one_group(query, asked) if asked["kind"] else _all_groups(query, asked)


def _all_groups(query: Query, asked: Asked) -> SearchPage:
    hits = {kind: _hits(query, kind) for kind in TITLES}
    finds = _Finds(query, {kind: found[:SHOWN] for kind, found in hits.items()})
    groups = tuple(
        Group(kind, str(title), finds.of(kind), len(hits[kind]), links.search(asked.but(kind=kind).query))
        for kind, title in TITLES.items()
        if hits[kind]
    )
    return SearchPage(query.text, True, "", groups, links.search(asked.on_page(1).query))


def _one_group(query: Query, asked: Asked) -> SearchPage:
    kind = asked["kind"]
    hits = _hits(query, kind)
    page, asked = page_of(hits[:MOST], min(len(hits), MOST), asked, links.search())
    finds = _Finds(query, {kind: page.rows})
    group = Group(kind, str(TITLES[kind]), finds.of(kind), len(hits), "")
    every = links.search(asked.but(kind="").query)
    return SearchPage(query.text, True, kind, (group,) if hits else (), links.search(asked.query), every, page)


def _hits(query: Query, kind: str) -> list:
    """Codes, or the ids of entries."""
    return codes_found(query) if kind == CODE else found(query, Kind(kind))


class _Finds:
    """What the hits of each group are, with one query for the entries of all groups."""

    def __init__(self, query: Query, hits: Mapping[str, Sequence]):
        self.query, self.hits = query, hits
        self.entries = entries([pk for kind, found in hits.items() if kind != CODE for pk in found])

    def of(self, kind: str) -> tuple[Find, ...]:
        if kind == CODE:
            return tuple(find_of_code(code, self.query) for code in self.hits[kind])
        there = (self.entries[pk] for pk in self.hits[kind] if pk in self.entries)  # one may have gone meanwhile
        return tuple(find_of(entry, self.query) for entry in there)
