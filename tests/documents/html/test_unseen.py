"""What of a page is not seen, or is no part of a figure, is put aside; whatever its encoding and its spans are."""

import pytest

from disclosures.documents.items import Aside, Grid, Prose
from disclosures.documents.pieces import DELETED, HIDDEN, MARK
from disclosures.documents.reading import read_document
from tests.documents.making.faults import differences


@pytest.fixture
def items(tmp_path):
    """What is read of a page; the second reading must see the same."""

    def write(content: str | bytes):
        path = tmp_path / "a.html"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        document = read_document(path)
        assert differences(document) == []
        return document.items

    return write


def texts(items) -> list:
    """Rows of texts of a grid, text of a line."""
    return [
        [[cell.text for cell in row] for row in one.rows] if isinstance(one, Grid) else one.text
        for one in items
        if not isinstance(one, Aside)
    ]


def asides(items) -> list[tuple[str, str]]:
    return [(one.text, one.reason) for one in items if isinstance(one, Aside)]


@pytest.mark.parametrize(
    ("text", "seen", "aside"),
    [
        ('1.5<span style="display:none">9</span>', "1.5", [("9", HIDDEN)]),
        ('1.5<span style="DISPLAY : none !important">9</span>', "1.5", [("9", HIDDEN)]),
        ('1.5<span style="visibility:hidden">9<i style="visibility:visible">8</i></span>', "1.58", [("9", HIDDEN)]),
        ('1.5<span style="font-size:0px">9</span>', "1.5", [("9", HIDDEN)]),
        ('1.5<span style="font-size:0"><b style="font-size:9pt">9</b></span>', "1.59", []),
        ('1.5<span style="font-size:0.5em">9</span>', "1.59", []),
        ("1.5<span hidden>9</span>", "1.5", [("9", HIDDEN)]),
        ('1.5<span aria-hidden="true">9</span>', "1.59", []),
        ('1.5<span class="a gone">9</span>', "1.5", [("9", HIDDEN)]),
        ('1.5<span id=g>9</span>', "1.5", [("9", HIDDEN)]),
        ('1.5<span class="gone back">9</span>', "1.59", []),
        ('1.5<u class="gone" style="display:inline">9</u>', "1.59", []),
        ('1.5<b><i><em class="x">9</em></i></b>', "1.5", [("9", HIDDEN)]),
        ('1.5<em class="x">9</em>', "1.59", []),
        ('1.5<span class="printed">9</span>', "1.59", []),
        ('1.5<span style="opacity: 0.0">9</span>', "1.5", [("9", HIDDEN)]),
        ('1.5<span style="opacity: .4">9</span>', "1.59", []),
        ('1.5<span style="position:absolute;left:-9999px">9</span>', "1.5", [("9", HIDDEN)]),
        ('1.5<span style="position:absolute;clip:rect(0, 0, 0, 0)">9</span>', "1.5", [("9", HIDDEN)]),
        ('1.5<span style="position:absolute;left:-9px">9</span>', "1.59", []),
        ('<span style="color:#fff">9</span>1.5', "1.5", [("9", HIDDEN)]),
        ('1.5<span style="color:rgb(254, 254, 254)">9</span>', "1.5", [("9", HIDDEN)]),
        ('1.5<font color="white">9</font>', "1.5", [("9", HIDDEN)]),
        ('<span style="background:#333;color:#333">9</span>1.5', "1.5", [("9", HIDDEN)]),
        ('<span style="background:#333;color:#fff">9</span>1.5', "91.5", []),
        ('<span style="background:url(a.png) #fff;color:#fff">9</span>1.5', "91.5", []),
        ('<ruby>1.5<rt>9</rt></ruby>', "1.5", [("9", MARK)]),
        ('<input value="1.5"><input type=hidden value=9>', "1.5", []),
        ("<textarea>1.5</textarea>", "1.5", []),
        ("<select><option>9<option selected>1.5</select>", "1.5", [("9", HIDDEN)]),
        ("<select><option>1.5<option>9</select>", "1.5", [("9", HIDDEN)]),
        ("1.5<sup>1</sup>", "1.5", [("1", MARK)]),
        ("1.5<sup>[</sup><sup>1]</sup>", "1.5", [("[1]", MARK)]),
        ('1.5<span style="vertical-align: super">①</span>', "1.5", [("①", MARK)]),
        ("100m<sup>2</sup>", "100m2", []),
        ("<sup>1</sup>1.5", "11.5", []),
        ("<sup>1.5</sup>", "1.5", []),
        ("<del>9</del>1.5<s>8</s>", "1.5", [("9", DELETED), ("8", DELETED)]),
        ('1.5<span style="text-decoration: underline line-through">9</span>', "1.5", [("9", DELETED)]),
        ("1&shy;.&#8203;5", "1.5", []),
    ],
)  # fmt: skip
@pytest.mark.parametrize("around", ["<p>{}</p>", "<table><tr><td>{}</table>"])
def test_a_text_is_what_is_seen_of_it(items, around, text, seen, aside):
    style = """<style><!-- @import url(a.css); /* .back { display: none } */
        .gone, #g:hover, #g { display: none } span.back { display: inline }
        @media print { .printed { display: none } } b > i em.x { display: none }
        p:hover .y { display: none } --></style>"""
    read = items(style + around.format(text))
    wanted = [[seen]] if "table" in around else seen
    assert (texts(read), asides(read)) == ([wanted], aside)


