"""What is said where Django is not asked: a status with a sentence, in both languages."""

from disclosures.serving.asking import Answer

_SENTENCES = {
    400: ("请求的长度写得不对。", "The length of the request is malformed."),
    408: ("内容没有在规定的时间里传完，请检查网络后再试。", "The request took too long to arrive."),
    411: ("请求没有写明内容的长度。", "The request does not say how long it is."),
    413: ("内容太大，服务器不接收。", "The request is too large."),
    500: ("服务器出错了，已经记录下来。", "Something went wrong here; it has been recorded."),
    503: ("现在访问的人太多，请几秒钟后再试。", "Too many people are asking; please try again in a few seconds."),
}
_RETRY = {503: "5"}  # seconds


def refusal(status: int) -> Answer:
    """The answer with that status."""
    headers = [("content-type", "text/plain; charset=utf-8"), ("cache-control", "no-store")]
    if status in _RETRY:
        headers.append(("retry-after", _RETRY[status]))
    return Answer(status, headers, "\n".join((*_SENTENCES[status], "")).encode())
