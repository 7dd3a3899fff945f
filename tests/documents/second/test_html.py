"""The second reading of web pages agrees with a sound first one, and tells every fault that is put into it."""

from pathlib import Path

import pytest

from disclosures.demo.made_up import make_up
from disclosures.documents.items import Document
from disclosures.documents.reading import read_document
from tests.documents.making.faults import differences, untold
from tests.layouts.documents import lay_out
from tests.layouts.formats.page import write_page
from tests.layouts.traits import layout

TRIED = Path(__file__).parents[1] / "tried"
SETTINGS = ({}, {"head": "repeated", "continued": "no"}, {"blank columns": 2, "minus": "－"}, {"figures": "full width"})


def made_up(seed: int, differing: dict, folder: Path) -> Document:
    path = folder / "a.html"
    write_page(lay_out(make_up(seed), layout(differing), seed), path)
    return read_document(path)


@pytest.mark.parametrize("path", sorted(TRIED.glob("*.html")), ids=lambda path: path.stem)
def test_both_readings_of_a_sound_page_agree(path):
    document = read_document(path)
    assert document.sightings
    assert differences(document) == []


@pytest.mark.parametrize("differing", SETTINGS)
def test_both_readings_of_a_made_up_page_agree(differing, tmp_path):
    assert differences(made_up(len(differing), differing, tmp_path)) == []


def test_every_fault_put_into_the_first_reading_is_told(tmp_path):
    assert untold(made_up(7, {}, tmp_path), 60, "html") == []
