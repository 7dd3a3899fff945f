"""Ten things that citizens come for, each from the front page in at most three steps: wide, on a phone, by keyboard."""

import io

import openpyxl
import pytest
from playwright.sync_api import expect

from tests.browser.tasks.reader import WAYS, Reader
from tests.browser.tasks.site import OFFICE_SUPPLIES, make_site
from tests.browser.test_sharing import CLIPBOARD

pytestmark = pytest.mark.django_db(transaction=True)

OFFICE = "抚顺市信访局"
PRINTED = "中共辽宁省抚顺市委抚顺市人民政府信访局（本级）"


@pytest.fixture(params=WAYS)
def reader(request, new_page, live_server, have) -> Reader:
    have(make_site)
    way = WAYS[request.param]
    return way(new_page(permissions=CLIPBOARD, **way.options), live_server.url)


def answer(reader: Reader, words: str):
    return reader.page.locator(".answers").get_by_role("link", name=words)


def test_how_much_was_spent_and_on_what(reader):
    reader.asks(f"{OFFICE} 2023")
    reader.opens(answer(reader, f"{OFFICE} 2023 年度决算"))
    reader.sees("全年收入和支出都是 1,262.08 万元")
    reader.sees("85.86 一般公共服务支出 1,083.57 万元", "9.18 社会保障和就业支出 115.80 万元")


def test_whether_it_was_more_than_last_year(reader):
    reader.asks(f"{OFFICE} 2023 比去年多花了吗")
    reader.opens(answer(reader, f"{OFFICE} 2023 年度决算"))
    reader.sees("支出比上年少 331.83 万元 （− 20.82% ）")


def test_what_basic_spending_means(reader):
    reader.asks("基本支出是什么意思")
    reader.sees("指保障机构正常运转、完成日常工作任务而发生的人员支出和公用支出。", unit="")


def test_what_receptions_cost_and_what_their_budget_was(reader):
    reader.asks(f"{OFFICE} 公务接待费")
    reader.opens(answer(reader, "4.24 万元"))
    row = reader.page.locator("tr").filter(has=reader.page.locator(":target"))
    reader.sees("2、公务接待费", "4.24", at=row)
    reader.sees("预算数", "决算数")
    expect(row.locator("td").first).to_contain_text("空白")  # as printed: they had none


def test_whether_the_figures_agree(reader):
    reader.asks(f"{OFFICE} 2023")
    reader.opens(answer(reader, f"{OFFICE} 2023 年度决算"))
    reader.opens(reader.page.locator("dl.figures").get_by_role("link", name="1", exact=True))
    reader.sees("1 处矛盾", "807.13 万元", "相差 30.00 万元")


def test_the_figure_of_one_cell_is_sent_to_somebody(reader, new_page):
    reader.asks(f"{OFFICE} 2080505")
    reader.opens(answer(reader, "48.03 万元"))
    row = reader.page.locator("tr").filter(has=reader.page.locator(":target"))
    reader.sees("机关事业单位基本养老保险缴费支出", "48.03", at=row)
    reader.uses(reader.page.locator(".slim").get_by_role("button", name="复制链接"))
    expect(reader.page.locator(".slim").get_by_role("button", name="已复制")).to_be_visible()
    received = new_page()
    received.goto(reader.page.evaluate("navigator.clipboard.readText()"))
    expect(received.locator(":target")).to_have_text("48.03")
    expect(received.locator(":target")).to_be_in_viewport()
    expect(received.locator(".slim")).to_contain_text(f"{PRINTED} · 2023 年度 · 金额单位：万元")


def test_it_is_laid_beside_two_others(reader):
    reader.asks(f"{OFFICE} 2023")
    reader.opens(reader.page.locator(".answers").get_by_role("link", name="和别的单位比一比"))
    boxes = [
        reader.page.get_by_role("checkbox", name=f"勾选{name} 2023 年") for name in ("沈阳市信访局", "大连市信访局")
    ]
    reader.sends(reader.page.get_by_role("button", name="把勾选的并排比"), boxes)
    expect(reader.page.locator("table.compare tr.total td.num")).to_have_count(3)
    table = reader.page.locator("table.compare").first
    reader.sees("沈阳市信访局", "大连市信访局", "1,262.08", at=table)


def test_who_spent_most_on_office_supplies(reader):
    reader.asks("30201")
    reader.opens(answer(reader, "办公费 30201"))
    first = reader.page.locator("table.list").filter(has_text="名次").locator("tbody tr").first
    reader.sees("沈阳市信访局", OFFICE_SUPPLIES, at=first)


def test_a_table_is_taken_to_a_workbook(reader):
    reader.asks(f"{OFFICE} 2023 支出决算表")
    reader.opens(answer(reader, "支出决算表"))
    with reader.page.expect_download() as file:
        reader.uses(reader.page.get_by_role("link", name="XLSX"))
    workbook = openpyxl.load_workbook(io.BytesIO(file.value.path().read_bytes()))
    cells = [cell.value for row in workbook.active for cell in row]
    assert 48.03 in cells
    assert any("万元" in str(cell) for cell in cells)


def test_all_that_mention_the_capital(reader):
    reader.asks("驻京")
    reader.sees("文字说明 2 条", unit="")
    expect(reader.page.locator("mark").filter(has_text="驻京")).to_have_count(2)
    reader.sees("驻京 劝返工作经费 12.00 万元", "驻京 公安车辆")
