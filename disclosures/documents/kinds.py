"""The formats that are read: by which endings a file claims to be one, and by what its content shows that it is."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from disclosures.documents.csv import read_csv
from disclosures.documents.html.reading import read_html
from disclosures.documents.items import DocumentError, Item, Sighting
from disclosures.documents.limits import Limits
from disclosures.documents.pdf.reading import read_pdf
from disclosures.documents.scans.images import read_image
from disclosures.documents.second.html.sightings import look_again_at_html
from disclosures.documents.second.lines import look_again_at_csv, look_again_at_text
from disclosures.documents.second.ods import look_again_at_ods
from disclosures.documents.second.pdf.sightings import look_again_at_pdf
from disclosures.documents.second.pictures import look_again_at_pictures
from disclosures.documents.second.word.sightings import look_again_at_word
from disclosures.documents.second.workbook import look_again_at_xls, look_again_at_xlsx
from disclosures.documents.sheets.ods import read_ods
from disclosures.documents.sheets.xls import read_xls
from disclosures.documents.sheets.xlsb import read_workbook
from disclosures.documents.sheets.xlsx import read_xlsx
from disclosures.documents.text import read_text
from disclosures.documents.word.reading import read_word

Reader = Callable[[Path, Limits], list[Item]]
SecondReader = Callable[[Path, Limits, Sequence[Item]], Iterable[Sighting]]

_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"II*\0", b"MM\0*")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True)
class Kind:
    """A format: what people call it, the endings it goes by, its reader, and the one that looks at its figures again.

    The second reader shares no step with the first; it is given what that found only to say places in the same words.
    A format of an older program is converted once, `by_way_of` one that both of them read.
    """

    name: str
    endings: tuple[str, ...]
    read: Reader | None = None
    look_again: SecondReader | None = None
    by_way_of: "Kind | None" = None


XLSX = Kind("Excel 工作簿（.xlsx）", (".xlsx", ".xlsm"), read_xlsx, look_again_at_xlsx)
XLSB = Kind("Excel 二进制工作簿（.xlsb）", (".xlsb",), read_workbook)
XLS = Kind("Excel 97 工作簿（.xls）", (".xls",), read_xls, look_again_at_xls)
ODS = Kind("ODF 工作簿（.ods）", (".ods",), read_ods, look_again_at_ods)
DOCX = Kind("Word 文档（.docx）", (".docx", ".docm"), read_word, look_again_at_word)
PDF = Kind("PDF 文档（.pdf）", (".pdf",), read_pdf, look_again_at_pdf)
HTML = Kind("网页（.html）", (".html", ".htm"), read_html, look_again_at_html)
OLD_WORD = Kind("旧版文字文档（.doc、.wps、.rtf、.odt）", (".doc", ".wps", ".rtf", ".odt"), by_way_of=DOCX)
OLD_WORKBOOK = Kind("WPS 表格（.et）", (".et",), by_way_of=XLSX)
TEXT = Kind("文本（.txt）", (".txt",), read_text, look_again_at_text)
CSV = Kind("文本表格（.csv、.tsv）", (".csv", ".tsv"), read_csv, look_again_at_csv)
PICTURE = Kind(
    "图片（.png、.jpg、.tif）", (".png", ".jpg", ".jpeg", ".tif", ".tiff"), read_image, look_again_at_pictures
)

KINDS = (XLSX, XLSB, XLS, ODS, DOCX, PDF, HTML, OLD_WORD, OLD_WORKBOOK, TEXT, CSV, PICTURE)


def kind_of(path: Path) -> Kind:
    """The format of a file; raises where its ending is unknown or its content is of another kind."""
    claimed = next((kind for kind in KINDS if path.suffix.lower() in kind.endings), None)
    if not claimed:
        known = "、".join(ending for kind in KINDS for ending in kind.endings)
        raise DocumentError(f"不认识 {path.name} 的格式；能读的格式有 {known}。")
    shown = _shown_by(path)
    if shown == _ENCRYPTED:
        raise DocumentError(f"{path.name} 加了密码，不能读；请先去掉密码。")
    if shown and claimed not in shown:
        raise DocumentError(f"{path.name} 其实是{shown[0].name}；请改成正确的扩展名再导入。")
    return claimed


_ENCRYPTED = ("encrypted",)


def _shown_by(path: Path) -> tuple:
    """The kinds that the content can be, most usual first; empty where it shows nothing."""
    content = path.read_bytes()
    start = content[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if content.startswith(_OLE):
        return _ole(content)
    if content.startswith(_PICTURES):
        return (PICTURE,)
    if content.startswith(b"PK\x03\x04"):
        return _archive(path)
    if start.startswith((b"<!doctype html", b"<html")) or (start.startswith(b"<") and b"<table" in start):
        return (HTML,)
    if b"%pdf-" in start:
        return (PDF,)
    if start.startswith(b"{\\rtf"):
        return (OLD_WORD,)
    return ()


def _ole(content: bytes) -> tuple:
    """What streams an older office file holds; their names stand in it as UTF-16."""
    if _named("EncryptedPackage", content):
        return _ENCRYPTED
    if _named("WordDocument", content):
        return (OLD_WORD,)
    if _named("Workbook", content) or _named("Book", content):
        return (XLS, OLD_WORKBOOK)
    return (OLD_WORD, OLD_WORKBOOK, XLS)


def _named(stream: str, content: bytes) -> bool:
    return stream.encode("utf-16-le") in content


def _archive(path: Path) -> tuple:
    try:
        with ZipFile(path) as archive:
            names = set(archive.namelist())
            media = archive.read("mimetype")[:100] if "mimetype" in names else b""
    except (BadZipFile, KeyError, ValueError, NotImplementedError, RuntimeError, OSError) as error:
        raise DocumentError(f"{path.name} 损坏了，打不开。") from error
    if media:
        return (ODS,) if b"spreadsheet" in media else (OLD_WORD,)
    if any(name.startswith("word/") for name in names):
        return (DOCX,)
    if "xl/workbook.bin" in names:
        return (XLSB,)
    if any(name.startswith("xl/") for name in names):
        return (XLSX,)
    raise DocumentError(f"{path.name} 是压缩包，不是文档；请先解压，再导入里面的文件。")
