"""A table is judged as it is typed, by the rules themselves, and nothing is saved."""

import pytest

from disclosures.publication.digest import canonical_json
from disclosures.staff.roles import Role
from disclosures.statements.models import Disclosure, Duty, Expenditure, Summary
from tests.building import build_disclosure, submitted_disclosure
from tests.entry.typing_in import page_of, typed_in
from tests.staff.staffed import member

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft() -> Disclosure:
    return build_disclosure()


def judged(client, disclosure: Disclosure, model, changes: dict[str, str]) -> dict:
    page = page_of(disclosure, model)
    response = client.post(f"{page}check/", typed_in(client.get(page), changes))
    assert response.status_code == 200
    return response.json()


def test_a_table_that_agrees_is_said_to(admin_client, draft):
    answer = judged(admin_client, draft, Expenditure, {})
    assert answer["errors"] == {}
    assert {one["outcome"] for one in answer["verdicts"].values()} <= {"equal", "rounding"}
    assert "没有不符" in answer["summary"]


def test_an_amount_that_breaks_sums_is_told_at_each_and_nothing_is_saved(admin_client, draft):
    before = canonical_json(draft)
    answer = judged(admin_client, draft, Expenditure, {"expenditure-4-project_expenditure": "600.36"})
    broken = {name: one for name, one in answer["verdicts"].items() if one["outcome"] == "broken"}
    assert set(broken) == {"expenditure-4-total_expenditure", "expenditure-2-project_expenditure"}
    assert broken["expenditure-4-total_expenditure"]["expected"] == "600.36 万元"
    assert canonical_json(draft) == before


def test_other_tables_are_taken_as_they_are_stored(admin_client, draft):
    draft.lines("03").filter(code="").update(total_expenditure=999)
    answer = judged(admin_client, draft, Summary, {})
    assert any("公开03表" in one["message"] for one in answer["verdicts"].values() if one["outcome"] == "broken")


def test_rows_that_are_new_or_gone_count_as_typed(admin_client, draft):
    row = {"code": "210", "name": "", "total_expenditure": "1", "order": "", "basic_expenditure": "1"}
    changes = {f"expenditure-8-{key}": value for key, value in row.items()} | {"expenditure-TOTAL_FORMS": "9"}
    answer = judged(admin_client, draft, Expenditure, changes)
    assert answer["verdicts"]["expenditure-0-total_expenditure"]["expected"] == "1,263.08 万元"
    answer = judged(admin_client, draft, Expenditure, changes | {"expenditure-8-DELETE": "on"})
    assert "没有不符" in answer["summary"]


def test_what_cannot_be_read_is_an_error_and_counts_as_blank(admin_client, draft):
    answer = judged(admin_client, draft, Expenditure, {"expenditure-3-basic_expenditure": "<b>许多</b>"})
    assert list(answer["errors"]) == ["expenditure-3-basic_expenditure"]
    assert "<b>许多" not in answer["summary"]
    assert answer["verdicts"]["expenditure-2-basic_expenditure"]["outcome"] == "broken"


def test_whoever_may_not_change_the_table_is_told_nothing(client, admin_client, draft):
    page = page_of(draft, Expenditure)
    assert client.post(f"{page}check/").status_code == 302
    client.force_login(member(Role.REVIEWER))
    assert client.post(f"{page}check/").status_code in (403, 404)
    closed = submitted_disclosure(year=2022)
    assert admin_client.post(f"{page_of(closed, Expenditure)}check/").status_code == 403


def test_only_tables_are_judged_and_only_when_asked_by_a_form(admin_client, draft):
    assert admin_client.post(f"{page_of(draft, Duty)}check/").status_code == 404
    assert admin_client.get(f"{page_of(draft, Expenditure)}check/").status_code == 405


def test_judging_takes_a_bounded_number_of_queries(admin_client, draft, django_assert_max_num_queries):
    page = page_of(draft, Expenditure)
    data = typed_in(admin_client.get(page))
    with django_assert_max_num_queries(15):
        admin_client.post(f"{page}check/", data)
