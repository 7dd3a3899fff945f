"""A cell that a rule names is one that the form has."""

import pytest

from disclosures.checks.cells import Cell, cell, cell_from
from disclosures.statements.lines import TOTAL
from disclosures.statements.models import BasicExpenditure, Expenditure, FiscalSummary, Summary


@pytest.mark.parametrize(
    ("named", "found"),
    [
        (cell(TOTAL, Expenditure.basic_expenditure), Cell("03", TOTAL, "basic_expenditure")),
        (cell("2010301", Expenditure.basic_expenditure), Cell("03", "2010301", "basic_expenditure")),
        (cell("income:opening_balance", Summary.amount), Cell("01", "income:opening_balance", "amount")),
        (cell("staff", BasicExpenditure.amount), Cell("06", "staff", "amount")),
        (cell_from("04 expenditure:grand_total total"), Cell("04", "expenditure:grand_total", "total")),
    ],
)
def test_a_cell_is_named_by_its_row_and_the_attribute_of_its_column(named, found):
    assert named == found


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("grand_totall", Expenditure.basic_expenditure),
        ("income:grand_total", FiscalSummary.total),  # a column of the other side
        ("expenditure:opening_balance", Summary.amount),
    ],
)
def test_a_cell_that_no_form_has_is_refused_where_it_is_named(row, column):
    with pytest.raises(ValueError, match="没有"):
        cell(row, column)


def test_a_list_of_cells_is_refused_as_well():
    with pytest.raises(ValueError, match="没有"):
        cell_from("03 total basic")
