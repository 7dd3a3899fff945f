"""What codes come to over all units, and who prints most; 元, exact, of what the units publish."""

from collections.abc import Iterable
from typing import Any, Literal

from django.db.models import Count, QuerySet, Sum
from pydantic import Field as Described

from disclosures.addresses import links
from disclosures.exports.api.fields import Field
from disclosures.exports.api.lists import Key, Listing
from disclosures.exports.api.problems import ProblemError
from disclosures.exports.api.resources.common import OfYears, whose, yuan
from disclosures.publication.totals.models import CodeTotal
from disclosures.statements.lines import ClassifiedLine
from disclosures.statements.models import STATEMENTS

_CODE = "^([0-9]{3}([0-9]{2}){0,2})?$"
_WITH_CODES = tuple(number for number, model in STATEMENTS.items() if issubclass(model, ClassifiedLine))


class AskedOfTotals(OfYears):
    """What can be asked of figures by code."""

    table: Literal[_WITH_CODES] = Described(description="表号，如 03")  # type: ignore[valid-type]
    column: str = Described("", max_length=40, description="哪一栏；不写就是这张表的合计栏")
    code: str = Described("", pattern=_CODE, description="科目编码")

    @property
    def figures(self) -> QuerySet[CodeTotal]:
        """The figures of the column that is asked for."""
        model = STATEMENTS[self.table]
        columns = [column.name for column in model.columns()]
        column = self.column or model.main_column().name
        if column not in columns:
            raise ProblemError(400, f"公开{self.table}表没有 {column!r} 这一栏。", "column", columns)
        figures = CodeTotal.objects.filter(self.disclosures(), table=self.table, column=column)
        return figures.filter(code=self.code) if self.code else figures


class AskedOfRanks(AskedOfTotals):
    """What can be asked of the order of units: one code of one year."""

    code: str = Described(pattern=_CODE, min_length=3, description="科目编码")
    year: int = Described(ge=1990, le=2100, description="年度，如 2023")


def _sums(asked: AskedOfTotals) -> QuerySet:
    if not asked.code and not asked.year:
        raise ProblemError(400, "要写 code 或 year，最好都写。", "year", ["年度，如 2023"])
    return asked.figures.values("year", "table", "column", "code").annotate(amount=Sum("amount"), units=Count("pk"))


TOTALS = Listing(
    name="totals",
    says="各科目各年度的合计；只是公布了的单位之和，主管部门的数可能含有下属单位的",
    asked=AskedOfTotals,
    fields=(
        Field("year", int, "决算年度", lambda row: row["year"]),
        Field("table", str, "表号", lambda row: row["table"]),
        Field("column", str, "栏目的键", lambda row: row["column"]),
        Field("code", str, "科目编码", lambda row: row["code"]),
        Field("amount", str, "合计，元，两位小数，精确", lambda row: yuan(row["amount"])),
        Field("units", int, "几个单位印了这个数（0 和空白不算）", lambda row: row["units"]),
    ),
    order=(Key("year"), Key("table"), Key("column"), Key("code")),
    rows=_sums,
)


def _ranked(asked: AskedOfRanks) -> QuerySet[CodeTotal]:
    return asked.figures.select_related("disclosure__unit")


def _with_ranks(rows: list[Any], asked: AskedOfRanks, origin: str) -> Iterable[Any]:
    """Each with its rank from 1, equal amounts sharing one; one query more."""
    if not rows:
        return rows
    first = rows[0]
    more = asked.figures.filter(amount__gt=first.amount).count()
    before = asked.figures.filter(amount=first.amount, disclosure__lt=first.disclosure_id).count()
    rank, amount = more + 1, first.amount
    for place, row in enumerate(rows, start=more + before + 1):
        if row.amount != amount:
            rank, amount = place, row.amount
        row.rank = rank
    return rows


def _share(row: CodeTotal) -> str | None:
    """Per cent of the table's own total, two decimals; None where it prints none."""
    return f"{row.amount * 100 / row.whole:.2f}" if row.amount is not None and row.whole else None


def _address(row: CodeTotal) -> str:
    return f"{links.pinned(row.disclosure).table(row.table)}#{row.code}"


RANKS = Listing(
    name="ranks",
    says="一个科目一个年度，各单位从多到少",
    asked=AskedOfRanks,
    fields=(
        Field("rank", int, "名次，数相同的名次也相同", lambda row: row.rank),
        *whose(),
        Field("table", str, "表号", lambda row: row.table),
        Field("column", str, "栏目的键", lambda row: row.column),
        Field("code", str, "科目编码", lambda row: row.code),
        Field("amount", str, "元，两位小数，精确", lambda row: yuan(row.amount)),
        Field("share", str, "占本表合计的百分比，两位小数", _share),
        Field("address", str, "这一行在页面上的位置，长期有效", _address, leads=True),
    ),
    order=(Key("amount", descending=True), Key("disclosure_id")),
    rows=_ranked,
    completed=_with_ranks,
)
