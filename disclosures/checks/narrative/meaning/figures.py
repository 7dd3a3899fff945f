"""Every amount, percentage, count and score of a paragraph; not its years, dates, numberings, codes and thresholds."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from disclosures.amounts import AmountUnit
from disclosures.checks.figures import Unit
from disclosures.checks.narrative.meaning.squeezing import Squeezed

_NUMBER = re.compile(
    r"(?<![\dA-Za-z.])(?P<sign>(?<![\d%A-Za-z—–－-])[-—–−－](?=\d))?"
    r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?P<unit>万元|亿元|元|万(?=[，。；：、)]|$)|%|‰|分(?!之|别|类|批|局|公司|钟)"
    r"|(?P<count>台\(套\)|批次|人次|[个家人批次辆台套项件户名组期份篇条起场处所座平]))?"
)
_NO_FIGURE_BEFORE = re.compile(r"第$|[\u3014\[]\d*$|\d[-/~～—]$|[A-Za-z]-?$")
_NO_FIGURE_AFTER = re.compile(
    r"年|月|日|时|号|季度|届|岁|[\u3015\]]|[-/]\d|(?:万元|元)?(?:\(不?含\))?以[上下]|-[\u4e00-\u9fff]"
)
_LEVEL = re.compile(r"[类款项]\)")
_NUMBERING = re.compile(r"(?:^|[。；：，(])\(?$")
_NUMBERED = re.compile(r"[.．、)](?!\d)")
_TORN = re.compile(r"(?:^|[^\d.])\d{1,3}[ ，]$")  # a blank or a wide comma within what may be one number
_EACH = re.compile(r"各[\u4e00-\u9fff]{0,4}$")
_LISTED = re.compile(r"[，,、和]\d+(?:\.\d+)?(?P<unit>万元|亿元|元|%)")
_KINDS = {
    "万元": Unit.YUAN, "亿元": Unit.YUAN, "元": Unit.YUAN, "万": Unit.YUAN, "%": Unit.PERCENT, "‰": Unit.PERCENT,
    "分": Unit.POINTS,
}  # fmt: skip


@dataclass(frozen=True)
class TextFigure:
    """A figure of a paragraph; `start` and `end` are in the squeezed text, `text` is the original's.

    `value` is exact: 元 for amounts, the printed number for all others; `half_step` is half a step of its last printed
    decimal, in the same unit. `counted` is the word for what is counted; `torn` says that its beginning is doubtful.
    """

    start: int
    end: int
    value: Decimal
    half_step: Decimal
    unit: Unit
    decimals: int
    counted: str
    text: str
    torn: bool = False
    lacks_yuan: bool = False  # 万 is printed where 万元 is meant

    @property
    def is_bare(self) -> bool:
        """Whether nothing says what the number counts."""
        return self.unit == Unit.NUMBER and not self.counted


def figures_of(squeezed: Squeezed) -> Iterator[TextFigure]:
    """The figures in the order of the text."""
    for match in _NUMBER.finditer(squeezed.text):
        if not _is_no_figure(squeezed.text, match):
            yield _figure(squeezed, match, match["unit"] or _unit_of_the_next(squeezed.text, match))


def _unit_of_the_next(text: str, match: re.Match) -> str:
    """Of “各增加1.50，2.50万元”, the first has the unit of the second; "" where nothing is listed in this way."""
    if not _EACH.search(text, max(0, match.start() - 8), match.start()):
        return ""
    following = _LISTED.match(text, match.end())
    return following["unit"] if following else ""


def _is_no_figure(text: str, match: re.Match) -> bool:
    before, start, end = text[max(0, match.start() - 6) : match.start()], match.start("number"), match.end("number")
    if _NO_FIGURE_BEFORE.search(before) or _NO_FIGURE_AFTER.match(text, end):
        return True
    if before.endswith("(") and _LEVEL.match(text, end):
        return True
    if match["unit"]:
        return False
    is_code = end - start >= 6 and match["number"].isdigit()
    return is_code or bool(_NUMBERING.search(before) and _NUMBERED.match(text, end))


def _figure(squeezed: Squeezed, match: re.Match, unit: str) -> TextFigure:
    number = match["number"]
    kind = _KINDS.get(unit, Unit.NUMBER)
    value = Decimal(number.replace(",", "")) * (-1 if match["sign"] else 1)
    decimals = len(number.partition(".")[2])
    zeros = _zeros(unit)
    start, end = squeezed.span(*match.span())
    return TextFigure(
        start=match.start(),
        end=match.end(),
        value=value.scaleb(zeros),
        half_step=_half_step(kind, decimals, zeros),
        unit=kind,
        decimals=decimals,
        counted=match["count"] or "",
        lacks_yuan=unit == "万",
        text=squeezed.original[start:end],
        torn=bool(_TORN.search(squeezed.text, max(0, match.start() - 6), match.start())),
    )


def _zeros(unit: str) -> int:
    """By how many places the printed number is moved: to 元 for amounts, to % for percentages."""
    if _KINDS.get(unit) == Unit.YUAN:
        return AmountUnit("万元" if unit == "万" else unit).zeros
    return -1 if unit == "‰" else 0


def _half_step(kind: Unit, decimals: int, zeros: int) -> Decimal:
    """Counts are exact, and so is money that is printed to the 分."""
    if kind == Unit.NUMBER or (kind == Unit.YUAN and decimals >= zeros + 2):
        return Decimal(0)
    return Decimal(5).scaleb(zeros - decimals - 1)
