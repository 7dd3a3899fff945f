"""Two readings that must agree: what only one of them sees is told at its place, and stops the import in a table."""

import pytest

from disclosures.documents.figures import figures_in
from disclosures.documents.items import BLANK, Aside, Cell, Grid, Prose, Sighting
from disclosures.intake.doubts.second_look import report_differences
from disclosures.intake.reading import read_items


def items(figure="7.24", doubt="") -> list:
    """The smallest statement, table 07, below a paragraph."""
    texts = [["项目", "年初预算数", "决算数"], ["合计", "3.00", figure]]
    rows = [
        [Cell(text, f"第 1 页表 1 第 {r} 行第 {c} 格") for c, text in enumerate(row, start=1)]
        for r, row in enumerate(texts, start=1)
    ]
    rows[1][2] = rows[1][2]._replace(doubt=doubt)
    return [
        Prose("本年支出 3.00 万元。", "第 1 页第 1 行"),
        Prose("财政拨款“三公”经费支出决算表", "第 1 页第 2 行"),
        Prose("金额单位：万元", "第 1 页第 3 行"),
        Grid("第 1 页表 1", tuple(map(tuple, rows))),
    ]


EXACT = [
    Sighting("3.00", "第 1 页第 1 行"),
    Sighting("3.00", "第 1 页表 1 第 2 行第 2 格"),
    Sighting("7.24", "第 1 页表 1 第 2 行第 3 格"),
]
BY_PAGE = [Sighting(one.text, "第 1 页") for one in EXACT]


def told(read: list, seen: list[Sighting]) -> list[tuple[str, str, str]]:
    reading = read_items(read)
    report_differences(seen, reading.ledger)
    return [(one.level, one.place, one.text) for one in reading.ledger.problems]


@pytest.mark.parametrize("seen", [EXACT, BY_PAGE])
def test_readings_that_agree_say_nothing(seen):
    assert told(items(), seen) == []


@pytest.mark.parametrize("figure", ["7.2", "7.244", "-7.24", "24", "7.42"])
@pytest.mark.parametrize(("seen", "place"), [(EXACT, "第 1 页表 1 第 2 行第 3 格"), (BY_PAGE, "第 1 页")])
def test_a_figure_that_differs_stops_the_import_and_both_are_named(figure, seen, place):
    cell = "第 1 页表 1 第 2 行第 3 格"
    assert told(items(figure), seen) == [("fatal", place, "7.24"), ("fatal", cell, figure)]


def test_a_figure_of_the_text_that_differs_is_a_warning():
    seen = [Sighting("3.10", EXACT[0].place), *EXACT[1:]]
    assert {level for level, _, _ in told(items(), seen)} == {"warning"}


def test_a_figure_that_moved_to_its_neighbour_is_found_by_its_place():
    seen = [*EXACT[:2], Sighting("7.24", "第 1 页表 1 第 2 行第 4 格")]
    assert len(told(items(), seen)) == 2


def test_many_differences_are_counted_not_listed():
    problems = told(items(), [Sighting(str(n), "第 1 页") for n in range(1000, 3000)])
    assert len(problems) == 41


def test_a_doubtful_cell_of_a_table_stops_the_import_in_its_own_words():
    (problem,) = read_items(items(doubt="公式没有存下结果。")).ledger.problems
    assert (problem.level, problem.message) == ("fatal", "公式没有存下结果。")


def test_what_nobody_sees_is_listed_with_its_reason():
    aside = Aside("第 1 页表 1 第 2 行第 3 格", "9", "隐藏文字")
    (unread,) = read_items([*items(), aside]).ledger.unread()[-1:]
    assert (unread.text, unread.reason) == ("9", "隐藏文字")


def test_figures_are_compared_in_one_writing():
    assert figures_in("支出１,２３４.５０万元（－ 3.1%），(2.00) 5") == ["1,234.50", "(-3.1%)", "(2.00)", "5"]
    assert figures_in("没有数") == [] == figures_in(BLANK.text)
