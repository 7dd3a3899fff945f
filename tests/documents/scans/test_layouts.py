"""Scans of documents whose every cell is known: no figure is silently another one, and few are doubtful."""

import sys
from pathlib import Path
from time import process_time

import pytest

from disclosures.documents.items import Doubtful
from disclosures.documents.reading import read, read_document
from disclosures.documents.scans.progress import told_to
from tests.documents.scans.scanning import Scanner, alarms, compared, needs_ocr, pages_of

DOCUMENTS = Path(__file__).parents[1]
SAMPLE = DOCUMENTS / "fushun-petition-office-2023.pdf"

# A document with two of its pages: one with a wide table, and one with another layout.
LAYOUTS = {
    "sample": (SAMPLE, (10, 14)),
    "wps": (DOCUMENTS / "corpus" / "jiangxi-wps.pdf", (6, 8)),
    "onlyoffice": (DOCUMENTS / "corpus" / "sichuan-onlyoffice.pdf", (5, 7)),
    "libreoffice": (DOCUMENTS / "corpus" / "chongqing-libreoffice.pdf", (6, 9)),
}

SECONDS = 12  # of processor time that a page may cost: six where two processors share it

pytestmark = needs_ocr


@pytest.mark.parametrize("layout", LAYOUTS)
def test_two_pages_are_read(layout, tmp_path):
    document, pages = LAYOUTS[layout]
    right = read(pages_of(document, tmp_path / "right.pdf", pages))
    scan = read_document(Scanner().scan(document, tmp_path / "scan.pdf", pages))
    found = compared(right, scan.items)
    assert found.silent == set()
    assert found.count > 40
    assert found.share_of_doubts <= 0.03
    assert all(item.picture for item in scan.items if isinstance(item, Doubtful) and item.text)
    assert alarms(scan) == []


@pytest.mark.soak
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_whole_document_is_read(layout, tmp_path):
    document, _ = LAYOUTS[layout]
    path = Scanner().scan(document, tmp_path / "scan.pdf")
    pages, began = [], process_time()
    with told_to(lambda done, total: pages.append(total)):
        scan = read_document(path)
    seconds = (process_time() - began) / len(pages)
    found = compared(read(document), scan.items)
    told = f"{layout}: {len(pages)} pages, {seconds:.1f} s each, {found.count} figures, "
    sys.stdout.write(f"{told}{len(found.silent)} silently wrong, {found.share_of_doubts:.2%} doubtful\n")
    assert found.silent == set()
    assert found.share_of_doubts <= 0.01
    assert alarms(scan) == []
    assert seconds <= SECONDS
