"""What results can be narrowed to, as plain parameters of the address: a year, a region."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models.functions import Left
from django.utils.translation import gettext as _

from disclosures.classification.models import Region
from disclosures.finding.question import Chosen
from disclosures.pages.shared.list_query import Parameter
from disclosures.publication.current import published_years
from disclosures.statements.models import Unit
from disclosures.statements.terms import place_words

_REGION = re.compile(r"[0-9]{6}", re.ASCII)


@dataclass(frozen=True)
class Filters:
    """`year` and `region` are what was chosen, "" for all; the parameters have what can be chosen."""

    year: str
    region: str
    years: Parameter
    regions: Parameter

    @classmethod
    def read(cls, given: Mapping[str, str]) -> "Filters":
        """From a query as Django parses it; two queries."""
        years = _years()
        regions = _regions(given.get("region", ""))
        return cls(years.read(given), regions.read(given), years, regions)

    @property
    def questions(self) -> tuple[Parameter, ...]:
        return self.years, self.regions

    @property
    def chosen(self) -> Chosen:
        return Chosen(self.year, self.region)


def _years() -> Parameter:
    years = ((str(year), _("{year} 年").format(year=year)) for year in published_years())
    return Parameter("year", _("年度"), (("", _("全部年度")), *years))


def _regions(chosen: str) -> Parameter:
    """The provinces of units, and the region that the address names."""
    begins = Unit.objects.order_by().values_list(Left("region_id", 2), flat=True).distinct()
    provinces = {f"{digits}0000" for digits in begins}
    codes = provinces | ({chosen} if _REGION.fullmatch(chosen) else set())
    regions = Region.objects.filter(code__in=codes).order_by("code").values_list("code", "name")
    return Parameter("region", _("地区"), (("", _("全部地区")), *((code, place_words(name)) for code, name in regions)))
