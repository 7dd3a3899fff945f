"""What does not agree in current disclosures: both figures, how far they are apart, the sentence, the answer."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from ninja import Schema
from pydantic import Field as Described

from disclosures.addresses import links
from disclosures.addresses.spots import figure_at, finding_anchor
from disclosures.checks.figures import Figure
from disclosures.checks.keeping import broken_in
from disclosures.checks.models import Answer, CheckRun
from disclosures.checks.outcomes import Result
from disclosures.checks.register.verdicts import verdict_of
from disclosures.exports.api.fields import Field
from disclosures.exports.api.lists import Key, Listing, Page
from disclosures.exports.api.resources.common import OfYears, whose
from disclosures.statements.models import PerformanceForm, State

EACH = 50  # check runs that are looked at together


class Side(Schema):
    """One of the two figures."""

    label: str = Described(description="这个数叫什么")
    value: str | None = Described(None, description="精确的数：金额以元计，比例、分数、数量照原文")
    unit: str = Described(description="元、%、分或空")
    printed: str = Described(description="照原文的写法；算出来的是算式的结果")
    place: str = Described(description="在原文件中的出处")
    address: str | None = Described(None, description="在页面上的位置，长期有效")


class AskedOfFindings(OfYears):
    """What can be asked of findings."""

    rule: str = Described("", max_length=10, description="规则的代号，如 T01")


class Row:
    """A result with what stands beside it."""

    def __init__(self, result: Result, run: CheckRun, forms: dict[int, int], answer: str, origin: str):
        self.result, self.disclosure, self.answer = result, run.disclosure, answer
        self.pages, self.forms, self.origin = links.pinned(run.disclosure), forms, origin

    @property
    def address(self) -> str:
        return f"{self.pages.checks()}#{finding_anchor(self.result.key)}"

    def side(self, figure: Figure | None) -> dict[str, Any] | None:
        """The figure as it is told."""
        if figure is None:
            return None
        at = figure_at(figure, self.pages, self.forms)
        return {
            "label": str(figure.label),
            "value": None if figure.value is None else f"{figure.value:f}",
            "unit": figure.unit.value,
            "printed": figure.text,
            "place": figure.spot.place if figure.spot else "",
            "address": self.origin + at if at else None,
        }


class FindingList(Listing):
    """The results of each disclosure are kept together; a place is a disclosure and how many of its were told."""

    def page(self, asked: AskedOfFindings, after: list[Any], origin: str) -> Page:
        """The rows behind a place; a few queries for each so many disclosures."""
        found: list[Row] = []
        start, told = after or (0, 0)
        while True:
            runs = list(self.rows(asked).filter(disclosure__gte=start).order_by("disclosure")[:EACH])
            for run, rows in _rows_of(runs, asked, origin):
                rest = rows[told:] if run.disclosure_id == start else rows
                already = told if run.disclosure_id == start else 0
                room = asked.limit - len(found)
                found += rest[:room]
                if len(rest) > room:
                    return Page(found, [run.disclosure_id, already + room])
            if len(runs) < EACH:
                return Page(found, None)
            start, told = runs[-1].disclosure_id + 1, 0

    def count(self, asked: AskedOfFindings) -> int:
        """How many results there are in all disclosures; one query."""
        return sum(len(_results(run, asked)) for run in self.rows(asked))


def _runs(asked: AskedOfFindings) -> QuerySet[CheckRun]:
    """The check runs with anything broken, of the rule that is asked for."""
    runs = CheckRun.objects.filter(asked.disclosures(), disclosure__state=State.PUBLISHED)
    runs = runs.filter(broken_rules__rule=asked.rule) if asked.rule else runs.filter(broken__gt=0)
    return runs.select_related("disclosure__unit")


def _rows_of(runs: list[CheckRun], asked: AskedOfFindings, origin: str) -> Iterator[tuple[CheckRun, list[Row]]]:
    """Each run with its rows; two queries for all of them."""
    disclosures = [run.disclosure_id for run in runs]
    forms: dict[int, dict[int, int]] = defaultdict(dict)
    of_all = PerformanceForm.objects.filter(disclosure__in=disclosures).order_by("position")
    for disclosure, position in of_all.values_list("disclosure", "position"):
        forms[disclosure][position] = len(forms[disclosure]) + 1
    answers = {
        (disclosure, finding): text
        for disclosure, finding, text in Answer.objects.filter(disclosure__in=disclosures).values_list(
            "disclosure", "finding", "text"
        )
    }
    for run in runs:
        of = run.disclosure_id
        results = _results(run, asked)
        yield run, [Row(result, run, forms[of], answers.get((of, result.key), ""), origin) for result in results]


def _results(run: CheckRun, asked: AskedOfFindings) -> list[Result]:
    """What is broken in it, of the rule that is asked for."""
    return [result for result in broken_in(run) if asked.rule in ("", result.rule)]


def _difference(row: Row) -> str | None:
    return None if row.result.difference is None else f"{row.result.difference:f}"


_KINDS = "contradiction 矛盾，inconsistency 不一致，meaningless 百分比没有意义，untold 没有写明，wording 措辞"

FINDINGS = FindingList(
    name="findings",
    says="核对出来对不上的地方，两边的数都在",
    asked=AskedOfFindings,
    fields=(
        Field("key", str, "这一处的代号，在这一版里不变", lambda row: row.result.key),
        *whose(),
        Field("rule", str, "规则的代号", lambda row: row.result.rule),
        Field("severity", str, "error 数对不上，其余是提醒", lambda row: row.result.severity.value),
        Field("kind", str, _KINDS, lambda row: verdict_of(row.result)),
        Field("sentence", str, "一句话", lambda row: row.result.message),
        Field("left", Side, "一边的数", lambda row: row.side(row.result.left)),
        Field("right", Side, "另一边的数", lambda row: row.side(row.result.right)),
        Field("difference", str, "左边减右边，精确", _difference),
        Field("answer", str, "单位的答复；没有就是空", lambda row: row.answer),
        Field("address", str, "这一处的页面，长期有效", lambda row: row.address, leads=True),
    ),
    order=(Key("disclosure_id"), Key("told")),
    rows=_runs,
)
