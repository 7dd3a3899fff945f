"""Figures read with doubt, asked of the rules: what other figures confirm, what else would fit, what stays open."""

from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings

from disclosures.documents.items import Document, Doubtful, Grid
from disclosures.documents.reading import read_document
from disclosures.entry.imports.scanned.settling import is_one_digit_off, read_and_settle

SAMPLE = settings.BASE_DIR / "tests" / "documents" / "fushun-petition-office-2023.pdf"

HOUSING_FUND = "第 14 页表 1 第 21 行第 4 格"  # 公开03表, basic expenditure of 2210201: 40.01
PETITIONS = "第 14 页表 1 第 8 行第 5 格"  # project expenditure of 2010308: 635.36
CODE = "第 14 页表 1 第 8 行第 1 格"


@pytest.fixture(scope="module")
def document() -> Document:
    return read_document(SAMPLE)


def settled(document: Document, **read: str) -> dict[str, tuple[str, bool]]:
    """The verdicts where these cells were read with doubt, as these texts."""
    texts = {globals()[name]: text for name, text in read.items()}
    items = [_with_cells(item, texts) if isinstance(item, Grid) else item for item in document.items]
    doubts = [Doubtful(place, text, "辨认没有把握", "iVBORw0KGgo=") for place, text in texts.items()]
    reading = read_and_settle(Path("scan.pdf"), lambda path: Document([*items, *doubts], None))
    return {doubt.place: (doubt.verdict, doubt.is_settled) for doubt in reading.ledger.doubts}


def _with_cells(grid: Grid, texts: dict[str, str]) -> Grid:
    rows = (
        tuple(cell._replace(text=texts.get(cell.place, cell.text)) if cell else cell for cell in row)
        for row in grid.rows
    )
    return replace(grid, rows=tuple(rows))


def test_a_figure_that_a_sum_needs_is_confirmed(document):
    verdict, is_settled = settled(document, PETITIONS="635.36")[PETITIONS]
    assert is_settled
    assert verdict.startswith("与其他数核对相符：")
    assert "635.36" in verdict


def test_one_wrong_digit_is_proposed_and_not_taken(document):
    verdict, is_settled = settled(document, PETITIONS="685.36")[PETITIONS]
    assert not is_settled
    assert verdict == "按其他数核对应为 635.36，只差一位；没有改动，请对照图片"


def test_two_wrong_digits_are_not_proposed(document):
    verdict, is_settled = settled(document, PETITIONS="688.36")[PETITIONS]
    assert (verdict, is_settled) == ("与其他数核对不符，请对照图片", False)


def test_two_doubtful_figures_do_not_confirm_each_other(document):
    """The one has sums of its own besides; what both take part in says nothing."""
    both = settled(document, PETITIONS="635.36", HOUSING_FUND="40.01")
    assert all(is_settled for _, is_settled in both.values())
    wrong = settled(document, PETITIONS="685.36", HOUSING_FUND="40.01")
    assert wrong[HOUSING_FUND][1]
    assert not wrong[PETITIONS][1]


def test_what_is_no_figure_of_a_table_stays_open(document):
    assert settled(document, CODE="2010308")[CODE] == ("没有别的数能核对，请对照图片", False)


@pytest.mark.parametrize(
    ("read", "fitting", "is_off"),
    [
        ("1,066.51", "1,066.61", True),
        ("1,066.51", "1066.61", True),
        ("1,066.51", "10,661.51", False),
        ("1,066.51", "1,066.51", False),
        ("1,066.51", "-066.51", False),
        ("1,066.51", "1,077.51", False),
    ],
)
def test_one_digit_off(read, fitting, is_off):
    assert is_one_digit_off(read, fitting) == is_off
