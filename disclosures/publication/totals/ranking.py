"""Questions to the totals by code: how much over the years, who most, what below; each is one query.

Sums are 元, exact, of what the units publish: a department's own figure may hold those of its subordinates again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, FloatField, Max, Q, QuerySet, Sum, Value, Window
from django.db.models.functions import Cast, Length, NullIf, Rank

from disclosures.publication.totals.models import CodeTotal
from disclosures.statements.models import STATEMENTS

STEP = 2  # digits from a code to those directly below it


@dataclass(frozen=True)
class TableColumn:
    """A column of a table."""

    table: str
    column: str

    @property
    def title(self) -> str:
        """The column's printed title."""
        return STATEMENTS[self.table].column(self.column).title

    def totals(self) -> QuerySet[CodeTotal]:
        return CodeTotal.objects.filter(table=self.table, column=self.column)


@dataclass(frozen=True)
class Sums:
    """What so many units print together, and the largest of them; 元, exact. Who prints 0.00 counts among them."""

    amount: Decimal
    units: int
    largest: Decimal


_SUMS = {"sum": Sum("amount"), "units": Count("pk"), "largest": Max("amount")}


def over_years(figure: TableColumn, code: str) -> dict[int, Sums]:
    """All units together by year, oldest first."""
    sums = figure.totals().filter(code=code).values("year").annotate(**_SUMS)
    return {row["year"]: _sums(row) for row in sums.order_by("year")}


def same_units(figure: TableColumn, code: str, years: Iterable[int]) -> set[int]:
    """Those of the years for which exactly the units print the code that printed it the year before; one query.

    Only years with as many units as the year before can be among them, and need be asked for.
    """
    asked = {f"of_{year}": Q(year__in=(year - 1, year)) for year in years}
    if not asked:
        return set()
    own = {f"own_{name[3:]}": Q(year=int(name[3:])) for name in asked}
    counted = figure.totals().filter(code=code).aggregate(
        **{name: Count("disclosure__unit", distinct=True, filter=of) for name, of in (asked | own).items()}
    )  # fmt: skip
    return {int(name[3:]) for name in asked if counted[name] == counted[f"own_{name[3:]}"]}


def ranked(figure: TableColumn, code: str, year: int, by: str = "amount") -> QuerySet[CodeTotal]:
    """Every unit with its figure of that year, the largest first.

    `share` is what the figure is of the unit's own total in that column: no figure to show, but what to sort by; None
    where the table prints no total. `rank` counts from 1 by amount or by share, equal ones sharing one.
    """
    rank = Window(Rank(), order_by=F(by).desc(nulls_last=True))
    whole = NullIf(Cast("whole", FloatField()), Value(0.0))
    share = Cast("amount", FloatField()) / whole
    totals = figure.totals().filter(code=code, year=year).annotate(share=share).annotate(rank=rank)
    return totals.select_related("disclosure__unit__region").order_by("-amount", "disclosure")


def below(figure: TableColumn, code: str, year: int) -> dict[str, Sums]:
    """The codes directly below, each with all units together, in the order of the codes."""
    inside = figure.totals().filter(year=year, code__gte=code + "0" * STEP, code__lte=code + "9" * STEP)
    return _by_code(inside.annotate(length=Length("code")).filter(length=len(code) + STEP))


def of_codes(figure: TableColumn, codes: list[str], year: int) -> dict[str, Sums]:
    """These codes, each with all units together."""
    return _by_code(figure.totals().filter(year=year, code__in=codes))


def _by_code(totals: QuerySet[CodeTotal]) -> dict[str, Sums]:
    return {row["code"]: _sums(row) for row in totals.values("code").annotate(**_SUMS).order_by("code")}


def _sums(row: Mapping[str, Any]) -> Sums:
    return Sums(row["sum"], row["units"], row["largest"])


def newest_name(table: str, code: str) -> str:
    """The name that the newest current disclosure prints for a code; "" where none does."""
    lines = STATEMENTS[table]._default_manager.filter(Q(code=code), disclosure__state="published")
    newest = lines.order_by("-disclosure__year").values_list("name", "printed_name").first()
    return next(filter(None, newest or ()), "")
