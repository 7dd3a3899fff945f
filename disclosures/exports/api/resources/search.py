"""What a question finds: the answers and finds of the search page, with their figures and lasting addresses."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from ninja import Schema
from pydantic import Field as Described

from disclosures.addresses import links
from disclosures.amounts import AmountError, AmountUnit, parse_amount
from disclosures.exports.api.fields import Field
from disclosures.exports.api.lists import AnyList, Asked, Page
from disclosures.exports.api.problems import ProblemError
from disclosures.exports.api.resources.common import yuan
from disclosures.finding.answers import Answer
from disclosures.finding.finds import TITLES, Finds, Results, finds_of, hits_of
from disclosures.finding.question import Chosen, Question
from disclosures.finding.results import SearchResult
from disclosures.publication.search.query import LONGEST, Query, canonical
from disclosures.statements.models import Disclosure

ANSWER = "answer"
_WITHOUT_GAP = re.compile(r"(.*[0-9])([^0-9]*)")


class FoundFigure(Schema):
    """A figure of a find."""

    title: str = Described(description="栏目，或问的是什么数")
    year: int | None = Described(None, description="哪一年度的；别的年度的同一个数也在这里")
    printed: str = Described(description="照原文的写法")
    unit: str | None = Described(None, description="照原文的单位：元、万元、分、辆等")
    amount: str | None = Described(None, description="元，两位小数，精确；不是金额就是 null")
    is_found: bool = Described(description="问的是不是这个数")
    address: str = Described(description="这个数在页面上的位置，长期有效")


class AskedOfSearch(Asked):
    """What can be asked of the search."""

    q: str = Described(min_length=1, max_length=LONGEST, description="问题：单位、年度、科目、金额、名词或一句话")
    kind: Literal[("", *TITLES)] = Described("", description="只要这一类；不写就是全部，答案在前")  # type: ignore[valid-type]
    year: int | None = Described(None, ge=1990, le=2100, description="年度，如 2023")
    region: str = Described("", pattern="^([0-9]{6})?$", description="行政区划代码，连同它下面的地区，如 210400")

    @cached_property
    def question(self) -> Question:
        text = canonical(self.q)
        if not Query.read(text).words:
            raise ProblemError(400, "q 里没有可以找的字。", "q", ["至少一个汉字、字母或数字"])
        return Question.read(text, Chosen(str(self.year or ""), self.region))


@dataclass(frozen=True)
class _Row:
    """A find as it is told."""

    is_answer: bool
    kind: str
    title: str
    code: str
    text: str
    place: str
    unit: str | None
    unit_name: str | None
    disclosure: Disclosure | None
    figures: list[dict[str, Any]]
    address: str


class Search(AnyList):
    """The search as a list: its order is that of the page, and its place is how many stand before."""

    def page(self, asked: AskedOfSearch, after: list[Any], origin: str) -> Page:
        """The finds behind a place; the queries of the search page."""
        found, (start,) = _found(asked), after or (0,)
        keys = _order(found)
        end = start + asked.limit
        return Page(list(_rows(found, keys[start:end], origin)), [end] if end < len(keys) else None)

    def count(self, asked: AskedOfSearch) -> int:
        """How many finds there are, of each kind as many as are put in order."""
        return len(_order(_found(asked)))


def _found(asked: AskedOfSearch) -> Finds:
    question = asked.question
    return Finds((), *hits_of(question, [asked.kind])) if asked.kind else finds_of(question)


def _order(found: Finds) -> list[tuple[str, int]]:
    """Each find by its kind and its place there, the answers first."""
    groups: list[tuple[str, Sequence]] = [(ANSWER, found.answers), *found.hits.items()]
    return [(kind, place) for kind, group in groups for place in range(len(group))]


def _rows(found: Finds, keys: Iterable[tuple[str, int]], origin: str) -> Iterator[_Row]:
    wanted: dict[str, list[int]] = {}
    for kind, place in keys:
        wanted.setdefault(kind, []).append(place)
    yield from (_of_answer(found.answers[place], origin) for place in wanted.pop(ANSWER, ()))
    results = Results(found.query, {kind: [found.hits[kind][n] for n in places] for kind, places in wanted.items()})
    for kind in wanted:
        yield from (_of_result(kind, result, origin) for result in results.of(kind))


def _of_answer(answer: Answer, origin: str) -> _Row:
    disclosure, unit = answer.disclosure, answer.unit
    address = _lasting(answer.href, disclosure, origin)
    own = [_figure(answer.title, disclosure, answer.figure, address, is_found=True)] if answer.figure else []
    others = [
        _figure(answer.title, one.disclosure, one.text, _lasting(one.href, one.disclosure, origin), is_found=False)
        for one in answer.others
        if one.text
    ]
    return _Row(
        is_answer=True, kind=answer.kind, title=answer.title, code="", text=answer.note, place=answer.place,
        unit=str(links.key_of(unit)) if unit else None, unit_name=unit.name if unit else None,
        disclosure=disclosure, figures=own + others, address=address,
    )  # fmt: skip


def _of_result(kind: str, result: SearchResult, origin: str) -> _Row:
    disclosure = result.disclosure
    address = _lasting(result.href, disclosure, origin)
    title, code, text = ("".join(piece.text for piece in pieces) for pieces in (result.title, result.code, result.text))
    figures = [
        _figure(
            one.title, disclosure, one.text, _lasting(one.href, disclosure, origin) or address, is_found=one.is_found
        )
        for one in result.figures
    ]
    return _Row(
        is_answer=False, kind=kind, title=title, code=code, text=text, place=result.place,
        unit=str(links.key_of(disclosure.unit)) if disclosure else result.unit or None,
        unit_name=disclosure.unit_name if disclosure else title if result.unit else None,
        disclosure=disclosure, figures=figures, address=address,
    )  # fmt: skip


def _lasting(address: str, disclosure: Disclosure | None, origin: str) -> str:
    """The whole address, at the very revision where it is of one; "" for none."""
    if not address:
        return ""
    if disclosure:
        address = address.replace(links.of(disclosure).front(), links.pinned(disclosure).front(), 1)
    return origin + address


def _figure(title: str, disclosure: Disclosure | None, text: str, address: str, *, is_found: bool) -> dict[str, Any]:
    """The figure as published and, where it is money, exact in 元. Source: the text of the find."""
    printed, unit = parts_of(text)
    return {
        "title": title,
        "year": disclosure.year if disclosure else None,
        "printed": printed,
        "unit": unit or None,
        "amount": _amount(printed, unit),
        "is_found": is_found,
        "address": address,
    }


def parts_of(text: str) -> tuple[str, str]:
    """The figure and its unit; there is a space between them unless the text of a document had none."""
    printed, gap, unit = text.rpartition(" ")
    parts = None if gap else _WITHOUT_GAP.fullmatch(text)
    return (parts[1], parts[2]) if parts else (printed, unit) if gap else (text, "")


def _amount(printed: str, unit: str) -> str | None:
    if unit not in list(AmountUnit):
        return None
    try:
        return yuan(parse_amount(printed, AmountUnit(unit)))
    except AmountError:  # a figure of the text may be finer than any amount
        return None


def _of_source(name: str) -> Any:
    return lambda row: getattr(row.disclosure, name, None)


SEARCH = Search(
    name="search",
    says="检索：先是直接的答案，再是各类结果，和网页上的检索找到的一样",
    asked=AskedOfSearch,
    fields=(
        Field("is_answer", bool, "是不是直接的答案", lambda row: row.is_answer),
        Field(
            "kind",
            str,
            "figure 数，report 决算，unit 单位，code 科目，term 名词，row 表中的行，matter 文字里的数，note 表注，"
            "performance 绩效，text 文字说明，list、form、page 网页",
            lambda row: row.kind,
        ),
        Field("title", str, "名称，或文字所在的标题", lambda row: row.title),
        Field("code", str, "科目编码；不是科目就是 null", lambda row: row.code or None),
        Field("text", str, "找到的文字，长的只有前后一段", lambda row: row.text),
        Field("place", str, "在哪一份决算的哪一处", lambda row: row.place),
        Field("unit", str, "单位的键：行政区划代码-单位编码", lambda row: row.unit),
        Field("unit_name", str, "公开时的单位名称", lambda row: row.unit_name),
        Field("year", int, "决算年度", _of_source("year")),
        Field("revision", int, "第几版", _of_source("revision")),
        Field("figures", list[FoundFigure], "问到的数；没有问数就是前几个", lambda row: row.figures),
        Field("address", str, "在页面上的位置；是哪一份决算的，就长期有效", lambda row: row.address),
    ),
    spread="figures",
)
