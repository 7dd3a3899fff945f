"""`traces_of` a file of any kind, and `write_cleaned`: a copy that reads the same and tells nothing of its authors."""

from importlib import import_module
from itertools import islice
from pathlib import Path
from types import ModuleType
from zipfile import BadZipFile

from lxml.etree import XMLSyntaxError

from disclosures.documents.archives import check_archive
from disclosures.documents.items import DocumentError
from disclosures.documents.limits import DEFAULT, Limits
from disclosures.documents.traces.trace import UNKNOWN, Trace

_MOST = 200  # traces, and characters of each

# Modules by name, because qpdf takes long to load and only the process that reads a PDF needs it.
_FINDERS = {
    (".docx", ".docm", ".xlsx", ".xlsm"): "ooxml",
    (".xlsb",): "ooxml",
    (".odt", ".ods"): "odf",
    (".pdf",): "pdf",
    (".html", ".htm"): "html",
}
_CLEANERS = {
    (".docx", ".docm", ".xlsx", ".xlsm"): "ooxml_cleaning",
    (".odt", ".ods"): "odf",
    (".pdf",): "pdf",
    (".html", ".htm"): "html",
}
_SILENT = (".txt", ".csv", ".tsv")
_DAMAGE = (BadZipFile, XMLSyntaxError, KeyError, ValueError, NotImplementedError, OSError)


def is_searched(path: Path) -> bool:
    """Whether a file of that ending is looked into itself; others are after they were converted."""
    return path.suffix.lower() in _SILENT or _for(path, _FINDERS) is not None


def traces_of(path: Path, limits: Limits = DEFAULT) -> list[Trace]:
    """What the file tells besides its contents; of very many the first, with a word on the others."""
    finder = _for(path, _FINDERS)
    if not finder:
        is_silent = path.suffix.lower() in _SILENT
        return [] if is_silent else [Trace(UNKNOWN, path.suffix, "这种格式里有没有作者、批注和修订，没有检查。")]
    check_archive(path, limits)
    try:
        traces = list(islice(finder.traces_in(path), _MOST + 1))
    except _DAMAGE as error:
        return [Trace(UNKNOWN, path.suffix, f"有没有作者、批注和修订，查不出来：{error}"[:_MOST])]
    told = [Trace(kind, place[:_MOST], text[:_MOST]) for kind, place, text in traces[:_MOST]]
    return told if len(traces) <= _MOST else [*told, Trace(UNKNOWN, path.suffix, "还有更多，没有一一列出。")]


def write_cleaned(path: Path, target: Path, limits: Limits = DEFAULT) -> None:
    """Write a copy without what was found, as far as its format allows; what stays is found in the copy again."""
    cleaner = _for(path, _CLEANERS)
    if not cleaner:
        raise DocumentError(f"{path.name} 这种格式不能清理；请另存为 .docx、.xlsx 或 PDF 再导入。")
    check_archive(path, limits)
    try:
        cleaner.write_cleaned(path, target)
    except _DAMAGE as error:
        raise DocumentError(f"{path.name} 清理不了：{error}") from error


def _for(path: Path, modules: dict[tuple[str, ...], str]) -> ModuleType | None:
    name = next((module for endings, module in modules.items() if path.suffix.lower() in endings), None)
    return import_module(f"disclosures.documents.traces.{name}") if name else None
