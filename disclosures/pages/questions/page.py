"""One question over all units of a year: who printed what, budget beside outturn, the largest first."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Sum
from django.utils.translation import gettext_lazy

from disclosures.addresses import links
from disclosures.finding.front_door import Question
from disclosures.pages.code.figures import UNIT_QUESTION, AmountWriter, year_question
from disclosures.pages.shared.list_query import ListQuery, Parameter
from disclosures.pages.shared.paging import Page, page_of
from disclosures.pages.shared.tools import Tool
from disclosures.publication.current import published_years
from disclosures.statements.models import State, ThreePublicExpenses

SORT = Parameter(
    "sort",
    gettext_lazy("排列"),
    (("spent", gettext_lazy("花得多的在前")), ("over", gettext_lazy("超预算多的在前"))),
)
OVER = F("actual") - F("initial_budget")
ORDERS: dict[str, list[Any]] = {
    "spent": [F("actual").desc(nulls_last=True), "disclosure"],
    "over": [OVER.desc(nulls_last=True), F("actual").desc(nulls_last=True), "disclosure"],
}


@dataclass(frozen=True)
class Answer:
    """What one unit printed; amounts are texts in the unit of the page, `difference` that of both with its sign."""

    rank: int
    name: str
    front: str
    budget: str
    spent: str
    href: str
    difference: str
    is_over: bool


@dataclass(frozen=True)
class Counted:
    """How many units printed an amount, how many a zero, how many nothing; `sum` is 元, exact."""

    spent: int
    zero: int
    over: int
    disclosures: int
    sum: Decimal

    @property
    def silent(self) -> int:
        return self.disclosures - self.spent - self.zero


@dataclass(frozen=True)
class QuestionPage:
    """The page of the list that was asked for; amounts are texts in `unit`."""

    question: Question
    year: int | None
    counted: Counted | None
    sum: str
    unit: str
    page: Page
    tools: tuple[Tool, ...]
    address: str


def asked_of(query: Mapping[str, str]) -> tuple[ListQuery, dict[int, int]]:
    """What was asked, and the years that there are; one query."""
    years = published_years()
    return ListQuery.read(query, year_question(years), SORT, UNIT_QUESTION), years


def rows_of(question: Question, asked: ListQuery) -> QuerySet[ThreePublicExpenses]:
    """The rows of 公开07 of that year in which something is printed, in the order that was asked for."""
    return _printed(question, int(asked["year"] or 0)).order_by(*ORDERS[asked["sort"]])


def counted_in(question: Question, year: int, disclosures: int) -> Counted:
    """Of how many units that is; one query."""
    found = _printed(question, year).aggregate(
        spent=Count("pk", filter=~Q(actual=0) & Q(actual__isnull=False)),
        zero=Count("pk", filter=Q(actual=0)),
        over=Count("pk", filter=Q(actual__gt=F("initial_budget"))),
        sum=Sum("actual"),
    )
    return Counted(disclosures=disclosures, **found | {"sum": found["sum"] or Decimal(0)})


def question_page(question: Question, query: Mapping[str, str]) -> QuestionPage:
    """In three queries: the years, how many, the rows of the page."""
    asked, years = asked_of(query)
    year = int(asked["year"]) if asked["year"] else None
    counted = counted_in(question, year, years[year]) if year else None
    count = _count(counted)
    page, asked = page_of(rows_of(question, asked), count, asked, question.href)
    amounts = [amount for row in page.rows for amount in (row.actual, row.initial_budget)]
    writer = AmountWriter.of(asked["unit"], [*amounts, counted.sum if counted else None])
    rows = tuple(_answer(n, row, writer) for n, row in enumerate(page.rows, start=page.first))
    return QuestionPage(
        question=question,
        year=year,
        counted=counted,
        sum=writer.text(counted.sum) if counted else "",
        unit=writer.unit.value,
        page=replace(page, rows=rows),
        tools=asked.tools(question.href),
        address=links.with_query(question.href, asked),
    )


def _count(counted: Counted | None) -> int:
    return counted.spent + counted.zero if counted else 0


def _printed(question: Question, year: int) -> QuerySet[ThreePublicExpenses]:
    rows = ThreePublicExpenses.objects.filter(
        code=question.row, disclosure__year=year, disclosure__state=State.PUBLISHED, actual__isnull=False
    )
    return rows.select_related("disclosure__unit__region")


def _difference(row: ThreePublicExpenses, writer: AmountWriter) -> str:
    """“+3.04”: how much more than the budget; "" where one of both is not printed. A share of 0.07 would be silly."""
    if row.actual is None or row.initial_budget is None:
        return ""
    difference = row.actual - row.initial_budget
    sign = "+" if difference > 0 else "−" if difference < 0 else ""
    return sign + writer.text(abs(difference))


def _answer(rank: int, row: ThreePublicExpenses, writer: AmountWriter) -> Answer:
    pages = links.of(row.disclosure)
    return Answer(
        rank=rank,
        name=row.disclosure.unit_name,
        front=pages.front(),
        budget=writer.text(row.initial_budget),
        spent=writer.text(row.actual),
        href=f"{pages.table(row.number)}#{row.key}",
        difference=_difference(row, writer),
        is_over=row.actual is not None and row.initial_budget is not None and row.actual > row.initial_budget,
    )
