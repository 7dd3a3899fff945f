"""Random documents over all formats: whatever is not refused has every figure right, or says that it is in doubt."""

from decimal import Decimal

import pytest

from disclosures.demo.made_up import make_up
from disclosures.intake.reading import read_disclosure
from tests.layouts.campaign import drawn, judged, run, shrunk
from tests.layouts.documents import lay_out
from tests.layouts.troubles import FORMATS, troubled
from tests.layouts.verdict import outcome_of, silent_errors
from tests.layouts.writers import WRITERS

EACH = 7  # documents of each format


@pytest.mark.parametrize("name", FORMATS)
def test_no_figure_is_silently_wrong(name):
    first = FORMATS.index(name)
    outcomes = run(range(first, first + EACH * len(FORMATS), len(FORMATS)))
    assert {one.kind for _, one in outcomes} == {name}
    assert [(str(tried), one.silent[0]) for tried, one in outcomes if one.silent] == []


@pytest.mark.parametrize("name", FORMATS)
def test_a_document_without_troubles_is_not_refused_and_a_spoilt_figure_is_noticed(name, tmp_path):
    document = lay_out(make_up(3), troubled({"format": name}), 3)
    path = tmp_path / f"a.{name}"
    WRITERS[name](document, path)
    reading = read_disclosure(path)
    assert not outcome_of(document, reading).refused
    assert silent_errors(document, reading) == []
    statement = reading.statements["01"]
    line = next(one for one in statement.lines if one.amount)
    line.amount += Decimal("0.01")
    assert len(silent_errors(document, reading)) == 1
    reading.ledger.warn_at(line.place, "", "存疑。")
    assert silent_errors(document, reading) == []


def test_a_seed_is_a_document():
    assert drawn(41) == drawn(41)
    assert drawn(41) != drawn(50)


def test_a_document_that_is_right_stays_as_it_is_when_shrunk(tmp_path):
    tried = drawn(FORMATS.index("txt"))
    assert not judged(tried, tmp_path).silent
    assert shrunk(tried, tmp_path) == tried
