"""Reading documents: from the file to recognised statements, against what the library needs for the cells alone."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pdfplumber
import pypdfium2
from python_calamine import CalamineWorkbook

from disclosures.documents.items import Document
from disclosures.documents.reading import read, read_document
from disclosures.intake.reading import read_disclosure
from tests.bench.timing import Row, memory, paired

DOCUMENTS = Path(__file__).parents[1] / "documents"
SAMPLE = DOCUMENTS / "fushun-petition-office-2023.xlsx"


def rows() -> Iterator[Row]:
    for ending in ("xlsx", "xls", "ods"):
        path = SAMPLE.with_suffix(f".{ending}")
        for looks, read_as in WAYS:
            ours, yardstick = partial(read_disclosure, path, read_as), partial(_cells, path)
            yield paired(f"{ending}: {looks}", ours, "python-calamine, cells only", yardstick, target=8)

    for name in ("fushun-petition-office-2023", "putuo-social-work-2024"):
        path = DOCUMENTS / f"{name}.pdf"
        for looks, read_as in WAYS:
            ours, yardstick = partial(read_disclosure, path, read_as), partial(_plumbed, path)
            yield paired(f"pdf {name[:20]}: {looks}", ours, "pdfplumber, tables only", yardstick, 0.35, runs=3)
    yield memory("pdf of 102 pages: read", partial(_peak_of_long_pdf), 300)


def _once(path: Path) -> Document:
    """Without the second look, to see what that costs."""
    return Document(read(path), None)


WAYS = (("read, look again, recognise", read_document), ("read once, recognise", _once))


def _plumbed(path: Path) -> list:
    with pdfplumber.open(path) as document:
        return [page.extract_tables() for page in document.pages]


def _peak_of_long_pdf() -> float:
    """MB: the most memory that reading the sample three times in one file takes, in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.pdf"
        _thrice(SAMPLE.with_suffix(".pdf"), path)
        done = subprocess.run([sys.executable, "-c", _PEAK, str(path)], capture_output=True, check=True, text=True)
        return int(done.stdout) / 1024


_PEAK = """
import resource, sys
from pathlib import Path
from disclosures.documents.reading import read
read(Path(sys.argv[1]))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def _thrice(source: Path, target: Path) -> None:
    document, original = pypdfium2.PdfDocument.new(), pypdfium2.PdfDocument(source)
    for _ in range(3):
        document.import_pages(original)
    document.save(target)


def _cells(path: Path) -> list:
    with CalamineWorkbook.from_path(path) as workbook:
        return [workbook.get_sheet_by_name(name).to_python() for name in workbook.sheet_names]
