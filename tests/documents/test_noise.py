"""Random figures in random markup: every one comes back as it is seen, and both readings say so."""

import random
from pathlib import Path

import pytest

from disclosures.documents.items import Grid
from disclosures.documents.reading import read_document
from tests.documents.making import noise
from tests.documents.making.faults import differences, untold
from tests.documents.making.wordml import cell, row, table, write_wordml


def as_word(rng: random.Random, figures: list[list[str]], folder: Path) -> Path:
    kinds = noise.WORD_SEEN, noise.WORD_UNSEEN, noise.WORD_MARK
    rows = [row(*(cell(noise.noisy(rng, one, *kinds)) for one in cells)) for cells in figures]
    return write_wordml(table(*rows), folder / "a.docx", noise.WORD_STYLES)


def as_page(rng: random.Random, figures: list[list[str]], folder: Path) -> Path:
    kinds = noise.PAGE_SEEN, noise.PAGE_UNSEEN, noise.PAGE_MARK
    rows = ["".join(f"<td>{noise.noisy(rng, one, *kinds)}" for one in cells) for cells in figures]
    path = folder / "a.html"
    path.write_text(f"{noise.PAGE_STYLE}<table><tr>{'<tr>'.join(rows)}</table>")
    return path


def read_back(write, seed: int, folder: Path, faults: int) -> None:
    rng = random.Random(seed)
    figures = [[noise.figure(rng) for _ in range(5)] for _ in range(8)]
    document = read_document(write(rng, figures, folder))
    (grid,) = [one for one in document.items if isinstance(one, Grid)]
    assert [[one.text for one in cells] for cells in grid.rows] == figures
    assert differences(document) == []
    assert untold(document, faults, str(seed)) == []


@pytest.mark.parametrize("write", [as_word, as_page])
def test_figures_come_back_as_they_are_seen(write, tmp_path):
    for seed in range(25):
        read_back(write, seed, tmp_path, 2)


@pytest.mark.soak
@pytest.mark.parametrize("write", [as_word, as_page])
def test_very_many_figures_come_back_as_they_are_seen(write, tmp_path):
    for seed in range(1000, 3000):
        read_back(write, seed, tmp_path, 5)
