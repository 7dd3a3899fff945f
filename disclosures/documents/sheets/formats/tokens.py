"""The code of a number format in its tokens: `#,##0.00_ ;[Red]-0"元"` part by part, each with what it is for."""

import re
from typing import NamedTuple

_LONGEST = 255  # characters of a format, as Excel allows them
_COLOURS = {
    "BLACK", "BLUE", "CYAN", "GREEN", "MAGENTA", "RED", "YELLOW",
    "黑色", "蓝色", "青色", "绿色", "洋红", "红色", "黄色",
}  # fmt: skip
_NUMBERED_COLOUR = re.compile(r"(?:COLOR|颜色) ?\d+")
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=) *(-?\d+(?:\.\d+)?)")
_CURRENCY = re.compile(r"\$([^-]*)(?:-([0-9A-Fa-f]{1,8}))?")
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|[\\!](?P<escaped>.)|_(?P<space>.)|\*(?P<fill>.)|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<general>general|G/通用格式)|(?P<half>AM/PM|A/P|上午/下午)|(?P<exponent>e[+-])|(?P<date>y+|m+|d+|h+|s+|a{3,4}|e+)"
    r"|(?P<digit>[0#?])|(?P<point>\.)|(?P<comma>,)|(?P<percent>%)|(?P<text>@)|(?P<end>;)|(?P<letter>[a-z1-9])|(?P<plain>.)",
    re.IGNORECASE | re.DOTALL,
)


class FormatError(ValueError):
    """A format whose look nobody can tell from its code alone; the message says what in it."""


class Token(NamedTuple):
    kind: str
    text: str


class Section(NamedTuple):
    """One of the parts between semicolons; the condition is an operator with its number, where it has one."""

    tokens: tuple[Token, ...]
    condition: tuple[str, str] | None = None


def sections_of(code: str) -> list[Section]:
    """The parts of a format in their order; raises where one holds what is not understood."""
    if len(code) > _LONGEST:
        raise FormatError("太长")
    parts: list[list[Token]] = [[]]
    for match in _TOKEN.finditer(code):
        kind = match.lastgroup or ""
        if kind == "end":
            parts.append([])
        else:
            parts[-1].append(Token(kind, match[kind]))
    if len(parts) > 4:
        raise FormatError("多于四段")
    return [_section(tokens) for tokens in parts]


def _section(tokens: list[Token]) -> Section:
    kept, condition = [], None
    for token in tokens:
        if token.kind == "bracket" and (match := _CONDITION.fullmatch(token.text)):
            condition = (match[1], match[2])
        elif plain := _plain(token):
            kept.append(plain)
    return Section(tuple(kept), condition)


def _plain(token: Token) -> Token | None:
    """The token as what it prints; None for one that prints nothing."""
    kind, text = token
    if kind in ("quoted", "escaped", "plain"):
        return Token("literal", text)
    if kind == "space":
        return Token("literal", " ")
    if kind == "fill":
        if text != " ":
            raise FormatError(f"用“{text}”填满空位")
        return Token("literal", " ")
    if kind == "bracket":
        return _bracket(text)
    if kind in ("exponent", "letter"):
        raise FormatError(f"“{text}”")
    return token


def _bracket(text: str) -> Token | None:
    if text.upper() in _COLOURS or _NUMBERED_COLOUR.fullmatch(text.upper()):
        return None
    currency = _CURRENCY.fullmatch(text)
    if not currency or int(currency[2] or "0", 16) >> 16 not in (0, 0x0100, 0x0101):
        raise FormatError(f"“[{text}]”")  # Chinese numerals, elapsed time, another calendar, white on white
    return Token("literal", currency[1]) if currency[1] else None
