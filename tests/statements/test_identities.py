"""Identities: read as the form numbers them, refused where they are none."""

import pytest

from disclosures.statements.identities import Identity

NAMES = {"1": "total", "2": "basic", "3": "project"}


def test_numbers_become_the_names_of_columns():
    identity = Identity.read("1 = 2 + 3", NAMES)
    assert (identity.text, identity.total) == ("1 = 2 + 3", "total")
    assert identity.terms == ((1, "basic"), (1, "project"))


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("6 = 1 + 2 - 3", ((1, "1"), (1, "2"), (-1, "3"))),
        ("6=1+2-3", ((1, "1"), (1, "2"), (-1, "3"))),
        ("6 = -1 + 2", ((-1, "1"), (1, "2"))),
        ("31 = 62", ((1, "62"),)),
        ("58 = 32:34", ((1, "32"), (1, "33"), (1, "34"))),
        ("9 = 1:2 - 5", ((1, "1"), (1, "2"), (-1, "5"))),
        ("staff = 301 + 303", ((1, "301"), (1, "303"))),
    ],
)
def test_terms_have_their_sign_and_spans_name_every_number(text, terms):
    assert Identity.read(text).terms == terms


@pytest.mark.parametrize(
    "text",
    ["", "1", "1 =", "= 2 + 3", "1 = 2 3", "1 = 2 * 3", "1 = 2 +", "1 = 2 ++ 3", "1 = 2 = 3", "1 + 2 = 3", "1 == 2"],
)
def test_what_is_no_sum_is_refused(text):
    with pytest.raises(ValueError, match="is no identity: expected 'total = term"):
        Identity.read(text)


@pytest.mark.parametrize("text", ["58 = 57:32", "58 = 32:32", "58 = a:57"])
def test_a_span_goes_up(text):
    with pytest.raises(ValueError, match="is no span of numbers"):
        Identity.read(text)


@pytest.mark.parametrize(("text", "unknown"), [("1 = 2 + 4", "4"), ("5 = 2 + 3", "5"), ("1 = 2:4", "4")])
def test_a_number_that_the_table_does_not_have_is_refused_by_name(text, unknown):
    with pytest.raises(ValueError, match=f"names '{unknown}'; the table has 1, 2, 3"):
        Identity.read(text, NAMES)
