"""Web pages: tables with their spans, text without scripts."""

import pytest

from disclosures.documents.items import Grid, Prose
from disclosures.documents.reading import read


@pytest.fixture
def page(tmp_path):
    """The items of a page with that body."""

    def write(body, encoding="utf-8"):
        path = tmp_path / "a.html"
        path.write_bytes(f'<html><head><meta charset="{encoding}"></head><body>{body}</body></html>'.encode(encoding))
        return read(path)

    return write


def test_spans_keep_the_columns(page):
    (grid,) = page(
        "<table><tr><td rowspan=2>项目<td colspan=2>本年支出<tr><td>小计<td>基本支出<tr><td>合计<td>1<td>2</table>"
    )
    assert isinstance(grid, Grid)
    assert [[cell.text for cell in row] for row in grid.rows] == [
        ["项目", "本年支出", ""],
        ["", "小计", "基本支出"],
        ["合计", "1", "2"],
    ]


def test_text_around_tables_is_prose_and_scripts_are_nothing(page):
    before, _, after = page("<p>收入<b>决算</b>表</p><script>x</script><table><tr><td>1</table>注：无<br>")
    assert (before, after) == (Prose("收入决算表", "第 1 段"), Prose("注：无", "第 2 段"))


def test_the_encoding_that_the_page_states_is_used(page):
    (line,) = page("<p>支出决算表</p>", encoding="gb2312")
    assert line.text == "支出决算表"


def test_a_table_for_layout_is_looked_into(page):
    words, grid = page("<table><tr><td>标题<table><tr><td>1<td>2</table></table>")
    assert (words.text, [cell.text for cell in grid.rows[0]]) == ("标题", ["1", "2"])


def test_entities_of_a_doctype_are_not_expanded(tmp_path):
    path = tmp_path / "a.html"
    path.write_text('<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>甲&x;</p></body></html>')
    assert "root" not in "".join(item.text for item in read(path))
