"""Days and times, which workbooks hold as numbers of days, in the order and with the words that a format gives."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

from disclosures.documents.sheets.formats.tokens import FormatError, Token

_DAY_0 = datetime(1899, 12, 30)  # noqa: DTZ001 -- days of a calendar have no zone
_LEAP_DAY_OF_1900 = 60  # which Excel counts and which never was
_LAST = 2_958_465  # 31 December 9999
_SECONDS = 86_400


def date_shown(tokens: tuple[Token, ...], days: Decimal) -> str:
    """The day and time of that many days, as the tokens of a format order them."""
    if not 0 <= days <= _LAST or int(days) == _LEAP_DAY_OF_1900:
        raise FormatError("日期")
    shift = 1 if days < _LEAP_DAY_OF_1900 else 0
    seconds = int((days * _SECONDS).quantize(Decimal(1), ROUND_HALF_UP))
    moment = _DAY_0 + timedelta(days=shift, seconds=seconds)
    return "".join(_printed(tokens, moment))


def _printed(tokens: tuple[Token, ...], moment: datetime) -> Iterator[str]:
    is_half = any(token.kind == "half" for token in tokens)
    for n, (kind, text) in enumerate(tokens):
        if kind == "half":
            yield _half(text, moment)
        elif kind == "date":
            yield _part("i" * len(text) if _is_minute(tokens, n) else text.lower(), moment, is_half=is_half)
        elif kind in ("literal", "point", "comma"):
            yield {"point": ".", "comma": ","}.get(kind, text)
        else:
            raise FormatError(f"日期里的“{text}”")


def _is_minute(tokens: tuple[Token, ...], n: int) -> bool:
    """Whether this m is of a time: it follows an hour or stands before seconds."""
    if tokens[n].text.lower().strip("m"):
        return False
    before = [token.text[0].lower() for token in tokens[:n] if token.kind == "date"]
    after = [token.text[0].lower() for token in tokens[n + 1 :] if token.kind == "date"]
    return before[-1:] == ["h"] or after[:1] == ["s"]


def _half(text: str, moment: datetime) -> str:
    return text.split("/")[moment.hour >= 12]


def _part(mark: str, moment: datetime, *, is_half: bool) -> str:
    if mark in ("y", "yy"):
        return f"{moment.year % 100:02d}"
    if mark[0] in "ye":
        return f"{moment.year:04d}"
    if len(mark) > 2:
        raise FormatError(f"“{mark}”")  # names of months and days
    hour = (moment.hour % 12 or 12) if is_half else moment.hour
    value = {"m": moment.month, "d": moment.day, "h": hour, "i": moment.minute, "s": moment.second}[mark[0]]
    return f"{value:0{len(mark)}d}"
