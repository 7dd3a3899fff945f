"""The second reading of workbooks agrees with a sound first one, and tells every fault that is put into it."""

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook

from disclosures.documents.items import BLANK, Document
from disclosures.documents.limits import DEFAULT
from disclosures.documents.reading import read_document
from disclosures.documents.second.workbook import look_again_at_xlsx
from tests.documents.making.faults import differences, untold

HERE = Path(__file__).parents[1]
SAMPLES = [HERE / f"fushun-petition-office-2023.{ending}" for ending in ("xlsx", "xls", "ods")]


@pytest.mark.parametrize("path", [*SAMPLES, *sorted((HERE / "tried").glob("*.xlsx"))], ids=lambda path: path.name)
def test_both_readings_of_a_sound_workbook_agree(path):
    document = read_document(path)
    assert document.sightings
    assert differences(document) == []


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.suffix)
def test_every_fault_put_into_the_first_reading_is_told(path):
    assert untold(read_document(path), 60, "workbook") == []


def test_a_cell_lost_beside_a_hidden_column_is_told(tmp_path):
    """What is put aside of a row excuses itself alone, not what else stands there."""
    book = Workbook()
    book.active.append(["合计", 12.34, 56.78, 90.12])
    book.active.column_dimensions["C"].hidden = True
    book.save(tmp_path / "a.xlsx")
    document = read_document(tmp_path / "a.xlsx")
    assert differences(document) == []
    (grid, *others) = document.items
    (row,) = grid.rows
    lossy = [replace(grid, rows=((*row[:-1], BLANK),)), *others]
    sightings = list(look_again_at_xlsx(tmp_path / "a.xlsx", DEFAULT, lossy))
    assert differences(Document(lossy, sightings)) == [("Sheet!D1", "90.12")]
