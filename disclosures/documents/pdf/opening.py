"""Opening a PDF file: what cannot be opened is said in one sentence that names the file."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2.raw as pdfium
from pypdfium2 import PdfDocument, PdfiumError, PdfPage

from disclosures.documents.items import DocumentError
from disclosures.documents.pdf.drawn.budget import Budget
from disclosures.documents.pdf.streams import check_streams

_TAIL = 4096  # bytes in which a whole file says that it ends


@contextmanager
def opened(path: Path, budget: Budget) -> Iterator[PdfDocument]:
    """The open document; closed again with everything that was taken from it."""
    budget.limits.check(path.name, "megabytes", path.stat().st_size >> 20)
    content = path.read_bytes()
    if b"%PDF-" not in content[:1024]:
        raise DocumentError(f"{path.name} 不是 PDF 文件：内容与扩展名不符。")
    if b"%%EOF" not in content[-_TAIL:]:
        raise DocumentError(f"{path.name} 不完整：文件在结束之前断了，请重新取得。")
    check_streams(content, budget)
    document = _document(path, content)
    try:
        yield document
    finally:
        document.close()


def _document(path: Path, content: bytes) -> PdfDocument:
    try:
        return PdfDocument(content)
    except PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise DocumentError(f"{path.name} 加了密码，不能读；请先去掉密码。") from error
        raise DocumentError(f"{path.name} 损坏了，打不开。") from error


@contextmanager
def page_at(document: PdfDocument, index: int, name: str) -> Iterator[PdfPage]:
    """One page of the document, whose memory is free again afterwards."""
    try:
        page = document[index]
    except PdfiumError as error:
        raise DocumentError(f"{name} 第 {index + 1} 页损坏了，打不开。") from error
    try:
        yield page
    finally:
        page.close()
