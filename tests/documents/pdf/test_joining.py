"""Tables that go on over pages: rows cut between their name and their amounts, heads and captions printed again."""

import pytest

from disclosures.documents.items import Grid
from disclosures.documents.reading import read
from tests.documents.making.drawn import drawn
from tests.documents.pdf.test_pages import FIRST, HEAD, SECOND, line, page_of, part
from tests.documents.pdf.test_tables import texts

CUT = ["2010301", "行政", "", ""]
TOTAL = ["", "合计", "4.00", "6.00"]


def rows_of(tmp_path, *pages):
    grids = [item for item in read(drawn(tmp_path / "a.pdf", *pages)) if isinstance(item, Grid)]
    return [row for grid in grids for row in texts(grid)]


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [
        (CUT, ["", "运行", "5.00", "5.00"], ["2010301", "行政运行", "5.00", "5.00"]),
        (["2010301", "行政运行", "", ""], ["", "", "5.00", ""], ["2010301", "行政运行", "5.00", ""]),
        (["2010301", "行政（一", "5.00", ""], ["", "般）", "", ""], ["2010301", "行政（一般）", "5.00", ""]),
    ],
)
def test_a_row_cut_between_its_name_and_its_amounts_is_one(tmp_path, above, below, whole):
    pages = part(600, HEAD, TOTAL, FIRST, above), part(60, below, SECOND)
    assert rows_of(tmp_path, *pages) == [HEAD, TOTAL, FIRST, whole, SECOND]
    with_head = part(600, HEAD, TOTAL, FIRST, above), part(60, HEAD, below, SECOND)
    assert rows_of(tmp_path, *with_head) == [HEAD, TOTAL, FIRST, whole, SECOND]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (CUT, TOTAL),  # a row of its own
        (CUT, ["2010302", "运行", "5.00", "5.00"]),
        (["2010301", "行政", "1.00", ""], ["", "", "5.00", "5.00"]),  # its amounts are above already
        (["2010301", "", "", ""], ["", "运行", "5.00", ""]),  # no name that could go on
    ],
)
def test_what_may_be_two_rows_stays_two(tmp_path, above, below):
    assert rows_of(tmp_path, part(600, HEAD, FIRST, above), part(60, below)) == [HEAD, FIRST, above, below]


def test_a_row_without_amounts_is_not_filled_where_such_rows_are_usual(tmp_path):
    pages = part(570, HEAD, FIRST, CUT, SECOND, CUT), part(60, ["", "运行", "5.00", ""])
    assert rows_of(tmp_path, *pages)[-2:] == [CUT, ["", "运行", "5.00", ""]]


def test_a_bracket_left_open_is_closed_below_also_where_rows_with_a_name_alone_are_usual(tmp_path):
    note = ["本表反映支出情况。", "", "", ""]
    pages = part(600, HEAD, FIRST, ["结余(含专用", "28", "5.00", ""]), part(60, ["结余)", "", "", ""], SECOND, note)
    assert rows_of(tmp_path, *pages) == [HEAD, FIRST, ["结余(含专用结余)", "28", "5.00", ""], SECOND, note]


ACCOUNT = [["收入", "金额", "支出", "金额"], ["一、拨款收入", "9.00", "七、文化支出", "4.00"]]
NEXT_ITEMS = [["", "", "九、卫生健康支出", ""], ["", "", "十、节能环保支出", ""]]


def test_what_is_no_item_of_a_list_is_the_rest_of_the_item_above(tmp_path):
    """The name was broken where it still had room, and rows without amounts are usual below."""
    pages = part(600, *ACCOUNT, ["", "", "八、社会保", "5.00"]), part(60, ["", "", "障支出", ""], *NEXT_ITEMS)
    assert rows_of(tmp_path, *pages) == [*ACCOUNT, ["", "", "八、社会保障支出", "5.00"], *NEXT_ITEMS]


def test_the_rests_of_two_items_beside_each_other_are_joined(tmp_path):
    above = ["七、附属单", "", "七、文化旅游", "5.00"]
    below = [["位上缴收入", "", "体育与传媒支出", ""], ["八、其他收入", "", "八、社会保障支出", ""]]
    items = [["五、事业收入", "", "五、教育支出", "1.00"], ["六、经营收入", "", "六、科技支出", "2.00"]]
    whole = ["七、附属单位上缴收入", "", "七、文化旅游体育与传媒支出", "5.00"]
    pages = part(570, ACCOUNT[0], *items, above), part(60, *below)
    assert rows_of(tmp_path, *pages) == [ACCOUNT[0], *items, whole, below[1]]


