"""Performance indicators of current disclosures: what was aimed at, what was reached, what was lost."""

from collections import defaultdict
from collections.abc import Iterable
from operator import attrgetter
from typing import Any, Literal

from django.db.models import Exists, OuterRef, Q, QuerySet
from pydantic import Field as Described

from disclosures.addresses import links
from disclosures.exports.api.fields import Field
from disclosures.exports.api.lists import Key, Listing
from disclosures.exports.api.resources.common import OfYears, edition_key, unit_key, whose
from disclosures.publication.totals.models import Shortfall
from disclosures.statements.models import PerformanceForm, PerformanceIndicator, State

_WHICH = {
    "missed": Q(is_missed=True),
    "lost": Q(lost__gt=0),
    "unexplained": Q(lost__gt=0, is_explained=False),
}
_PRINTED = {
    name: name for name in ("level1", "level2", "name", "operator", "target", "actual", "completion", "weight", "score")
} | {"measured_in": "unit"}  # `unit` is whose it is


class AskedOfIndicators(OfYears):
    """What can be asked of indicators."""

    which: Literal["all", "missed", "lost", "unexplained"] = Described(
        "all", description="missed 没达到目标，lost 扣了分，unexplained 扣了分没写原因"
    )
    form: Literal["", "unit", "project"] = Described("", description="unit 整体自评，project 项目自评")


def _rows(asked: AskedOfIndicators) -> QuerySet[PerformanceIndicator]:
    rows = PerformanceIndicator.objects.filter(asked.disclosures(), disclosure__state=State.PUBLISHED)
    if asked.form:
        rows = rows.filter(form__kind=asked.form)
    if asked.which != "all":
        rows = rows.filter(Exists(Shortfall.objects.filter(_WHICH[asked.which], indicator=OuterRef("pk"))))
    return rows.select_related("disclosure__unit", "form")


def _with_numbers(rows: list[Any], asked: AskedOfIndicators, origin: str) -> Iterable[Any]:
    """Each with the number of its form, as addresses count them; one query."""
    forms: dict[int, list[int]] = defaultdict(list)
    of_page = PerformanceForm.objects.filter(disclosure__in={row.disclosure_id for row in rows})
    for disclosure, form in of_page.order_by("position").values_list("disclosure", "pk"):
        forms[disclosure].append(form)
    for row in rows:
        row.number = forms[row.disclosure_id].index(row.form_id) + 1
        row.page = links.pinned(row.disclosure).performance_form(row.number)
    return rows


def _printed() -> tuple[Field, ...]:
    """What the form prints of an indicator, under the names and titles of the model."""
    titles = {field.name: field.verbose_name for field in PerformanceIndicator._meta.fields}
    return tuple(Field(told, str, f"{titles[name]}，照原文", attrgetter(name)) for told, name in _PRINTED.items())


def _key(row: Any) -> str:
    return f"{unit_key(row.disclosure)}/{edition_key(row.disclosure)}/{row.number}/i{row.position}"


INDICATORS = Listing(
    name="indicators",
    says="绩效自评的指标",
    asked=AskedOfIndicators,
    fields=(
        Field("key", str, "指标的键：单位/年度.r版次/自评表/指标", _key),
        *whose(),
        Field("form", str, "unit 整体自评，project 项目自评", lambda row: row.form.kind),
        Field("form_name", str, "单位或项目名称", lambda row: row.form.name),
        *_printed(),
        Field("deviation", dict[str, str], "偏差原因，按原文的栏目", lambda row: row.deviation),
        Field("improvement", str, "改进措施", lambda row: row.improvement),
        Field("place", str, "在原文件中的出处", lambda row: row.place),
        Field("address", str, "在页面上的位置，长期有效", lambda row: f"{row.page}#i{row.position}", leads=True),
    ),
    order=(Key("disclosure_id"), Key("form_id"), Key("position")),
    rows=_rows,
    completed=_with_numbers,
)
