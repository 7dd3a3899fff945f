"""What lists as files have in common: addresses that work outside the site, and the columns that name a disclosure."""

from dataclasses import dataclass

from django.http import HttpRequest

from disclosures.exports.lists.content import ListColumn, Value
from disclosures.statements.models import Disclosure

OWNER = (
    ListColumn("region", "行政区划"),
    ListColumn("unit", "单位编码"),
    ListColumn("unit_name", "单位名称"),
    ListColumn("year", "年度"),
)
PAGE = ListColumn("address", "网址")


@dataclass(frozen=True)
class Site:
    """Where the site stands for whoever asks: scheme and host."""

    origin: str

    @classmethod
    def of(cls, request: HttpRequest) -> "Site":
        return cls(request.build_absolute_uri("/")[:-1])

    def whole(self, address: str) -> str:
        """An address of the site as other programs open it; "" stays."""
        return self.origin + address if address else ""


def owner_of(disclosure: Disclosure) -> tuple[Value, ...]:
    """Whose figure it is, in the order of `OWNER`; no query where the unit is at hand."""
    return (disclosure.unit.region_id, disclosure.unit.code, disclosure.unit_name, disclosure.year)
