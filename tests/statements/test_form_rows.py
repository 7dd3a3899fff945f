"""The rows that the official forms print themselves, numbered as they number them."""

import pytest

from disclosures.classification.codes import FUNCTIONAL, is_code
from disclosures.statements.form_rows import EXPENDITURE, FUNCTIONAL_CLASSES, INCOME, ORDINALS, SIDES, THREE_PUBLIC
from disclosures.statements.models import FiscalSummary, Summary

# The form numbers its left half from 1 and goes on in its right half; these numbers stand beside empty cells.
WITHOUT_A_NAME = {Summary: {*range(9, 27), 30, 61}, FiscalSummary: {*range(4, 27), 61, 62, 63}}
ENDS = {Summary: (31, 62), FiscalSummary: (32, 64)}


@pytest.mark.parametrize("model", [Summary, FiscalSummary])
def test_lines_are_numbered_through_both_halves_as_on_the_form(model):
    last_income, last = ENDS[model]
    lines = [row.line for row in model.outline]
    assert lines == sorted(set(range(1, last + 1)) - WITHOUT_A_NAME[model])
    for row in model.outline:
        assert row.side == (INCOME if row.line <= last_income else EXPENDITURE)


@pytest.mark.parametrize("model", [Summary, FiscalSummary])
def test_a_row_is_known_by_its_key_and_by_each_of_its_names_within_its_half(model):
    for side, _ in SIDES:
        rows = [row for row in model.outline if row.side == side]
        assert len({row.key for row in rows}) == len(rows)
        names = [name for row in rows for name in row.names]
        assert len(set(names)) == len(names)


@pytest.mark.parametrize("model", [Summary, FiscalSummary])
def test_totals_are_the_sums_that_the_form_promises(model):
    promised = {identity.total.partition(":")[2] for identity in model.sums_of_rows()}
    totals = {row.key for row in model.outline if row.is_total}
    assert totals <= promised


def test_the_26_classes_are_in_the_order_of_their_codes_and_numbered_in_chinese():
    codes = [code for code, *_ in FUNCTIONAL_CLASSES]
    assert codes == sorted(set(codes))
    assert all(is_code(code, FUNCTIONAL) for code in codes)
    assert len(codes) == 26 <= len(ORDINALS)
    for model, first in ((Summary, 32), (FiscalSummary, 33)):
        rows = [row for row in model.outline if is_code(row.key, FUNCTIONAL)]
        assert [row.line for row in rows] == list(range(first, first + 26))
        assert rows[0].name == "一、一般公共服务支出"
        assert rows[-1].name == "二十六、抗疫特别国债安排的支出"


def test_the_names_of_a_row_begin_with_the_official_one():
    vehicles = next(row for row in THREE_PUBLIC if row.key == "official_vehicles")
    assert vehicles.names[0] == "3、公务用车购置及运行费"
    assert "公务用车费" in vehicles.names
