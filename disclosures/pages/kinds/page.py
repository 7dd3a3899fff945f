"""The register of kinds with how many units each has, or the units of one kind at one level in one year."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disclosures.addresses import links
from disclosures.classification.kinds import office_kinds
from disclosures.pages.code.figures import year_question
from disclosures.pages.compare.chosen import LETTERS, kept
from disclosures.pages.shared.list_query import ListQuery, Parameter
from disclosures.pages.shared.paging import Page, page_of
from disclosures.pages.shared.peers import DEMO, LEVEL_WORDS, group_href, group_title, kind_name
from disclosures.pages.shared.tools import Tool
from disclosures.publication.current import published_years
from disclosures.publication.standing.asking import peer_groups, peers_in
from disclosures.publication.standing.storage import Group
from disclosures.statements.models import Disclosure

OF = Parameter("of", gettext_lazy("哪些单位"), (("", gettext_lazy("真实单位")), (DEMO, gettext_lazy("虚构单位"))))
LEVEL = Parameter("level", gettext_lazy("级别"), tuple((str(level), words) for level, words in LEVEL_WORDS.items()))


@dataclass(frozen=True)
class KindRow:
    """A kind with how it is known; `counts` are how many units each level has, with the address of their list."""

    name: str
    endings: tuple[str, ...]
    codes: tuple[str, ...]
    counts: tuple[tuple[int, str], ...]

    @property
    def has_units(self) -> bool:
        """Whether any level has units of this kind."""
        return any(count for count, _href in self.counts)


@dataclass(frozen=True)
class PeerRow:
    """A unit of the group with its region and its disclosure of the year."""

    name: str
    place: str
    unit_href: str
    front: str


@dataclass(frozen=True)
class KindsPage:
    """`page` has the units of the group asked for; else `rows` are the kinds that have units, `others` the rest."""

    year: str
    tools: tuple[Tool, ...]
    address: str
    rows: tuple[KindRow, ...] = ()
    others: tuple[KindRow, ...] = ()
    title: str = ""
    kind: KindRow | None = None
    page: Page | None = None
    compare: str = ""

    @property
    def levels(self) -> tuple[str, ...]:
        """What each number of a row counts."""
        return tuple(str(words) for words in LEVEL_WORDS.values())


def kinds_page(query: Mapping[str, str]) -> KindsPage:
    """In two queries, three where units are listed."""
    kinds = (("", _("全部")), *((kind, kind) for kind in office_kinds()))
    asked = ListQuery.read(
        query, Parameter("kind", _("机构类别"), kinds, is_tool=False), LEVEL, year_question(published_years()), OF
    )
    year, is_made_up = int(asked["year"] or 0), asked["of"] == DEMO
    counts = {group: count for group, count in peer_groups(year).items() if group.is_made_up == is_made_up}
    rows = {kind: _kind(kind, year, is_made_up, counts) for kind in office_kinds()}
    if kind := asked["kind"]:
        return _units_of(Group(year, kind, int(asked["level"]), is_made_up), counts, rows[kind], asked)
    asked = asked.but(level=LEVEL.default)
    tools = tuple(tool for tool in asked.tools(links.kinds()) if tool.title != str(LEVEL.title))
    return KindsPage(
        year=asked["year"],
        tools=tools,
        address=_address(asked),
        rows=tuple(row for row in rows.values() if row.has_units),
        others=tuple(row for row in rows.values() if not row.has_units),
    )


def _units_of(group: Group, counts: Mapping[Group, int], kind: KindRow, asked: ListQuery) -> KindsPage:
    page, asked = page_of(peers_in(group), counts.get(group, 0), asked, links.kinds())
    first = page.rows[: len(LETTERS)]
    return KindsPage(
        year=asked["year"],
        tools=asked.tools(links.kinds()),
        address=_address(asked),
        title=group_title(group),
        kind=kind,
        page=replace(page, rows=tuple(map(_peer, page.rows))),
        compare=links.compare(urlencode(kept(first))) if len(first) > 1 else "",
    )


def _address(asked: ListQuery) -> str:
    return links.with_query(links.kinds(), asked)


def _kind(name: str, year: int, is_made_up: bool, counts: Mapping[Group, int]) -> KindRow:
    kind = office_kinds()[name]
    groups = (Group(year, name, level, is_made_up) for level in LEVEL_WORDS)
    return KindRow(
        kind_name(name), kind.endings, kind.codes, tuple((counts.get(group, 0), group_href(group)) for group in groups)
    )


def _peer(disclosure: Disclosure) -> PeerRow:
    unit = disclosure.unit
    return PeerRow(disclosure.unit_name, unit.region.full_name, links.unit(unit), links.of(disclosure).front())
