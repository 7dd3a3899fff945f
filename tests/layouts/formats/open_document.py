"""Writes a laid out document as an OpenDocument spreadsheet, the way LibreOffice and WPS write one."""

import re
from decimal import Decimal
from pathlib import Path
from random import Random
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from tests.layouts.documents import LaidOut
from tests.layouts.formats.sheets import Held, Sheet, sheets_of
from tests.layouts.tables.grids import Merge, Phantom
from tests.layouts.traits import Layout

_MEDIA = "application/vnd.oasis.opendocument.spreadsheet"
_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{full}:1.0"'
    for name, full in (
        ("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"),
        ("number", "datastyle"), ("fo", "xsl-fo-compatible"),
    )
)  # fmt: skip
_SPACES += ' xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"'  # formulas have an edition of their own
_STYLES = (
    '<style:style style:name="gone" style:family="table"><style:table-properties table:display="false"/></style:style>'
    '<style:style style:name="up" style:family="text">'
    '<style:text-properties style:text-position="super 58%"/></style:style>'
)
_MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest manifest:version="1.2" '
    'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_MEDIA}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)


def write_open_document(document: LaidOut, path: Path) -> None:
    """The tables and forms."""
    random = Random(document.made_up.disclosure.unit_name)
    sheets = "".join(_Writer(sheet, document.layout, random).table() for sheet in sheets_of(document))
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_SPACES} office:version="1.2">'
        f"<office:automatic-styles>{_STYLES}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{sheets}</office:spreadsheet></office:body></office:document-content>"
    )
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", _MEDIA, ZIP_STORED)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", _MANIFEST)


class _Writer:
    """One sheet as a table; a merged cell is followed by the cells that it covers."""

    def __init__(self, sheet: Sheet, layout: Layout, random: Random):
        self.sheet, self.random = sheet, random
        self.is_split = layout["runs"] == "split"
        self.has_no_results = layout["formulas"] == "without value"

    def table(self) -> str:
        style = ' table:style-name="gone"' if self.sheet.hidden else ""
        rows = "".join(self._row(n, row) for n, row in enumerate(self.sheet.rows))
        return f"<table:table table:name={quoteattr(self.sheet.name)}{style}>{rows}</table:table>"

    def _row(self, n: int, row: list[Held | None]) -> str:
        hidden = ' table:visibility="collapse"' if isinstance(row, Phantom) else ""
        here = [one for one in self.sheet.merges if one.top <= n < one.top + one.height]
        width = max([len(row), *(one.left + one.width for one in here)])
        cells = [self._cell(n, m, row[m] if m < len(row) else None, here) for m in range(width)]
        return f"<table:table-row{hidden}>{''.join(cells) or '<table:table-cell/>'}</table:table-row>"

    def _cell(self, n: int, m: int, held: Held | None, here: list[Merge]) -> str:
        span, tag = "", "table-cell"
        if merge := next((one for one in here if one.left <= m < one.left + one.width), None):
            if (merge.top, merge.left) != (n, m):
                tag = "covered-table-cell"
            else:
                down, across = merge.height, merge.width
                span = f' table:number-columns-spanned="{across}" table:number-rows-spanned="{down}"'
        if held is None:
            return f"<table:{tag}{span}/>"
        return f"<table:{tag}{span}{self._value(held)}>{self._text(held)}</table:{tag}>"

    def _lacks_result(self, held: Held) -> bool:
        """Cells have no number format of their own here, so that a result to be calculated must show as it is."""
        plain = held.text.replace(",", "")
        return (
            bool(held.formula and self.has_no_results)
            and re.fullmatch(r"-?\d+(\.\d+)?", plain) is not None
            and Decimal(plain) == held.value
        )

    def _value(self, held: Held) -> str:
        if not isinstance(held.value, Decimal):
            return ' office:value-type="string"'
        formula = f' table:formula="of:={held.formula}"' if held.formula else ""
        if self._lacks_result(held):
            return formula
        kind = "percentage" if held.number_format.endswith("%") else "float"
        return f'{formula} office:value-type="{kind}" office:value="{held.value:f}"'

    def _text(self, held: Held) -> str:
        text = "" if self._lacks_result(held) else held.text
        if self.is_split and len(text) > 3 and "\n" not in text:
            middle = self.random.randrange(1, len(text) - 1)
            words = f"<text:span>{escape(text[:middle])}</text:span>{escape(text[middle:])}"
            return f"<text:p>{words}{_raised(held.mark)}</text:p>"
        lines = "</text:p><text:p>".join(map(escape, text.split("\n")))
        return f"<text:p>{lines}{_raised(held.mark)}</text:p>"


def _raised(mark: str) -> str:
    return f'<text:span text:style-name="up">{mark}</text:span>' if mark else ""
