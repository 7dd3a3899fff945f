"""What pages of units, codes and kinds give to the parts that show where a unit stands; figures are made up."""

from dataclasses import replace
from decimal import Decimal

from disclosures.addresses import links
from disclosures.amounts import AmountUnit
from disclosures.pages.code.page import code_page
from disclosures.pages.components.stages import SECTION, Sample
from disclosures.pages.kinds.page import kinds_page
from disclosures.pages.shared.peers import strip_of
from disclosures.pages.unit.page import unit_page
from disclosures.pages.unit.prices import priced_years
from disclosures.publication.standing.spread import Spread

_AMOUNTS = {2022: Decimal(12_000_000), 2023: Decimal(12_620_800)}


def priced(sample: Sample) -> dict:
    page = unit_page(links.key_of(sample.disclosure.unit))
    return {"page": replace(page, priced=priced_years(_AMOUNTS, AmountUnit.WAN))}


def spread(sample: Sample) -> dict:
    figures = Spread([Decimal(n * n) for n in range(1, 12)])
    strips = (strip_of("市级信访局", "万元", figures, str, Decimal(25)),)
    return {"page": replace(code_page("functional", SECTION, {}), strips=strips), "strips": strips}


def kinds(sample: Sample) -> dict:
    return {"page": kinds_page({})}
