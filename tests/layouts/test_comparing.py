"""The comparison notices what it is there for: a figure lost, changed or invented, a name, a part of a form."""

from decimal import Decimal

import pytest

from disclosures.demo.made_up import make_up
from disclosures.demo.profile import Profile
from disclosures.intake.reading import Reading, read_disclosure
from tests.layouts.comparing import differences
from tests.layouts.documents import LaidOut, lay_out
from tests.layouts.formats.workbook import write_workbook
from tests.layouts.traits import layout


@pytest.fixture
def pair(tmp_path) -> tuple[LaidOut, Reading]:
    """A document with a local table, and its reading."""
    document = lay_out(make_up(5, profile=Profile(projects=1)), layout({"extra": "assets"}), 5)
    write_workbook(document, tmp_path / "a.xlsx")
    return document, read_disclosure(tmp_path / "a.xlsx")


def test_a_document_read_as_it_was_written_has_no_differences(pair):
    assert differences(*pair) == []


def _change_a_figure(reading: Reading) -> None:
    line = reading.statements["05"].lines[1]
    line.total += Decimal("0.01")


def _blank_a_figure(reading: Reading) -> None:
    reading.statements["06"].lines[0].amount = None


def _lose_a_line(reading: Reading) -> None:
    del reading.statements["03"].lines[-1]


def _invent_a_line(reading: Reading) -> None:
    model = type(reading.statements["02"].lines[0])
    reading.statements["02"].lines.append(model(code="999", printed_name="其他"))


def _lose_a_table(reading: Reading) -> None:
    del reading.statements["08"]


def _change_a_name(reading: Reading) -> None:
    reading.statements["01"].lines[0].printed_name = "一、收入"


def _swap_two_lines(reading: Reading) -> None:
    lines = reading.statements["06"].lines
    lines[1], lines[2] = lines[2], lines[1]


def _change_a_score(reading: Reading) -> None:
    reading.forms[1].rows[0].indicator.score = "0"


def _lose_an_indicator(reading: Reading) -> None:
    reading.forms[0].rows.pop()


def _declare_empty(reading: Reading) -> None:
    reading.statements["01"].head.is_declared_empty = True


def _leave_a_cell_unread(reading: Reading) -> None:
    reading.ledger._used.clear()


@pytest.mark.parametrize(
    "spoil",
    [
        _change_a_figure, _blank_a_figure, _lose_a_line, _invent_a_line, _lose_a_table, _change_a_name, _swap_two_lines,
        _change_a_score, _lose_an_indicator, _declare_empty, _leave_a_cell_unread,
    ],
    ids=lambda spoil: spoil.__name__.strip("_"),
)  # fmt: skip
def test_a_spoilt_reading_differs(spoil, pair):
    document, reading = pair
    spoil(reading)
    assert differences(document, reading)


def test_taking_a_cell_of_a_local_table_is_noticed(pair):
    document, reading = pair
    cell = next(one for one in reading.ledger.items if "机要通信用车" in str(one.rows)).rows
    reading.ledger.use(*(one for row in cell for one in row if one.text == "机要通信用车"))
    assert differences(document, reading) == ["taken from local tables: ['机要通信用车']"]
