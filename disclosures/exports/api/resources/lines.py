"""Lines of tables across units and years, each figure as published, with its place and address."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from itertools import chain
from typing import Any, Literal, NamedTuple

from django.db.models import OuterRef, Q, QuerySet, Subquery
from ninja import Schema
from pydantic import Field as Described

from disclosures.addresses import links
from disclosures.amounts import Precision
from disclosures.exports.api.fields import Field
from disclosures.exports.api.lists import Key, Listing
from disclosures.exports.api.problems import ProblemError
from disclosures.exports.api.resources.common import OfYears, edition_key, unit_key, whose, yuan
from disclosures.statements.lines import AnyLine, ClassifiedLine
from disclosures.statements.models import STATEMENTS, Disclosure, State, StatementHead
from disclosures.tables.heads import amount_columns
from disclosures.tables.table import unique_keys


class Figure(Schema):
    """A figure of a line."""

    column: str = Described(description="栏目的键")
    title: str = Described(description="栏目")
    number: int | None = Described(None, description="栏次")
    amount: str | None = Described(None, description="元，两位小数，精确；没有印就是 null")
    printed: str | None = Described(None, description="照原文的写法")
    address: str = Described(description="这个数在页面上的位置，长期有效")


class AskedOfLines(OfYears):
    """What can be asked of lines."""

    table: Literal[tuple(STATEMENTS)] = Described(description="表号，如 05")  # type: ignore[valid-type]
    code: str = Described("", pattern="^([0-9]{3}([0-9]{2}){0,2})?$", description="科目编码，如 2080505")
    column: str = Described("", max_length=40, description="只要这一栏；不写就是全部各栏")


def _rows(asked: AskedOfLines) -> QuerySet:
    model = STATEMENTS[asked.table]
    columns = [column.name for column in model.columns()]
    if asked.column and asked.column not in columns:
        raise ProblemError(400, f"公开{asked.table}表没有 {asked.column!r} 这一栏。", "column", columns)
    lines = model._default_manager.filter(asked.disclosures(), disclosure__state=State.PUBLISHED)
    if asked.code:
        if not issubclass(model, ClassifiedLine):
            raise ProblemError(400, f"公开{asked.table}表没有科目编码。", "code", ["不写"])
        lines = lines.filter(Q(code=asked.code))
    return lines


class _Table(NamedTuple):
    """What all lines of a table have in common; made once, as a page has many lines of few tables."""

    disclosure: Disclosure
    page: str
    precision: Precision


def _with_figures(lines: list[AnyLine], asked: AskedOfLines, origin: str) -> Iterable[AnyLine]:
    """Each line with its figures, as its table prints them, and its address; two queries more."""
    keys, tables = _keys(lines, asked), _tables(lines, asked, origin)
    for line in lines:
        line.table = tables[line.disclosure_id]
        line.anchor = keys[line.pk]
        line.figures = _figures(line, asked)
    return lines


def _tables(lines: list[AnyLine], asked: AskedOfLines, origin: str) -> dict[int, _Table]:
    """The tables that the lines stand in, by the ids of disclosures; one query."""
    found: dict[int, Any] = _with_own_unit(asked.table).in_bulk({line.disclosure_id for line in lines})
    return {
        pk: _Table(one, origin + links.pinned(one).table(asked.table), one.precision_with(one.own_unit or ""))
        for pk, one in found.items()
    }


def _with_own_unit(table: str) -> QuerySet[Disclosure]:
    """Disclosures with the unit that the table prints, where it is not that of the document."""
    own = StatementHead.objects.filter(disclosure=OuterRef("pk"), number=table).values("amount_unit")
    return Disclosure.objects.select_related("unit").annotate(own_unit=Subquery(own))


def _keys(lines: list[AnyLine], asked: AskedOfLines) -> dict[int, str]:
    """What each line is called in addresses: a key that a document prints twice is numbered, over the whole table.

    The page may begin within a table, of which the lines above count too.
    """
    of_each: dict[int, list[AnyLine]] = defaultdict(list)
    for line in chain(_above(lines[0], asked) if lines else (), lines):
        of_each[line.disclosure_id].append(line)
    return {
        line.pk: key
        for table in of_each.values()
        for line, key in zip(table, unique_keys([line.key for line in table]), strict=True)
    }


def _above(line: AnyLine, asked: AskedOfLines) -> QuerySet:
    """The lines of the same table above that one, with what their keys are made of."""
    model = STATEMENTS[asked.table]
    above = model._default_manager.filter(disclosure=line.disclosure_id, position__lt=line.position)
    if asked.code:
        above = above.filter(Q(code=asked.code))
    names = {field.name for field in model._meta.fields} & {"code", "side", "line", "item"}
    return above.only("disclosure_id", "position", *names).order_by("position")


def _figures(line: AnyLine, asked: AskedOfLines) -> list[dict[str, Any]]:
    """The amounts that the form of the year has on the side of the line, or the one that is asked for."""
    disclosure, page, precision = line.table
    start = f"{page}#{line.anchor}."
    return [
        {
            **said,
            "amount": yuan(getattr(line, name)),
            "printed": line.text(name, precision) or None,
            "address": start + anchor,
        }
        for name, anchor, said in _columns(asked.table, getattr(line, "side", ""), disclosure.year, asked.column)
    ]


@cache
def _columns(table: str, side: str, year: int, name: str) -> tuple[tuple[str, str, dict[str, Any]], ...]:
    """Each column with what it is called in addresses, and what is said of it beside any figure."""
    return tuple(
        (column.name, column.anchor, {"column": column.name, "title": column.full_title, "number": column.number})
        for column in amount_columns(STATEMENTS[table], side, year)
        if name in ("", column.name)
    )


LINES = Listing(
    name="lines",
    says="各表的行，跨单位和年度；每个数带原文写法、出处和网址",
    asked=AskedOfLines,
    fields=(
        Field("key", str, "行的键：单位/年度.r版次/表号/行", lambda line: f"{_of(line)}/{line.number}/{line.anchor}"),
        *whose(lambda line: line.table.disclosure),
        Field("table", str, "表号", lambda line: line.number),
        Field(
            "side", str, "income 收入，expenditure 支出；只有 01 和 04 表有", lambda line: getattr(line, "side", None)
        ),
        Field("line", int, "行次；只有 01 和 04 表有", lambda line: getattr(line, "line", None)),
        Field("code", str, "科目编码，照原文", lambda line: getattr(line, "code", None)),
        Field("name", str, "名称", lambda line: line.name or line.printed_name),
        Field("is_total", bool, "是不是合计", lambda line: line.is_total),
        Field("place", str, "在原文件中的出处", lambda line: line.place),
        Field("printed_unit", str, "原文的金额单位", lambda line: line.table.precision.unit),
        Field("figures", list[Figure], "各栏的数", lambda line: line.figures),
        Field("address", str, "这一行在页面上的位置，长期有效", lambda line: f"{line.table.page}#{line.anchor}"),
    ),
    order=(Key("disclosure_id"), Key("position")),
    rows=_rows,
    completed=_with_figures,
    spread="figures",
)


def _of(line: AnyLine) -> str:
    return f"{unit_key(line.table.disclosure)}/{edition_key(line.table.disclosure)}"
