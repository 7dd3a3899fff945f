"""The form of a year: columns, rows, sums, titles and tables come and go, and each year keeps its own."""

import pytest

from disclosures.statements.editions import NEWEST, Former, Promise, holds_in, in_year
from disclosures.statements.fields import Amount
from disclosures.statements.form_rows import FormRow, moved
from disclosures.statements.models import STATEMENTS, Expenditure, StateCapital, Summary, statements_in
from disclosures.statements.outside import not_on_form
from disclosures.statements.terms import in_chinese, span_of_tables
from tests.building import build_disclosure


@pytest.mark.parametrize(
    ("since", "until", "year", "holds"),
    [
        (None, None, 2023, True),
        (2026, None, 2025, False),
        (2026, None, 2026, True),
        (2026, None, NEWEST, True),
        (None, 2025, 2025, True),
        (None, 2025, 2026, False),
        (None, 2025, NEWEST, False),
        (2020, 2025, 2019, False),
        (2026, None, None, True),
        (None, 2025, None, True),
    ],
)
def test_what_is_dated_holds_from_its_first_to_its_last_year(since, until, year, holds):
    assert holds_in(Promise("1 = 2", since, until), year) is holds
    assert holds_in(Amount("新", 7, since=since, until=until), year) is holds


def test_a_promise_is_its_text():
    assert Promise("1 = 2 + 3", since=2026) == "1 = 2 + 3"


def test_a_column_is_printed_as_its_year_printed_it():
    column = Amount("新名", 5, former=(Former(2019, "旧名", 3), Former(2022, number=4)))
    assert [column.title_in(year) for year in (2018, 2019, 2020, 2023, None)] == ["旧名", "旧名", *["新名"] * 3]
    assert [column.number_on("", year) for year in (2019, 2020, 2022, 2023, None)] == [3, 4, 4, 5, 5]
    assert column.titles == ("新名", "旧名")


def test_dates_and_former_titles_of_a_column_make_no_migration():
    assert Amount("新", 7, since=2026, former=(Former(2025, "旧"),)).deconstruct() == Amount().deconstruct()


def test_a_row_that_moved_stands_once_in_each_year():
    row = FormRow("total", "合计", 58)
    both = moved(row, 59, 2026)
    assert [one.line for one in in_year(both, 2025)] == [58]
    assert [one.line for one in in_year(both, 2026)] == [59]
    assert {one.key for one in both} == {"total"}


@pytest.fixture
def later(monkeypatch):
    """Table 03 with another name, another sum and one column less from 2026, table 09 given up."""
    monkeypatch.setattr(Expenditure, "former_titles", (Former(2025, "旧支出表"),))
    sums = (Promise("1 = 2 + 3 + 4 + 5 + 6", until=2025), Promise("1 = 2 + 3 + 4 + 5", since=2026))
    monkeypatch.setattr(Expenditure, "identities", sums)
    monkeypatch.setattr(Expenditure._meta.get_field("affiliate_subsidy"), "until", 2025)
    monkeypatch.setattr(StateCapital, "until", 2025)
    cleared()
    yield
    monkeypatch.undo()
    cleared()


def cleared() -> None:
    """What is kept of the declarations, which change with the code alone, is forgotten."""
    from disclosures.statements import lines

    lines._amount_columns.cache_clear()


def test_a_table_has_the_title_the_columns_and_the_sums_of_its_year(later):
    assert (Expenditure.title_in(2025), Expenditure.title_in(2026)) == ("旧支出表", "支出决算表")
    assert Expenditure.titles() == ("支出决算表", "旧支出表")
    names = [{column.name for column in Expenditure.columns(year)} for year in (2025, 2026)]
    assert "affiliate_subsidy" in names[0] - names[1]
    assert [len(Expenditure.column_identities(year)[0].terms) for year in (2025, 2026)] == [5, 4]
    assert len(Expenditure.column_identities()) == 2


def test_a_year_has_the_tables_of_its_form(later):
    assert "09" in statements_in(2025)
    assert "09" not in statements_in(2026)


@pytest.mark.django_db
def test_a_figure_that_the_form_of_the_year_has_no_place_for_is_told(later):
    lines = list(build_disclosure().lines("03"))
    lines[0].set_printed("affiliate_subsidy", "1.00", lines[0].disclosure.precision)
    assert list(not_on_form("03", lines, 2025)) == []
    (message,) = not_on_form("03", lines, 2026)
    assert message == "2026 年度的公开03表没有“对附属单位补助支出”这一栏，但这一栏有数。"
    line = StateCapital(expenditure=1)
    assert list(not_on_form("09", [line], 2026)) == [f"2026 年度没有公开09表《{StateCapital.title}》，但表里有数。"]
    assert list(not_on_form("09", [StateCapital()], 2026)) == []


def test_tables_are_counted_and_never_listed():
    assert (in_chinese(9), in_chinese(10), in_chinese(12)) == ("九", "十", "十二")
    assert span_of_tables() == f"公开01–{max(STATEMENTS)}表"
    assert len({(row.side, row.key) for row in Summary.form_rows(2023)}) == len(Summary.form_rows(2023))