def test_rows_and_cells_that_take_no_room_are_no_part_of_the_grid(items):
    page = "<table><tr><td>1<td style='display:none'>2<td>3<tr hidden><td>4<tr><td>5<td>6</table>"
    read = items(page)
    assert texts(read) == [[["1", "3"], ["5", "6"]]]
    assert [(one.place, one.text) for one in read[1:]] == [("表 1第 1 行第 2 格", "2"), ("表 1第 2 行第 1 格", "4")]
    assert read[0].rows[1][1].place == "表 1第 3 行第 2 格"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("said", ["", "utf-8", "gb2312", "big5", "iso-8859-1", "no-such", "utf-7"])
def test_the_text_is_right_whatever_a_page_says_of_its_encoding(items, encoding, said):
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={said}">' if said else ""
    if (said, encoding) == ("big5", "gb18030"):
        return  # what is neither UTF-8 nor what it says cannot be told from what it says
    (line,) = items(f"<html><head>{meta}</head><p>抚顺市信访局支出决算表 1.5</p></html>".encode(encoding))
    assert line.text == "抚顺市信访局支出决算表 1.5"


def test_spans_that_are_no_numbers_or_reach_too_far(items):
    page = (
        "<table><tr><td colspan=²>1<td rowspan=99>2<td>3<tr><td>4<td>5<tbody><tr><td rowspan=0>6<td>7<tr><td>8</table>"
    )
    assert texts(items(page)) == [[["1", "2", "3"], ["4", "", "5"], ["6", "7"], ["", "8"]]]


def test_lines_in_a_cell_stay_apart(items):
    assert texts(items("<table><tr><td>12<br>34<p>56</p>7\n8</table>")) == [[["12\n34\n56\n7 8"]]]


def test_layout_tables_are_looked_into_and_a_small_table_in_a_cell_is_part_of_it(items):
    inner = "<table><tr><td>1<td>2<tr><td>3<td>4</table>"
    assert texts(items(f"<table><tr><td>5<td>{inner}6</table>")) == ["5", [["1", "2"], ["3", "4"]], "6"]
    small = "<table><tr><td>1</table>"
    assert texts(items(f"<table><tr><td>5<td>{small}<td>7</table>")) == [[["5", "1", "7"]]]


def test_what_stands_in_a_table_but_in_no_cell_is_prose_above_it(items):
    page = "<table>甲<caption>支出决算表<br>2023</caption><tr>乙<td>1</tr>丙<tr><td>2</table>"
    assert texts(items(page)) == ["甲", "支出决算表", "2023", "乙", "丙", [["1"], ["2"]]]


@pytest.mark.parametrize("between", ["<br>", "\n"])
def test_a_table_drawn_with_bars_is_a_grid(items, between):
    lines = between.join(["说明 5", "| 项目 | 金额 |", "|---|:--|", "| 合计 | 1.50 |", "注：无 6"])
    before, grid, after = items(f"<pre>{lines}</pre>" if between == "\n" else f"<p>{lines}</p>")
    assert (before.text, after.text) == ("说明 5", "注：无 6")
    assert texts([grid]) == [[["项目", "金额"], ["合计", "1.50"]]]
    assert grid.rows[1][1].place == "第 4 段第 2 格"


def test_a_line_with_bars_alone_is_prose(items):
    assert texts(items("<p>首页 | 公开 | 2023</p>")) == ["首页 | 公开 | 2023"]


def test_a_heading_in_a_block_of_its_own_is_not_glued_to_its_paragraph(items):
    assert texts(items("<div><h3>一、收入情况说明</h3>收入 1.5 万元。<div>二、支出</div></div>")) == [
        "一、收入情况说明", "收入 1.5 万元。", "二、支出",
    ]  # fmt: skip


def test_a_hidden_table_is_listed_cell_by_cell(items):
    first, second, line = items("<div style='display:none'><table><tr><td>1<td>2</table></div><p>3")
    assert [(one.place, one.text) for one in (first, second)] == [
        ("表 1第 1 行第 1 格", "1"),
        ("表 1第 1 行第 2 格", "2"),
    ]
    assert line == Prose("3", "第 1 段")


def test_white_text_may_stand_on_what_a_style_file_draws(items):
    """Which colours a file of styles brings is not known, so that nothing is taken for hidden."""
    read = items('<link rel="stylesheet" href="a.css"><p>1.5<span style="color:white">9</span></p>')
    assert texts(read) == ["1.59"]
    read = items('<link rel="stylesheet" href="a.css"><p style="background:white">1.5<b style="color:white">9</b></p>')
    assert texts(read) == ["1.5"]
