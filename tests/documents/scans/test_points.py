"""Points and commas that two looks take for each other: told by the form of figures, or not at all."""

import pytest

from tests.documents.scans.scanning import needs_ocr

pytestmark = needs_ocr


def reading(text, sure=0.9):
    from disclosures.documents.scans.recogniser import Reading

    return Reading(text, (sure,) * len(text))


def as_figure(one, other):
    from disclosures.documents.scans.points import as_figure

    return as_figure(one, other)


@pytest.mark.parametrize(
    ("one", "other", "figure"),
    [
        ("1.262.08", "1,262.08", "1,262.08"),
        ("40.01", "40,01", "40.01"),
        ("-3,07%", "-3.07%", "-3.07%"),
        ("1，262.08", "1.262.08", "1,262.08"),
    ],
)
def test_the_one_that_is_a_figure_is_read(one, other, figure):
    assert as_figure(reading(one), reading(other)).text == figure
    assert as_figure(reading(other), reading(one)).text == figure


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1.262", "1,262"),  # both are figures
        ("1.262.08", "1,263.08"),  # a digit differs
        ("1.262.08", "1,26208"),  # a mark is missing
        ("1.2.3", "1,2.3"),  # neither is one
        ("1,262.08", "1,262.08"),
    ],
)
def test_everything_else_is_left_as_it_is(one, other):
    assert as_figure(reading(one), reading(other)) is None


def test_digits_are_as_sure_as_in_the_surer_look():
    found = as_figure(reading("40,01", 0.6), reading("40.01", 0.7))
    assert found.certainties == (0.7, 0.7, 1.0, 0.7, 0.7)


@pytest.mark.parametrize(
    ("read", "closed_up"),
    [("1, 262. 08", "1,262.08"), (". 86", ".86"), ("1 ,262", "1,262"), ("3 2", "3 2"), ("表. 1 页", "表. 1 页")],
)
def test_blanks_beside_the_marks_of_a_figure_are_none(read, closed_up):
    from disclosures.documents.scans.points import closed

    assert closed(read) == closed_up
