"""What must not pass in silence: pages that are pictures, tables that do not say their unit."""

from disclosures.documents.isolated.packing import packed, unpacked
from disclosures.documents.items import BLANK, Cell, Document, Grid, Prose, Unreadable
from disclosures.intake.reading import read_items

PICTURE = Unreadable("第 4 页", "这一页是图片，没有文字，没有读入。")


def test_a_page_that_is_a_picture_is_a_problem_that_names_it():
    (problem,) = read_items([Prose("说明", "第 1 页第 1 行"), PICTURE]).ledger.problems
    assert (problem.level, problem.place, problem.message) == ("warning", "第 4 页", PICTURE.reason)


def test_every_kind_of_item_comes_whole_through_the_isolation():
    grid = Grid("表 1", ((Cell("1.00", "表 1第 1 行第 1 格", True), BLANK),), title="支出")
    document = Document([grid, Prose("说明", "第 1 段", gap=False), PICTURE], None)
    assert unpacked(packed(document)) == document


def table(*above: str) -> list:
    """The smallest statement: table 07 below some lines."""
    texts = [["项目", "预算数", "决算数"], ["合计", "3.00", "7.24"]]
    rows = tuple(
        tuple(Cell(text, f"表 1第 {r} 行第 {c} 格") for c, text in enumerate(row)) for r, row in enumerate(texts)
    )
    lines = [Prose(text, f"第 {n} 段") for n, text in enumerate(above)]
    return [*lines, Prose("财政拨款“三公”经费支出决算表", "第 99 段"), Grid("表 1", rows)]


def test_tables_without_a_unit_are_refused_rather_than_guessed():
    (problem,) = read_items(table()).ledger.problems
    assert (problem.level, problem.message[:9]) == ("fatal", "没有写明金额单位；")


def test_the_unit_of_the_text_is_taken_with_a_warning():
    reading = read_items(table("全年支出 72400.00 元。"))
    assert reading.precision.unit == "元"
    assert [problem.level for problem in reading.ledger.problems] == ["warning"]


def test_a_unit_at_the_end_of_a_line_of_the_caption_is_its_unit():
    reading = read_items([*table()[:1], Prose("单位：某局    2023年度    元", "第 98 段"), *table()[1:]])
    assert reading.precision.unit == "元"
    assert reading.unit_name == "某局"
