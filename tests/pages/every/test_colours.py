"""A colour means one thing on a page."""

import re

import pytest

from tests.answers import public_page
from tests.building import published_disclosure

pytestmark = pytest.mark.django_db
UNIT = "/units/210400-011001/"
SERIES = re.compile(r'class="([sk]\d)"')


def part(page: str, begins: str, ends: str) -> str:
    return page[page.index(begins) : page.index(ends, page.index(begins))]


def test_the_flow_of_a_year_has_none_of_the_colours_of_its_functional_classes(client, published_2023):
    page = public_page(client, f"{UNIT}2023/")
    classes = set(SERIES.findall(part(page, 'class="bar"', "</section>")))
    flow = set(SERIES.findall(part(page, 'class="picture wide"', "</section>")))
    assert {"s1", "s2"} <= classes
    assert {"k1", "k2"} <= flow
    assert classes & flow <= {"s6"}


def test_a_measure_of_a_unit_has_the_colour_of_its_line_and_no_other_has_it(client, published_2023):
    published_disclosure(year=2022)
    page = public_page(client, UNIT)
    cards = re.findall(r"<dt>([^ <]+) ?<small>.*?</dt>(.*?)(?=<dt>|</dl>)", page, re.DOTALL)
    bars = {title: set(SERIES.findall(card)) for title, card in cards}
    lines = re.findall(r'<li><i class="(\w+)"></i>([^<]+)</li>', page)
    assert all(bars[title] == {series} for series, title in lines)
    assert len({series for series, _ in lines}) == len(lines) == 4


def test_the_contents_have_no_bars_for_tables_that_tell_the_same_amount(client, published_2023):
    page = public_page(client, f"{UNIT}2023/")
    contents = page[page.index("<h2>目录</h2>") :]
    assert "<svg" not in part(contents, "<table", "</table>")
