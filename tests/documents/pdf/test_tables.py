"""Tables in PDF files drawn by the tests: merged cells, wrapped texts, missing lines, turned pages."""

import pytest
from reportlab.lib.pagesizes import A4

from disclosures.documents.items import Grid, Prose
from disclosures.documents.reading import read
from tests.documents.making.drawn import drawn

XS = (50, 150, 300, 400, 500)
YS = tuple(range(100, 400, 30))
PLAIN = [["编码", "名称", "合计", "基本支出"], ["201", "一般公共服务支出", "1,083.57", "448.21"]]


def texts(item):
    return [[cell.text for cell in row] for row in item.rows]


def grids(path):
    return [item for item in read(path) if isinstance(item, Grid)]


def only_grid(path):
    (item,) = grids(path)
    return texts(item)


@pytest.fixture
def page(tmp_path):
    """A file of the pages that are drawn."""

    def draw(*pages, **options):
        return drawn(tmp_path / "a.pdf", *pages, **options)

    return draw


def test_cells_are_read_between_their_lines_and_know_their_place(page):
    (grid,) = grids(page(lambda pen: pen.table(XS, YS, PLAIN)))
    assert texts(grid) == PLAIN
    assert (grid.place, grid.rows[1][2].place) == ("第 1 页表 1", "第 1 页表 1 第 2 行第 3 格")


def test_a_merged_cell_holds_its_text_once_at_its_start(page):
    rows = [["项目", None, "合计", "支出"], ["编码", "名称", "^", "基本"], ["201", "服务", "1.00", "2.00"]]
    assert only_grid(page(lambda pen: pen.table(XS, YS, rows))) == [
        ["项目", "", "合计", "支出"],
        ["编码", "名称", "", "基本"],
        ["201", "服务", "1.00", "2.00"],
    ]


def test_a_name_over_three_lines_beside_a_code_in_the_middle_is_one_text(page):
    def draw(pen):
        pen.table(XS, (100, 150), [["", "机关事业单位\n基本养老保险\n缴费支出", "", ""]])
        pen.text(54, 128, "2080505")
        pen.text(304, 128, "48.03")

    assert only_grid(page(draw)) == [["2080505", "机关事业单位基本养老保险缴费支出", "48.03", ""]]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("全年\n预算", "全年预算"),
        ("Level\nOne", "Level One"),
        ("12,345,67\n8.90", "12,345,678.90"),  # a group of two digits cannot be the end
        ("100\n200", "100 200"),  # two figures
        ("80%-\n100%", "80%-100%"),
        ("2023\n年", "2023年"),
    ],
)
def test_lines_of_a_cell_are_joined_as_their_letters_ask(page, written, read_as):
    assert only_grid(page(lambda pen: pen.table((50, 200, 300), (100, 150), [[written, "甲"]]))) == [[read_as, "甲"]]


def test_a_figure_that_stands_out_of_its_cell_stays_whole(page):
    def draw(pen):
        pen.table((50, 100, 150, 200), (100, 130), [["甲", "", ""]])
        pen.text(90, 118, "1,234,567.89")  # begins a little left of its cell

    assert only_grid(page(draw)) == [["甲", "1,234,567.89", ""]]


def test_a_table_open_at_its_sides_has_its_outer_columns(page):
    def draw(pen):
        for y in (100, 130, 160):
            pen.line(50, y, 500, y)
        pen.line(200, 100, 200, 160)
        pen.line(350, 100, 350, 160)
        for y, row in ((118, ("编码", "名称", "合计")), (148, ("201", "服务", "1.00"))):
            for x, words in zip((60, 210, 360), row, strict=True):
                pen.text(x, y, words)

    assert only_grid(page(draw)) == [["编码", "名称", "合计"], ["201", "服务", "1.00"]]


def test_rows_without_lines_between_them_are_told_apart_by_their_figures(page):
    def draw(pen):
        pen.table(
            XS, (100, 130, 200), [PLAIN[0], ["201\n20103\n208", "服务\n事务\n保障", "1.00\n2.00\n3.00", "4.00\n\n6.00"]]
        )

    assert only_grid(page(draw)) == [
        PLAIN[0],
        ["201", "服务", "1.00", "4.00"],
        ["20103", "事务", "2.00", ""],
        ["208", "保障", "3.00", "6.00"],
    ]


