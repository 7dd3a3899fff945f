"""Where a list goes on: a place in its order, good for as long as nothing else is published.

A cursor is signed, so that what comes back is a place that was given out and nothing that somebody made up.
"""

from typing import Any

from django.core.signing import BadSignature, Signer

from disclosures.exports.api.problems import ProblemError

LONGEST = 600  # characters of a cursor
_SIGNER = Signer(salt="disclosures.exports.api.cursors")


def cursor_of(publication: int, name: str, place: list[Any]) -> str:
    """The cursor behind a place of a list; `publication` is the number that the list was read at."""
    return _SIGNER.sign_object([publication, name, *place])


def place_in(cursor: str, publication: int, name: str) -> list[Any]:
    """The place that a cursor stands for; one of another list or of an earlier publication is a problem."""
    try:
        number, of, *place = _SIGNER.unsign_object(cursor)
    except BadSignature as error:
        raise ProblemError(400, "cursor 不是这个接口给出的游标。", "cursor", ["上一页 next 里的游标"]) from error
    if of != name:
        raise ProblemError(400, "cursor 是另一个列表的游标。", "cursor", ["同一列表上一页 next 里的游标"])
    if number != publication:
        raise ProblemError(410, "这个游标之后又有新的发布，请从头读起。", "cursor", ["不写，从第一页开始"])
    return place
