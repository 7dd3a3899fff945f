"""The real disclosure of 2023, as lossy text: every figure, every quirk, and nothing lost."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from django.conf import settings

from disclosures.intake.reading import read_disclosure
from disclosures.intake.report import as_data
from disclosures.statements.models import Chapter, statements_in

SAMPLE = settings.BASE_DIR / "fixtures" / "fushun-petition-office-2023.txt"
EXPECTED = Path(__file__).parents[1] / "documents" / "fushun-petition-office-2023.json"


@pytest.fixture(scope="module")
def reading():
    return read_disclosure(SAMPLE)


def lines(reading, number):
    return {line.key: line for line in reading.statements[number].lines}


def test_it_reads_to_the_document_beside_it(reading):
    assert as_data(reading) == json.loads(EXPECTED.read_text(encoding="utf-8"))


def test_nothing_is_unread_and_nothing_is_fatal(reading):
    assert reading.ledger.unread() == []
    assert [(one.level, one.text) for one in reading.ledger.problems] == [
        ("warning", "对民间非营利组织和群众性自治组织")
    ]


def test_every_figure_that_the_tables_print_is_in_a_line(reading):
    """A second, naive reading: the figures of each stretch of tabbed lines, in any order."""
    text = SAMPLE.read_text(encoding="utf-8").splitlines()
    starts = {number: int(one.head.place.split()[1]) - 1 for number, one in reading.statements.items()}
    for number, start in starts.items():
        printed = []
        for row in text[start:]:
            if "\t" not in row:
                break
            printed += [
                cell for cell in row.split("\t") if cell.replace(",", "").replace(".", "").isdigit() and "." in cell
            ]
        stored = [
            f"{value / 10000:,.2f}"
            for line in reading.statements[number].lines
            for value in line.amounts.values()
            if value is not None
        ]
        assert sorted(stored) == sorted(printed), number


@pytest.mark.parametrize(
    ("number", "rows"),
    [("01", 62), ("02", 18), ("03", 18), ("04", 64), ("05", 18), ("06", 89), ("07", 6), ("08", 1), ("09", 1)],
)
def test_every_row_of_the_nine_tables_is_there(reading, number, rows):
    assert len(reading.statements[number].lines) == rows


def test_table_01_has_its_62_lines_of_which_those_without_a_name_are_only_numbers(reading):
    found = reading.statements["01"].lines
    assert sorted(line.line for line in found) == list(range(1, 63))
    assert [line.line for line in found if not line.name] == [*range(9, 27), 30, 61]
    assert all(line.item for line in found if line.name)


def test_the_three_budgets_of_table_04_are_told_apart_from_their_balances(reading):
    items = {line.line: line.item for line in reading.statements["04"].lines if line.side == "income"}
    assert (items[1], items[29]) == ("general_public_budget", "opening_general_public_budget")


def test_a_column_number_that_slid_beside_its_title_does_not_move_the_figures(reading):
    total = lines(reading, "02")["total"]
    assert total.total_income == total.fiscal_appropriation == Decimal("12620800.00")
    assert total.superior_subsidy is None
    assert any(repair.reason == "栏次与标题错开，按标题读入" for repair in reading.ledger.repairs)


def test_blank_and_zero_stay_apart(reading):
    assert lines(reading, "03")["2010301"].project_expenditure is None
    assert lines(reading, "05")["2010301"].project_expenditure == Decimal("0.00")


def test_the_total_alone_on_the_next_line_belongs_to_its_footer(reading):
    found = lines(reading, "06")
    assert sum(1 for key in found if key.isdigit()) == 87
    assert found["staff"].amount == Decimal("5055900.00")
    assert found["operating"].amount == Decimal("1211200.00")


def test_cut_names_are_completed_and_the_printed_one_is_kept(reading):
    line = lines(reading, "02")["20103"]
    assert (line.printed_name, line.name) == ("政府办公厅（室）及相关机构事", "政府办公厅（室）及相关机构事务")
    line = lines(reading, "06")["30108"]
    assert (line.printed_name, line.name) == ("机关事业单位基本养老保险", "机关事业单位基本养老保险缴费")


def test_empty_tables_are_declared_so_in_the_words_of_the_document(reading):
    declared = {number for number, one in reading.statements.items() if one.head.is_declared_empty}
    assert declared == {"08", "09"}
    assert reading.statements["08"].head.empty_reason == "如本表为空，则我部门本年度无此类资金收支余。"


def test_every_table_names_the_unit_also_where_its_name_runs_over_two_lines(reading):
    assert {one.head.unit_name for one in reading.statements.values()} == {
        "中共辽宁省抚顺市委抚顺市人民政府信访局（本级）"
    }
    assert reading.statements.keys() == statements_in(2023).keys()


def test_sentences_broken_by_a_page_are_whole_again(reading):
    texts = [one.text for one in reading.paragraphs]
    assert any("导致经费减少；二是项目支出减少" in text for text in texts)
    assert any("日常公用经费 121.12 万元，主要包括办公费" in text for text in texts)
    assert reading.title == "中共辽宁省抚顺市委抚顺市人民政府信访局（本级）2023 年度部门决算公开"


def test_duties_scope_and_terms_are_listed(reading):
    assert len(reading.duties) == 8
    assert reading.duties[7].text == "完成市委、市政府交办的其他任务。"
    assert [unit.name for unit in reading.units] == ["中共辽宁省抚顺市委抚顺市人民政府信访局(本级)"]
    assert len(reading.terms) == 15
    assert reading.terms[6].name == "使用非财政拨款结余"
    assert reading.terms[6].definition == "指事业单位按照预算管理要求使用非财政拨款结余弥补收支差额的金额。"


def test_the_contents_list_is_no_second_copy_of_the_chapters(reading):
    headings = [one.text for one in reading.paragraphs if one.level == 1 and one.chapter == Chapter.EXPLANATION]
    assert headings == ["第二部分 2023 年度部门决算情况说明"]


# ---------------------------------------------------------------------------------------------------------------------
# Performance
# ---------------------------------------------------------------------------------------------------------------------


def test_the_five_forms_have_their_69_indicators(reading):
    assert [len(form.rows) for form in reading.forms] == [23, 8, 11, 9, 18]
    assert [form.form.total_score for form in reading.forms] == ["99.46", "79", "100", "90", "86.5"]


def indicator(reading, form, name):
    (found,) = (row.indicator for row in reading.forms[form].rows if row.indicator.name == name)
    return found


def test_amounts_of_a_form_are_exact_and_printed_as_they_were(reading):
    form = reading.forms[3].form
    assert (form.budget, form.executed) == (Decimal("1310000.00"), Decimal("1310000.00"))
    assert form.text("budget", reading.precision) == "131"


def test_a_target_in_words_that_slid_into_the_operators_column_is_put_right(reading):
    found = indicator(reading, 0, "依法行政能力")
    assert (found.operator, found.target, found.unit) == ("", "管理规范", "")
    assert (found.completion, found.weight, found.score) == ("1", "3.3", "3.3")


def test_an_indicator_on_two_lines_gets_its_name(reading):
    found = indicator(reading, 3, "综合业务培训时间")
    assert (found.operator, found.target, found.unit, found.actual, found.score) == ("=", "1", "天", "3", "5")


def test_reasons_stand_under_their_heading_also_where_the_cell_slid(reading):
    assert indicator(reading, 0, "预算调整率").deviation.keys() == {"经费保障"}
    assert indicator(reading, 0, "固定资产利用率").deviation.keys() == {"其他"}
    assert indicator(reading, 0, "固定资产利用率").improvement.startswith("其他：机关事务管理局")


def test_headings_lost_with_merged_cells_are_established(reading):
    assert indicator(reading, 0, "预算执行率").level1 == "预算执行"
    assert indicator(reading, 0, "预算收入管理规范性").level2 == "预算收支管理"
    slid = indicator(reading, 1, "推动信访积案化解")
    assert (slid.level1, slid.level2) == ("产出指标", "质量指标")
    assert all(row.indicator.level1 and row.indicator.level2 for form in reading.forms for row in form.rows)


def test_goal_and_outcome_in_one_cell_are_told_apart(reading):
    form = reading.forms[3].form
    assert form.goal.startswith("通过合理安排人力")
    assert form.outcome.startswith("2023年，抚顺市使用省以上信访补助资金")
    assert "<p>" not in form.goal + form.outcome
