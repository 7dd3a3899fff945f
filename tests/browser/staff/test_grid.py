"""Tables typed as on a spreadsheet, in a real browser: keys, blocks from a clipboard, undoing, errors."""

from decimal import Decimal

import pytest
from playwright.sync_api import Page, expect

from disclosures.publication.digest import canonical_json
from disclosures.statements.models import Disclosure, Expenditure, Summary
from tests.browser.staff.clerk import Typist, copied, paste, sign_in
from tests.browser.staff.sheet import ROWS, as_sample, cell, save, texts
from tests.building import build_disclosure
from tests.entry.typing_in import page_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def draft() -> Disclosure:
    return build_disclosure()


@pytest.fixture
def empty(draft) -> Disclosure:
    draft.lines("03").delete()
    return draft


@pytest.fixture
def opened(page, live_server, complaints):
    """Opens the page of a table as a clerk; afterwards nothing may have been refused or failed."""
    sign_in(page, live_server.url)

    def open_page(disclosure: Disclosure, model, anchor: str = "") -> Page:
        page.goto(f"{live_server.url}{page_of(disclosure, model)}{anchor}")
        page.wait_for_selector(".grid-verdicts p")
        return page

    yield open_page
    given_up = "/check/"  # a question that is still open when the page is left
    assert [one for one in complaints if not one.endswith(given_up)] == []


def test_a_table_typed_by_keyboard_alone_takes_its_characters_and_four_keys_a_row(opened, empty):
    page = opened(empty, Expenditure)
    typist = Typist(page)
    cell(page, 0, "code").focus()
    for number, (code, _, *amounts) in enumerate(ROWS):
        typist.types(code)
        for amount in amounts[: 3 if amounts[2] else 2]:
            typist.presses("Tab")
            typist.types(amount)
        if number < len(ROWS) - 1:
            typist.presses("Enter")
    characters = sum(len(text) for row in ROWS for text in row)
    assert typist.keys <= characters + 4 * len(ROWS)
    save(page)
    lines = list(empty.lines("03"))
    assert [line.code for line in lines] == [row[0] for row in ROWS]
    assert lines[0].name == "合计"
    assert all(line.name for line in lines)
    printed = [
        [
            line.text(name, empty.precision).replace(",", "")
            for name in ("total_expenditure", "basic_expenditure", "project_expenditure")
        ]
        for line in lines
    ]
    assert printed == [list(row[2:]) for row in ROWS]


def test_a_block_is_pasted_in_one_go_and_blank_stays_blank(opened, empty):
    page = opened(empty, Expenditure)
    cell(page, 0, "code").focus()
    paste(page, "\r\n".join("\t".join(row) for row in as_sample()) + "\r\n")
    expect(page.locator(".grid-said")).to_have_text("已粘贴 8 行 8 列。")
    expect(page.locator(".grid-verdicts")).to_contain_text("没有不符")
    save(page)
    assert texts(empty) == as_sample()
    assert empty.lines("03")[4].basic_expenditure is None


def test_merged_cells_of_a_workbook_leave_no_holes(opened, empty):
    page = opened(empty, Expenditure)
    cell(page, 0, "code").focus()
    rows = [("合计", "", "", "", *as_sample()[0][2:]), *((code, "", "", *rest) for code, *rest in as_sample()[1:])]
    paste(page, "\n".join("\t".join(row) for row in rows))
    expect(page.locator(".grid-said")).to_have_text("已粘贴 8 行 8 列。")
    save(page)
    assert texts(empty) == as_sample()


def test_a_pasted_code_brings_its_name_where_the_block_has_none(opened, empty):
    page = opened(empty, Expenditure)
    cell(page, 0, "code").focus()
    paste(page, "201\t\t1.00\n20103\t自己的名称\t1.00\n")
    expect(cell(page, 0, "name")).to_have_value("一般公共服务支出")
    expect(cell(page, 1, "name")).to_have_value("自己的名称")


def test_blank_rows_are_not_saved(opened, draft):
    page = opened(draft, Summary)
    before = draft.lines("01").count()
    cell(page, 0, "amount", "summary").click()
    page.keyboard.press("Alt+Insert")
    page.locator("[data-do=append]").click()
    expect(page.locator(".grid tbody tr")).to_have_count(before + 2)
    save(page)
    assert draft.lines("01").count() == before


