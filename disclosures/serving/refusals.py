"""What is said where Django is not asked: a status with a sentence, in both languages."""

from typing import Any

from disclosures.serving.asking import Answer
from disclosures.serving.requests.hosts import is_ours

LONGEST = 8_000  # characters of path and query; no address of ours is a quarter as long

_SENTENCES = {
    400: ("请求写得不对。", "The request is malformed."),
    408: ("内容没有在规定的时间里传完，请检查网络后再试。", "The request took too long to arrive."),
    411: ("请求没有写明内容的长度。", "The request does not say how long it is."),
    413: ("内容太大，服务器不接收。", "The request is too large."),
    414: ("网址太长。", "The address is too long."),
    429: (
        "您要的搜索、比较或文件太多太密，请稍后再试。",
        "You asked for too many searches, comparisons or files; please wait.",
    ),
    500: ("服务器出错了，已经记录下来。", "Something went wrong here; it has been recorded."),
    503: ("现在访问的人太多，请几秒钟后再试。", "Too many people are asking; please try again in a few seconds."),
}
_SOON = {503: 5}  # seconds


def refusal(status: int, seconds: int = 0) -> Answer:
    """The answer with that status; with seconds it says when to try again."""
    headers = [("content-type", "text/plain; charset=utf-8"), ("cache-control", "no-store")]
    if seconds := seconds or _SOON.get(status, 0):
        headers.append(("retry-after", str(seconds)))
    return Answer(status, headers, "\n".join((*_SENTENCES[status], "")).encode())


def refused_unread(scope: Any) -> Answer | None:
    """What is said to a request that nobody means well: of such a length, or to a name that is none of ours."""
    if len(scope.path) + len(scope.query_string) > LONGEST:
        return refusal(414)
    host = scope.headers.get("host")
    return None if host is None or is_ours(host.lower()) else refusal(400)
