"""Rows largest first: each among its siblings and below its parent; totals and the way to the focus stay in place."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosures.statements.loaded import LoadedDisclosure
from disclosures.statements.models import BasicExpenditure, Expenditure, StateCapital, statements_in
from disclosures.tables.heads import Column
from disclosures.tables.rows import Cell, Row
from disclosures.tables.selection import Extent, Level, Selection
from disclosures.tables.showing import table_of, tabulate
from disclosures.tables.sorting import largest_first
from tests.building import build_disclosure

COLUMN = "project_expenditure"
LARGEST = Selection(sort=COLUMN)


def row(code: str, amount: str | None, *, is_above_focus: bool = False) -> Row:
    cell = Cell(Column(COLUMN, "项目支出"), None if amount is None else Decimal(amount), "", "")
    return Row(code, code, (cell,), code, is_total=not code, is_above_focus=is_above_focus)


def codes(rows: list[Row]) -> list[str]:
    return [one.code for one in rows]


def order(*rows: tuple[str, str | None]) -> list[str]:
    return codes(largest_first([row(*one) for one in rows], COLUMN))


# ---------------------------------------------------------------------------------------------------------------------
# Rows of any kind
# ---------------------------------------------------------------------------------------------------------------------


def test_the_largest_comes_first_and_a_blank_after_zero_and_less_than_zero():
    rows = ("201", "0.00"), ("203", None), ("204", "-5.00"), ("205", "7.00"), ("206", "80.00")
    assert order(*rows) == ["206", "205", "201", "204", "203"]


def test_children_follow_their_parent_whatever_they_come_to():
    rows = ("201", "10.00"), ("20103", "10.00"), ("208", "20.00"), ("20805", "5.00"), ("20808", "15.00")
    assert order(*rows) == ["208", "20808", "20805", "201", "20103"]


def test_a_code_stands_among_those_below_the_nearest_parent_that_is_printed():
    rows = ("201", "10.00"), ("20103", "1.00"), ("2010301", "1.00"), ("2019901", "9.00"), ("208", "20.00")
    assert order(*rows) == ["208", "201", "2019901", "20103", "2010301"]


def test_a_code_that_is_printed_twice_keeps_its_own_children():
    rows = ("201", "1.00"), ("20103", "1.00"), ("201", "5.00"), ("20199", "5.00")
    assert order(*rows) == ["201", "20199", "201", "20103"]


def test_nothing_passes_a_total():
    rows = ("201", "1.00"), ("202", "2.00"), ("", "3.00"), ("203", "7.00"), ("204", "8.00")
    assert order(*rows) == ["202", "201", "", "204", "203"]


def test_what_leads_to_the_focus_stays_above_it():
    rows = [row("201", "1.00", is_above_focus=True), row("201", "2.00", is_above_focus=True)]
    rows += [row("20103", "1.00"), row("2010301", None), row("2010308", "1.00")]
    assert largest_first(rows, COLUMN) == [*rows[:3], rows[4], rows[3]]


AMOUNTS = st.none() | st.integers(-3, 3).map(Decimal)
ROWS = st.lists(
    st.builds(
        row,
        st.sampled_from(
            ["", "201", "20103", "2010301", "2010308", "20199", "208", "20805", "2080505", "2", "2010399xx"]
        ),
        AMOUNTS,
        is_above_focus=st.sampled_from([False] * 9 + [True]),
    ),
    max_size=25,
)


def parents(rows: list[Row]) -> list[Row | None]:
    """The row that each is part of: looking back, no further than a row that stays, the longest code above it."""
    found = []
    for place, one in enumerate(rows):
        run = []
        for other in reversed(rows[:place]):
            if stays(other) or stays(one):
                break
            run.append(other)
        above = [other for other in run if one.code.startswith(other.code) and one.code != other.code]
        found.append(max(above, key=lambda other: len(other.code), default=None))
    return found


def stays(one: Row) -> bool:
    return one.is_total or one.is_above_focus


def follows(amount: Decimal | None, before: Decimal | None) -> bool:
    return amount is None or (before is not None and amount <= before)


@given(ROWS)
def test_sorting_moves_rows_keeps_their_parents_and_is_stable(rows):
    ordered = largest_first(rows, COLUMN)
    place = {id(one): number for number, one in enumerate(rows)}
    assert sorted(place[id(one)] for one in ordered) == list(range(len(rows)))
    assert [place[id(one)] for one in ordered if stays(one)] == [n for n, one in enumerate(rows) if stays(one)]
    assert [n for n, one in enumerate(ordered) if stays(one)] == [n for n, one in enumerate(rows) if stays(one)]
    parent = {id(one): above for one, above in zip(rows, parents(rows), strict=True)}
    for before, one in siblings(ordered, parent):
        amount, larger = one.amount(COLUMN), before.amount(COLUMN)
        assert follows(amount, larger)
        assert amount != larger or place[id(before)] < place[id(one)]
    for number, one in enumerate(ordered):  # a row comes right after its parent, or after others below that parent
        above = parent[id(one)]
        assert above is None or any(other is above for other in lineage(ordered[number - 1], parent))


def siblings(ordered: list[Row], parent: dict[int, Row | None]):
    """Each two rows in succession that have one parent, with no row that stays between them."""
    latest = {}
    for one in ordered:
        if stays(one):
            latest.clear()
            continue
        if before := latest.get(id(parent[id(one)])):
            yield before, one
        latest[id(parent[id(one)])] = one


def lineage(one: Row | None, parent: dict[int, Row | None]):
    while one is not None:
        yield one
        one = parent[id(one)]


# ---------------------------------------------------------------------------------------------------------------------
# Tables
# ---------------------------------------------------------------------------------------------------------------------


@pytest.fixture
def disclosure(db):
    return build_disclosure()


def shown(table) -> list[str]:
    return [row.code for row in table.rows]


def test_a_table_of_codes_stands_by_the_column_that_is_asked_for(disclosure):
    expected = ["", "201", "20103", "2010308", "2010301", "208", "20805", "2080505"]
    assert shown(table_of(disclosure, "03", LARGEST)) == expected
    assert shown(table_of(disclosure, "03", Selection(sort="basic_expenditure"))) == shown(table_of(disclosure, "03"))


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"code": "20103"}, ["", "201", "20103", "2010308", "2010301"]),
        ({"code": "2010301"}, ["", "201", "20103", "2010301"]),
        ({"level": Level.CLASS, "fold": ("201", "20103")}, ["", "201", "20103", "2010308", "2010301", "208"]),
        ({"fold": ("208",), "columns": Extent.ALL}, ["", "201", "20103", "2010308", "2010301", "208"]),
    ],
)
def test_the_order_goes_with_focus_level_signs_and_columns(disclosure, asked, expected):
    assert shown(table_of(disclosure, "03", LARGEST.but(**asked))) == expected


def test_rows_keep_their_addresses(disclosure):
    keys = {row.key: row.cells for row in table_of(disclosure, "03").rows}
    assert {row.key: row.cells for row in table_of(disclosure, "03", LARGEST).rows} == keys


def test_economic_codes_stay_in_their_panels_and_the_totals_below(disclosure):
    figures = {"301": "5", "303": "9", "30302": "9", "302": "1", "30201": None, "30202": "1", "staff": "14"}
    lines = [
        BasicExpenditure(code=code, name=code, position=n, amount=value and Decimal(value))
        for n, (code, value) in enumerate(figures.items())
    ]
    table = tabulate(LoadedDisclosure(disclosure, lines).table("06"), Selection(sort="amount"))
    assert [[row.code for row in panel.rows] for panel in table.panels] == [
        ["303", "30302", "301"],
        ["302", "30202", "30201"],
    ]
    assert [row.code for row in table.foot] == ["staff"]


def test_rows_without_figures_can_be_left_out_of_the_order(disclosure):
    table = table_of(disclosure, "06", Selection(sort="amount", rows=Extent.USED))
    assert shown(table) == ["301", "30101", "30102", "302", "30201", "staff", "operating"]


@pytest.mark.parametrize("number", ["01", "04", "07"])
@pytest.mark.parametrize("column", ["amount", "total", "actual", "code"])
def test_a_table_whose_rows_the_form_prints_has_no_other_order(disclosure, number, column):
    table = table_of(disclosure, number, Selection(sort=column))
    assert (table.selection, table.sortable_columns) == (Selection(), ())
    assert table == table_of(disclosure, number)


@pytest.mark.parametrize(
    ("number", "column"),
    [("03", "nothing"), ("03", "name"), ("03", "affiliate_subsidy"), ("05", "total_expenditure"), ("08", "income")],
)
def test_a_column_that_the_table_lacks_or_that_is_empty_gives_no_order(disclosure, number, column):
    assert table_of(disclosure, number, Selection(sort=column)) == table_of(disclosure, number)


def test_a_column_without_a_printed_number_gives_an_order_where_it_holds_a_figure(disclosure):
    lines = [
        StateCapital(code=code, name=code, position=n, income=Decimal(n), expenditure=Decimal(1))
        for n, code in enumerate(("223", "230"))
    ]
    table = tabulate(LoadedDisclosure(disclosure, lines).table("09"), Selection(sort="income"))
    assert [column.name for column in table.sortable_columns] == ["income", "expenditure"]
    assert shown(table) == ["230", "223"]


def test_where_no_two_codes_stand_beside_each_other_there_is_nothing_to_put_in_order(disclosure):
    lines = [
        Expenditure(code=code, position=n, project_expenditure=Decimal(1))
        for n, code in enumerate(("", "201", "20103"))
    ]
    assert tabulate(LoadedDisclosure(disclosure, lines).table("03"), LARGEST).sortable_columns == ()
    orderless = {number for number in statements_in(2023) if not table_of(disclosure, number).sortable_columns}
    assert orderless == {"01", "04", "07", "08", "09"}
