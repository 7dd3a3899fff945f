"""The runs of a cell in Word: a figure broken in two, with a note mark, with digits hidden, deleted or moved away."""

from random import Random
from xml.sax.saxutils import escape

from tests.layouts.formats.spoiling import is_amount, strikes
from tests.layouts.tables.grids import Value
from tests.layouts.traits import Layout

_CHANGE = 'w:id="9" w:author="制表人" w:date="2024-08-01T00:00:00Z"'
_HYPHEN = "<w:r><w:noBreakHyphen/></w:r>"
_SYMBOL = '<w:r><w:sym w:font="Symbol" w:char="F02D"/></w:r>'


def plain_run(text: str, properties: str = "", tag: str = "t") -> str:
    """One run; a line break where the text has one."""
    lines = (f'<w:{tag} xml:space="preserve">{escape(line)}</w:{tag}>' for line in text.split("\n"))
    inside = "<w:br/>".join(lines)
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inside}</w:r>"


class Runs:
    """Writes what a person reads in a cell, in the ways that Word has for it."""

    def __init__(self, layout: Layout, random: Random):
        self.layout, self.random = layout, random

    def of(self, value: Value) -> str:
        text = str(value)
        runs, rest = self._minus(text) if is_amount(value) else ("", text)
        runs += self._parts(rest)
        if strikes(self.random, value):
            runs += self._after()
        return runs

    def _minus(self, text: str) -> tuple[str, str]:
        """The sign of a figure where it is not written as text, and what follows it."""
        style = self.layout["minus in Word"]
        if style in (None, "text") or not text.startswith("-"):
            return "", text
        return _HYPHEN if style == "noBreakHyphen" else _SYMBOL, text[1:]

    def _parts(self, text: str) -> str:
        if self.layout["runs"] != "split" or len(text) < 4 or "\n" in text:
            return plain_run(text)
        middle = self.random.randrange(1, len(text) - 1)
        return plain_run(text[:middle], "<w:b/>") + plain_run(text[middle:])

    def _after(self) -> str:
        """What stands behind the digits and is no part of the figure."""
        written = ""
        if self.layout["hidden digits"] == "one" or self.layout["unseen"] == "cell":
            written += plain_run("8", "<w:vanish/>")
        if self.layout["changes"] == "digits":
            written += f"<w:del {_CHANGE}>{plain_run('4', tag='delText')}</w:del>"
        if self.layout["changes"] == "moved":
            written += f"<w:moveFrom {_CHANGE}>{plain_run('6')}</w:moveFrom>"
        if self.layout["note marks"] == "raised":
            written += plain_run("1", '<w:vertAlign w:val="superscript"/>')
        return written
