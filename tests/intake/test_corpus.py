"""The corpus: a document of each program and of many places is read as the accounts say of which it was made."""

import json

import pytest

from disclosures.intake.reading import Reading, read_disclosure
from tests.documents.corpus.make import as_row
from tests.documents.corpus.specimens import FOLDER, SPECIMENS, Specimen
from tests.layouts.comparing import line_of
from tests.layouts.troubles import FORMATS

README = FOLDER.parent / "README.md"


def rows_of(reading: Reading) -> dict[str, list]:
    """As the expectation beside a document has them; the order of a table's rows is the document's."""
    return {number: [as_row(line_of(one)) for one in found.lines] for number, found in reading.statements.items()}


@pytest.mark.parametrize("specimen", SPECIMENS, ids=lambda one: one.name)
def test_a_document_of_the_corpus_is_read_as_it_was_made(specimen: Specimen):
    expected = json.loads(specimen.expected.read_text(encoding="utf-8"))
    reading = read_disclosure(specimen.path)
    assert [one for one in reading.ledger.problems if one.level == "fatal"] == []
    assert reading.precision.unit.value == expected["amount_unit"]
    assert reading.unit_name == expected["unit_name"]
    assert [one.form.name for one in reading.forms] == expected["forms"]
    read = rows_of(reading)
    assert sorted(read) == sorted(expected["statements"])
    for number, rows in expected["statements"].items():
        assert read[number] == rows, number


@pytest.mark.parametrize("specimen", [one for one in SPECIMENS if one.also], ids=lambda one: one.name)
def test_tables_beside_the_nine_are_kept_or_listed(specimen: Specimen):
    ledger = read_disclosure(specimen.path).ledger
    told = " ".join(str(one) for one in (*ledger.kept, *ledger.unread(), *ledger.problems))
    assert [title for title in specimen.also if title not in told] == []


def test_every_format_is_in_the_corpus():
    assert {one.layout["format"] for one in SPECIMENS} == set(FORMATS)


def test_the_page_on_what_is_read_lists_the_corpus():
    rows = [f"| {one.program} | {one.place} | `{one.path.name}` | {one.peculiar} |" for one in SPECIMENS]
    listed = [line for line in README.read_text(encoding="utf-8").splitlines() if "| `" in line]
    assert listed == rows


def test_every_file_of_the_corpus_belongs_to_a_document():
    kept = {path for path in FOLDER.iterdir() if path.suffix not in (".py", ".pyc") and path.is_file()}
    assert kept == {path for one in SPECIMENS for path in (one.path, one.expected)}
