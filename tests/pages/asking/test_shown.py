"""Questions and answers that are public stand beside the figures of their revision, and nowhere else."""

import pytest

from disclosures.publication.questions import steps
from disclosures.serving.keeping.changes import Position, numbers_now, position_after
from disclosures.staff.roles import Role
from tests.answers import public_page
from tests.building import corrected_disclosure, published_disclosure
from tests.once import once
from tests.publication.questions.asked import ask, shown
from tests.staff.staffed import member

pytestmark = pytest.mark.django_db

UNIT = "/units/210400-011001/2023/"
QUESTION, ANSWER = "这个数和上年差很多，为什么？", "人员增加了两名。"


@once
def published():
    return published_disclosure()


def test_a_public_answer_stands_on_the_table_and_the_front_page_with_a_way_to_the_figure(client, published):
    shown(published)
    for path in ("tables/03/", "", "tables/03/?code=208"):
        page = public_page(client, UNIT + path)
        assert QUESTION in page
        assert ANSWER in page
        assert f'href="{UNIT}tables/03/#2080505.1"' in page
    for path in ("tables/01/", "checks/", "tables/03/?embed=1"):
        assert QUESTION not in public_page(client, UNIT + path)


def test_what_is_not_public_is_shown_nowhere(client, published):
    steps.answer(ask(published), ANSWER, member(Role.REVIEWER))
    assert ANSWER not in public_page(client, f"{UNIT}tables/03/")


@pytest.mark.parametrize("path", ["", "tables/03/"])
def test_a_page_is_new_when_an_answer_is_shown_and_when_it_is_taken_down(client, published, path):
    def etag() -> str:
        return client.get(UNIT + path).headers["ETag"]

    seen = [etag()]
    ask(published, "只是问了一下。")
    assert etag() == seen[0]
    question = shown(published)
    seen.append(etag())
    steps.withdraw(question, member(Role.PUBLISHER))
    seen.append(etag())
    assert len(set(seen)) == 3
    assert ANSWER not in public_page(client, UNIT + path)


def test_a_corrected_revision_does_not_show_what_was_asked_about_the_one_before(client, published):
    shown(published)
    corrected_disclosure(published)
    assert ANSWER not in public_page(client, f"{UNIT}tables/03/")
    assert ANSWER in public_page(client, f"{UNIT.replace('2023', '2023.r1')}tables/03/")


def test_what_is_written_is_text_and_nothing_else(client, published):
    shown(published, "<script>alert(1)</script><b>粗</b>")
    page = public_page(client, f"{UNIT}tables/03/")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<b>粗" not in page


def test_whoever_keeps_pages_learns_which_edition_has_changed(published):
    before = position_after(Position(), numbers_now())
    shown(published)
    after = position_after(before, numbers_now())
    assert after.changed_since(before) == {("210400-011001", 2023)}


def test_a_page_asks_the_database_once_more_only_where_an_answer_was_shown(
    client, published, django_assert_num_queries
):
    with django_assert_num_queries(6):
        client.get(f"{UNIT}tables/03/")
    shown(published)
    with django_assert_num_queries(7):
        client.get(f"{UNIT}tables/03/")


@pytest.mark.parametrize("path", ["", "tables/03/", "checks/", "narrative/", "performance/2/"])
def test_every_page_of_a_disclosure_leads_to_the_form(client, published, path):
    assert 'href="/ask/210400-011001/2023/' in public_page(client, UNIT + path)
