"""What a reader asks of a table: read from an address and written back in one way."""

from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosures.amounts import AmountUnit
from disclosures.statements.models import STATEMENTS
from disclosures.tables.selection import Extent, Level, Selection

CODES = st.from_regex(r"[0-9]{3}(?:[0-9]{2}){0,2}", fullmatch=True)
SELECTIONS = st.builds(
    Selection,
    code=st.just("") | CODES,
    level=st.sampled_from(Level),
    fold=st.sets(CODES).map(sorted).map(tuple),
    unit=st.none() | st.sampled_from(AmountUnit),
    columns=st.sampled_from(Extent),
    rows=st.sampled_from(Extent),
    sort=st.just("") | st.sampled_from([column.name for model in STATEMENTS.values() for column in model.columns()]),
)


def read(query: str) -> Selection:
    return Selection.read(dict(parse_qsl(query)))


@given(SELECTIONS)
def test_what_is_written_is_read_back(selection):
    assert read(selection.query) == selection


@given(
    st.dictionaries(
        st.sampled_from(["code", "level", "fold", "unit", "columns", "rows", "sort", "x"]), st.text(max_size=50)
    )
)
def test_any_query_is_understood_and_its_canonical_form_means_the_same(query):
    selection = Selection.read(query)
    assert read(selection.query) == selection


def test_the_defaults_need_no_query():
    assert Selection().query == ""
    assert read("level=item&columns=used&rows=all") == Selection()


@pytest.mark.parametrize("query", ["level=deep", "unit=dollar", "columns=some", "rows=", "fold=,,", "nothing=1"])
def test_an_unknown_answer_is_the_default(query):
    assert read(query) == Selection()


def test_the_query_says_what_differs_from_the_default_in_a_fixed_order():
    asked = read("sort=total&rows=used&unit=yuan&fold=208,201&level=class&code=20805")
    assert asked.query == "code=20805&level=class&fold=201,208&unit=yuan&rows=used&sort=total"


def test_a_fold_sign_turned_twice_is_as_before():
    assert Selection().turned("201").query == "fold=201"
    assert Selection().turned("201").turned("201") == Selection()


def test_focus_opens_all_below_the_code_and_keeps_unit_columns_and_order():
    asked = read("level=class&fold=208&unit=yi&columns=all&sort=total").focused_on("201")
    assert asked == Selection(code="201", unit=AmountUnit.YI, columns=Extent.ALL, sort="total")


def test_levels_have_the_names_of_the_classification():
    assert [(level.title, level.depth) for level in Level] == [("类", 1), ("款", 2), ("项", 3)]
