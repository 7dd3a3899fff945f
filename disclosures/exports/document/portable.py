"""The document as PDF, by LibreOffice where it is installed: nothing in it depends on when or where it was made."""

import io
from pathlib import Path
from tempfile import TemporaryDirectory

from disclosures.documents.converted.office import converted, is_installed
from disclosures.documents.items import DocumentError
from disclosures.exports.document.faces import in_installed_faces, lacks_chinese

_OF_THE_MOMENT = ("/CreationDate", "/ModDate", "/Producer", "/Creator")


class NotMadeError(Exception):
    """The PDF cannot be had; the message is a sentence for whoever asked for it."""


def document_pdf(word: bytes) -> bytes:
    """The Word file as PDF; on one machine the same file always gives the same bytes."""
    if not is_installed():
        raise NotMadeError("这台服务器没有装 LibreOffice，不能生成 PDF；请下载 Word 文件（document.docx）。")
    if lacks_chinese():
        raise NotMadeError("这台服务器没有中文字体，不能生成 PDF；请下载 Word 文件（document.docx）。")
    try:
        with TemporaryDirectory(prefix="document-") as folder:
            path = Path(folder) / "document.docx"
            path.write_bytes(in_installed_faces(word))
            with converted(path, ".pdf") as file:
                return _without_moment(file.read_bytes())
    except DocumentError as error:
        raise NotMadeError("这一次没有生成 PDF；请过一会儿再试，或下载 Word 文件（document.docx）。") from error


def _without_moment(content: bytes) -> bytes:
    """Without the time of writing, which LibreOffice puts into its description and its number."""
    import pikepdf

    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as file:
        for key in _OF_THE_MOMENT:
            if key in file.docinfo:
                del file.docinfo[key]
        for key, where in (("/Metadata", file.Root), ("/DocChecksum", file.trailer), ("/ID", file.trailer)):
            if key in where:
                del where[key]
        file.save(written, deterministic_id=True)
    return written.getvalue()
