"""Exact money: read what a document prints, print it again, and tell a rounding tail from an error.

Amounts are `Decimal` 元 with whole 分; a printed figure is a text in 元, 万元 or 亿元.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from functools import cache, cached_property

_LONGEST = 28  # characters of a figure that Decimal's arithmetic still keeps exact
FEN = Decimal("0.01")  # 元
LARGEST = 2**63 - 1  # 分, what a BIGINT holds


class AmountError(ValueError):
    """A text that is no amount; the message is a sentence for the person who typed or imported it."""


_ZEROS = {"元": 0, "万元": 4, "亿元": 8}


class AmountUnit(StrEnum):
    """The units that documents print amounts in."""

    YUAN = "元"
    WAN = "万元"
    YI = "亿元"

    @property
    def zeros(self) -> int:
        """How many zeros the unit stands for: 1 万元 is 10 ** 4 元."""
        return _ZEROS[self]

    @property
    def finest(self) -> int:
        """Decimals at which one step of the unit is 1 分; with more, a printed figure would be no whole 分."""
        return self.zeros + 2


# ---------------------------------------------------------------------------------------------------------------------
# Reading
# ---------------------------------------------------------------------------------------------------------------------

_WIDTHS = ("<wide>", "<narrow>", "<small>", "<noBreak>")  # what Unicode calls the same character in another width
_MINUS = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500", "-"))
_COMMAS = str.maketrans(dict.fromkeys("，、", ","))
_GAP = re.compile(r"(?<=[0-9])[^\S\r\n]+(?=[0-9])")  # not a line break: a narrow cell breaks a figure
_UNSEEN = re.compile(r"[\s\u00ad\u200b-\u200f\u2060\ufeff]")  # spaces, and marks that have no width at all
_NOTHING = re.compile(r"-*")  # blank, -, -- all say that there is no figure
_FIGURE = re.compile(
    r"""(?P<sign>[-+]?)
        (?P<whole>\d{1,3}(?:,\d{3})+|\d+)?
        (?:\.(?P<part>\d+))?""",
    re.VERBOSE | re.ASCII,
)


def plain(text: str) -> str:
    """The text with half-width digits, commas and signs, without spaces.

    A space between digits becomes a comma: it may part thousands, but must not make one figure of two.
    """
    if not text.isascii():
        text = "".join(map(_half_width, text)).translate(_MINUS).translate(_COMMAS)
    return _UNSEEN.sub("", _GAP.sub(",", text))


def _half_width(character: str) -> str:
    """The same character in its usual width; ①, ½ and ² stay as they are, for they are no digits of a figure."""
    kind = unicodedata.decomposition(character).partition(" ")[0]
    return unicodedata.normalize("NFKC", character) if kind in _WIDTHS else character


def parse_amount(text: str, unit: AmountUnit) -> Decimal | None:
    """`Decimal` 元, exact, of a figure printed in `unit`; None where the document prints blank or a dash.

    Takes thousands separators, full-width digits, any minus sign, brackets for negatives. Source: a cell's text.
    Nothing is rounded: what is finer than 1 分 is an AmountError.
    """
    figure = plain(text)
    if _NOTHING.fullmatch(figure):
        return None
    if figure.startswith("(") and figure.endswith(")"):
        figure = "-" + figure[1:-1]
    match = _FIGURE.fullmatch(figure)
    if not match or not (match["whole"] or match["part"]):
        raise AmountError(f"{_quoted(text)}不是金额；应当是像 1,262.08 这样的数字，没有数就留空。")
    if len(figure) > _LONGEST:
        raise AmountError(f"{_quoted(text)}太长，不像金额。")
    digits = match["sign"].replace("+", "") + (match["whole"] or "0").replace(",", "") + "." + (match["part"] or "")
    return _whole_fen(Decimal(digits).scaleb(unit.zeros), text, unit)


def _whole_fen(value: Decimal, text: str, unit: AmountUnit) -> Decimal:
    fen = value.scaleb(2)
    if fen != fen.to_integral_value():
        raise AmountError(f"{_quoted(text)}{unit} 比 1 分还细；小数点后最多 {unit.finest} 位。")
    if abs(fen) > LARGEST:
        raise AmountError(f"{_quoted(text)}{unit} 太大；请检查金额单位。")
    return from_fen(int(fen))


def _quoted(text: str) -> str:
    text = text.strip()
    return f"“{text[:40]}…”" if len(text) > 40 else f"“{text}”"


# ---------------------------------------------------------------------------------------------------------------------
# Printing and storing
# ---------------------------------------------------------------------------------------------------------------------


def printed(value: Decimal | None, unit: AmountUnit, decimals: int = 2, *, grouping: bool = True) -> str:
    """The figure in `unit`, rounded half up to `decimals`, with thousands separators; "" for a blank.

    `value` is 元, exact. What was published with these decimals is printed as it was published.
    """
    if value is None:
        return ""
    figure = in_unit(value, unit).quantize(_step(decimals), ROUND_HALF_UP)
    figure = abs(figure) if figure.is_zero() else figure  # no "-0.00"
    return f"{figure:,f}" if grouping else f"{figure:f}"


@cache
def _step(decimals: int) -> Decimal:
    return Decimal(1).scaleb(-decimals)


def places_of(number: Decimal) -> int:
    """With how many decimals the number is written; fewer than none where it ends in zeros that are not written."""
    exponent = number.as_tuple().exponent
    if isinstance(exponent, str):
        raise AmountError(f"{number} 不是数字。")
    return -exponent


def decimals_of(value: Decimal, unit: AmountUnit, at_least: int = 2) -> int:
    """How many decimals it takes to print the amount in `unit` without rounding; `value` is 元, exact."""
    return max(at_least, places_of(in_unit(value, unit).normalize()))


def in_unit(value: Decimal, unit: AmountUnit) -> Decimal:
    """元, exact, as a number of `unit`, exact."""
    return value.scaleb(-unit.zeros)


def to_fen(value: Decimal) -> int:
    """Whole 分 of an exact amount in 元; a fraction of a 分 is an error, never rounded away."""
    fen = int(value.scaleb(2))
    if abs(fen) > LARGEST:
        raise AmountError(f"{value} 元太大。")
    if from_fen(fen) != value:
        raise AmountError(f"{value} 元比 1 分还细。")
    return fen


def from_fen(fen: int) -> Decimal:
    """元, exact, of whole 分."""
    return fen * FEN


# ---------------------------------------------------------------------------------------------------------------------
# Comparing
# ---------------------------------------------------------------------------------------------------------------------


class Outcome(StrEnum):
    """How a comparison ends: of two figures that should be equal, or of anything else that a rule asks."""

    EQUAL = "equal"
    ROUNDING = "rounding"
    BROKEN = "broken"
    NOT_APPLICABLE = "not_applicable"  # nothing can be held against it


@dataclass(frozen=True)
class Precision:
    """The unit and decimals that a document prints its amounts with."""

    unit: AmountUnit
    decimals: int = 2

    @cached_property
    def half_step(self) -> Decimal:
        """元: how far one printed figure may be from the exact amount; 50 元 for 0.01 万元.

        Nothing where every 分 is printed: such figures are not rounded, so their sums must come out exactly.
        """
        if self.decimals >= self.unit.finest:
            return Decimal(0)
        return Decimal(5).scaleb(self.unit.zeros - self.decimals - 1)

    def bound(self, addends: int) -> Decimal:
        """元: how far a printed total may be from the sum of that many figures, each rounded on its own.

        Zero addends means that the same fact is printed twice, and no difference is explained.
        """
        return self.half_step * (addends + 1) if addends else Decimal(0)


def rounded(value: Decimal, precision: Precision) -> Decimal:
    """元: the exact amount as the document prints it, rounded half up to its unit and decimals."""
    step = Decimal(1).scaleb(-precision.decimals)
    shown = in_unit(value, precision.unit).quantize(step, ROUND_HALF_UP).scaleb(precision.unit.zeros)
    return shown.quantize(FEN) + 0  # + 0: a figure is never printed as -0.00


def outcome_of(difference: Decimal, bound: Decimal) -> Outcome:
    """Equal, explained by rounding up to the bound, or broken; both in one unit, exact."""
    if not difference:
        return Outcome.EQUAL
    return Outcome.ROUNDING if abs(difference) <= bound else Outcome.BROKEN


def outcome_of_sum(total: Decimal, addends: list[Decimal | None], precision: Precision) -> Outcome:
    """A printed total against the sum of its printed parts; both 元, a blank part adds nothing and no tail."""
    figures = [addend for addend in addends if addend is not None]
    return outcome_of(total - sum(figures, Decimal(0)), precision.bound(len(figures)))
