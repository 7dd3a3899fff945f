"""What is asked of a list has one address; whatever else is asked falls back to the default."""

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from disclosures.pages.shared.list_query import ListQuery, Parameter
from disclosures.pages.shared.paging import SIZE, page_of

SORT = Parameter("sort", "排列", (("name", "按名称"), ("amount", "按金额")))
YEAR = Parameter("year", "年度", (("", "全部"), ("2023", "2023 年"), ("2022", "2022 年")))

answers = st.sampled_from(["", "name", "amount", "2023", "2022", "0", "7", "999999", "1e9", "-1", "①", "x&y=z"])


def asked(query: str) -> ListQuery:
    return ListQuery.read(QueryDict(query), SORT, YEAR)


@given(st.dictionaries(st.sampled_from(["sort", "year", "page", "other"]), answers))
def test_the_canonical_query_asks_for_the_same(given):
    query = QueryDict(mutable=True)
    query.update(given)
    first = ListQuery.read(query, SORT, YEAR)
    again = asked(first.query)
    assert (again, again.query) == (first, first.query)


@pytest.mark.parametrize(
    ("query", "canonical"),
    [
        ("", ""),
        ("sort=name", ""),
        ("sort=amount&page=1", "sort=amount"),
        ("page=3&year=2022&sort=size", "year=2022&page=3"),
        ("page=0", ""),
        ("page=②", ""),
        ("page=99999999999", ""),
    ],
)
def test_defaults_and_what_is_not_understood_stay_out_of_the_address(query, canonical):
    assert asked(query).query == canonical


def test_another_answer_begins_with_the_first_page_and_keeps_the_rest():
    assert asked("year=2022&page=3").but(sort="amount").query == "sort=amount&year=2022"


def test_each_question_has_a_link_for_every_answer_and_marks_the_one_given():
    sort, year = asked("year=2022").tools("/list/")
    assert [choice.href for choice in sort.choices] == ["/list/?year=2022", "/list/?sort=amount&year=2022"]
    assert [choice.is_current for choice in year.choices] == [False, False, True]


@pytest.mark.parametrize(
    ("page", "rows", "previous", "following"),
    [
        (1, range(SIZE), "", "/list/?page=2"),
        (2, range(SIZE, 2 * SIZE), "/list/", "/list/?page=3"),
        (3, range(2 * SIZE, 2 * SIZE + 7), "/list/?page=2", ""),
        (9, range(2 * SIZE, 2 * SIZE + 7), "/list/?page=2", ""),
    ],
)
def test_a_list_is_cut_into_pages_and_one_beyond_the_end_is_the_last(page, rows, previous, following):
    everything = list(range(2 * SIZE + 7))
    found, canonical = page_of(everything, len(everything), asked(f"page={page}"), "/list/")
    assert (list(found.rows), found.previous, found.next) == (list(rows), previous, following)
    assert canonical.page == min(page, 3)
    assert (found.first, found.until) == (rows[0] + 1, rows[-1] + 1)


def test_an_empty_list_is_one_empty_page():
    found, _ = page_of([], 0, asked("page=4"), "/list/")
    assert (list(found.rows), found.number, found.last, found.previous, found.next) == ([], 1, 1, "", "")
