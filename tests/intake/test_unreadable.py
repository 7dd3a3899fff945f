"""What a person sees and no program reads is said with its place."""

from disclosures.documents.isolation import _packed, _unpacked
from disclosures.documents.items import BLANK, Cell, Grid, Prose, Unreadable
from disclosures.intake.reading import read_items

PICTURE = Unreadable("第 4 页", "这一页是图片，没有文字，没有读入。")


def test_a_page_that_is_a_picture_is_a_problem_that_names_it():
    (problem,) = read_items([Prose("说明", "第 1 页第 1 行"), PICTURE]).ledger.problems
    assert (problem.level, problem.place, problem.message) == ("warning", "第 4 页", PICTURE.reason)


def test_every_kind_of_item_comes_whole_through_the_isolation():
    grid = Grid("表 1", ((Cell("1.00", "表 1第 1 行第 1 格", True), BLANK),), title="支出")
    for item in (grid, Prose("说明", "第 1 段", gap=False), PICTURE):
        assert _unpacked(_packed(item)) == item
