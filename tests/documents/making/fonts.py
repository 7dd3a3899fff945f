"""Fonts for drawn PDF files, described in the dictionary as the programs that offices use describe theirs."""

from typing import NamedTuple

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFType1Font
from reportlab.pdfbase.pdfmetrics import Font, registerFont


class Metrics(NamedTuple):
    """What a font dictionary says, in thousandths of the size; `digit` is the advance of a digit."""

    face: str
    ascent: int
    descent: int
    digit: int


PROGRAMS = {
    "ONLYOFFICE": Metrics("TimesNewRomanPSMT", 1420, -442, 500),
    "WPS": Metrics("SimSun", 859, -141, 500),
    "LibreOffice": Metrics("LiberationSerif", 891, -216, 500),
    "Word": Metrics("Calibri", 750, -250, 507),
    "Acrobat": Metrics("ArialNarrow", 936, -212, 456),
    "JIUQI": Metrics("FangSong", 1055, -293, 500),
    "a form that says nothing": Metrics("Dialog", 0, 0, 556),
}


class DescribedFont(Font):
    """A font that is not embedded, with the widths and heights of its program's dictionary."""

    def __init__(self, name: str, metrics: Metrics):
        super().__init__(name, "Times-Roman", "WinAnsiEncoding")
        self.metrics = metrics
        narrow = metrics.digit // 2
        self.widths = [narrow if chr(code) in ",.()- " else metrics.digit for code in range(256)]

    def addObjects(self, doc) -> None:  # noqa: N802 the library's own name for it
        """Write the dictionary into the file that is being drawn."""
        metrics = self.metrics
        font = PDFType1Font()
        font.Name = f"F{len(doc.fontMapping) + 1}"
        font.Subtype, font.BaseFont, font.Encoding = "TrueType", metrics.face, "/WinAnsiEncoding"
        font.FirstChar, font.LastChar, font.Widths = 0, 255, PDFArray(self.widths)
        described = {
            "Type": PDFName("FontDescriptor"),
            "FontName": PDFName(metrics.face),
            "Flags": 32,
            "Ascent": metrics.ascent,
            "Descent": metrics.descent,
            "CapHeight": 660,
            "ItalicAngle": 0,
            "StemV": 80,
            "FontBBox": PDFArray([0, metrics.descent, 1000, metrics.ascent]),
        }
        font.FontDescriptor = doc.Reference(PDFDictionary(described))
        doc.Reference(font, font.Name)
        doc.idToObject["BasicFonts"].dict[font.Name] = font
        doc.fontMapping[self.fontName] = f"/{font.Name}"


def register_programs() -> None:
    """Let a canvas draw with each of them by the program's name."""
    for program, metrics in PROGRAMS.items():
        registerFont(DescribedFont(program, metrics))
