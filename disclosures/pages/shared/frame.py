"""What stands around every page of one disclosure: the path to it, and a word where it is no longer current."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from disclosures.addresses import links
from disclosures.addresses.keys import EditionKey
from disclosures.addresses.links import DisclosureLinks
from disclosures.pages.shared.timeliness import Timeliness, timeliness_of
from disclosures.publication.current import newer_than
from disclosures.statements.models import Disclosure, State, Unit
from disclosures.statements.terms import called_place, called_unit, is_same_name, term, unit_words


@dataclass(frozen=True)
class Crumb:
    """A step on the way to the page; the last one is the page itself and leads nowhere.

    `own` is the published name, where the language of the page calls it by another.
    """

    title: str
    href: str = ""
    own: str = ""

    @classmethod
    def named(cls, called: str, own: str, href: str = "") -> "Crumb":
        """By what the language of the page calls it, where it has a name for it."""
        return cls(called, href, own) if called else cls(own, href)


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
    """The disclosure with its addresses, and what belongs above every page of it.

    `here` are the crumbs of the page itself; `newer` is the current revision where this is an older one.
    """

    disclosure: Disclosure
    links: DisclosureLinks
    here: tuple[Crumb | str, ...] = ()
    newer: Disclosure | None = None

    @cached_property
    def crumbs(self) -> tuple[Crumb, ...]:
        """The way to the unit, the year, then the page; the last step leads nowhere."""
        year, revision = self.disclosure.year, self.links.edition.revision
        title = _("{year} 年") if revision is None else _("{year} 年第 {revision} 版")
        return (
            *unit_crumbs(self.disclosure.unit, self.disclosure.unit_name, year),
            Crumb(title.format(year=year, revision=revision), self.links.front() if self.here else ""),
            *(Crumb(step) if isinstance(step, str) else step for step in self.here),
        )

    @property
    def unit_words(self) -> str:
        """The name that the document prints, as a title or another place without markup says it."""
        return unit_words(self.disclosure.unit_name)

    @property
    def known_as(self) -> str:
        """What the register of units calls it, where the document prints another name; "" else."""
        name = self.disclosure.unit.name
        return "" if is_same_name(name, self.disclosure.unit_name) else name

    @cached_property
    def notice(self) -> Notice | None:
        """What to know of a revision that is no longer current."""
        if self.disclosure.state == State.PUBLISHED:
            return None
        text = _("这是第 {revision} 版，{state}，只供查考。").format(
            revision=self.disclosure.revision, state=term(self.disclosure.get_state_display())
        )
        if not self.newer:
            href, link, changes = self.links.unit(), _("看这个单位公开的决算"), ""
        else:
            href, changes = self.links.current(), links.pinned(self.disclosure).changes()
            link = _("看现行的第 {revision} 版").format(revision=self.newer.revision)
        return Notice(text, self.disclosure.withdrawal_reason, href, link, changes)

    @property
    def timeliness(self) -> Timeliness | None:
        """Whether it was public in time, where both days are known."""
        return timeliness_of(self.disclosure)


def frame_of(disclosure: Disclosure, edition: EditionKey, *here: Crumb | str) -> Frame:
    """The frame of a page below the disclosure's front page; `here` are its own crumbs, the last one a title.

    No query for a current revision, one for another.
    """
    return Frame(disclosure, links.of(disclosure, edition), here, newer_than(disclosure))


def unit_crumbs(unit: Unit, title: str = "", year: int | None = None) -> tuple[Crumb, ...]:
    """The way to a unit through the regions it lies in, as they were called in that year; the unit itself included."""
    regions = unit.region.path()
    names = [region.name_in(year) if year else region.name for region in regions]
    steps = [
        Crumb.named(called_place(name), name, links.units(region.code))
        for name, region in zip(names, regions, strict=True)
    ]
    name = title or unit.name
    return (Crumb(_("单位"), links.units()), *steps, Crumb.named(called_unit(name), name, links.unit(unit)))
