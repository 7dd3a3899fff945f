"""Fonts of a PDF with the dictionaries that programs write; what these measure is not what a glyph measures."""

from copy import deepcopy
from functools import cache

from reportlab.pdfbase.cidfonts import CIDFontInfo, UnicodeCIDFont, structToPDF
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

_FACE = "STSong-Light"

# Ascent and descent that programs write for the usual fonts, in thousandths of the size.
METRICS = {
    "STSong": (752, -271),
    "ONLYOFFICE": (1420, -442),
    "WPS": (859, -141),
    "LibreOffice": (880, -120),
    "Word": (905, -212),
    "zero": (0, 0),
}


class _Chinese(UnicodeCIDFont):
    """The face that every viewer has, under the metrics of a program."""

    def __init__(self, name: str, metrics: str):
        super().__init__(_FACE)
        self.name = self.fontName = name
        self.ascent, self.descent = METRICS[metrics]

    def addObjects(self, doc):  # noqa: N802 - reportlab calls it so
        """Write the dictionary with its own measures; reportlab would write that of the face."""
        internal = f"F{len(doc.fontMapping) + 1}"
        written = deepcopy(CIDFontInfo[_FACE])
        written["Name"], written["Encoding"] = f"/{internal}", f"/{self.encodingName}"
        written["DescendantFonts"][0]["FontDescriptor"] |= {"Ascent": self.ascent, "Descent": self.descent}
        doc.idToObject["BasicFonts"].dict[internal] = doc.Reference(structToPDF(written), internal)
        doc.fontMapping[self.name] = f"/{internal}"


@cache
def chinese(metrics: str) -> str:
    """The name of the font for text."""
    name = f"Text-{metrics}"
    registerFont(_Chinese(name, metrics))
    return name


@cache
def embedded(metrics: str) -> str:
    """The name of a font whose program is in the file, for figures."""
    name = f"Figures-{metrics}"
    font = TTFont(name, "Vera.ttf")
    font.face.ascent, font.face.descent = METRICS[metrics]
    registerFont(font)
    return name
