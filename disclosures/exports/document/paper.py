"""The sheets that a document is written on: styles, upright and lying pages, page numbers, the mark of a draft."""

import io
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from xml.sax.saxutils import quoteattr
from zipfile import ZipFile

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from disclosures.exports.deflated import deflated
from disclosures.exports.document.wordml import NAMESPACES, paragraph, twips

BODY, TITLES, SUBTITLES, TABLES = "仿宋", "黑体", "楷体", "宋体"
LATIN = "Times New Roman"
_THUMBNAIL = RELATIONSHIP_TYPE.THUMBNAIL


@dataclass(frozen=True)
class Sheet:
    """Size and margins in millimetres."""

    wide: float
    high: float
    top: float
    right: float
    bottom: float
    left: float

    @property
    def width(self) -> float:
        """What is left between the margins from side to side."""
        return self.wide - self.left - self.right

    @property
    def height(self) -> float:
        """And from top to bottom."""
        return self.high - self.top - self.bottom


TEXT = Sheet(210, 297, 37, 26, 35, 28)  # as GB/T 9704 has official letters
UPRIGHT, LYING = Sheet(210, 297, 15, 15, 17, 15), Sheet(297, 210, 15, 15, 17, 15)  # for tables
_NUMBER_POINTS = 14  # as GB/T 9704 has page numbers
_NUMBER_SIZE = f'<w:rPr><w:sz w:val="{2 * _NUMBER_POINTS}"/></w:rPr>'
_NUMBER = "".join(
    f"<w:r {NAMESPACES}>{_NUMBER_SIZE}{inside or f'<w:fldChar w:fldCharType={quoteattr(kind)}/>'}</w:r>"
    for kind, inside in (
        ("begin", ""),
        ("", '<w:instrText xml:space="preserve"> PAGE </w:instrText>'),
        ("separate", ""),
        ("", "<w:t>1</w:t>"),
        ("end", ""),
    )
)


class Paper:
    """A document that is written from the top, sheet by sheet; `mark` stands at the head of every page."""

    def __init__(self, title: str, mark: str = ""):
        self.document: Any = Document()
        self.body = self.document.element.body
        self.end = self.body.find(qn("w:sectPr"))
        self._style()
        self._about(title)
        self._edges(mark)
        self.edges = [*self.end.findall(qn("w:headerReference")), *self.end.findall(qn("w:footerReference"))]
        self.has_ended = False

    def write(self, *elements: str) -> None:
        """Paragraphs and tables, below what is there."""
        for element in elements:
            self.end.addprevious(parse_xml(element))

    def picture(self, content: bytes, millimetres: float) -> None:
        """A picture in the middle of a line of its own."""
        line = self.document.add_paragraph()
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        line.add_run().add_picture(io.BytesIO(content), width=Mm(millimetres))

    def turn(self, sheet: Sheet) -> None:
        """What was written since the last turn stands on such sheets; what follows begins a new one."""
        last = self.end.getprevious()
        if last is None or last.tag != qn("w:p") or last.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None:
            self.write(paragraph("", '<w:spacing w:line="20" w:lineRule="exact"/>'))
            last = self.end.getprevious()
        section = parse_xml(f"<w:sectPr {nsdecls('w')}/>")
        self._lay(section, sheet)
        last.get_or_add_pPr().append(section)

    def saved(self, sheet: Sheet, moment: datetime) -> bytes:
        """The file, of which the last sheets are such; the same document gives the same bytes."""
        for child in list(self.end):
            self.end.remove(child)
        self._lay(self.end, sheet)
        self.document.core_properties.created = self.document.core_properties.modified = moment
        content = io.BytesIO()
        self.document.save(content)
        with ZipFile(content) as file:
            return deflated((name, file.read(name)) for name in file.namelist())

    def _lay(self, section: Any, sheet: Sheet) -> None:
        """Size and margins; the first sheets say what stands at the edges of all, and carry no number on the cover."""
        turned = ' w:orient="landscape"' if sheet.wide > sheet.high else ""
        edges = " ".join(f'w:{name}="{twips(getattr(sheet, name))}"' for name in ("top", "right", "bottom", "left"))
        edges += f' w:header="{twips(sheet.top / 2)}" w:footer="{twips(sheet.bottom / 2)}" w:gutter="0"'
        if not self.has_ended:
            section.extend(self.edges)
        for element in (
            '<w:type {} w:val="nextPage"/>',
            f'<w:pgSz {{}} w:w="{twips(sheet.wide)}" w:h="{twips(sheet.high)}"{turned}/>',
            f"<w:pgMar {{}} {edges}/>",
        ):
            section.append(parse_xml(element.format(nsdecls("w"))))
        if not self.has_ended:
            section.append(parse_xml(f"<w:titlePg {nsdecls('w')}/>"))
        self.has_ended = True

    def _style(self) -> None:
        styles = self.document.styles
        _set(styles["Normal"], BODY, 16)
        for level, font in enumerate((TITLES, TITLES, SUBTITLES), start=1):
            _set(styles[f"Heading {level}"], font, 16, is_bold=level != 2)
        text = styles.add_style("TableText", WD_STYLE_TYPE.PARAGRAPH)
        text.base_style = styles["Normal"]
        _set(text, TABLES, 9, latin=TABLES)

    def _about(self, title: str) -> None:
        """What the file says of itself: nothing of whoever or whatever wrote it."""
        about = self.document.core_properties
        about.title, about.author, about.comments, about.language = title[:255], "", "", "zh-CN"
        related = self.document.part.package.rels
        for name in [name for name, relation in related.items() if relation.reltype == _THUMBNAIL]:
            related.pop(name)  # a picture of the template

    def _edges(self, mark: str) -> None:
        section = self.document.sections[0]
        section.different_first_page_header_footer = True
        section.header.is_linked_to_previous = section.first_page_header.is_linked_to_previous = False
        if mark:
            for header in (section.header, section.first_page_header):
                _marked(header.paragraphs[0], mark)
        number = section.footer.paragraphs[0]
        number.alignment = WD_ALIGN_PARAGRAPH.CENTER
        number.add_run("— ").font.size = Pt(_NUMBER_POINTS)
        for piece in parse_xml(f"<w:p {NAMESPACES}>{_NUMBER}</w:p>"):
            number._p.append(piece)
        number.add_run(" —").font.size = Pt(_NUMBER_POINTS)
        section.first_page_footer.is_linked_to_previous = False


def _marked(line: Any, mark: str) -> None:
    line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    run = line.add_run(mark)
    run.bold, run.font.size, run.font.color.rgb = True, Pt(16), RGBColor(0xC0, 0, 0)


def _set(style: Any, font: str, size: float, *, latin: str = LATIN, is_bold: bool = False) -> None:
    """Black letters of that font and size, without the colours and spaces of the template."""
    style.font.name, style.font.size, style.font.bold, style.font.italic = latin, Pt(size), is_bold, False
    style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in [name for name in fonts.attrib if name.endswith("Theme")]:
        del fonts.attrib[name]
    fonts.set(qn("w:eastAsia"), font)
    style.element.rPr.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="en-US" w:eastAsia="zh-CN"/>'))
    style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
