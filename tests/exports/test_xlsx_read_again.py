"""A table, or all tables and forms, taken away as a workbook is read again and comes back identical."""

from pathlib import Path

import pytest
from django.conf import settings

from disclosures.demo.made_up import make_up
from disclosures.exports.document.workbook import document_xlsx
from disclosures.exports.table.content import TableFile
from disclosures.exports.table.xlsx_file import xlsx_file
from disclosures.intake.reading import read_disclosure
from disclosures.statements.models import STATEMENTS
from disclosures.tables.selection import Extent, Selection
from disclosures.tables.showing import tabulate
from tests.exports.document.round_trip import ADDRESS, differences_in_tables, loaded_made_up, loaded_of

DOCUMENTS = Path(__file__).parents[1] / "documents"
REAL = {
    "fushun": (settings.BASE_DIR / "fixtures" / "fushun-petition-office-2023.txt", 2023),
    "putuo": (DOCUMENTS / "putuo-social-work-2024.pdf", 2024),
}
NAMED = ("code", "side", "line", "item", "name")
AROUND = ("title", "unit_name", "notes", "is_declared_empty", "empty_reason")


def rows(lines) -> list[dict]:
    return [{key: getattr(line, key, None) for key in NAMED} | line.amounts for line in lines]


def lost(loaded, folder) -> list[str]:
    """The tables that do not come back as they were."""
    found = []
    for number in STATEMENTS:
        shown = tabulate(loaded.table(number), Selection(columns=Extent.ALL))
        path = folder / f"{number}.xlsx"
        path.write_bytes(xlsx_file(TableFile(shown, loaded.disclosure, ADDRESS)))
        read = read_disclosure(path).statements.get(number)
        if read is None or rows(read.lines) != rows(loaded.lines[number]):
            found.append(number)
        elif (before := around(loaded.head(number), loaded.disclosure.unit_name)) != (after := around(read.head, "")):
            found.append(f"{number}: {before} became {after}")
    return found


def lost_of_all(loaded, folder) -> list[str]:
    """What does not come back of the workbook of the whole disclosure."""
    path = folder / "document.xlsx"
    path.write_bytes(document_xlsx(loaded, "https://example.org"))
    return differences_in_tables(loaded, read_disclosure(path))


def around(head, unit_name: str) -> dict:
    """What is printed above and below the rows; a table on its own names the unit where its document did not."""
    return {name: getattr(head, name) for name in AROUND} | {"unit_name": head.unit_name or unit_name}


@pytest.mark.parametrize("name", REAL)
def test_every_table_of_a_real_disclosure_comes_back_identical(name, tmp_path):
    path, year = REAL[name]
    assert lost(loaded_of(read_disclosure(path), year), tmp_path) == []


@pytest.mark.parametrize("seed", [1, 2])
def test_every_table_of_a_made_up_disclosure_comes_back_identical(seed, tmp_path):
    assert lost(loaded_made_up(make_up(seed)), tmp_path) == []


@pytest.mark.parametrize("name", REAL)
def test_all_tables_and_forms_of_a_real_disclosure_come_back_identical(name, tmp_path):
    path, year = REAL[name]
    assert lost_of_all(loaded_of(read_disclosure(path), year), tmp_path) == []


@pytest.mark.parametrize("seed", [1, 2])
def test_all_tables_and_forms_of_a_made_up_disclosure_come_back_identical(seed, tmp_path):
    assert lost_of_all(loaded_made_up(make_up(seed)), tmp_path) == []


@pytest.mark.soak
@pytest.mark.parametrize("tens", range(50))
def test_every_table_of_five_hundred_made_up_disclosures_comes_back_identical(tens, tmp_path):
    seeds = range(tens * 10 + 1000, tens * 10 + 1010)
    assert {seed: found for seed in seeds if (found := lost(loaded_made_up(make_up(seed)), tmp_path))} == {}


@pytest.mark.soak
@pytest.mark.parametrize("tens", range(50))
def test_all_tables_and_forms_of_five_hundred_made_up_disclosures_come_back_identical(tens, tmp_path):
    seeds = range(tens * 10 + 1000, tens * 10 + 1010)
    assert {seed: found for seed in seeds if (found := lost_of_all(loaded_made_up(make_up(seed)), tmp_path))} == {}
