"""Natural keys in addresses: each is read and written in one way."""

import re

import pytest

from disclosures.addresses.keys import EditionConverter, EditionKey, UnitConverter, UnitKey


@pytest.mark.parametrize(
    ("text", "key"),
    [("2023", EditionKey(2023)), ("2023.r1", EditionKey(2023, 1)), ("1999.r120", EditionKey(1999, 120))],
)
def test_an_edition_is_a_year_with_or_without_its_revision(text, key):
    assert EditionConverter().to_python(text) == key
    assert EditionConverter().to_url(key) == text


@pytest.mark.parametrize("text", ["2023.r0", "2023.r01", "2023.r99999", "23", "2023r1", "２０２３"])
def test_what_no_edition_would_write_is_not_read(text):
    assert not re.fullmatch(EditionConverter.regex, text)


@pytest.mark.parametrize("text", ["210400-011001", "210400-A-7", "110000-卫健委"])
def test_a_unit_is_its_region_and_its_code(text):
    assert re.fullmatch(UnitConverter.regex, text)
    key = UnitConverter().to_python(text)
    assert key == UnitKey(*text.split("-", 1))
    assert UnitConverter().to_url(key) == text


@pytest.mark.parametrize("text", ["21040-011001", "210400", "210400-", "210400-a/b", "210400-\0", "２１０４００-1"])
def test_what_no_unit_would_write_is_not_read(text):
    assert not re.fullmatch(UnitConverter.regex, text)
