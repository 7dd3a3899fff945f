"""What is said to a program whose request cannot be answered: problem details as RFC 9457 has them."""

from collections.abc import Iterable, Sequence
from typing import Any

import orjson
from django.http import HttpRequest, HttpResponse
from ninja import Schema
from pydantic import Field

from disclosures.addresses import programs

MEDIA_TYPE = "application/problem+json"


class Problem(Schema):
    """Why a request cannot be answered, and what would be."""

    type: str = Field(description="问题的种类，一个网址")
    title: str = Field(description="问题的种类，一句话")
    status: int = Field(description="HTTP 状态码")
    detail: str = Field(description="这一次出了什么问题")
    instance: str = Field(description="请求的地址")
    parameter: str | None = Field(None, description="出问题的参数")
    allowed: list[str] | None = Field(None, description="这个参数可以是什么")


class ProblemError(Exception):
    """A request that cannot be answered; `parameter` is what it should say differently, `allowed` how."""

    def __init__(self, status: int, detail: str, parameter: str = "", allowed: Iterable[object] = ()):
        self.status, self.detail, self.parameter = status, detail, parameter
        self.allowed = [str(word) for word in allowed]
        super().__init__(detail)


TITLES = {
    400: "请求里有不认识或不合规定的参数",
    404: "没有这个资源",
    405: "这里只能读取",
    410: "游标已经过期",
}


def answer_to(request: HttpRequest, problem: ProblemError) -> HttpResponse:
    """The problem as its own media type, with the address at which kinds of problems are explained."""
    content: dict[str, Any] = {
        "type": request.build_absolute_uri(programs.api(problem.status)),
        "title": TITLES[problem.status],
        "status": problem.status,
        "detail": problem.detail,
        "instance": request.get_full_path(),
    }
    if problem.parameter:
        content |= {"parameter": problem.parameter, "allowed": problem.allowed}
    return HttpResponse(orjson.dumps(content), MEDIA_TYPE, problem.status)


def check_names(request: HttpRequest, known: Iterable[str]) -> None:
    """A problem where a parameter is not known, said more than once, or holds what no database takes."""
    for name, values in request.GET.lists():
        if name not in known:
            raise ProblemError(400, f"没有 {_short(name)} 这个参数。", name, known)
        if not values[-1].isprintable():
            raise ProblemError(400, f"{name} 里有看不见的字符。", name, ["看得见的字"])
        if len(values) > 1:
            raise ProblemError(400, f"{name} 写了 {len(values)} 次，只能写一次。", name, ["只写一次"])


def problem_in(errors: Sequence[dict[str, Any]]) -> ProblemError:
    """The first thing that is wrong with the parameters, in words."""
    error = errors[0]
    name = str(error["loc"][-1])
    within = error.get("ctx", {})
    match error["type"]:
        case "literal_error":
            return ProblemError(400, f"{name} 不能这样写。", name, [within["expected"]])
        case "missing":
            return ProblemError(400, f"少了参数 {name}。", name)
        case "greater_than_equal" | "less_than_equal":
            bound, is_least = within.get("ge", within.get("le")), "ge" in within
            return ProblemError(
                400, f"{name} 最{'小' if is_least else '大'}是 {bound}。", name, [f"{'≥' if is_least else '≤'} {bound}"]
            )
        case "int_parsing" | "int_from_float" | "int_parsing_size":
            return ProblemError(400, f"{name} 应当是整数。", name, ["整数"])
        case "bool_parsing":
            return ProblemError(400, f"{name} 应当是 true 或 false。", name, ["true", "false"])
        case "string_too_long" | "too_long":
            most = within["max_length"]
            return ProblemError(400, f"{name} 太长，最多 {most}。", name, [f"最多 {most}"])
        case "string_pattern_mismatch":
            return ProblemError(400, f"{name} 不是规定的写法。", name, [within["pattern"]])
    return ProblemError(400, f"{name} 不能这样写。", name)


def _short(name: str) -> str:
    return name if len(name) <= 40 else f"{name[:40]}…"
