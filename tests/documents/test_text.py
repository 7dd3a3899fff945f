"""Text files: what is a row, what is prose, and where each stood."""

import re

import pytest

from disclosures.documents.items import DocumentError, Grid, Prose
from disclosures.documents.reading import read, read_document
from tests.documents.making.faults import differences


@pytest.fixture
def written(tmp_path):
    """A text file with that content."""

    def write(content: str | bytes, name: str = "a.txt"):
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


def test_lines_with_tabs_are_a_grid_and_other_lines_are_prose(written):
    before, grid, after = read(written("说明\n\n项目\t金额\n合计\t1.00\n注：无\n"))
    assert (before, after) == (Prose("说明", "第 1 行"), Prose("注：无", "第 5 行"))
    assert isinstance(grid, Grid)
    assert [[cell.text for cell in row] for row in grid.rows] == [["项目", "金额"], ["合计", "1.00"]]
    assert (grid.place, grid.rows[1][1].place) == ("第 3 行", "第 4 行第 2 格")


def test_a_line_right_below_another_has_no_gap(written):
    assert [line.gap for line in read(written("一\n二\n\n三\n"))] == [True, False, True]


def test_a_blank_line_ends_a_grid(written):
    assert [len(grid.rows) for grid in read(written("a\tb\nc\td\n\ne\tf\n"))] == [2, 1]


def test_marks_of_markdown_are_taken_off(written):
    assert [line.text for line in read(written("- 一、职责\n1. **财政拨款收入**: 指\n"))] == [
        "一、职责",
        "1. 财政拨款收入: 指",
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_the_usual_encodings_of_chinese_text_are_read(written, encoding):
    (line,) = read(written("收入支出决算总表".encode(encoding)))
    assert line.text == "收入支出决算总表"


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"", "a.txt", "a.txt 是空文件。"),
        (b"\n \n", "a.txt", "a.txt 里没有文字也没有表格。"),
        (b"\x7fELF\x02\x01\x00\x00\xff\xff\xff", "a.txt", "a.txt 不是文本文件：内容不是 UTF-8 或 GB18030 编码的文字。"),
        (b"x", "a.exe", "不认识 a.exe 的格式"),
    ],
)
def test_what_is_no_text_is_refused_in_one_sentence(written, content, name, sentence):
    with pytest.raises(DocumentError, match=re.escape(sentence)):
        read(written(content, name))


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(DocumentError, match=r"找不到文件 b\.txt"):
        read(tmp_path / "b.txt")


@pytest.mark.parametrize(
    "lines",
    [
        ["| 项目 | 金额 |", "|------|-----:|", "| 合计 | -1.50 |"],
        ["┌────┬────┐", "│项目│金额│", "├────┼────┤", "│合计│-1.50│", "└────┴────┘"],
        ["+----+----+", "|项目|金额|", "+====+====+", "|合计|-1.50|", "+----+----+"],
    ],
)
def test_a_table_drawn_with_bars_is_a_grid(written, lines):
    document = read_document(written("\n".join(["说明 5", *lines, "", "| 甲 | 2 | 3 |", "", "注 6"])))
    before, grid, alone, after = document.items
    assert [[cell.text for cell in row] for row in grid.rows] == [["项目", "金额"], ["合计", "-1.50"]]
    assert grid.rows[1][1].place == f"第 {len(lines) + 1 - (len(lines) > 3)} 行第 2 格"
    assert [one.text for one in (before, alone, after)] == ["说明 5", "| 甲 | 2 | 3 |", "注 6"]
    assert differences(document) == []


def test_the_dash_before_a_figure_that_stands_alone_is_its_sign(written):
    document = read_document(written("- 603.11\n- 603.11 万元\n-3%\n\f- 2\n"))
    assert [line.text for line in document.items] == ["- 603.11", "603.11 万元", "-3%", "- 2"]
    assert differences(document) == []
