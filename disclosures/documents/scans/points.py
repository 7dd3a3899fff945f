"""Points and commas, the smallest marks of a page: looks that differ in them alone, of which one reads no figure."""

import re
import unicodedata

from disclosures.documents.scans.recogniser import Reading

_MARK = re.compile(r"[.,]")
_BLANK_BESIDE_MARK = re.compile(r"(?:(?<=\d[.,．，])|(?<=^[.,．，]))\s+(?=\d)|(?<=\d)\s+(?=[.,．，]\d)")
_FIGURE = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?%?")


def as_figure(one: Reading, other: Reading) -> Reading | None:
    """The reading of the two that is a figure, where they differ in points and commas alone and the other is none.

    1.262.08 and 40,01 are printed by nobody, so that 1,262.08 and 40.01 are no guess; 1.262 and 1,262 tell nothing.
    Its marks are as sure as its form, each of its digits as sure as in the look that is surer of it.
    """
    texts = [unicodedata.normalize("NFKC", reading.text) for reading in (one, other)]
    figures = [bool(_FIGURE.fullmatch(text)) for text in texts]
    if sum(figures) != 1 or _MARK.sub(".", texts[0]) != _MARK.sub(".", texts[1]):
        return None
    if any(len(text) != len(reading.certainties) for text, reading in zip(texts, (one, other), strict=True)):
        return None
    text = texts[figures.index(True)]
    sure = zip(text, one.certainties, other.certainties, strict=True)
    return Reading(text, tuple(1.0 if _MARK.match(sign) else max(looks) for sign, *looks in sure))


def closed(text: str) -> str:
    """Without the blanks that wide digits seem to have beside their marks, also behind one that begins a line."""
    return _BLANK_BESIDE_MARK.sub("", text)
