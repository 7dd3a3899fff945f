"""Documents that tell who worked on them, in every way that their formats have."""

from pathlib import Path
from zipfile import ZipFile

import pikepdf
from docx import Document
from docx.oxml import parse_xml
from openpyxl import Workbook
from openpyxl.comments import Comment
from reportlab.pdfgen.canvas import Canvas

PERSON, SECRET = "张三丰", "内部意见"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_ODF = "urn:oasis:names:tc:opendocument:xmlns"


def docx(path: Path) -> None:
    """Properties, a comment, insertions, deletions, a deleted row, a changed format, a moved run."""
    document = Document()
    document.core_properties.author = document.core_properties.last_modified_by = PERSON
    paragraph = document.add_paragraph("收入合计 ")
    by = f'w:author="{PERSON}" w:date="2024-01-01T00:00:00Z"'
    for number, (tag, text) in enumerate(
        (("ins", "w:t"), ("del", "w:delText"), ("moveFrom", "w:t"), ("moveTo", "w:t"))
    ):
        said = SECRET if tag in ("del", "moveFrom") else "1,262.08 "
        run = f'<w:r w:rsidR="00AB"><w:rPr><w:rPrChange w:id="1{number}" {by}><w:rPr/></w:rPrChange></w:rPr>'
        paragraph._p.append(
            parse_xml(
                f'<w:{tag} {_W} w:id="{number}" {by}>{run}<{text} xml:space="preserve">{said}</{text}></w:r></w:{tag}>'
            )
        )
    document.add_comment(paragraph.runs[0], text=SECRET, author=PERSON, initials="ZSF")
    table = document.add_table(3, 2)
    for row, texts in zip(table.rows, (("项目", "金额"), (SECRET, SECRET), ("合计", "7.24")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.rows[1]._tr.get_or_add_trPr().append(parse_xml(f'<w:del {_W} w:id="9" {by}/>'))
    document.save(path)


def xlsx(path: Path) -> None:
    """Properties, a comment, a hidden sheet, hidden rows and columns."""
    book = Workbook()
    book.properties.creator = book.properties.lastModifiedBy = PERSON
    sheet = book.active
    sheet.append(["项目", "金额", "备注"])
    sheet.append(["合计", 1262.08, "无"])
    sheet["B2"].comment = Comment(SECRET, PERSON)
    sheet.row_dimensions[5].hidden = sheet.column_dimensions["F"].hidden = True
    book.create_sheet("底稿").append(["底稿", 1])
    book["底稿"].sheet_state = "hidden"
    book.save(path)


_BY = f"<dc:creator>{PERSON}</dc:creator><dc:date>2024-01-01T00:00:00</dc:date>"
_NOTE = f"<office:annotation>{_BY}<text:p>{SECRET}</text:p></office:annotation>"


def odt(path: Path) -> None:
    """Properties, an annotation, a tracked deletion, a thumbnail."""
    info = f"<office:change-info>{_BY}</office:change-info>"
    region = f"<text:deletion>{info}<text:p>{SECRET}</text:p></text:deletion>"
    changes = (
        f'<text:tracked-changes><text:changed-region text:id="c1">{region}</text:changed-region></text:tracked-changes>'
    )
    text = f'<text:p>收入<text:change text:change-id="c1"/>合计{_NOTE} 1,262.08</text:p>'
    _odf(path, "text", f"<office:text>{changes}{text}</office:text>")


def ods(path: Path) -> None:
    """Properties, an annotation at a cell, a hidden sheet and row, a thumbnail."""
    number = 'office:value-type="float" office:value="1262.08"'
    cell = f"<table:table-cell {number}>{_NOTE}<text:p>1262.08</text:p></table:table-cell>"
    unseen = '<style:table-properties table:display="false"/>'
    style = f'<style:style style:name="t1" style:family="table">{unseen}</style:style>'
    hidden = '<table:table-row table:visibility="collapse"><table:table-cell/></table:table-row>'
    row = f"<table:table-row>{cell}</table:table-row>"
    sheets = f'<table:table table:name="表">{row}{hidden}</table:table>'
    sheets += f'<table:table table:name="底稿" table:style-name="t1">{row}</table:table>'
    styles = f"<office:automatic-styles>{style}</office:automatic-styles>"
    _odf(path, "spreadsheet", f"<office:spreadsheet>{sheets}</office:spreadsheet>", styles)


def _odf(path: Path, kind: str, body: str, styles: str = "") -> None:
    spaces = " ".join(f'xmlns:{one}="{_ODF}:{one}:1.0"' for one in ("office", "text", "table", "style", "meta"))
    spaces += ' xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2"'
    media = f"application/vnd.oasis.opendocument.{kind}"
    entries = {"/": media, "content.xml": "text/xml", "meta.xml": "text/xml", "Thumbnails/thumbnail.png": "image/png"}
    manifest = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{one}"/>'
        for name, one in entries.items()
    )
    people = f"<meta:initial-creator>{PERSON}</meta:initial-creator><dc:creator>{PERSON}</dc:creator>"
    with ZipFile(path, "w") as archive:
        archive.writestr("mimetype", media)
        archive.writestr(
            "content.xml",
            f"<office:document-content {spaces}>{styles}<office:body>{body}</office:body></office:document-content>",
        )
        archive.writestr(
            "meta.xml", f"<office:document-meta {spaces}><office:meta>{people}</office:meta></office:document-meta>"
        )
        archive.writestr("Thumbnails/thumbnail.png", SECRET)
        archive.writestr(
            "META-INF/manifest.xml",
            f'<manifest:manifest xmlns:manifest="{_ODF}:manifest:1.0">{manifest}</manifest:manifest>',
        )


def pdf(path: Path) -> None:
    """Info, XMP, a sticky note, an attachment, a script."""
    canvas = Canvas(str(path), pageCompression=0)
    canvas.drawString(100, 700, "1,262.08")
    canvas.setAuthor(PERSON)
    canvas.save()
    with pikepdf.Pdf.open(path, allow_overwriting_input=True) as file:
        with file.open_metadata() as metadata:
            metadata["dc:creator"] = [PERSON]
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 9, 9], T=PERSON, Contents=SECRET
        )
        link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9])
        file.pages[0].Annots = file.make_indirect([file.make_indirect(note), link])
        file.attachments["底稿.txt"] = SECRET.encode()
        file.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=f"app.alert('{SECRET}')")
        file.save(path)


def html(path: Path) -> None:
    """A name in the head and a comment; what looks like one in a style is none."""
    path.write_text(
        f'<html><head><meta charset="utf-8"><meta name="author" content="{PERSON}">'
        f"<style><!-- p {{}} --></style></head>"
        f"<body>\n<!-- {SECRET} --><p>收入合计 1,262.08</p></body></html>",
        encoding="utf-8",
    )


SIGNED = {".docx": docx, ".xlsx": xlsx, ".odt": odt, ".ods": ods, ".pdf": pdf, ".html": html}
