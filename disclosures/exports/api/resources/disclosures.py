"""Disclosures with the few figures that each comes down to."""

from typing import Any, Literal

from django.db.models import QuerySet
from pydantic import Field as Described

from disclosures.addresses import links
from disclosures.exports.api.fields import Field
from disclosures.exports.api.lists import Key, Listing
from disclosures.exports.api.resources.common import OfYears, edition_key, unit_key, whose, yuan
from disclosures.publication.steps import PUBLIC
from disclosures.publication.totals.models import YearTotal
from disclosures.statements.fields import Amount
from disclosures.statements.models import Disclosure, State

STATES = {"current": (State.PUBLISHED,), "all": PUBLIC}


class AskedOfDisclosures(OfYears):
    """What can be asked of disclosures."""

    state: Literal["current", "all"] = Described("current", description="current 只要现行的，all 连同被取代和撤回的")


def _rows(asked: AskedOfDisclosures) -> QuerySet[Disclosure]:
    which = Disclosure.objects.filter(asked.disclosures(""), state__in=STATES[asked.state])
    return which.select_related("unit", "totals", "check_run").defer("check_run__content")


def _totals(name: str) -> Any:
    return lambda row: getattr(getattr(row, "totals", None), name, None)


def _sums() -> tuple[Field, ...]:
    """The amounts of `YearTotal`, by its own names and titles."""
    amounts = [field for field in YearTotal._meta.fields if isinstance(field, Amount)]
    return tuple(Field(field.name, str, f"{field.verbose_name}，元", _sum(field.name)) for field in amounts)


def _sum(name: str) -> Any:
    of = _totals(name)
    return lambda row: yuan(of(row))


def _counts(name: str) -> Any:
    return lambda row: getattr(getattr(row, "check_run", None), name, None)


FIELDS = (
    Field("key", str, "决算的键：单位/年度.r版次", lambda row: f"{unit_key(row)}/{edition_key(row)}"),
    *whose(lambda row: row),
    Field("state", str, "published 现行，superseded 已被新版取代，withdrawn 已撤回", lambda row: row.state),
    Field("title", str, "封面上的标题", lambda row: row.title),
    Field("printed_unit", str, "文件上印的金额单位", lambda row: row.amount_unit),
    Field("decimals", int, "文件上金额的小数位数", lambda row: row.decimals),
    Field("approval_date", str, "批复日期", lambda row: row.approval_date and row.approval_date.isoformat()),
    Field("publication_date", str, "公开日期", lambda row: row.publication_date and row.publication_date.isoformat()),
    Field("published_at", str, "在本站发布的时间", lambda row: row.published_at and row.published_at.isoformat()),
    Field("digest", str, "全部内容的 SHA-256", lambda row: row.digest),
    *_sums(),
    Field("score", str, "整体绩效自评得分，照原文", _totals("score")),
    Field("equal", int, "核对：对得上的关系", _counts("equal")),
    Field("rounding", int, "核对：差在四舍五入之内的关系", _counts("rounding")),
    Field("broken", int, "核对：对不上的关系，各种都算；下面按种类分开，同一件事只算一次", _counts("broken")),
    Field("contradictions", int, "两处的数不能同时成立", _counts("contradictions")),
    Field("inconsistencies", int, "数不一致，可能另有原因", _counts("inconsistencies")),
    Field("meaningless", int, "百分比没有意义", _counts("meaningless")),
    Field("untold", int, "应当写明而没有写", _counts("untold")),
    Field("wording", int, "格式和用语，不算错误", _counts("wording")),
    Field("not_applicable", int, "核对：无法核对的关系", _counts("not_applicable")),
    Field("address", str, "这一版的页面，长期有效", lambda row: links.pinned(row).front(), leads=True),
)

DISCLOSURES = Listing(
    name="disclosures",
    says="决算公开，现行的或全部各版",
    asked=AskedOfDisclosures,
    fields=FIELDS,
    order=(
        Key("unit__region_id"),
        Key("unit__code"),
        Key("year", descending=True),
        Key("revision", descending=True),
    ),
    rows=_rows,
)
