"""The nine tables as they are shown: heads as on the form, rows as asked for, figures as printed."""

from decimal import Decimal

import pytest

from disclosures.amounts import AmountUnit
from disclosures.statements.loaded import LoadedDisclosure
from disclosures.statements.models import (
    STATEMENTS,
    BasicExpenditure,
    Expenditure,
    StateCapital,
    StatementHead,
    Summary,
)
from disclosures.tables.rows import Fold
from disclosures.tables.selection import Extent, Level, Selection
from disclosures.tables.showing import form_of, table_of, tabulate
from disclosures.tables.table import decimals_in, unique_keys
from tests.building import build_disclosure

pytestmark = pytest.mark.django_db

ALL = Selection(columns=Extent.ALL)


@pytest.fixture
def disclosure():
    return build_disclosure()


def codes(table) -> list[str]:
    return [row.code for row in table.rows]


# ---------------------------------------------------------------------------------------------------------------------
# Heads
# ---------------------------------------------------------------------------------------------------------------------


def printed_head(table) -> list[list[tuple]]:
    return [[(cell.title, cell.colspan, cell.rowspan) for cell in row] for row in table.head]


def test_a_table_of_codes_has_the_code_and_the_name_below_one_head(disclosure):
    assert printed_head(table_of(disclosure, "03")) == [
        [("项目", 2, 1), ("本年支出合计", 1, 2), ("基本支出", 1, 2), ("项目支出", 1, 2)],
        [("功能分类科目编码", 1, 1), ("科目名称", 1, 1)],
        [("栏次", 2, 1), ("1", 1, 1), ("2", 1, 1), ("3", 1, 1)],
    ]


def test_columns_of_a_group_stand_below_its_head(disclosure):
    upper, lower, numbers = printed_head(table_of(disclosure, "08"))
    assert ("本年支出", 3, 1) in upper
    assert [title for title, *_ in lower] == ["功能分类科目编码", "科目名称", "小计", "基本支出", "项目支出"]
    assert [title for title, *_ in numbers] == ["栏次", "1", "2", "3", "4", "5", "6"]


def test_both_sides_of_an_account_stand_below_their_names(disclosure):
    upper, titles, numbers = printed_head(table_of(disclosure, "04", ALL))
    assert upper == [("收入", 3, 1), ("支出", 6, 1)]
    assert [title for title, *_ in titles][3:6] == ["项目", "行次", "合计"]
    assert [title for title, *_ in numbers] == ["栏次", "1", "栏次", "2", "3", "4", "5"]


def test_neighbouring_panels_with_one_title_share_its_head():
    assert printed_head(form_of("06"))[0] == [("人员经费", 3, 1), ("公用经费", 6, 1)]


@pytest.mark.parametrize("number", STATEMENTS)
def test_every_head_is_a_rectangle(number):
    """Each row of a head covers all columns, once those that reach down from above are counted."""
    table = form_of(number)
    width = sum(len(panel.columns) for panel in table.panels)
    reaching = [0] * len(table.head)
    for depth, row in enumerate(table.head):
        assert sum(cell.colspan for cell in row) + reaching[depth] == width
        for cell in row:
            for below in range(depth + 1, depth + cell.rowspan):
                reaching[below] += cell.colspan


# ---------------------------------------------------------------------------------------------------------------------
# Figures
# ---------------------------------------------------------------------------------------------------------------------


def test_blank_and_zero_stay_apart(disclosure):
    [_, _, _, running, *_] = table_of(disclosure, "03").rows
    assert (running.amount("project_expenditure"), running.cells[2].text) == (None, "")
    [_, _, _, running, *_] = table_of(disclosure, "05").rows
    assert (running.amount("project_expenditure"), running.cells[2].text) == (Decimal("0.00"), "0.00")


def test_each_row_and_figure_has_an_address_by_code_and_printed_number(disclosure):
    row = next(row for row in table_of(disclosure, "03").rows if row.code == "2080505")
    assert (row.key, row.cells[1].anchor) == ("2080505", "2080505.2")


def test_a_figure_in_a_column_without_number_is_addressed_by_the_name_of_the_column(disclosure):
    assert table_of(disclosure, "06").rows[0].cells[0].anchor == "301.amount"


