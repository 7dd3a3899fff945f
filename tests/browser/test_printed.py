"""Pages on paper: sheets are filled, nothing runs off them, and no heading stands alone."""

import pypdfium2
import pytest

from tests.browser.phone.test_narrow import MEASURE

pytestmark = pytest.mark.django_db(transaction=True)

PAPER = {"width": 680, "height": 960}  # px that A4 leaves between its margins
LEAST = 0.8  # of a sheet
OUT_OF_ITS_TABLE = """[...document.querySelectorAll('td svg.small')].filter(bar => {
  const box = bar.getBoundingClientRect(), table = bar.closest('table').getBoundingClientRect();
  return box.width && (box.right > table.right + 1 || box.right > innerWidth + 1);
}).length"""

TWICE_AS_LONG = """() => {
  const rows = document.querySelector('.form tbody');
  rows.append(...[...rows.rows].map(one => one.cloneNode(true)));
}"""


def sheets(page) -> list[str]:
    """The words of each sheet without blanks."""
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True, format="A4"))
    return ["".join(sheet.get_textpage().get_text_range().split()) for sheet in document]


def filled(page, number: int) -> float:
    """How far down a sheet its last words stand, from 0 to 1."""
    sheet = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True, format="A4"))[number]
    text = sheet.get_textpage()
    lowest = min(text.get_charbox(at)[1] for at in range(text.count_chars()) if text.get_text_range(at, 1).strip())
    return 1 - lowest / sheet.get_height()


def test_the_first_sheet_of_a_disclosure_is_filled_and_tells_what_deserves_attention(page, sample):
    page.goto(sample)
    first, *others = sheets(page)
    assert "值得留意" in first
    assert len(others) <= 2
    assert filled(page, 0) > LEAST
    assert "目录" in others[0]
    assert "钱从哪里来" in others[-1]


@pytest.mark.parametrize("address", ["", "checks/", "tables/07/", "performance/2/", "sheet/"])
def test_nothing_is_cut_and_nothing_leaves_the_sheet(address, page, sample):
    page.set_viewport_size(PAPER)
    page.goto(f"{sample}{address}")
    page.emulate_media(media="print")
    assert page.evaluate(MEASURE) == []


def test_a_form_of_several_sheets_has_every_head_on_each(page, sample):
    page.goto(f"{sample}tables/03/")
    page.evaluate(TWICE_AS_LONG)
    both = sheets(page)
    assert len(both) == 2
    for sheet in both:
        for head in ("本年支出合计", "基本支出", "项目支出"):
            assert head in sheet.partition("栏次")[0], head


def test_colours_that_a_bar_is_read_by_are_printed(page, sample):
    page.goto(sample)
    page.emulate_media(media="print")
    swatches = page.locator(".legend.num i").all()
    assert len(swatches) == 4
    assert {one.evaluate("one => getComputedStyle(one).printColorAdjust") for one in swatches} == {"exact"}


def test_the_bars_of_a_self_evaluation_stay_on_the_sheet_and_other_forms_are_left_out(page, sample):
    page.set_viewport_size(PAPER)
    for number in (1, 2):
        page.goto(f"{sample}performance/{number}/")
        page.emulate_media(media="print")
        assert page.locator("td svg.small").count()
        assert page.evaluate(OUT_OF_ITS_TABLE) == 0
        assert not page.locator(".others").is_visible()
        page.emulate_media(media="screen")
