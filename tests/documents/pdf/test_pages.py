"""PDF files of several pages: tables that go on, rows cut in two, page numbers, paragraphs."""

import pytest

from disclosures.documents.items import DocumentError, Grid, Prose
from disclosures.documents.limits import Limits
from disclosures.documents.pdf.reading import read_pdf
from disclosures.documents.reading import read
from tests.documents.making.drawn import drawn
from tests.documents.pdf.test_tables import only_grid, texts

XS = (50, 120, 300, 400, 500)
HEAD = ["编码", "名称", "合计", "支出"]
FIRST = ["201", "一般公共服务支出", "1.00", "2.00"]
SECOND = ["208", "社会保障支出", "3.00", "4.00"]


def part(top, *rows, xs=XS, height=30):
    """A page with one table that begins at that height."""
    ys = [top + height * number for number in range(len(rows) + 1)]
    return lambda pen: pen.table(xs, ys, rows)


def page_of(*parts):
    def draw(pen):
        for one in parts:
            one(pen)

    return draw


def line(x, y, words):
    return lambda pen: pen.text(x, y, words)


@pytest.fixture
def file(tmp_path):
    def draw(*pages, **options):
        return drawn(tmp_path / "a.pdf", *pages, **options)

    return draw


# ---------------------------------------------------------------------------------------------------------------------
# Tables over pages
# ---------------------------------------------------------------------------------------------------------------------


def test_a_table_that_runs_over_pages_is_one_and_its_rows_keep_their_pages(file):
    (grid,) = read(file(part(600, HEAD, FIRST), part(60, SECOND)))
    assert texts(grid) == [HEAD, FIRST, SECOND]
    assert [row[0].place for row in grid.rows] == [
        "第 1 页表 1 第 1 行第 1 格",
        "第 1 页表 1 第 2 行第 1 格",
        "第 2 页表 1 第 1 行第 1 格",
    ]


def test_a_head_printed_again_is_left_out_and_nothing_else(file):
    assert only_grid(file(part(600, HEAD, FIRST), part(60, HEAD, SECOND))) == [HEAD, FIRST, SECOND]
    assert only_grid(file(part(600, FIRST, SECOND), part(60, FIRST))) == [FIRST, SECOND, FIRST]


def test_a_caption_printed_again_with_the_head_is_left_out(file):
    title = line(200, 50, "收入决算表")
    first = page_of(title, line(420, 80, "单位：万元"), part(90, HEAD, FIRST))
    again = page_of(line(200, 50, "收入决算表（续）"), line(420, 80, "单位：万元"), part(90, HEAD, SECOND))
    *prose, grid = read(file(first, again))
    assert [one.text for one in prose] == ["收入决算表", "单位：万元"]
    assert texts(grid) == [HEAD, FIRST, SECOND]


def test_another_title_or_other_columns_begin_another_table(file):
    other = page_of(line(200, 50, "支出决算表"), part(90, HEAD, SECOND))
    assert len(only_grids(file(part(600, HEAD, FIRST), other))) == 2
    assert len(only_grids(file(part(600, HEAD, FIRST), part(60, SECOND, xs=(50, 150, 250, 420, 500))))) == 2


def only_grids(path):
    return [item for item in read(path) if isinstance(item, Grid)]


def test_a_part_with_fewer_columns_is_put_into_those_of_the_whole_table(file):
    label = [["项目名称", "维稳经费", None, None]]
    rows = only_grid(file(part(600, *label), part(60, FIRST)))
    assert rows == [["项目名称", "维稳经费", "", ""], FIRST]
    assert only_grid(file(part(600, ["甲", "乙"], xs=(50, 300, 500)), part(60, FIRST))) == [["甲", "", "乙", ""], FIRST]


def test_a_row_that_the_page_cut_in_two_is_one_again(file):
    narrow = (50, 120, 165, 400, 500)
    above = part(600, HEAD, ["产出", "召开信\n访工作\n联席会", "1.00", "2.00"], xs=narrow, height=60)
    assert only_grid(file(above, part(60, ["", "议次数", "", ""], SECOND, xs=narrow)))[1:] == [
        ["产出", "召开信访工作联席会议次数", "1.00", "2.00"],
        SECOND,
    ]


@pytest.mark.parametrize(
    "below",
    [
        ["", "十六、金融支出", "", ""],  # begins something
        ["", "金融支出", "5.00", ""],  # a figure of its own
        ["", "", "", "5.00"],
        ["209", "金融支出", "", ""],  # a code of its own
    ],
)
def test_in_doubt_rows_stay_apart(file, below):
    above = ["", "十五、商业服务业等支", "", ""]
    assert only_grid(file(part(600, HEAD, above), part(60, below))) == [HEAD, above, below]


def test_rows_of_a_name_alone_are_rows_where_they_are_usual(file):
    narrow = (50, 120, 165, 400, 500)
    rows = [["类", "外交\n支出一", "", ""], ["", "国防支", "", ""], ["", "教育支", "", ""]]
    below = ["", "科学支", "", ""]
    assert only_grid(file(part(500, *rows, xs=narrow), part(60, below, xs=narrow)))[-2:] == [rows[-1], below]


# ---------------------------------------------------------------------------------------------------------------------
# Furniture
# ---------------------------------------------------------------------------------------------------------------------


