"""Writes Word documents from WordprocessingML as text, for what no library writes: hidden runs, tracked changes."""

from pathlib import Path

from docx import Document
from docx.oxml import parse_xml

_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    }.items()
)


def write_wordml(body: str, path: Path, styles: str = "") -> Path:
    """A document with that body, and with these styles beside the usual ones."""
    document = Document()
    for element in parse_xml(f"<w:body {_NAMESPACES}>{body}</w:body>"):
        document.element.body.insert_element_before(element, "w:sectPr")
    for style in parse_xml(f"<w:styles {_NAMESPACES}>{styles}</w:styles>"):
        document.styles.element.append(style)
    document.save(str(path))
    return path


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def cell(content: str, properties: str = "") -> str:
    """A cell with these runs, or with paragraphs and tables of its own."""
    inner = content if content.startswith(("<w:p>", "<w:tbl>")) else paragraph(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"