def test_a_block_is_copied_as_excel_takes_it(opened, draft):
    page = opened(draft, Expenditure)
    cell(page, 3, "code").click()
    page.keyboard.press("Shift+ArrowDown")
    for _ in range(4):
        page.keyboard.press("Shift+ArrowRight")
    assert copied(page) == "2010301\t行政运行\t448.21\t448.21\t\n2010308\t信访事务\t635.36\t\t635.36"


def test_a_table_from_a_web_page_is_pasted_too(opened, draft):
    page = opened(draft, Expenditure)
    cell(page, 1, "superior_remittance").click()
    paste(page, "1\n2\n3\n4", "<table><tr><td>1<td>2<tr><td>3<td>4</table>")
    columns = ("superior_remittance", "business_expenditure")
    assert [cell(page, row, name).input_value() for row in (1, 2) for name in columns] == ["1", "2", "3", "4"]


@pytest.mark.parametrize(
    ("text", "said"),
    [("1\t2\t3", "没有粘贴：内容有 3 列"), ("\n".join(["1"] * 1200), "没有粘贴：内容有 1200 行")],
)
def test_a_block_that_does_not_fit_is_refused_as_a_whole(opened, draft, text, said):
    page = opened(draft, Expenditure)
    cell(page, 0, "business_expenditure").click()
    paste(page, text)
    expect(page.locator(".grid-said")).to_contain_text(said)
    assert cell(page, 0, "business_expenditure").input_value() == ""
    assert page.locator(".grid tbody tr").count() == 8


def test_words_in_a_number_cell_stay_visible_and_are_marked_with_a_sentence(opened, draft):
    before = canonical_json(draft)
    page = opened(draft, Expenditure)
    cell(page, 3, "basic_expenditure").click()
    paste(page, "四百四十八点二一万元整（含上年结转，详见附表）")
    wrong = page.locator(".grid-verdicts .bad a")
    expect(wrong).to_have_text("第 4 行 · 基本支出")
    assert cell(page, 3, "basic_expenditure").input_value() == "四百四十八点二一万元整（含上年结转，详见附表）"
    save(page)
    link = page.locator(".mistakes a")
    assert link.text_content() == "第 4 行 · 基本支出"
    expect(cell(page, 3, "basic_expenditure")).to_be_focused()
    cell(page, 0, "code").focus()
    link.click()
    expect(cell(page, 3, "basic_expenditure")).to_be_focused()
    assert canonical_json(draft) == before


def test_steps_are_undone_and_done_again(opened, draft):
    page = opened(draft, Expenditure)
    cell(page, 1, "basic_expenditure").click()
    paste(page, "1\t2\n3\t4")
    page.keyboard.press("Control+z")
    columns = ("basic_expenditure", "project_expenditure")
    values = [cell(page, row, name).input_value() for row in (1, 2) for name in columns]
    assert values == ["448.21", "635.36", "448.21", "635.36"]
    page.keyboard.press("Control+y")
    assert cell(page, 2, "project_expenditure").input_value() == "4"
    page.keyboard.press("Control+z")
    page.keyboard.type("7")
    page.keyboard.press("Escape")
    assert cell(page, 1, "basic_expenditure").input_value() == "448.21"


def test_rows_are_inserted_removed_and_brought_back(opened, draft):
    page = opened(draft, Expenditure)
    cell(page, 4, "code").click()
    page.keyboard.press("Alt+Insert")
    page.keyboard.type("2080506")
    page.keyboard.press("Tab")
    page.keyboard.type("0")
    cell(page, 1, "code").click()
    page.keyboard.press("Alt+Delete")
    page.keyboard.press("Alt+Delete")
    page.keyboard.press("Control+z")
    save(page)
    codes = [line.code for line in draft.lines("03")]
    assert codes == ["", "20103", "2010301", "2080506", "2010308", "208", "20805", "2080505"]
    line = draft.lines("03").get(code="2080506")
    assert (line.name, line.total_expenditure, line.basic_expenditure) == (
        "机关事业单位职业年金缴费支出",
        Decimal(0),
        None,
    )


