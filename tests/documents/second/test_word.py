"""The second reading of Word documents agrees with a sound first one, and tells every fault that is put into it."""

from pathlib import Path

import pytest

from disclosures.demo.made_up import make_up
from disclosures.documents.reading import read_document
from tests.documents.making.faults import differences, untold
from tests.layouts.documents import lay_out
from tests.layouts.formats.word import write_word
from tests.layouts.traits import layout

HERE = Path(__file__).parents[1]
SAMPLE = HERE / "fushun-petition-office-2023.docx"


@pytest.mark.parametrize("path", [SAMPLE, *sorted((HERE / "tried").glob("*.docx"))], ids=lambda path: path.stem)
def test_both_readings_of_a_sound_document_agree(path):
    document = read_document(path)
    assert document.sightings
    assert differences(document) == []


@pytest.mark.parametrize("seed", range(5))
def test_both_readings_of_a_made_up_document_agree(seed, tmp_path):
    path = tmp_path / "a.docx"
    write_word(lay_out(make_up(seed), layout({"format": "docx"}), seed), path)
    assert differences(read_document(path)) == []


def test_every_fault_put_into_the_first_reading_is_told():
    assert untold(read_document(SAMPLE), 60, "word") == []