@pytest.mark.parametrize(
    ("upper", "lower", "read_as"),
    [
        ("1,657,297.", "88", "1,657,297.88"),
        ("1,657,29", "7.88", "1,657,297.88"),
        ("１，６５７．", "８８", "１，６５７．８８"),
        ("1657297.8", "8", "1657297.88"),
    ],
)
def test_amounts_too_long_for_their_cells_are_no_rows(page, upper, lower, read_as):
    rows = [["文化", f"{upper}\n{lower}", f"{upper}\n{lower}", "0.00"]]
    assert only_grid(page(lambda pen: pen.table((50, 150, 202, 254, 330), (100, 140), rows))) == [
        ["文化", read_as, read_as, "0.00"]
    ]


AMOUNTS = [
    ["项目", "合计", "基本支出"],
    ["一般公共服务支出", "1,083.57", "448.21"],
    ["社会保障和就业支出", "115.80", "115.80"],
    ["住房保障支出", "40.01", ""],
]


def test_text_in_columns_is_a_table_also_without_lines(page):
    def draw(pen):
        pen.text(50, 60, "下表是各项支出的情况，单位是万元。")
        pen.table((50, 250, 400, 500), (100, 118, 136, 154), AMOUNTS, upright=False, across=False)

    prose, grid = read(page(draw))
    assert prose.text == "下表是各项支出的情况，单位是万元。"
    assert texts(grid) == AMOUNTS


def test_lines_across_alone_divide_rows_of_which_names_may_be_wrapped(page):
    rows = [*AMOUNTS, ["机关事业单位职业年金\n缴费支出", "13.89", "13.89"]]
    ys = (100, 130, 160, 190, 220, 250)
    grid = only_grid(page(lambda pen: pen.table((50, 250, 400, 500), ys, rows, upright=False)))
    assert grid == [*AMOUNTS, ["机关事业单位职业年金缴费支出", "13.89", "13.89"]]


def test_a_list_of_contents_is_no_table(page):
    def draw(pen):
        for number, title in enumerate(("第一部分 概况", "第二部分 说明", "第三部分 决算表", "第四部分 名词解释")):
            pen.text(80, 100 + 20 * number, title)
            pen.text(480, 100 + 20 * number, str(3 + number))

    assert all(isinstance(item, Prose) for item in read(page(draw)))


def test_a_frame_around_text_is_no_table(page):
    def draw(pen):
        pen.table((40, 550), (40, 800), [[""]])
        pen.text(60, 100, "说明")

    assert read(page(draw)) == [Prose("说明", "第 1 页第 1 行")]


def test_two_tables_of_a_page_are_counted(page):
    def draw(pen):
        pen.table(XS, YS, PLAIN)
        pen.text(50, 200, "第二张")
        pen.table(XS, (300, 330, 360), PLAIN)

    first, prose, second = read(page(draw))
    assert (first.place, prose.place, second.place) == ("第 1 页表 1", "第 1 页第 1 行", "第 1 页表 2")


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_a_page_turned_by_the_file_with_its_text_turned_back_reads_upright(page, rotate):
    """A sheet set sideways: what is drawn is turned against the page, so that a reader sees it upright."""
    side = 600

    def draw(pen):
        pen.canvas.rotate(rotate)
        pen.canvas.translate(*{90: (0, -side), 180: (-side, -side), 270: (-side, 0)}[rotate])
        pen.table(XS, YS, PLAIN)

    assert only_grid(page(draw, rotate=rotate, size=(side, side))) == PLAIN


def test_a_table_drawn_sideways_on_an_upright_page_reads_like_an_upright_one(page):
    def draw(pen):
        pen.canvas.rotate(90)
        pen.canvas.translate(0, -A4[0])
        pen.height = A4[0]
        pen.table(XS, YS, PLAIN)

    assert only_grid(page(draw)) == PLAIN


def test_a_cell_written_sideways_or_downwards_keeps_the_order_of_its_text(page):
    def draw(pen):
        pen.table((50, 100, 150, 250), (100, 200, 230), [["", "", "甲"], ["1", "2", "3"]])
        pen.canvas.saveState()
        pen.canvas.translate(80, pen.height - 190)
        pen.canvas.rotate(90)
        pen.canvas.drawString(0, 0, "一级指标")
        pen.canvas.restoreState()
        for x, word in ((125, "公务接"), (110, "待经费")):  # columns from right to left
            for number, char in enumerate(word):
                pen.text(x, 120 + 14 * number, char)

    assert only_grid(page(draw))[0] == ["一级指标", "公务接待经费", "甲"]


def test_text_drawn_twice_to_look_bold_is_read_once(page):
    def draw(pen):
        pen.table(XS, YS, PLAIN)
        for shift in (0, 0.3):
            pen.text(60 + shift, 70, "收入决算表 2023")

    prose, grid = read(page(draw))
    assert prose.text == "收入决算表 2023"
    assert texts(grid) == PLAIN
