"""What can be followed: the whole site, a unit, a region with all below it, an official code, corrections alone."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from disclosures.addresses import links
from disclosures.addresses.keys import UnitKey
from disclosures.classification.models import Region
from disclosures.classification.regions import WITH_PATH
from disclosures.pages.code.figures import tables_of
from disclosures.pages.code.history import former_name
from disclosures.pages.code.names import names_of
from disclosures.publication.regions import lies_in
from disclosures.publication.steps import PUBLIC
from disclosures.publication.totals.models import CodeTotal
from disclosures.publication.totals.ranking import newest_name
from disclosures.statements.models import Unit


@dataclass(frozen=True)
class Channel:
    """`title` of the feed, `address` of it, `page` where people read the same, `chosen` which current revisions."""

    title: str
    address: str
    page: str
    chosen: Q | Exists


def everything() -> Channel:
    """All publications."""
    return Channel("新公开的决算", links.feed(), links.home(), Q())


def corrections() -> Channel:
    """The current revisions that correct an earlier one."""
    return Channel("决算的更正", links.corrections_feed(), links.home(), Q(revision__gt=1))


def of_unit(key: UnitKey) -> Channel | None:
    """What one unit publishes; None where it has never published. One query."""
    units = Unit.objects.filter(region=key.region, code=key.code, disclosures__state__in=PUBLIC)
    unit = units.select_related("region").first()
    return Channel(f"{unit.name}的决算", links.unit_feed(key), links.unit(unit), Q(unit=unit)) if unit else None


def of_region(code: str) -> Channel | None:
    """What the offices of a region and of all below it publish; None for an unknown code. One query."""
    region = Region.objects.select_related(WITH_PATH).filter(code=code).first()
    if region is None:
        return None
    return Channel(f"{region.full_name}的决算", links.region_feed(code), links.units(code), lies_in(code))


def of_code(scheme: str, code: str) -> Channel | None:
    """Disclosures that print a figure under the code; None for one that neither list nor disclosures know."""
    name = _name_of(scheme, code)
    if not name:
        return None
    printed = CodeTotal.objects.filter(disclosure=OuterRef("pk"), code=code, table__in=tables_of(scheme))
    page = links.code(scheme, code)
    return Channel(f"印有 {code} {name}的决算", links.code_feed(scheme, code), page, Exists(printed))


def _name_of(scheme: str, code: str) -> str:
    """As the list has it, else as the newest disclosure prints it, else as an earlier list had it; "" for none."""
    if listed := names_of(scheme, [code]).get(code):
        return listed.name
    if printed := next(filter(None, (newest_name(table, code) for table in tables_of(scheme))), ""):
        return printed
    former = former_name(scheme, code)
    return former.name if former else ""
