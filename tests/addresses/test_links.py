"""Addresses that lead into a page: to a term, to a line of the source."""

import pytest

from disclosures.addresses import links
from disclosures.statements.models import Disclosure
from tests.building import build_unit


@pytest.fixture
def found(db):
    return links.of(Disclosure(unit=build_unit(), year=2023))


@pytest.mark.parametrize(("place", "line"), [("第 98 行", 98), ("第 464 行第 7 格", 464)])
def test_a_line_of_a_text_is_an_address_in_the_source(found, place, line):
    assert found.place(place) == f"/units/210400-011001/2023/source/#L{line}"


@pytest.mark.parametrize("place", ["", "收入!B7", "第 14 页表 2 第 5 行", "第 3 段"])
def test_a_place_that_is_no_line_of_a_text_has_no_address(found, place):
    assert found.place(place) == ""


def test_a_term_is_an_address_in_the_glossary():
    assert links.glossary("基本 支出") == "/glossary/#%E5%9F%BA%E6%9C%AC%E6%94%AF%E5%87%BA"
    assert links.glossary() == "/glossary/"
