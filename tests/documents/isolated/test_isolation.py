"""A reader that may die of a file: the same answer as without it, or one sentence."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from disclosures.documents.isolated.reader import IsolatedReader
from disclosures.documents.items import DocumentError
from disclosures.documents.limits import Limits
from disclosures.documents.reading import read_document

SAMPLE = Path(__file__).parents[1] / "fushun-petition-office-2023.xlsx"


@pytest.fixture(scope="module")
def reader():
    with IsolatedReader() as reader:
        yield reader


@pytest.mark.parametrize("ending", ["xlsx", "docx"])
def test_it_reads_what_the_plain_reader_reads(reader, ending):
    path = SAMPLE.with_suffix(f".{ending}")
    assert reader.read(path) == read_document(path)


def test_a_sentence_about_a_file_comes_through(reader, tmp_path):
    with pytest.raises(DocumentError, match="找不到文件"):
        reader.read(tmp_path / "none.xlsx")


def test_a_sheet_of_huge_dimensions_costs_its_own_reading_and_the_next_file_is_read(reader, tmp_path):
    book = Workbook()
    book.active["A1"] = book.active["XFD1048576"] = 1
    book.save(tmp_path / "bomb.xlsx")
    with pytest.raises(DocumentError, match=r"bomb\.xlsx 太大：行数超过"):
        reader.read(tmp_path / "bomb.xlsx")
    assert reader.read(SAMPLE)


def test_reading_that_takes_too_long_is_ended(tmp_path, monkeypatch):
    monkeypatch.setattr("disclosures.documents.isolated.reader._GRACE", 0)
    with IsolatedReader(Limits(seconds=0)) as reader, pytest.raises(DocumentError, match="还没有读完，没有读入"):
        reader.read(SAMPLE)