def test_a_code_that_is_printed_twice_has_two_addresses():
    assert unique_keys(["201", "208", "201", "201"]) == ["201", "208", "201-2", "201-3"]


def test_another_unit_changes_the_texts_and_no_value(disclosure):
    published, asked = (table_of(disclosure, "03", Selection(unit=unit)) for unit in (None, AmountUnit.YUAN))
    assert asked.rows[0].cells[0].text == "12,620,800.00"
    assert [row.amount("total_expenditure") for row in asked.rows] == [
        row.amount("total_expenditure") for row in published.rows
    ]


def test_the_unit_of_the_document_is_the_default_by_whatever_name(disclosure):
    table = table_of(disclosure, "03", Selection(unit=AmountUnit.WAN))
    assert (table.unit, table.selection) == (AmountUnit.WAN, Selection())


@pytest.mark.parametrize(
    ("amounts", "decimals"),
    [(["12620800.00"], 2), (["12620800.00", "600000.00"], 2), (["12620800.00", "42400.00"], 4), (["0.00"], 2), ([], 2)],
)
def test_no_figure_is_made_to_look_like_zero_by_a_larger_unit(amounts, decimals):
    assert decimals_in(AmountUnit.YI, AmountUnit.WAN, 2, list(map(Decimal, amounts))) == decimals


def test_a_table_keeps_the_unit_that_its_own_head_states(disclosure):
    StatementHead.objects.filter(disclosure=disclosure, number="03").update(amount_unit="元")
    table = table_of(disclosure, "03")
    assert (table.own_unit, table.rows[0].cells[0].text) == (AmountUnit.YUAN, "12,620,800.00")


# ---------------------------------------------------------------------------------------------------------------------
# Columns and rows without figures
# ---------------------------------------------------------------------------------------------------------------------


def test_empty_columns_are_left_out_unless_asked_for(disclosure):
    table = table_of(disclosure, "03")
    assert [column.number for column in table.panels[0].amount_columns] == [1, 2, 3]
    assert [column.title for column in table.empty_columns] == ["上缴上级支出", "经营支出", "对附属单位补助支出"]
    assert [column.number for column in table_of(disclosure, "03", ALL).panels[0].amount_columns] == [1, 2, 3, 4, 5, 6]


def test_an_empty_table_shows_all_columns_of_its_form(disclosure):
    table = table_of(disclosure, "08")
    assert table.is_empty
    assert table.is_declared_empty
    assert [column.number for column in table.panels[0].amount_columns] == [1, 2, 3, 4, 5, 6]


def test_a_column_that_the_form_does_not_number_is_shown_when_it_holds_a_figure(disclosure):
    lines = list(disclosure.lines("09"))
    assert [column.number for column in table_of(disclosure, "09", ALL).panels[0].amount_columns] == [1, 2, 3]
    lines[0].income = Decimal("5.00")
    shown = tabulate(LoadedDisclosure(disclosure, lines).table("09"), ALL).panels[0].amount_columns
    assert [column.name for column in shown] == ["income", "expenditure", "basic_expenditure", "project_expenditure"]
    assert StateCapital.title == tabulate(LoadedDisclosure(disclosure, lines).table("09")).title


def test_rows_without_figures_can_be_left_out_but_not_the_parents_of_others(disclosure):
    lines = list(disclosure.lines("06"))
    lines[0].amount = None  # the class 301, whose sections have figures
    shown = tabulate(LoadedDisclosure(disclosure, lines).table("06"), Selection(rows=Extent.USED))
    assert codes(shown) == ["301", "30101", "30102", "302", "30201", "staff", "operating"]


# ---------------------------------------------------------------------------------------------------------------------
# Drill-down
# ---------------------------------------------------------------------------------------------------------------------