def test_page_numbers_that_count_up_are_left_out_also_between_parts_of_a_table(file):
    first = page_of(part(600, HEAD, FIRST), line(290, 820, "- 7 -"))
    second = page_of(part(60, SECOND), line(290, 820, "- 8 -"))
    (grid,) = read(file(first, second))
    assert texts(grid) == [HEAD, FIRST, SECOND]


def test_a_number_that_does_not_count_pages_stays(file):
    items = read(file(line(290, 820, "12"), line(290, 820, "30")))
    assert [item.text for item in items] == ["12", "30"]


def test_a_running_head_is_left_out_and_a_caption_that_is_often_the_same_is_not(file):
    pages = [
        page_of(line(50, 40, "某局决算"), line(50, 100, "单位：万元"), line(50, 130, f"第{word}张表"))
        for word in "一二三四"
    ]
    said = [item.text for item in read(file(*pages))]
    assert "某局决算" not in said
    assert said.count("单位：万元") == 4


# ---------------------------------------------------------------------------------------------------------------------
# Paragraphs
# ---------------------------------------------------------------------------------------------------------------------

LONG = "本单位二〇二三年度财政拨款收入支出决算情况说明如下所述其中基本支出和项目支出都有"  # 39 characters


def test_lines_of_a_paragraph_are_joined_and_an_indent_begins_one(file):
    def draw(pen):
        pen.text(80, 100, LONG)
        pen.text(60, 120, LONG + "所减")
        pen.text(60, 140, "少。")
        pen.text(80, 160, "二是" + LONG)

    first, second = read(file(draw))
    assert first == Prose(f"{LONG}{LONG}所减少。", "第 1 页第 1 行")
    assert (second.text, second.gap) == ("二是" + LONG, True)


def test_a_sentence_runs_on_over_the_page(file):
    def first(pen):
        pen.text(60, 760, LONG)
        pen.text(60, 780, LONG)

    def second(pen):
        pen.text(60, 80, LONG)
        pen.text(60, 100, "减少。")

    assert [item.text for item in read(file(first, second))] == [LONG * 3 + "减少。"]


def test_the_title_of_a_table_at_the_head_of_a_page_is_no_rest_of_a_text_that_ended_at_its_foot(file):
    def first(pen):
        pen.text(80, 60, LONG[:-2])
        pen.text(60, 80, LONG[:-1] + "。")
        pen.text(80, 110, LONG[:-2])
        pen.text(60, 130, LONG[:-1] + "。")

    def second(words):
        return page_of(line(60, 50, words), part(80, HEAD, FIRST), line(60, 200, LONG))

    text = LONG[:-2] + LONG[:-1] + "。"
    prose = [item.text for item in read(file(first, second("资产占用情况表"))) if isinstance(item, Prose)]
    assert prose == [text, text, "资产占用情况表", LONG]
    prose = [item.text for item in read(file(first, second("其余不变。"))) if isinstance(item, Prose)]
    assert prose == [text, text + "其余不变。", LONG]


def test_an_enumeration_stays_apart_though_its_lines_are_full(file):
    def draw(pen):
        for number, mark in enumerate(("一、", "二、", "三、")):
            pen.text(60, 100 + 20 * number, mark + LONG)

    assert [item.text for item in read(file(draw))] == ["一、" + LONG, "二、" + LONG, "三、" + LONG]


# ---------------------------------------------------------------------------------------------------------------------
# What cannot be read
# ---------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("limits", "sentence"),
    [
        (Limits(pages=1), "页数超过 1"),
        (Limits(characters=10), "字数超过 10"),
        (Limits(cells=7), "单元格数超过 7"),
        (Limits(seconds=-1), "读取时间"),
    ],
)
def test_more_than_the_limit_is_refused_and_the_limit_named(file, limits, sentence):
    path = file(part(600, HEAD, FIRST), part(60, SECOND))
    with pytest.raises(DocumentError, match=f"a.pdf 太大：.*{sentence}"):
        read_pdf(path, limits)


def test_an_encrypted_file_is_refused(file):
    with pytest.raises(DocumentError, match=r"a\.pdf 加了密码，不能读；请先去掉密码。"):
        read(file(line(50, 50, "秘密"), encrypt="password"))


def test_a_truncated_file_is_refused(file):
    path = file(part(600, HEAD, FIRST))
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(DocumentError, match=r"a\.pdf 不完整"):
        read(path)


def test_a_file_of_another_kind_is_refused(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"no document at all\n")
    with pytest.raises(DocumentError, match=r"a\.pdf 不是 PDF 文件"):
        read(path)


def test_a_damaged_file_is_refused(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7\nnothing\n%%EOF\n")
    with pytest.raises(DocumentError, match=r"a\.pdf 损坏了，打不开。"):
        read(path)


def test_the_number_of_a_table_at_the_right_margin_begins_no_paragraph(file):
    caption = (line(200, 50, "支出决算表"), line(480, 70, "公开03表"), line(50, 90, "某某局某某局某某局某某局某某局"))
    *prose, _ = read(file(page_of(*caption, part(110, HEAD, FIRST))))
    assert [one.text for one in prose] == ["支出决算表", "公开03表", "某某局某某局某某局某某局某某局"]


def test_a_caption_whose_lines_stand_in_the_middle_stays_in_its_lines(file):
    caption = ("支出决算表", "公开03表", "单位：某局", "金额单位：万元")
    lines = [line(297 - 5 * len(text), 50 + 16 * n, text) for n, text in enumerate(caption)]
    *prose, _ = read(file(page_of(*lines, part(130, HEAD, FIRST))))
    assert [one.text for one in prose] == list(caption)
