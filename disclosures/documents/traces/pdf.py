"""What a PDF tells of those who worked on it, and a copy without it; qpdf, by way of pikepdf, writes the copy."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pikepdf import Dictionary, Name, Object, Pdf, PdfError

from disclosures.documents.traces.trace import AUTHOR, COMMENT, EMBEDDED, MACRO, PROPERTY, THUMBNAIL, Trace

_IMPERSONAL = {"/Producer", "/Creator", "/CreationDate", "/ModDate", "/SourceModified", "/Trapped"}
_REMARKS = {
    "/Text", "/Popup", "/Highlight", "/Underline", "/StrikeOut", "/Squiggly", "/Caret", "/Ink", "/FileAttachment",
    "/Sound", "/Movie", "/Redact",
}  # fmt: skip
_PRIVATE = ("/Metadata", "/PieceInfo", "/Thumb", "/LastModified", "/AF")
_SCRIPTS = ("/OpenAction", "/AA")


def traces_in(path: Path) -> Iterator[Trace]:
    with _opened(path) as pdf:
        for key, value in (pdf.docinfo or {}).items():
            if key not in _IMPERSONAL and str(value).strip():
                yield Trace(AUTHOR if key == "/Author" else PROPERTY, f"Info {key}", str(value))
        if Name.Metadata in pdf.Root:
            yield Trace(PROPERTY, "XMP", "")
        yield from _of_pages(pdf)
        yield from (Trace(EMBEDDED, "附件", name) for name in pdf.attachments)
        if "/JavaScript" in pdf.Root.get("/Names", Dictionary()) or _is_script(pdf.Root.get("/OpenAction")):
            yield Trace(MACRO, "JavaScript", "")


def write_cleaned(path: Path, target: Path) -> None:
    with _opened(path) as pdf:
        del pdf.docinfo
        for page in pdf.pages:
            _clean_annotations(page.obj)
        for pdf_object in pdf.objects:
            if isinstance(pdf_object, Object) and pdf_object._type_name in ("dictionary", "stream"):
                _take(pdf_object, _PRIVATE)
        _take(pdf.Root, _SCRIPTS)
        _take(pdf.Root.get("/Names", Dictionary()), ("/EmbeddedFiles", "/JavaScript"))
        pdf.remove_unreferenced_resources()
        pdf.save(target, deterministic_id=True)


@contextmanager
def _opened(path: Path) -> Iterator[Pdf]:
    """The file open; what qpdf finds wrong with it, now or later, is a `ValueError`."""
    try:
        with Pdf.open(path) as pdf:
            yield pdf
    except PdfError as error:
        raise ValueError(str(error)) from error


def _of_pages(pdf: Pdf) -> Iterator[Trace]:
    for number, page in enumerate(pdf.pages, start=1):
        place = f"第 {number} 页"
        if "/Thumb" in page.obj:
            yield Trace(THUMBNAIL, place, "")
        for annotation in _annotations(page.obj):
            author, text = (str(annotation.get(key, "")) for key in ("/T", "/Contents"))
            if _is_remark(annotation) and (author or text):
                yield Trace(COMMENT, place, f"{author}：{text}")


def _annotations(page: Object) -> list[Object]:
    return [annotation for annotation in page.get("/Annots", []) if isinstance(annotation, Dictionary)]


def _is_remark(annotation: Object) -> bool:
    return str(annotation.get("/Subtype", "")) in _REMARKS


def _clean_annotations(page: Object) -> None:
    """Without remarks; what a reader sees as part of the page, such as a stamp, stays and names nobody."""
    kept = [annotation for annotation in _annotations(page) if not _is_remark(annotation)]
    for annotation in kept:
        if str(annotation.get("/Subtype", "")) != "/Widget":  # there it is the name of the field
            _take(annotation, ("/T",))
    if "/Annots" in page:
        page.Annots = kept


def _is_script(action: Object | None) -> bool:
    return isinstance(action, Dictionary) and str(action.get("/S", "")) == "/JavaScript"


def _take(dictionary: Object, names: tuple[str, ...]) -> None:
    for name in names:
        if name in dictionary:
            del dictionary[name]
