"""What several lists have in common: whose, of which year, at which address."""

from typing import Any

from django.db.models import Q
from pydantic import Field as Described

from disclosures.addresses.keys import EditionKey, UnitKey
from disclosures.exports.api.fields import Field
from disclosures.exports.api.lists import Asked
from disclosures.exports.api.problems import ProblemError
from disclosures.statements.models import UNIT_CODE, Disclosure

MOST_UNITS = 100  # of one question
_WAYS_UP = ("region", "region__parent", "region__parent__parent")  # no path of regions is longer


class OfUnits(Asked):
    """What can be asked of lists of what units publish."""

    region: str = Described("", pattern="^([0-9]{6})?$", description="行政区划代码，连同它下面的地区，如 210400")
    unit: str = Described(
        "", max_length=3000, description=f"单位的键，如 210400-011001；最多 {MOST_UNITS} 个，用逗号隔开"
    )

    def units(self, unit: str = "unit__") -> Q:
        """Which units are asked for; `unit` leads from the rows to theirs."""
        which = Q()
        if self.region:
            for way in _WAYS_UP:
                which |= Q(**{f"{unit}{way}": self.region})
        return which & self._named(unit)

    def _named(self, unit: str) -> Q:
        keys = self.unit.split(",") if self.unit else []
        if len(keys) > MOST_UNITS:
            raise ProblemError(
                400, f"unit 里有 {len(keys)} 个单位，最多 {MOST_UNITS} 个。", "unit", [f"最多 {MOST_UNITS} 个"]
            )
        named = Q()
        for key in keys:
            region, _, code = key.partition("-")
            if not code:
                raise ProblemError(400, f"unit 里的 {key[:40]!r} 不是单位的键。", "unit", ["如 210400-011001"])
            named |= Q(**{f"{unit}region": region, f"{unit}code": code})
        return named


class OfYears(OfUnits):
    """What can be asked of lists of what units publish each year."""

    year: int | None = Described(None, ge=1990, le=2100, description="年度，如 2023")

    def disclosures(self, disclosure: str = "disclosure__") -> Q:
        """Which disclosures are asked for; `disclosure` leads from the rows to theirs."""
        of_year = Q(**{f"{disclosure}year": self.year}) if self.year else Q()
        return self.units(f"{disclosure}unit__") & of_year


def unit_key(disclosure: Disclosure) -> str:
    return str(UnitKey(disclosure.unit.region_id, disclosure.unit.code))


def edition_key(disclosure: Disclosure) -> str:
    return str(EditionKey(disclosure.year, disclosure.revision))


def whose(disclosure: Any = lambda row: row.disclosure) -> tuple[Field, ...]:
    """The fields that say whose, of which year and revision; `disclosure` finds that of a row."""
    return (
        Field("unit", str, "单位的键：行政区划代码-单位编码", lambda row: unit_key(disclosure(row))),
        Field("unit_name", str, "公开时的单位名称", lambda row: disclosure(row).unit_name),
        Field("year", int, "决算年度", lambda row: disclosure(row).year),
        Field("revision", int, "第几版", lambda row: disclosure(row).revision),
    )


def yuan(amount: Any) -> str | None:
    """元 with two decimals, exact, as text, so that no program rounds it; None where nothing is printed."""
    return None if amount is None else f"{amount:.2f}"


UNIT_PATTERN = rf"^[0-9]{{6}}-{UNIT_CODE}$"