def test_focus_shows_what_is_above_a_code_and_what_is_below_it(disclosure):
    table = table_of(disclosure, "03", Selection(code="20103"))
    assert codes(table) == ["", "201", "20103", "2010301", "2010308"]
    assert [row.is_above_focus for row in table.rows] == [True, True, False, False, False]
    assert table.focus.name == "政府办公厅（室）及相关机构事务"


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        (Level.CLASS, ["", "201", "208"]),
        (Level.SECTION, ["", "201", "20103", "208", "20805"]),
        (Level.ITEM, ["", "201", "20103", "2010301", "2010308", "208", "20805", "2080505"]),
    ],
)
def test_a_level_opens_the_table_down_to_it(disclosure, level, expected):
    assert codes(table_of(disclosure, "03", Selection(level=level))) == expected


def test_a_turned_sign_closes_an_open_row_and_opens_a_closed_one(disclosure):
    assert codes(table_of(disclosure, "03", Selection(fold=("201",)))) == ["", "201", "208", "20805", "2080505"]
    opened = table_of(disclosure, "03", Selection(level=Level.CLASS, fold=("208",)))
    assert codes(opened) == ["", "201", "208", "20805"]
    assert [row.fold for row in opened.rows] == [Fold.NONE, Fold.CLOSED, Fold.OPEN, Fold.CLOSED]


def test_a_code_whose_parents_are_not_printed_is_never_folded_away():
    lines = [Expenditure(code=code, name=code, position=position) for position, code in enumerate(("", "2010301"))]
    shown = tabulate(LoadedDisclosure(build_disclosure(), lines).table("03"), Selection(level=Level.CLASS))
    assert codes(shown) == ["", "2010301"]


def test_the_selection_of_a_table_is_rid_of_what_the_table_does_not_have(disclosure):
    asked = Selection(code="999", level=Level.CLASS, fold=("201", "77"), columns=Extent.ALL, rows=Extent.USED)
    assert table_of(disclosure, "07", asked).selection == Selection(rows=Extent.USED)
    assert table_of(disclosure, "03", asked).selection == Selection(
        level=Level.CLASS, fold=("201",), columns=Extent.ALL
    )


def test_the_deepest_level_of_a_table_is_its_default(disclosure):
    table = table_of(disclosure, "06", Selection(level=Level.SECTION))
    assert table.levels == (Level.CLASS, Level.SECTION)
    assert table.selection == Selection()


# ---------------------------------------------------------------------------------------------------------------------
# Shapes
# ---------------------------------------------------------------------------------------------------------------------


def test_both_sides_of_an_account_stand_level_by_their_printed_numbers(disclosure):
    grid = table_of(disclosure, "01").grid
    assert len(grid) == 31
    assert [(left.line, right.line) for left, right in grid] == [(line, line + 31) for line in range(1, 32)]
    assert (grid[26][0].name, grid[26][1].name) == ("本年收入合计", "本年支出合计")
    assert (grid[10][0].name, grid[10][0].is_blank) == ("", True)


def test_an_account_without_printed_numbers_keeps_its_own_order():
    lines = [Summary(side="income", item="income_this_year", name="本年收入合计", position=1)]
    [income, expenditure] = tabulate(LoadedDisclosure(build_disclosure(), lines).table("01")).panels
    assert [row.key for row in income.rows] == ["income-income_this_year"]
    assert expenditure.rows == ()


def test_economic_codes_stand_in_their_panels_and_unknown_ones_in_the_last():
    names = ("301", "302", "310", "399", "555", "staff")
    lines = [BasicExpenditure(code=code, name=code, position=n, amount=Decimal(n)) for n, code in enumerate(names)]
    table = tabulate(LoadedDisclosure(build_disclosure(), lines).table("06"))
    assert [[row.code for row in panel.rows] for panel in table.panels] == [["301"], ["302"], ["310", "399", "555"]]
    assert [row.code for row in table.foot] == ["staff"]


def test_a_table_is_read_in_two_queries(disclosure, django_assert_num_queries):
    with django_assert_num_queries(2):
        table_of(disclosure, "03")


@pytest.mark.parametrize(("number", "rows"), [("01", 62), ("04", 64), ("07", 6), ("06", 2), ("03", 0)])
def test_the_form_shows_the_rows_that_it_prints_itself(number, rows):
    table = form_of(number)
    assert len(table.rows) == rows
    assert table.notes == (STATEMENTS[number].note,)
