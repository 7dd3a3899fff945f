"""Two pages of random documents on random scanners: other fonts, sizes, notes and columns than anybody thought of."""

from random import Random

import pytest

from disclosures.demo.made_up import make_up
from disclosures.documents.reading import read, read_document
from tests.documents.scans.scanning import Scanner, alarms, compared, needs_ocr, pages_of
from tests.layouts.documents import lay_out
from tests.layouts.formats.pdf.pdf_file import write_pdf
from tests.layouts.troubles import differing, random_layout, troubled


@needs_ocr
@pytest.mark.soak
@pytest.mark.parametrize("seed", range(1, 61))
def test_nothing_is_silently_wrong(seed, tmp_path):
    random = Random(seed)
    layout = troubled(differing(troubled(random_layout(random, ("pdf",)))))
    document = tmp_path / "a.pdf"
    write_pdf(lay_out(make_up(seed), layout, seed), document)
    scanner = Scanner(
        dpi=random.choice([150, 170, 200, 240]),
        degrees=random.uniform(-1.5, 1.5),
        blur=random.uniform(0.4, 0.8),
        noise=random.uniform(4, 10),
        quality=random.choice([40, 55, 75]),
    )
    pages = sorted(random.sample(range(6, 12), 2))
    right = read(pages_of(document, tmp_path / "right.pdf", pages))
    scan = read_document(scanner.scan(document, tmp_path / "scan.pdf", pages))
    assert compared(right, scan.items).silent == set()
    assert alarms(scan) == []