@pytest.mark.parametrize("own", ["其中：一般债务", "（二）"])
def test_a_row_of_its_own_below_an_item_stays_one(tmp_path, own):
    rows = [*ACCOUNT, *NEXT_ITEMS, ["", "", "二十六、其他支出", "5.00"]]
    assert rows_of(tmp_path, part(570, *rows), part(60, ["", "", own, ""]))[-1] == ["", "", own, ""]


def test_notes_below_are_no_rows_with_a_name_alone(tmp_path):
    xs = (50, 132, 300, 400)
    rows = [["项目", "预算数", "决算数"], ["1、公务接待费", "", "4.00"], ["其中：运行维护", "", "5.00"]]
    below = [["费", "", ""], ["2、公务用车费", "", ""], ["本表反映支出情况。", "", ""]]
    pages = part(600, *rows, xs=xs), part(60, *below, xs=xs)
    assert rows_of(tmp_path, *pages) == [*rows[:2], ["其中：运行维护费", "", "5.00"], *below[1:]]


def test_a_caption_of_many_rows_inside_the_first_part_is_no_part_of_the_head_printed_again(tmp_path):
    caption = [
        [text, None, None, None] for text in ("收入决算表", "公开02表", "单位：甲县乙局", "2023年度", "金额单位：万元")
    ]
    pages = part(90, *caption, HEAD, FIRST), part(60, HEAD, SECOND)
    assert rows_of(tmp_path, *pages)[5:] == [HEAD, FIRST, SECOND]


@pytest.mark.parametrize(("number", "is_one"), [("29", True), ("30", False), ("", False)])
def test_what_has_no_number_between_two_that_follow_each_other_is_no_row(tmp_path, number, is_one):
    rows = [["项目", "行次", "决算数", "数"], ["本年收入合计", "27", "9.00", ""], ["使用结", "28", "4.00", ""]]
    below = [["余(专用)", "", "", ""], ["年初结转", number, "1.00", ""]]
    joined = [["使用结余(专用)", "28", "4.00", ""], below[1]]
    found = rows_of(tmp_path, part(600, *rows), part(60, *below))
    assert found == ([*rows[:2], *joined] if is_one else [*rows, *below])


def test_a_sum_below_a_list_is_no_rest_of_its_last_item(tmp_path):
    total = ["", "", "本年支出合计", ""]
    rows = [*ACCOUNT, *NEXT_ITEMS, ["", "", "二十六、其他支出", "5.00"]]
    assert rows_of(tmp_path, part(570, *rows), part(60, total)) == [*rows, total]


UNIT_LINE = ["单位：甲县乙局 金额单位：万元", None, None, None]


@pytest.mark.parametrize("mark", ["（续）", "（续表）", "(续表2)", "（续上表）"])
def test_a_title_with_a_mark_that_the_table_goes_on_makes_it_one_without_a_head_printed_again(tmp_path, mark):
    first = page_of(line(200, 50, "收入决算表"), part(90, HEAD, FIRST))
    again = page_of(line(200, 50, f"收入决算表{mark}"), part(90, SECOND))
    assert rows_of(tmp_path, first, again) == [HEAD, FIRST, SECOND]


def test_a_line_with_the_unit_inside_the_head_printed_again_is_left_out(tmp_path):
    unit = line(60, 80, UNIT_LINE[0])
    first = page_of(line(200, 50, "收入决算表"), unit, part(90, HEAD, FIRST))
    again = page_of(line(200, 50, "收入决算表（续）"), part(90, UNIT_LINE, HEAD, SECOND))
    assert rows_of(tmp_path, first, again) == [HEAD, FIRST, SECOND]


def test_a_title_and_a_line_with_the_unit_inside_both_heads_are_left_out_the_second_time(tmp_path):
    title = ["收入决算表", None, None, None]
    first = part(90, title, UNIT_LINE, HEAD, FIRST)
    again = part(90, ["收入决算表（续）", None, None, None], UNIT_LINE, HEAD, SECOND)
    assert len(rows_of(tmp_path, first, again)) == 5
    assert rows_of(tmp_path, first, again)[-2:] == [FIRST, SECOND]
    assert rows_of(tmp_path, first, part(90, HEAD, SECOND))[-2:] == [FIRST, SECOND]
