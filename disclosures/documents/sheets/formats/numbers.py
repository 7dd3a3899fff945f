"""Number formats: what a spreadsheet shows of a stored number or text, rounded half up from its fifteen digits."""

import operator
import re
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from disclosures.documents.sheets.formats.dates import date_shown
from disclosures.documents.sheets.formats.digits import GENERAL, NumberPart, digits_of, number_part
from disclosures.documents.sheets.formats.tokens import FormatError, Section, Token, sections_of

_MINUS = re.compile("[-(（－−△▲]")
_UNTOLD = "不会显示，看不出这一格印的是什么"
_SIGNS = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "=": operator.eq, "<>": operator.ne,
}  # fmt: skip


class Shown(NamedTuple):
    """What is seen of a cell; `is_general` says that no format decides how many digits, `doubt` why nobody can tell."""

    text: str
    is_general: bool = False
    doubt: str = ""


class Format(NamedTuple):
    """A format, ready to show numbers and texts."""

    code: str
    numbers: tuple["_Part", ...] = ()
    text: tuple[Token, ...] | None = None
    problem: str = ""

    def of_number(self, value: Decimal, first_day: int = 0) -> Shown:
        """What is seen of a number; of what cannot be told, its digits with the doubt.

        `first_day` is on which day of the usual calendar that of the workbook begins.
        """
        if self.numbers == _GENERAL:
            return Shown(digits_of(value), is_general=True)
        try:
            return self._chosen(value, first_day)
        except FormatError as error:
            return Shown(digits_of(value), True, f"数字格式“{self.code[:40]}”{_UNTOLD}（{error}）；请对照原件。")

    def of_text(self, text: str) -> str:
        """What is seen of a text."""
        if self.text is None:
            return text
        return "".join(text if token.kind == "text" else token.text for token in self.text)

    def _chosen(self, value: Decimal, first_day: int) -> Shown:
        if self.problem:
            raise FormatError(self.problem)
        for part in self.numbers:
            if part.takes(value):
                return part.shown(value, first_day)
        raise FormatError("条件")  # fills the cell with #


class _Part(NamedTuple):
    """A section for numbers: which numbers it takes, and what it shows of them."""

    takes: Callable[[Decimal], bool]
    section: Section
    number: NumberPart | None
    drops_sign: bool

    def shown(self, value: Decimal, first_day: int) -> Shown:
        if self.section.condition and value < 0:
            raise FormatError("条件")  # programs differ in whether the sign is printed
        if not self.number:
            return Shown(date_shown(self.section.tokens, value + first_day).strip())
        text = self.number.shown(abs(value)).strip()
        if self.drops_sign and any(map(str.isdigit, text)) and not _MINUS.search(text):
            raise FormatError("负数（只用颜色表示）")
        minus = "-" if value < 0 and not self.drops_sign and text else ""
        return Shown(minus + text, self.number.is_general and len(self.section.tokens) == 1)


@lru_cache(4096)
def format_of(code: str) -> Format:
    """The format of a code; one that is not understood shows everything with a doubt."""
    try:
        sections = sections_of(code)
        text = None
        if any(token.kind == "text" for token in sections[-1].tokens) or len(sections) == 4:
            text = sections.pop().tokens
        return Format(code, _parts(sections) or _GENERAL, text)
    except FormatError as error:
        return Format(code, problem=str(error))


def _parts(sections: list[Section]) -> tuple[_Part, ...]:
    if len(sections) == 1 and not sections[0].tokens:
        return _GENERAL
    tests = [_test(section, n, sections) for n, section in enumerate(sections)]
    is_plain = not any(section.condition for section in sections)
    return tuple(
        _Part(test, section, _number_or_date(section), is_plain and n == 1)
        for n, (test, section) in enumerate(zip(tests, sections, strict=True))
    )


def _number_or_date(section: Section) -> NumberPart | None:
    is_date = any(token.kind in ("date", "half") for token in section.tokens)
    return None if is_date else number_part(section.tokens)


def _test(section: Section, n: int, sections: list[Section]) -> Callable[[Decimal], bool]:
    """Positive, negative, zero, unless a section says for which numbers it is; the last takes what is left."""
    if section.condition:
        sign, limit = section.condition
        return lambda value: _SIGNS[sign](value, Decimal(limit))
    if n == len(sections) - 1:
        return lambda _: True
    if n == 0:
        return (lambda value: value > 0) if len(sections) > 2 else (lambda value: value >= 0)
    return lambda value: value < 0


_GENERAL = (_Part(lambda _: True, Section((Token("general", ""),)), GENERAL, drops_sign=False),)
