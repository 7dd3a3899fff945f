"""Damaged documents: a clear sentence or a reading, never an error of ours, never beyond the limits."""

import random
import time
from collections import Counter
from pathlib import Path

import pytest
from django.conf import settings
from lxml import html as lxml_html

from disclosures.documents.isolated.reader import IsolatedReader
from disclosures.documents.items import DocumentError
from disclosures.documents.limits import Limits
from disclosures.intake.reading import read_items
from disclosures.intake.report import as_data
from tests.documents.making import mutations

HERE = Path(__file__).parent
SAMPLE = HERE / "fushun-petition-office-2023.xlsx"
READ = "read"
LIMITS = Limits(seconds=20, memory_megabytes=1_500)

FORMATS = {
    "txt": mutations.OF_TEXT,
    "csv": mutations.OF_TEXT,
    "html": mutations.OF_TEXT,
    "xls": mutations.OF_BYTES,
    "xlsx": mutations.OF_ARCHIVES,
    "ods": mutations.OF_ARCHIVES,
    "docx": mutations.OF_ARCHIVES,
    "pdf": mutations.OF_TEXT,
}


@pytest.fixture(scope="module")
def reader():
    with IsolatedReader(LIMITS) as reader:
        yield reader


def original(ending: str) -> bytes:
    """The sample in that format."""
    if ending == "txt":
        return (settings.BASE_DIR / "fixtures" / "fushun-petition-office-2023.txt").read_bytes()
    if ending == "csv":
        return (HERE / "tried" / "gbk.csv").read_bytes()
    if ending == "html":
        return _as_page()
    return SAMPLE.with_suffix(f".{ending}").read_bytes()


def _as_page() -> bytes:
    """The text sample as a web page with its tables."""
    body = lxml_html.Element("body")
    table = None
    for line in original("txt").decode().splitlines():
        if "\t" not in line:
            table = None
            lxml_html.etree.SubElement(body, "p").text = line
            continue
        table = lxml_html.etree.SubElement(body, "table") if table is None else table
        row = lxml_html.etree.SubElement(table, "tr")
        for cell in line.split("\t"):
            lxml_html.etree.SubElement(row, "td").text = cell
    page = lxml_html.etree.tostring(body, encoding="utf-8", method="html")
    return b'<html><head><meta charset="utf-8"></head>' + page + b"</html>"


def endure(reader, ending: str, seed: int, folder: Path) -> str:
    """Read one damaged document; what comes of it is READ or the sentence that refuses it."""
    rng = random.Random(f"{ending}-{seed}")
    damage = rng.choice(FORMATS[ending])
    path = folder / f"{damage.__name__}-{seed}.{ending}"
    path.write_bytes(damage(rng, original(ending)))
    start, said = time.monotonic(), ""
    try:
        items = reader.read(path).items
    except DocumentError as refused:
        said = str(refused)
    finally:
        assert time.monotonic() - start < LIMITS.seconds + 10, path.name
        path.unlink()
    if said:
        assert path.name in said
        assert "Traceback" not in said
        return said
    assert "root:x:" not in str(as_data(read_items(items))), "a file of the machine was read"
    return READ


@pytest.mark.parametrize("ending", FORMATS)
def test_a_damaged_document_is_refused_in_a_sentence_or_read(reader, ending, tmp_path):
    for seed in range(25):
        endure(reader, ending, seed, tmp_path)


@pytest.mark.soak
@pytest.mark.parametrize("ending", FORMATS)
def test_two_thousand_damaged_documents(reader, ending, tmp_path):
    outcomes = Counter(endure(reader, ending, seed, tmp_path) == READ for seed in range(2_000))
    print(f"{ending}: {outcomes[True]} read, {outcomes[False]} refused in a sentence")  # noqa: T201 - the campaign's report
