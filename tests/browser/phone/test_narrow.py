"""Every kind of page on a phone, with the longest names and amounts: none leaves it, none is cut, all can be hit."""

from pathlib import Path

import pytest

from tests.browser.phone.longest import ADDRESS, publish_longest
from tests.browser.test_accessibility import DRAWN, GROUPS, UNIT, make_site

pytestmark = pytest.mark.django_db(transaction=True)

HERE = Path(__file__).parent
MEASURE, TARGETS = ((HERE / f"{name}.js").read_text(encoding="utf-8") for name in ("measure", "targets"))
OPEN = "document.querySelectorAll('details').forEach(one => one.open = true)"
WIDTHS = (320, 360, 390)
TWO_LINES = 72  # px, with the bar below them
TOGETHER = 12  # addresses of one test
OF_OUR_SAMPLE = ("2023.r1", "2021", "source", "changes")  # a made-up unit has neither revisions nor a source


def of_the_longest(address: str) -> str:
    """The same page of the unit with the longest names, where it has it."""
    is_ours = any(part in address for part in OF_OUR_SAMPLE)
    return address if is_ours else address.replace(UNIT, ADDRESS)


ADDRESSES = [of_the_longest(address) for group in GROUPS.values() for address in group] + [
    f"{UNIT}2023/", f"{UNIT}2023/tables/07/", f"/compare/?a=210400-011001-2023&b={ADDRESS[7:-1]}-2023&table=03",
]  # fmt: skip
PARTS = {f"from {start + 1}": ADDRESSES[start : start + TOGETHER] for start in range(0, len(ADDRESSES), TOGETHER)}


def make_all() -> None:
    make_site()
    publish_longest()


@pytest.fixture
def site(live_server, have) -> str:
    have(make_all)
    return live_server.url


@pytest.fixture
def phone(new_page):
    return new_page(viewport={"width": WIDTHS[0], "height": 844}, is_mobile=True, has_touch=True)


@pytest.mark.parametrize("part", PARTS)
def test_nothing_leaves_a_narrow_page_and_nothing_is_cut_and_all_can_be_hit(part, site, phone):
    found = []
    for address in PARTS[part]:
        phone.goto(site + address)
        phone.evaluate(OPEN)
        for width in WIDTHS:
            phone.set_viewport_size({"width": width, "height": 844})
            phone.wait_for_function(DRAWN)
            faults = phone.evaluate(MEASURE) + phone.evaluate(TARGETS)
            found += [f"{address} {width}: {fault}" for fault in faults[:5]]
    assert not found, "\n".join(found)


def test_what_the_sample_prints_of_the_three_public_expenses_fits_without_scrolling(site, phone):
    phone.set_viewport_size({"width": 390, "height": 844})
    phone.goto(f"{site}{UNIT}2023/tables/07/")
    assert phone.locator(".frame").evaluate("one => one.scrollWidth <= one.clientWidth")


def test_the_last_of_five_cards_takes_the_row_that_it_begins(site, phone):
    phone.set_viewport_size({"width": 390, "height": 844})
    phone.goto(f"{site}{ADDRESS}")
    frame = phone.locator(".measures").bounding_box()
    last = phone.locator(".measures > div").last.bounding_box()
    assert last["x"] + last["width"] == pytest.approx(frame["x"] + frame["width"], abs=2)


def test_the_tables_of_the_two_page_sheet_are_as_wide_as_the_page(site, phone):
    phone.goto(f"{site}{UNIT}2023/sheet/")
    room = phone.locator(".sheet").bounding_box()["width"]
    tables = phone.locator(".sheet .list").all()
    assert len(tables) == 4
    assert [table.bounding_box()["width"] for table in tables] == pytest.approx([room] * 4, abs=1)


def test_an_amount_in_a_list_says_its_unit_where_the_heads_are_hidden(site, phone):
    phone.goto(f"{site}/")
    label = phone.locator(".volumes td.num").first.evaluate("one => getComputedStyle(one, '::before').content")
    assert label.startswith('"2023 年支出（万元）')


@pytest.mark.parametrize("address", ["/codes/", "/codes/function/2010308/"])
def test_the_bars_of_codes_are_whole_and_as_wide_as_the_page(address, site, phone):
    phone.goto(f"{site}{address}")
    bars = phone.locator("td.length svg:visible").all()
    boxes = [bar.bounding_box() for bar in bars]
    assert boxes
    assert all(box["width"] > WIDTHS[0] / 2 and box["x"] + box["width"] <= WIDTHS[0] for box in boxes)


def test_a_row_of_a_comparison_takes_two_lines_at_most_for_each_unit_that_prints_something(site, phone):
    phone.goto(f"{site}/compare/?a=210400-011001-2023&b={ADDRESS[7:-1]}-2023&table=03")
    cells = phone.locator(".compare tbody td.num:visible").all()
    assert cells
    assert max(cell.bounding_box()["height"] for cell in cells) < TWO_LINES
    assert phone.locator(".compare td.none:visible").count() == 0
    assert phone.locator(".compare td.none").count()


# ---- what would be complained of ------------------------------------------------------------------------------------

HEAD = "<!doctype html><html lang=zh><meta name=viewport content='width=device-width'><title>账</title><body>"
AMOUNT = "1,100,256,431.77"
CARDS = f"""<dl style='display:grid;grid-template-columns:1fr 1fr'>
<div style='min-width:0;overflow:%s'><dd style='margin:0;font-size:30px'>{AMOUNT}</dd></div><div>2</div></dl>"""
STAYING = f"""<div class=frame style='overflow-x:auto'><table>
<th class=name style='position:sticky;left:0;min-width:250px'>名<td class=num>{AMOUNT}</table></div>"""


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        (CARDS % "visible", "runs out of its box"),
        (CARDS % "hidden", "is cut"),
        (f"<p style='font-size:60px'>{AMOUNT}</p>", "the page is"),
        (f"<svg class=picture width=300><text y=20>{AMOUNT}</text><text x=30 y=20>{AMOUNT}</text></svg>", "lies on"),
        (f"<svg class=picture width=100%><text y=20 x=280>{AMOUNT}</text></svg>", "leaves the page"),
        (STAYING, "has no room"),
    ],
)
def test_a_figure_that_cannot_be_read_whole_would_be_complained_of(body, fault, phone):
    phone.set_content(HEAD + body)
    assert [one for one in phone.evaluate(MEASURE) if fault in one]


def test_small_links_side_by_side_would_be_complained_of_and_those_in_a_sentence_are_not(phone):
    links = "<a href=/a>一</a> <a href=/b>二</a>"
    phone.set_content(f"{HEAD}<p>{links}</p>")
    assert len(phone.evaluate(TARGETS)) == 2
    phone.set_content(f"{HEAD}<p>见{links}两处。</p>")
    assert phone.evaluate(TARGETS) == []


def test_what_leads_to_a_comparison_is_not_printed(site, phone):
    phone.goto(f"{site}{UNIT}2023/matters/")
    assert phone.locator("td.compared").first.is_visible()
    phone.emulate_media(media="print")
    assert phone.locator(".compared:visible").count() == 0
