"""The shape of official codes."""

import pytest

from disclosures.classification.codes import (
    ECONOMIC,
    FUNCTIONAL,
    is_code,
    level_of,
    parent_of,
    parents_of,
    region_parents,
)


@pytest.mark.parametrize(
    ("code", "level", "parents"),
    [
        ("208", "类", ()),
        ("20805", "款", ("208",)),
        ("2080505", "项", ("208", "20805")),
        ("30201", "款", ("302",)),
        ("", "", ()),
    ],
)
def test_level_and_parents_follow_from_the_length(code, level, parents):
    assert level_of(code) == level
    assert parents_of(code) == parents
    assert parent_of(code) == (parents[-1] if parents else "")


@pytest.mark.parametrize(
    ("text", "functional", "economic"),
    [
        ("208", True, True),
        ("20805", True, True),
        ("2080505", True, False),
        ("2080", False, False),
        ("20805055", False, False),
        ("", False, False),
        ("合计", False, False),
        ("staff", False, False),
        ("２０８", False, False),
        ("-08", False, False),
    ],
)
def test_a_code_has_the_digits_of_its_scheme(text, functional, economic):
    assert is_code(text, FUNCTIONAL) is functional
    assert is_code(text, ECONOMIC) is economic


@pytest.mark.parametrize(
    ("region", "wider"),
    [("210402", ("210000", "210400")), ("210400", ("210000",)), ("210000", ())],
)
def test_a_district_lies_in_a_city_and_a_province(region, wider):
    assert region_parents(region) == wider
