"""Figures that the text gives of matters that no table has, such as vehicles kept or batches received."""

from django.db.models import QuerySet
from pydantic import Field as Described

from disclosures.addresses import links
from disclosures.exports.api.fields import Field
from disclosures.exports.api.lists import Key, Listing
from disclosures.exports.api.resources.common import OfYears, whose
from disclosures.publication.totals.models import OtherMatter


class AskedOfMatters(OfYears):
    """What can be asked of other matters."""

    matter: str = Described("", max_length=40, description="事项的代号，如 vehicles:kept")


def _rows(asked: AskedOfMatters) -> QuerySet[OtherMatter]:
    matters = OtherMatter.objects.filter(asked.disclosures())
    matters = matters.filter(matter=asked.matter) if asked.matter else matters
    return matters.select_related("disclosure__unit")


def _address(row: OtherMatter) -> str:
    return links.pinned(row.disclosure).other_matters()


MATTERS = Listing(
    name="matters",
    says="文字说明里各表之外的数：机关运行经费、政府采购、车辆、批次和人数等",
    asked=AskedOfMatters,
    fields=(
        *whose(),
        Field("matter", str, "事项的代号", lambda row: row.matter),
        Field("value", str, "数；金额以元计，数量照原文", lambda row: f"{row.value.normalize():f}"),
        Field("printed", str, "照原文的写法", lambda row: row.text),
        Field("paragraph", int, "文字说明的第几段", lambda row: row.paragraph),
        Field(
            "address",
            str,
            "这份决算的这些数，长期有效",
            _address,
            leads=True,
        ),
    ),
    order=(Key("matter"), Key("disclosure_id")),
    rows=_rows,
)
