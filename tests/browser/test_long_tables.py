"""A long table under way: its head and its first column stay before the eyes."""

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.django_db(transaction=True)

PHONE = {"viewport": {"width": 390, "height": 500}, "is_mobile": True, "has_touch": True}
SECOND = "tbody tr:nth-child(9)"


def scroll_to(page: Page, place: str):
    page.evaluate("place => document.querySelector(place).scrollIntoView({block: 'start'})", place)
    page.wait_for_function(
        "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(1))))"
    )


def edge_of(page: Page) -> float:
    """Where a head stays: below the bar with unit, year and money, which stays at the top of the window itself."""
    bar = page.locator(".slim").bounding_box()
    assert bar["y"] == pytest.approx(0, abs=1)
    return bar["height"]


def test_the_head_of_a_table_that_fits_stays_at_the_edge(new_page, sample):
    page = new_page(viewport={"width": 1280, "height": 500})
    page.goto(f"{sample}tables/06/")
    assert page.locator(".frame.fits").count() == 3
    page.evaluate("document.documentElement.style.scrollPaddingTop = '0'")
    scroll_to(page, f".frame {SECOND}")
    for head in page.locator("thead").all():
        assert head.bounding_box()["y"] == pytest.approx(edge_of(page), abs=1)


def test_the_head_of_a_wide_table_stays_too_and_so_does_its_first_column(new_page, sample):
    page = new_page(**PHONE)
    page.goto(f"{sample}tables/03/?unit=yuan&columns=all")
    assert page.locator(".frame.fits").count() == 0
    name = page.locator(f"{SECOND} .name")
    left = name.bounding_box()["x"]
    page.evaluate("document.documentElement.style.scrollPaddingTop = '0'")
    scroll_to(page, SECOND)
    assert page.locator("thead").bounding_box()["y"] == pytest.approx(edge_of(page), abs=1)
    page.evaluate("document.querySelector('.frame').scrollLeft = 200")
    assert name.bounding_box()["x"] == pytest.approx(left, abs=1)


def test_the_head_goes_with_the_last_rows_and_comes_back_to_its_place(new_page, sample):
    page = new_page(**PHONE)
    page.goto(f"{sample}tables/03/?unit=yuan")
    before = page.locator("thead").bounding_box()
    scroll_to(page, "footer")
    assert page.locator("thead").bounding_box()["y"] < 0
    scroll_to(page, "body")
    assert page.locator("thead").bounding_box() == before
