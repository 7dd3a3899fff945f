"""The parts together: each list and each single thing with its address and its description."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI, Query, Schema
from ninja.errors import ValidationError
from pydantic import Field as Described
from pydantic import create_model

from disclosures.exports.api.answering import page_of
from disclosures.exports.api.fields import schema_of
from disclosures.exports.api.lists import AnyList
from disclosures.exports.api.problems import Problem, ProblemError, answer_to, problem_in
from disclosures.exports.api.resources.codes import CODES
from disclosures.exports.api.resources.disclosures import DISCLOSURES
from disclosures.exports.api.resources.findings import FINDINGS
from disclosures.exports.api.resources.indicators import INDICATORS
from disclosures.exports.api.resources.lines import LINES
from disclosures.exports.api.resources.matters import MATTERS
from disclosures.exports.api.resources.search import SEARCH
from disclosures.exports.api.resources.standings import STANDINGS
from disclosures.exports.api.resources.terms import TERMS
from disclosures.exports.api.resources.totals import RANKS, TOTALS
from disclosures.exports.api.resources.units import UNITS
from disclosures.exports.api.things import things

LISTINGS: tuple[AnyList, ...] = (
    SEARCH, UNITS, DISCLOSURES, LINES, TOTALS, RANKS, STANDINGS, FINDINGS, INDICATORS, MATTERS, CODES, TERMS,
)  # fmt: skip

api = NinjaAPI(
    title="部门决算公开数据接口",
    version="1",
    description="本站公开的全部内容，供程序读取。金额以元计，写成精确的文字；空白是 null，0 是 0.00。",
    docs_url=None,
    urls_namespace="api",
    openapi_extra={"info": {"license": {"name": "数据可以自由使用，请注明出处"}}},
)


def _add(listing: AnyList) -> None:
    """The list at its address, described by what it declares."""

    def listed(request: HttpRequest, asked: Any) -> HttpResponse:
        return page_of(request, listing, asked)

    listed.__annotations__["asked"] = Query[listing.asked]  # type: ignore[misc, name-defined]
    listed.__doc__ = None
    item = schema_of(f"{listing.name.title()}Row", listing.fields)
    page = create_model(
        f"{listing.name.title()}Page",
        __base__=Schema,
        publication=(int, Described(description="发布的次数；变了，列表就可能变了")),
        next=(str | None, Described(description="下一页的网址；没有了是 null")),
        items=(list[item], Described(description=listing.says)),  # type: ignore[valid-type]
    )
    api.get(
        f"/{listing.name}",
        response={200: page, 400: Problem, 410: Problem},
        operation_id=listing.name,
        summary=listing.says,
    )(listed)


for each in LISTINGS:
    _add(each)
api.add_router("", things)


@api.exception_handler(Http404)
def missing(request: HttpRequest, error: Http404) -> HttpResponse:
    return answer_to(request, ProblemError(404, "这个网址上没有东西。"))


@api.exception_handler(ValidationError)
def wrong(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """What is wrong with the parameters."""
    return answer_to(request, problem_in(error.errors))
