"""Documents that ask their reader to fetch things: from an address on the network, or from a file of this machine."""

from base64 import b64decode
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from docx import Document
from openpyxl import Workbook
from openpyxl.packaging.relationship import Relationship
from openpyxl.workbook.external_link.external import ExternalBook, ExternalLink
from reportlab.pdfgen.canvas import Canvas

_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_SPACES = " ".join(
    f'xmlns:{short}="{_ODF}:{long}:1.0"'
    for short, long in {
        "office": "office",
        "text": "text",
        "table": "table",
        "draw": "drawing",
        "style": "style",
    }.items()
)
_CONTENT = (
    f'<?xml version="1.0"?><office:document-content {_SPACES} xmlns:xlink="http://www.w3.org/1999/xlink" '
    f'xmlns:svg="{_ODF}:svg-compatible:1.0" xmlns:of="{_ODF}:of:1.2" office:version="1.2">'
    "<office:body>%s</office:body></office:document-content>"
)
_DOT = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"  # a picture of one pixel
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def odt(path: Path, link: str) -> None:
    """A picture and a section that stand elsewhere."""
    picture = f'<draw:frame svg:width="3cm" svg:height="3cm"><draw:image xlink:href="{link}"/></draw:frame>'
    section = (
        f'<text:section text:name="S"><text:section-source xlink:href="{link}"/><text:p>old</text:p></text:section>'
    )
    body = f"<office:text><text:p>1,262.08</text:p><text:p>{picture}</text:p>{section}</office:text>"
    _odf(path, "text", body)


def ods(path: Path, link: str) -> None:
    """A sheet, a formula and a function that take what stands elsewhere."""
    formulas = (f"of:='{link}'#$Sheet1.A1", f'of:=WEBSERVICE("{link}")')
    cells = "".join(f'<table:table-cell table:formula="{one.replace(chr(34), "&quot;")}"/>' for one in formulas)
    source = f'<table:table-source xlink:href="{link}" table:mode="copy-all"/>'
    number = (
        '<table:table-cell office:value-type="float" office:value="1262.08"><text:p>1262.08</text:p></table:table-cell>'
    )
    body = f'<table:table table:name="A"><table:table-row>{number}{cells}</table:table-row></table:table>'
    body += f'<table:table table:name="B">{source}<table:table-row><table:table-cell/></table:table-row></table:table>'
    _odf(path, "spreadsheet", f"<office:spreadsheet>{body}</office:spreadsheet>")


def _odf(path: Path, kind: str, body: str) -> None:
    media = f"application/vnd.oasis.opendocument.{kind}"
    manifest = (
        f'<manifest:manifest xmlns:manifest="{_ODF}:manifest:1.0"><manifest:file-entry manifest:full-path="/" '
        f'manifest:media-type="{media}"/><manifest:file-entry manifest:full-path="content.xml" '
        'manifest:media-type="text/xml"/></manifest:manifest>'
    )
    with ZipFile(path, "w") as archive:
        archive.writestr("mimetype", media)
        archive.writestr("content.xml", _CONTENT % body)
        archive.writestr("META-INF/manifest.xml", manifest)


def rtf(path: Path, link: str) -> None:
    """Fields that include a picture and a text, and a template."""
    fields = "".join(
        rf'{{\field{{\*\fldinst {{ {name} "{link}" {flags}}}}}{{\fldrslt {{x}}}}}}'
        for name, flags in (("INCLUDEPICTURE", r"\\d \\* MERGEFORMAT"), ("INCLUDETEXT", ""), ("IMPORT", ""))
    )
    path.write_text(rf"{{\rtf1\ansi {{\*\template {link}}}1,262.08\par {fields}\par}}")


def docx(path: Path, link: str) -> None:
    """A picture by relationship, fields, a template and an entity."""
    document = Document()
    document.add_paragraph("1,262.08")
    picture = document.part.relate_to(link, _RELATION + "image", is_external=True)
    document.part.relate_to(link, _RELATION + "attachedTemplate", is_external=True)
    document.part.relate_to(link, _RELATION + "subDocument", is_external=True)
    document.add_picture(BytesIO(b64decode(_DOT)))
    for blip in document.element.body.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}blip"):
        blip.attrib.clear()
        blip.set(f"{{{_RELATION.rstrip('/')}}}link", picture)
    document.save(path)


def xlsx(path: Path, link: str) -> None:
    """A formula on another workbook, and a function that fetches."""
    book = Workbook()
    book.active.append([1262.08, "=[1]Sheet1!A1", f'=_xlfn.WEBSERVICE("{link}")'])
    other = ExternalLink(externalBook=ExternalBook(id="rId1"))
    other.file_link = Relationship(type="externalLinkPath", Target=link, TargetMode="External", Id="rId1")
    book._external_links.append(other)
    book.save(path)


def html(path: Path, link: str) -> None:
    """Everything that a browser would load."""
    path.write_text(
        f'<html><head><link rel="stylesheet" href="{link}"><base href="{link}"></head><body background="{link}">'
        f'<p>1,262.08<img src="{link}"></p><iframe src="{link}"></iframe><object data="{link}"></object>'
        f'<style>@import url({link});</style><script src="{link}"></script></body></html>'
    )


def pdf(path: Path, link: str) -> None:
    """A place to click, and an action on opening the file."""
    canvas = Canvas(str(path))
    canvas.drawString(100, 100, "1,262.08")
    canvas.linkURL(link, (0, 0, 500, 500))
    canvas._doc.Catalog.OpenAction = f"<< /S /URI /URI ({link}) >>"
    canvas.save()


MAKERS = {".odt": odt, ".ods": ods, ".rtf": rtf, ".docx": docx, ".xlsx": xlsx, ".html": html, ".pdf": pdf}