def test_enter_goes_down_and_sends_nothing_and_arrows_move(opened, draft):
    page = opened(draft, Expenditure)
    cell(page, 1, "total_expenditure").click()
    for key in ("Enter", "ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"):
        page.keyboard.press(key)
    expect(cell(page, 2, "total_expenditure")).to_be_focused()
    assert page.url.endswith("/parts/expenditure/")
    page.keyboard.press("F2")
    page.keyboard.press("ArrowLeft")
    page.keyboard.type("9")
    assert cell(page, 2, "total_expenditure").input_value() == "1083.597"
    page.keyboard.press("Control+z")
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('table')") is None


def test_an_unknown_code_is_marked_and_waits_for_a_confirmation(opened, draft):
    page = opened(draft, Expenditure)
    cell(page, 4, "code").click()
    page.keyboard.type("9999999")
    page.keyboard.press("Tab")
    expect(page.locator(".grid-verdicts .bad a")).to_have_text("第 5 行 · 功能分类科目编码")
    expect(page.locator("td.wrong.field-code")).to_have_count(1)
    page.keyboard.press("Control+Space")
    expect(page.locator("td.wrong")).to_have_count(0)
    save(page)
    assert draft.lines("03").filter(code="9999999").exists()


def test_codes_above_are_offered_and_put_in_their_place(opened, draft):
    page = opened(draft, Expenditure)
    cell(page, 7, "code").click()
    page.keyboard.press("Enter")
    page.keyboard.type("2210201")
    page.keyboard.press("Enter")
    expect(page.locator(".grid-parents")).to_contain_text("221 住房保障支出、22102 住房改革支出")
    page.locator("[data-do=parents]").click()
    save(page)
    assert [line.code for line in draft.lines("03")][-3:] == ["221", "22102", "2210201"]


def test_sums_stand_beside_typed_totals_while_typing(opened, draft):
    page = opened(draft, Expenditure)
    expect(page.locator(".grid-verdicts")).to_contain_text("没有不符")
    cell(page, 4, "project_expenditure").click()
    page.keyboard.type("600.36")
    page.keyboard.press("Enter")
    expect(page.locator("#id_expenditure-4-total_expenditure + .sum")).to_have_text("600.36 万元")
    expect(page.locator(".grid-verdicts")).to_contain_text("第 5 行 · 本年支出合计")
    assert draft.lines("03")[4].project_expenditure == Decimal(6353600)


def test_an_address_leads_to_its_cell(opened, draft):
    page = opened(draft, Expenditure, "#row-5-project_expenditure")
    expect(cell(page, 4, "project_expenditure")).to_be_focused()
    line = draft.lines("03")[2]
    page.evaluate("hash => { location.hash = hash; }", f"cell-{line.pk}-basic_expenditure")
    expect(cell(page, 2, "basic_expenditure")).to_be_focused()


def test_amounts_of_an_account_are_one_tab_apart(opened, draft):
    draft.lines("01").delete()
    page = opened(draft, Summary)
    with page.expect_navigation():
        page.get_by_text("按表样填入各行").click()
    page.wait_for_selector(".is-live")
    cell(page, 0, "amount", "summary").click()
    page.keyboard.type("1262.08")
    page.keyboard.press("Tab")
    page.keyboard.type("3")
    save(page)
    assert [line.amount for line in draft.lines("01")][:3] == [12620800, 30000, None]


def test_without_a_script_it_is_a_plain_form(new_page, live_server, draft):
    page = new_page(java_script_enabled=False)
    sign_in(page, live_server.url)
    page.goto(live_server.url + page_of(draft, Expenditure))
    cell(page, 4, "code").fill("9999999")
    cell(page, 4, "basic_expenditure").fill("很多")
    save(page)
    assert page.locator(".mistakes li").count() == 2
    page.locator(".mistakes a").first.click()
    cell(page, 4, "confirmed").check()
    cell(page, 4, "basic_expenditure").fill("")
    page.get_by_text("保存，再加 10 个空行").click()
    cell(page, 8, "code").fill("221")
    cell(page, 8, "total_expenditure").fill("1")
    save(page)
    lines = list(draft.lines("03"))
    assert [line.code for line in lines][4:] == ["9999999", "208", "20805", "2080505", "221"]
    assert lines[-1].name == "住房保障支出"
