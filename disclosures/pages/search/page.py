"""A search from what was asked to its answers and its groups of results; one group alone is paged."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disclosures.addresses import links
from disclosures.finding.answers import Answer
from disclosures.finding.finds import CODE, TITLES, Results, finds_of, hits_of
from disclosures.finding.question import Question
from disclosures.finding.results import SearchResult
from disclosures.pages.search.examples import Example, examples
from disclosures.pages.search.filters import Filters
from disclosures.pages.search.similar import Suggestion, suggestions
from disclosures.pages.shared.list_query import ListQuery, Parameter
from disclosures.pages.shared.paging import Page, page_of
from disclosures.publication.search.dialects import MOST
from disclosures.publication.search.matching import FEW
from disclosures.publication.search.models import EntryKind
from disclosures.publication.search.query import LONGEST, Query, canonical

SHOWN = 5  # results of each group where all groups are shown
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
    return Question.read(text, filters.chosen), asked


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
    found = finds_of(question)
    results = Results(found.query, {kind: rows[:SHOWN] for kind, rows in found.hits.items()})
    groups = tuple(
        ResultGroup(
            kind,
            str(TITLES[kind]),
            results.of(kind),
            len(rows),
            links.search(asked.but(kind=kind).query),
            MOST if kind in (CODE, EntryKind.UNIT) else FEW,
        )
        for kind, rows in found.hits.items()
        if rows
    )
    near = () if found.answers or groups else suggestions(question)
    address = links.search(asked.on_page(1).query)
    return SearchPage(question.text, True, "", groups, address, answers=found.answers, suggestions=near)


def _one_group(question: Question, asked: ListQuery) -> SearchPage:
    kind = asked["kind"]
    query, found = hits_of(question, [kind])
    hits = found[kind]
    page, asked = page_of(list(hits[:MOST]), min(len(hits), MOST), asked, links.search())
    results = Results(query, {kind: page.rows})
    group = ResultGroup(kind, str(TITLES[kind]), results.of(kind), len(hits), "")
    every = links.search(asked.but(kind="").query)
    groups = (group,) if hits else ()
    return SearchPage(question.text, True, kind, groups, links.search(asked.query), all_href=every, page=page)
