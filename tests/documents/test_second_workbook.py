"""The second reading of workbooks agrees with a sound first one, and tells every fault that is put into it."""

from pathlib import Path

import pytest

from disclosures.documents.reading import read_document
from tests.documents.faults import differences, untold

HERE = Path(__file__).parent
SAMPLES = [HERE / f"fushun-petition-office-2023.{ending}" for ending in ("xlsx", "xls", "ods")]


@pytest.mark.parametrize("path", [*SAMPLES, *sorted((HERE / "tried").glob("*.xlsx"))], ids=lambda path: path.name)
def test_both_readings_of_a_sound_workbook_agree(path):
    document = read_document(path)
    assert document.sightings
    assert differences(document) == []


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.suffix)
def test_every_fault_put_into_the_first_reading_is_told(path):
    assert untold(read_document(path), 60, "workbook") == []
