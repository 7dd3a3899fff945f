"""What stands around every page of one disclosure: the path to it, and a word where it is no longer current."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from disclosures.addresses import links
from disclosures.addresses.keys import EditionKey
from disclosures.addresses.links import DisclosureLinks
from disclosures.pages.shared.timeliness import Timeliness, timeliness_of
from disclosures.publication.current import public_revision
from disclosures.statements.models import Disclosure, State, Unit
from disclosures.statements.terms import term


@dataclass(frozen=True)
class Crumb:
    """A step on the way to the page; the last one is the page itself and leads nowhere."""

    title: str
    href: str = ""


@dataclass(frozen=True)
class Notice:
    """Why the revision is no longer current, where to go instead, and where it is compared with what is."""

    text: str
    reason: str
    href: str
    link: str
    changes: str = ""


@dataclass(frozen=True)
class Frame:
    """The disclosure with its addresses, its crumbs and the notice that belongs above every page of it.

    `newer` is the current revision where this is an older one.
    """

    disclosure: Disclosure
    links: DisclosureLinks
    crumbs: tuple[Crumb, ...]
    notice: Notice | None = None
    newer: Disclosure | None = None

    @property
    def timeliness(self) -> Timeliness | None:
        """Whether it was public in time, where both days are known."""
        return timeliness_of(self.disclosure)


def frame_of(disclosure: Disclosure, edition: EditionKey, *here: Crumb | str) -> Frame:
    """The frame of a page below the disclosure's front page; `here` are its own crumbs, the last one a title.

    No query for a current revision, one for another.
    """
    pages, newer = links.of(disclosure, edition), _newer(disclosure)
    year = _("{year} 年") if edition.revision is None else _("{year} 年第 {revision} 版")
    year = year.format(year=disclosure.year, revision=edition.revision)
    steps = (
        *unit_crumbs(disclosure.unit, disclosure.unit_name, disclosure.year),
        Crumb(year, pages.front() if here else ""),
        *(Crumb(step) if isinstance(step, str) else step for step in here),
    )
    return Frame(disclosure, pages, steps, _notice(disclosure, pages, newer), newer)


def _newer(disclosure: Disclosure) -> Disclosure | None:
    if disclosure.state == State.PUBLISHED:
        return None
    return public_revision(disclosure.unit.region_id, disclosure.unit.code, disclosure.year)


def unit_crumbs(unit: Unit, title: str = "", year: int | None = None) -> tuple[Crumb, ...]:
    """The way to a unit through the regions it lies in, as they were called in that year; the unit itself included."""
    regions = unit.region.path()
    names = [region.name_in(year) if year else region.name for region in regions]
    steps = [Crumb(name, links.units(region.code)) for name, region in zip(names, regions, strict=True)]
    return (Crumb(_("单位"), links.units()), *steps, Crumb(title or unit.name, links.unit(unit)))


def _notice(disclosure: Disclosure, pages: DisclosureLinks, newer: Disclosure | None) -> Notice | None:
    if disclosure.state == State.PUBLISHED:
        return None
    text = _("这是第 {revision} 版，{state}，只供查考。").format(
        revision=disclosure.revision, state=term(disclosure.get_state_display())
    )
    if newer:
        link, changes = _("看现行的第 {revision} 版"), links.pinned(disclosure).changes()
        link = link.format(revision=newer.revision)
        return Notice(text, disclosure.withdrawal_reason, pages.current(), link, changes)
    return Notice(text, disclosure.withdrawal_reason, pages.unit(), _("看这个单位公开的决算"))
