"""The region of a unit that is imported: known or not, and whether its code is in use in the year of the accounts."""

from disclosures.classification.codes import region_parents
from disclosures.classification.models import Region
from disclosures.classification.regions import WITH_PATH, regions_in_year
from disclosures.intake.ledger import Ledger

NEAREST = 4  # regions offered in the place of an unknown one


def why_unknown(code: str, year: int) -> str:
    """What a clerk does about a code that is no region: load the lists, or look among the nearest."""
    if not Region.objects.exclude(listed_name="").exists():
        return f"没有行政区划 {code}，区划清单还没有载入；请先运行 manage.py load_codes。"
    nearest = "、".join(str(region) for region in _nearest(code, year))
    return f"没有行政区划 {code}；代码相近的有 {nearest}。确是新设的，请在后台添加。"


def warn_of_region(ledger: Ledger, region: Region, year: int) -> None:
    """Note a code that was no longer in use in that year, with what stands for it then."""
    if not region.last_year or year <= region.last_year:
        return
    names = "、".join(f"{now.code} {now.full_name}" for now in regions_in_year(region.code, year))
    became = f"{year} 年度是 {names}" if names else "清单里没有它的去向"
    message = f"{region.full_name}的代码 {region.code} 只用到 {region.last_year} 年，{became}；请核对单位代号。"
    ledger.warn_at("单位代号", region.code, message)


def _nearest(code: str, year: int) -> list[Region]:
    """The region that the digits say it lies in, and those of that year with the most first digits in common."""
    known = [region for region in Region.objects.select_related(WITH_PATH) if region.holds_in(year)]
    wider = [region for region in known if region.code in region_parents(code)]
    near = sorted(known, key=lambda region: (-_digits_shared(region.code, code), abs(int(region.code) - int(code))))
    return list(dict.fromkeys([*wider[-1:], *near[:NEAREST]]))


def _digits_shared(code: str, other: str) -> int:
    """How many first digits two codes have in common."""
    return next(length for length in range(len(code), -1, -1) if code[:length] == other[:length])
