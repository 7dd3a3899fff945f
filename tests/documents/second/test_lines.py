"""The second readings of text and csv agree with a sound first one, and tell every fault that is put into it."""

import csv
from pathlib import Path

import pytest
from django.conf import settings

from disclosures.demo.made_up import make_up
from disclosures.documents.items import Document
from disclosures.documents.reading import read_document
from tests.documents.making.faults import differences, untold
from tests.layouts.documents import lay_out
from tests.layouts.traits import layout

SAMPLE = settings.BASE_DIR / "fixtures" / "fushun-petition-office-2023.txt"
TRIED = Path(__file__).parents[1] / "tried"


def made_up_csv(seed: int, folder: Path) -> Document:
    """The tables of a made-up disclosure below each other."""
    path = folder / "a.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        for laid in lay_out(make_up(seed), layout({"minus": "－"}), seed).tables:
            csv.writer(file).writerows([*([text] for text in laid.caption[0]), *laid.drawn.rows, []])
    return read_document(path)


@pytest.mark.parametrize("path", [SAMPLE, *TRIED.glob("*.txt"), *TRIED.glob("*.csv")], ids=lambda path: path.name)
def test_both_readings_of_a_sound_file_agree(path):
    document = read_document(path)
    assert document.sightings
    assert differences(document) == []


def test_both_readings_of_a_made_up_table_agree(tmp_path):
    assert differences(made_up_csv(5, tmp_path)) == []


def test_every_fault_put_into_the_first_reading_is_told(tmp_path):
    assert untold(read_document(SAMPLE), 60, "txt") == []
    assert untold(made_up_csv(5, tmp_path), 60, "csv") == []
