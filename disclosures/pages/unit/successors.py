"""What a reader is told of a region whose code is no longer in use, and of those that became another one."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from disclosures.addresses import links
from disclosures.classification.models import Region, RegionChange
from disclosures.classification.regions import WITH_PATH
from disclosures.pages.shared.tools import Choice
from disclosures.publication.regions import CountedRegion
from disclosures.statements.terms import place_words


@dataclass(frozen=True)
class Successors:
    """Until when the code was in use, and the regions that follow it."""

    text: str
    followers: tuple[Choice, ...]


def successors_of(region: Region) -> Successors | None:
    """None where the code is in use; no query then, one for others."""
    if not region.last_year:
        return None
    text = _("{name}的代码 {code} 用到 {year} 年。").format(
        name=place_words(region.name), code=region.code, year=region.last_year
    )
    changes = region.became.select_related(f"new__{WITH_PATH}")
    followers = tuple(
        Choice(
            _("{year} 年起并入或改为{name}（{code}）").format(
                year=change.year, name=place_words(change.new.full_name), code=change.new_id
            ),
            links.units(change.new_id),
            is_current=False,
        )
        for change in changes
    )
    return Successors(text if followers else text + _("区划清单里没有它的去向。"), followers)


def with_older_codes(code: str, regions: Mapping[str, CountedRegion]) -> tuple[Choice, ...]:
    """The regions that became this one and have units of their own, which its list does not hold; one query."""
    former = RegionChange.objects.filter(new=code).order_by("old").values_list("old", flat=True)
    words = _("此前的{name}（{code}）有 {count} 个单位")
    return tuple(
        Choice(
            words.format(name=place_words(old.name), code=old.code, count=old.count),
            links.units(old.code),
            is_current=False,
        )
        for old in (regions[code] for code in former if code in regions)
    )
