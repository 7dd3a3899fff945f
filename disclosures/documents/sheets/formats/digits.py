"""Digits of a number in the places that a format keeps for them."""

from decimal import ROUND_HALF_UP, Context, Decimal
from itertools import chain
from typing import NamedTuple

from disclosures.documents.sheets.formats.tokens import FormatError, Token

SIGNIFICANT = 15  # digits of a number that a spreadsheet keeps; what comes after is the noise of binary fractions

_EXACT = Context(prec=800, rounding=ROUND_HALF_UP)
_ALLOWED = {"literal", "digit", "point", "comma", "percent", "general"}


def number_of(stored: str | float) -> Decimal:
    """The number as a spreadsheet takes it, without the noise of binary fractions."""
    return Decimal(f"{float(stored):.{SIGNIFICANT}g}")


def digits_of(value: Decimal) -> str:
    """Its digits without exponent, grouping or needless zeros."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


class NumberPart(NamedTuple):
    """A section that shows digits: what is printed before and after the point, and by how much the number is moved.

    Nearly all formats keep their places together, with one 0 before the point: `simple` has what such a one prints
    before and behind its digits, so that Python can print these.
    """

    whole: tuple[Token, ...]
    fraction: tuple[Token, ...]
    moved: int
    is_grouped: bool
    has_point: bool
    is_general: bool = False
    places: int = 0
    simple: tuple[str, str] | None = None

    def shown(self, value: Decimal) -> str:
        """Of a number without its sign."""
        if self.is_general:
            return "".join(digits_of(value) if kind == "general" else text for kind, text in self.whole)
        moved = _EXACT.scaleb(value, self.moved) if self.moved else value
        rounded = _EXACT.quantize(moved, Decimal(1).scaleb(-self.places))
        if self.simple:
            return f"{self.simple[0]}{rounded:{',' if self.is_grouped else ''}f}{self.simple[1]}"
        if not _has_places(self.whole) and not self.places:
            return "".join(token.text for token in (*self.whole, *self.fraction))
        whole, _, fraction = f"{rounded:f}".partition(".")
        point = "." if self.has_point else ""
        return self._before(whole.lstrip("0")) + point + self._after(fraction)

    def _before(self, digits: str) -> str:
        """From the right; the first place takes all that is left."""
        out: list[str] = []
        places = sum(token.kind == "digit" for token in self.whole)
        count = 0
        for kind, text in reversed(self.whole):
            if kind != "digit":
                out.append(text)
                continue
            places -= 1
            taken, digits = (digits[-1:], digits[:-1]) if places else (digits, "")
            for digit in reversed(taken or {"0": "0", "?": " "}.get(text, "")):
                out.append("," if self.is_grouped and count and count % 3 == 0 and digit != " " else "")
                out.append(digit)
                count += 1
        return digits + "".join(reversed(out))

    def _after(self, digits: str) -> str:
        """From the left; zeros at the end are printed only where the format says 0."""
        marks = [token.text for token in self.fraction if token.kind == "digit"]
        printed = list(digits)
        for n in range(len(marks) - 1, -1, -1):
            if marks[n] == "0" or digits[n] != "0":
                break
            printed[n] = " " if marks[n] == "?" else ""
        figures = iter(printed)
        return "".join(next(figures) if token.kind == "digit" else token.text for token in self.fraction)


def number_part(tokens: tuple[Token, ...]) -> NumberPart:
    """The section in its parts; raises where it is more than digits and what stands around them."""
    kinds = [token.kind for token in tokens]
    if unknown := next((token for token in tokens if token.kind not in _ALLOWED), None):
        raise FormatError(f"“{unknown.text}”")
    if kinds.count("general") > 1 or ("general" in kinds and {"digit", "percent"} & set(kinds)):
        raise FormatError("“General”")
    if any(token == ("literal", "/") for token in tokens) and "digit" in kinds:
        raise FormatError("分数")
    point = kinds.index("point") if "point" in kinds else len(kinds)
    if "general" in kinds:
        return NumberPart(tokens, (), 0, is_grouped=False, has_point=False, is_general=True)
    if kinds.count("point") > 1:
        raise FormatError("两个小数点")
    whole, fraction = _without_commas(tokens[:point]), _without_commas(tokens[point + 1 :])
    thousands, is_grouped = _commas(kinds, point)
    moved = 2 * kinds.count("percent") - 3 * thousands
    places = sum(token.kind == "digit" for token in fraction)
    simple = _simple(whole, fraction, has_point="point" in kinds)
    return NumberPart(whole, fraction, moved, is_grouped, "point" in kinds, places=places, simple=simple)


def _has_places(tokens: tuple[Token, ...]) -> bool:
    return any(token.kind == "digit" for token in tokens)


def _simple(whole: tuple[Token, ...], fraction: tuple[Token, ...], *, has_point: bool) -> tuple[str, str] | None:
    """What stands before and behind the digits, where the places are together and the last whole one is a 0."""
    if has_point != _has_places(fraction):
        return None
    marks = [(token.text if token.kind == "digit" else "") for token in (*whole, *fraction)]
    first = next((n for n, mark in enumerate(marks) if mark), len(marks))
    last = len(marks) - next((n for n, mark in enumerate(reversed(marks)) if mark), len(marks))
    inner, before = marks[first:last], [mark for mark in marks[: len(whole)] if mark]
    is_plain = before[-1:] == ["0"] and not any(before[:-1].count(mark) for mark in "0?")
    if not is_plain or not all(inner) or any(mark != "0" for mark in inner[len(before) :]):
        return None
    texts = [token.text for token in (*whole, *fraction)]
    return "".join(texts[:first]), "".join(texts[last:])


def _without_commas(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    return tuple(token for token in tokens if token.kind != "comma")


def _commas(kinds: list[str], point: int) -> tuple[int, bool]:
    """How many commas divide by a thousand, those behind the last place of a part; whether others group the digits."""
    whole, fraction = kinds[:point], kinds[point:]
    scaling = _trailing(whole) + _trailing(fraction)
    return scaling, whole.count("comma") > _trailing(whole) and "digit" in whole


def _trailing(kinds: list[str]) -> int:
    """Commas right behind the last place."""
    if "digit" not in kinds:
        return 0
    last = len(kinds) - kinds[::-1].index("digit")
    following = chain(kinds[last:], ("",))
    return next(n for n, kind in enumerate(following) if kind != "comma")


GENERAL = NumberPart((Token("general", ""),), (), 0, is_grouped=False, has_point=False, is_general=True)
