"""How many digits of a number the format of its cell shows: read from the file by its own plain pass."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from pathlib import Path
from zipfile import ZipFile

# Address and style of a number's cell that has a style, in whatever order its attributes stand.
_CELL = re.compile(rb"""<(?:\w+:)?c(?=\s)(?=[^>]*?\ss="(\d+)")(?=[^>]*?\sr="([A-Z]+\d+)")(?![^>]*?\st="[^n])""")
_SHEET = re.compile(r"<(?:\w+:)?sheet\s[^>]*>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\s[^>]*>")
_FORMAT = re.compile(r"<(?:\w+:)?numFmt\s[^>]*>")
_STYLES = re.compile(r"<(?:\w+:)?cellXfs.*?</(?:\w+:)?cellXfs>", re.DOTALL)
_XF = re.compile(r"<(?:\w+:)?xf\s[^>]*>")
_LITERAL = re.compile(r'"[^"]*"|[\\!_*].|\[[^\]]*\]')
_FILL = re.compile(r"[_*].|\[[^\]]*\]")  # room as wide as a character, and colours: nothing that is read
_CONDITION = re.compile(r"\[[<>=]|\[DBNum")
_SIGN, _OTHER, _ONE = re.compile(r"[-−－–—(（△▲]"), re.compile(r"\D"), Decimal(1)
_ROUNDS = re.compile(r"[#0?,]*(?:\.[0#?]*)?,*%?")
_BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 37: "#,##0;-#,##0", 38: "#,##0;-#,##0",
    39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00", 41: "#,##0;-#,##0", 42: "#,##0;-#,##0",
    43: "#,##0.00;-#,##0.00", 44: "#,##0.00;-#,##0.00",
}  # fmt: skip
_ENTITIES = {"&quot;": '"', "&amp;": "&", "&lt;": "<", "&gt;": ">", "&apos;": "'"}


@dataclass(frozen=True)
class Shown:
    """A format code, as far as it decides which digits of a number are seen."""

    code: str

    def fits(self, text: str, number: Decimal) -> bool:
        """Whether the text shows the number; a format that does more than round one is not judged."""
        digits = _digits(text)
        if not self.code or self.code == "General":
            plain = f"{number:f}"
            exact = plain.rstrip("0").rstrip(".") if "." in plain else plain
            return digits == _digits(exact) and _has_sign(text) == (number < 0)
        if not self.is_plain:
            return True
        wanted = str(abs(number).scaleb(self.places).quantize(_ONE, ROUND_HALF_UP)).lstrip("0")
        if not wanted and self.code.count(";") > 1:
            return not digits.strip("0")  # the section for zero writes what it likes
        wanted = wanted.zfill(self.always)
        if "#" in self.plain.partition(".")[2]:
            digits, wanted = digits.rstrip("0"), wanted.rstrip("0")
        return digits == wanted and (not wanted.strip("0") or _has_sign(text) == self._bears_sign(number))

    @cached_property
    def plain(self) -> str:
        """The section for positive numbers without what is written as it is."""
        return _LITERAL.sub("", self.code.split(";")[0]).strip()

    @cached_property
    def is_plain(self) -> bool:
        """Whether the format only rounds: no day, fraction or exponent, no conditions and no digits of its own."""
        literals = "".join(_LITERAL.findall(self.code))
        if _CONDITION.search(self.code) or re.search(r"[1-9]", literals):
            return False
        return bool(self.plain and _ROUNDS.fullmatch(self.plain))

    @cached_property
    def places(self) -> int:
        """By how many digits the point is moved before the number is rounded to a whole one."""
        decimals = len(self.plain.rstrip("%,").partition(".")[2])
        return decimals + 2 * self.plain.count("%") - 3 * len(re.search(r",*$", self.plain.rstrip("%"))[0])

    @cached_property
    def always(self) -> int:
        """How many digits are shown of every number, however small it is."""
        whole, _, decimals = self.plain.rstrip("%,").partition(".")
        return whole.count("0") + len(decimals)

    def _bears_sign(self, number: Decimal) -> bool:
        """Whether a sign is seen: that of a negative number by itself, or what the section for it writes."""
        return self._signs[1 if number < 0 else 0]

    @cached_property
    def _signs(self) -> tuple[bool, bool]:
        """Whether a positive and a negative number bear a sign."""
        sections = self.code.split(";")
        positive, *negative = (_has_sign(_FILL.sub("", section)) for section in sections[:2])
        return positive, negative[0] if negative else True


def _has_sign(text: str) -> bool:
    return bool(_SIGN.search(text))


def _digits(text: str) -> str:
    return _OTHER.sub("", text if text.isascii() else unicodedata.normalize("NFKC", text))


class FormatCodes:
    """The format codes of an .xlsx by the address of the cell; those of a sheet are looked for when first asked."""

    def __init__(self, path: Path):
        self._content: dict[str, bytes] = {}
        with ZipFile(path) as archive:
            names = archive.namelist()
            book, relations, styles = (
                archive.read(name).decode("utf-8", "replace") if name in names else ""
                for name in ("xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml")
            )
            targets = {
                _attribute(relation, "Id"): _attribute(relation, "Target") for relation in _RELATION.findall(relations)
            }
            for sheet in _SHEET.findall(book):
                target = targets.get(_attribute(sheet, "r:id"), "")
                name = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
                if name in names:
                    self._content[_attribute(sheet, "name")] = archive.read(name)
        self._shown = _shown_by_style(styles)
        self._styles: dict[str, dict[str, int]] = {}

    def of(self, place: str) -> Shown:
        """How the number at that address is shown."""
        sheet, _, address = place.rpartition("!")
        if sheet not in self._styles:
            self._styles[sheet] = dict(_styles_in(self._content.get(sheet, b"")))
        style = self._styles[sheet].get(address, 0)
        return self._shown[style] if style < len(self._shown) else Shown("")


def _styles_in(content: bytes) -> Iterator[tuple[str, int]]:
    for style, address in _CELL.findall(content):
        yield address.decode(), int(style)


def _shown_by_style(styles: str) -> list[Shown]:
    codes = _BUILT_IN | {
        int(_attribute(written, "numFmtId")): _attribute(written, "formatCode") for written in _FORMAT.findall(styles)
    }
    used = _STYLES.search(styles)
    return [
        Shown(codes.get(int(_attribute(style, "numFmtId") or 0), "")) for style in _XF.findall(used[0] if used else "")
    ]


def _attribute(element: str, name: str) -> str:
    attribute = re.search(rf'\s{re.escape(name)}="([^"]*)"', element)
    value = attribute[1] if attribute else ""
    return re.sub(r"&\w+;", lambda entity: _ENTITIES.get(entity[0], entity[0]), value)
