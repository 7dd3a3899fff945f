"""Where a list goes on: a place in its order, good for as long as nothing else is published."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Any

import orjson

from disclosures.exports.api.problems import ProblemError

LONGEST = 400  # characters of a cursor


def cursor_of(publication: int, name: str, place: list[Any]) -> str:
    """The cursor behind a place of a list; `publication` is the number that the list was read at."""
    return urlsafe_b64encode(orjson.dumps([publication, name, *place])).rstrip(b"=").decode()


def place_in(cursor: str, publication: int, name: str, kinds: tuple[type, ...]) -> list[Any]:
    """The place that a cursor stands for; `kinds` are the types of its parts. Any other cursor is a problem."""
    try:
        said = orjson.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except ValueError:
        said = None
    if not isinstance(said, list) or len(said) != 2 + len(kinds) or not isinstance(said[0], int):
        raise ProblemError(400, "cursor 不是这个接口给出的游标。", "cursor", ["上一页 next 里的游标"])
    number, of, *place = said
    if of != name or not all(isinstance(part, kind) for part, kind in zip(place, kinds, strict=True)):
        raise ProblemError(400, "cursor 是另一个列表的游标。", "cursor", ["同一列表上一页 next 里的游标"])
    if number != publication:
        raise ProblemError(410, "这个游标之后又有新的发布，请从头读起。", "cursor", ["不写，从第一页开始"])
    if any(isinstance(part, int) and not -(2**63) <= part < 2**63 for part in place):
        raise ProblemError(400, "cursor 不是这个接口给出的游标。", "cursor", ["上一页 next 里的游标"])
    return place
