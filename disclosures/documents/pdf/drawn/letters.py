"""Characters: which are ideographs, what a file means by odd ones, and where two that meet have a blank between."""

import re
import unicodedata
from functools import cache

UNREADABLE = "\ufffd"  # a glyph that the file gives no character for; kept, so that no figure silently loses a digit

_BLANKS = frozenset(" \t\r\n\u00a0\u2002\u2003\u2009\u3000")
_NOTHING = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_LINE_END_HYPHEN = "\x02"  # pdfium's word for a hyphen at which a line was broken

# Fonts name some ideographs by the radical that looks the same; those below have no compatibility mapping of their own.
_RADICALS = str.maketrans(
    "⺁⺅⺌⺍⺗⺝⺟⺠⺢⺮⻁⻄⻅⻆⻉⻋⻒⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳",
    "厂亻小小心月母民水竹虎西见角贝车镸长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟",
)
_BROKEN_GROUP = re.compile(r"[-+]?\d{1,3}(?:,\d{3})*,\d{1,2}")  # a figure that ends within three digits of a comma
_FIGURE = re.compile(r"[-+]?\d{1,3}(?:,\d{3})*(?:\.\d+)?|[-+]?\d+(?:\.\d+)?")
_LOOKS_LIKE_FIGURE = re.compile(r"[-—－–+(（]{0,2}[\d,，.]*\d[\d,，.]*[)）%％]{0,2}")
_ONE_DECIMAL = re.compile(r"\.\d$")  # amounts have two
_TWO_DECIMALS = re.compile(r"\.\d\d$")
_SAYS_SOMETHING = re.compile(r"[^\W\d_]")


@cache
def letter(code: int) -> str:
    """The character of a code that a file gives; "" for what is none, a plain blank for every blank."""
    if code in (0, 0xFFFE, 0xFFFF) or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return UNREADABLE
    char = chr(code)
    if char in _BLANKS:
        return " "
    if char == _LINE_END_HYPHEN:
        return "-"
    if char in _NOTHING or code < 32 or 127 <= code < 160:
        return ""
    if 0x2E80 <= code <= 0x2FDF or 0xF900 <= code <= 0xFAFF:
        return unicodedata.normalize("NFKC", char.translate(_RADICALS))
    return char


def is_wide(char: str) -> bool:
    """Whether the character fills a square, as ideographs and their marks do."""
    return char >= "\u2e80" or char in "“”‘’—…·"


def joined_lines(upper: str, lower: str, *, blank: bool = False) -> str:
    """Two lines of one text; between Latin words or digits stands a blank, unless a figure evidently goes on.

    `blank` says that the file has a blank where the line was broken; between ideographs it means nothing.
    """
    if not upper or not lower:
        return upper + lower
    last, first = upper[-1], lower[0]
    if last.isascii() and last.isalnum() and first.isascii() and first.isalnum():
        return upper + lower if _figure_goes_on(upper, lower) else f"{upper} {lower}"
    if blank and is_wide(last) != is_wide(first):
        return f"{upper} {lower}"
    return upper + lower


def _figure_goes_on(upper: str, lower: str) -> bool:
    is_broken = _BROKEN_GROUP.fullmatch(upper) or (_ONE_DECIMAL.search(upper) and len(lower) == 1)
    return bool(is_broken and _FIGURE.fullmatch(upper + lower))


def is_figure(text: str) -> bool:
    """Whether the text is a number, an amount or a share, and nothing else."""
    return bool(_LOOKS_LIKE_FIGURE.fullmatch(text.replace(" ", "")))


def is_cut_figure(upper: str, lower: str, *, is_full: bool) -> bool:
    """Whether two lines in plain characters are one figure, cut at the end of the upper one.

    Cut at a mark, within three digits of a comma or, where the upper line `is_full`, before two decimals have ended.
    """
    if not (upper and lower and _FIGURE.fullmatch(upper + lower)):
        return False
    if upper[-1] in ",." or lower[0] in ",." or _BROKEN_GROUP.fullmatch(upper):
        return True
    return is_full and bool(_TWO_DECIMALS.search(upper + lower)) and not _TWO_DECIMALS.search(upper)


def says_something(text: str) -> bool:
    """Whether the text has a letter or an ideograph, so that it is neither a figure nor only marks."""
    return bool(_SAYS_SOMETHING.search(text))
