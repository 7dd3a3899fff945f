"""Lines keep how the document printed their figures, and know what they are called."""

from decimal import Decimal

import pytest

from disclosures.amounts import AmountUnit, Precision
from disclosures.statements.form_rows import EXPENDITURE, INCOME
from disclosures.statements.models import BasicExpenditure, Expenditure, FiscalSummary, Summary, ThreePublicExpenses
from tests.building import build_disclosure

WAN = Precision(AmountUnit.WAN)
COLUMN = "total_expenditure"


def line(text: str) -> Expenditure:
    made = Expenditure(code="201")
    made.set_printed(COLUMN, text, WAN)
    return made


# ---------------------------------------------------------------------------------------------------------------------
# Figures
# ---------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["1,262.08", "0.00", "-21.05", ""])
def test_a_figure_in_the_usual_writing_is_kept_as_an_amount_alone(text):
    made = line(text)
    assert made.as_printed == {}
    assert made.text(COLUMN, WAN) == text


@pytest.mark.parametrize(
    ("text", "yuan"),
    [
        ("1262.08", "12620800"),
        ("131", "1310000"),
        ("0", "0"),
        ("1,262.0815", "12620815"),
        ("（21.05）", "-210500"),
        ("-", None),
        ("—", None),
    ],
)
def test_a_figure_in_another_writing_is_printed_as_the_document_has_it(text, yuan):
    made = line(f" {text} ")
    assert getattr(made, COLUMN) == (Decimal(yuan) if yuan else None)
    assert made.as_printed == {COLUMN: text}
    assert made.text(COLUMN, WAN) == text


def test_in_another_unit_a_figure_is_printed_in_the_usual_writing():
    assert line("131").text(COLUMN, WAN, unit=AmountUnit.YUAN) == "1,310,000.00"
    assert line("-").text(COLUMN, WAN, unit=AmountUnit.YUAN) == ""
    assert line("131").text(COLUMN, WAN, unit=AmountUnit.WAN) == "131"


def test_a_part_made_fast_is_what_the_constructor_makes():
    given = {"code": "201", "name": "一般公共服务支出", "place": "第 1 行"}
    fast, usual = Expenditure.new(**given), Expenditure(**given)
    without_state = [{name: value for name, value in vars(one).items() if name != "_state"} for one in (fast, usual)]
    assert without_state[0] == without_state[1]
    assert (fast._state.adding, fast._state.db) == (usual._state.adding, usual._state.db)
    assert fast.as_printed is not Expenditure.new().as_printed


def test_a_figure_set_anew_forgets_how_the_last_one_was_printed():
    made = line("-")
    made.set_printed(COLUMN, "131.00", WAN)
    assert (made.as_printed, made.text(COLUMN, WAN)) == ({}, "131.00")
    made.set_printed(COLUMN, "131", WAN)
    made.set_printed(COLUMN, "", WAN)
    assert (made.as_printed, made.text(COLUMN, WAN)) == ({}, "")


def test_a_writing_that_no_longer_is_the_figure_is_not_printed():
    made = line("131")
    made.total_expenditure = Decimal("1320000.00")
    assert made.text(COLUMN, WAN) == "132.00"
    made.total_expenditure = None
    assert made.text(COLUMN, WAN) == ""
    assert line("131").text(COLUMN, Precision(AmountUnit.YUAN)) == "1,310,000.00"
    assert line("0.0050").text(COLUMN, Precision(AmountUnit.YUAN)) == "50.00"


@pytest.mark.django_db
def test_the_writing_is_saved_with_the_line():
    disclosure = build_disclosure()
    made = line("131")
    made.disclosure, made.position = disclosure, 99
    made.save()
    assert Expenditure.objects.get(pk=made.pk).text(COLUMN, disclosure.precision) == "131"


def test_amounts_are_given_by_column_in_the_order_of_the_form():
    amounts = line("1.00").amounts
    assert list(amounts) == [column.name for column in Expenditure.columns()]
    assert [value for value in amounts.values() if value is not None] == [Decimal(10000)]


# ---------------------------------------------------------------------------------------------------------------------
# Names of rows
# ---------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "key", "is_total"),
    [
        (Expenditure(code=""), "total", True),
        (Expenditure(code="2080505"), "2080505", False),
        (Expenditure(code="2O8"), "2O8", False),  # a code misprinted is a code, no total
        (BasicExpenditure(code="staff"), "staff", True),
        (BasicExpenditure(code="30103"), "30103", False),
        (ThreePublicExpenses(code="total"), "total", True),
        (ThreePublicExpenses(code="official_vehicles"), "official_vehicles", False),
        (Summary(side=INCOME, line=27, item="income_this_year"), "27", True),
        (Summary(side=INCOME, line=1, item="general_public_budget"), "1", False),
        (Summary(side=INCOME, line=9), "9", False),
        (FiscalSummary(side=EXPENDITURE, item="201"), "expenditure-201", False),
        (FiscalSummary(side=EXPENDITURE, position=7), "expenditure-7", False),
    ],
    ids=str,
)
def test_a_row_is_called_by_its_code_or_line_and_knows_whether_it_is_a_total(row, key, is_total):
    assert (row.key, row.is_total) == (key, is_total)


def test_a_line_of_an_account_finds_its_row_of_the_form_on_its_own_side():
    assert Summary(side=INCOME, item="grand_total").form_row.line == 31
    assert Summary(side=EXPENDITURE, item="grand_total").form_row.line == 62
    assert Summary(side=INCOME, item="201").form_row is None
    assert Summary(side=INCOME).form_row is None


def test_each_half_of_an_account_has_its_own_columns():
    assert [column.name for column in FiscalSummary.columns_of(INCOME)] == ["amount"]
    assert [column.name for column in FiscalSummary.columns_of(EXPENDITURE)] == [
        "total",
        "general_public_budget",
        "government_fund_budget",
        "state_capital_budget",
    ]
    assert [column.name for column in Summary.columns_of(INCOME)] == ["amount"]
