"""A disclosure in memory, and what finds its rows and figures."""

from decimal import Decimal

import pytest

from disclosures.amounts import AmountUnit
from disclosures.statements.loaded import LoadedDisclosure, load, load_all_tables, load_tables
from disclosures.statements.models import Disclosure, Expenditure, StatementHead, Summary, statements_in
from tests.building import build_disclosure


@pytest.fixture
def loaded() -> LoadedDisclosure:
    total = Expenditure(name="合计", total_expenditure=Decimal("12620800.00"))
    twice = [Expenditure(code="201", name=name) for name in ("一般公共服务支出", "再印一次")]
    income = Summary(side="income", line=31, item="grand_total", amount=Decimal("10000.00"))
    unknown = Summary(side="expenditure", line=99, amount=Decimal("1.00"))
    head = StatementHead(number="01", amount_unit="元")
    return LoadedDisclosure(Disclosure(amount_unit="万元", decimals=2), [head, total, *twice, income, unknown])


def test_a_row_is_found_by_what_the_form_calls_it(loaded):
    assert loaded.row("03", "total").name == "合计"
    assert loaded.row("03", "201").name == "一般公共服务支出"  # of two with one key, the first
    assert loaded.row("01", "income:grand_total").line == 31
    assert loaded.row("01", "expenditure:99").amount == Decimal("1.00")  # unknown to the form: by its line
    assert loaded.row("02", "total") is None


def test_a_figure_has_the_text_and_unit_of_its_own_table(loaded):
    figure = loaded.printed("03", "total", "total_expenditure")
    assert (figure.value, figure.text, figure.unit) == (Decimal("12620800.00"), "1,262.08", AmountUnit.WAN)
    figure = loaded.printed("01", "income:grand_total", "amount")
    assert (figure.text, figure.unit) == ("10,000.00", AmountUnit.YUAN)
    assert loaded.printed("03", "201", "total_expenditure") is None  # blank
    assert loaded.printed("03", "208", "total_expenditure") is None  # not there
    assert [one.column for one in loaded.printed_in("03", "total")] == ["total_expenditure"]


def test_a_table_is_there_when_it_prints_a_figure(loaded):
    assert [number for number in ("01", "02", "03") if loaded.has(number)] == ["01", "03"]
    assert loaded.head("03").title == ""


def test_a_saved_disclosure_is_loaded_in_a_query_for_each_kind(db, django_assert_num_queries):
    disclosure = build_disclosure()
    with django_assert_num_queries(2):
        table = load_tables(disclosure, "03")
    with django_assert_num_queries(1 + len(statements_in(2023))):
        tables = load_all_tables(disclosure)
    whole = load(disclosure)
    assert list(table.lines) == ["03"]
    assert table.lines["03"] == tables.lines["03"] == whole.lines["03"]
    assert [line.position for line in whole.lines["03"]] == sorted(line.position for line in whole.lines["03"])
    assert whole.paragraphs
    assert not tables.paragraphs
