"""Forms that cannot be taken because of their session: what was typed comes back, and to nobody else."""

import pytest
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.test import Client

from disclosures.staff.roles import Role
from disclosures.statements.models import Expenditure
from tests.building import build_disclosure
from tests.entry.typing_in import page_of, saved, typed_in
from tests.staff.staffed import member

pytestmark = pytest.mark.django_db

AMOUNT = "expenditure-4-basic_expenditure"
OURS = {"Origin": "http://testserver"}


@pytest.fixture
def page() -> str:
    return page_of(build_disclosure(), Expenditure)


@pytest.fixture
def clerk(page) -> User:
    return member(Role.CLERK)


@pytest.fixture
def strict(clerk) -> Client:
    """A browser that checks the token, as real ones have to."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(clerk)
    return client


def test_without_a_session_all_that_was_typed_comes_back_in_the_page(strict, page):
    typed = typed_in(strict.get(page), {AMOUNT: '7"><script>alert(1)</script>', "_save": "保存"})
    Session.objects.all().delete()
    answer = strict.post(page, typed)
    assert answer.status_code == 403
    assert "登录已经过期" in answer.content.decode()
    again = typed_in(answer)
    assert {name: value for name, value in again.items() if name != "csrfmiddlewaretoken"} == {
        name: value for name, value in typed.items() if name != "csrfmiddlewaretoken"
    }
    assert "<script>alert" not in answer.content.decode()


def test_after_signing_in_it_is_sent_once_more_and_saved(strict, clerk, page):
    typed = typed_in(strict.get(page), {AMOUNT: "7"})
    Session.objects.all().delete()
    waiting = typed_in(strict.post(page, typed))
    strict.cookies.clear()
    strict.force_login(clerk)
    strict.get(page)
    answer = strict.post(page, waiting, headers=OURS)
    assert answer.status_code == 403
    assert "那一页打开以后又登录过" in answer.content.decode()
    assert strict.post(page, typed_in(answer), headers=OURS).status_code == 302
    assert Expenditure.objects.get(code="2010308").basic_expenditure == 70000


def test_what_another_site_sent_gets_no_button(strict, page):
    typed = typed_in(strict.get(page), {AMOUNT: "7"}) | {"csrfmiddlewaretoken": "forged"}
    for headers in ({"Origin": "https://elsewhere.example"}, {}):
        answer = strict.post(page, typed, headers=headers)
        assert answer.status_code == 403
        assert "再发送一次" not in answer.content.decode()
        assert AMOUNT not in answer.content.decode()
    assert Expenditure.objects.get(code="2010308").basic_expenditure is None


def test_a_form_is_sent_by_whom_it_was_shown_to(client, clerk, page):
    client.force_login(clerk)
    typed = typed_in(client.get(page), {AMOUNT: "7"})
    client.force_login(member(Role.CLERK))
    answer = client.post(page, typed)
    assert answer.status_code == 403
    assert "另一个账号" in answer.content.decode()
    assert Expenditure.objects.get(code="2010308").basic_expenditure is None


def test_passwords_never_come_back(client):
    answer = client.post("/admin/password_change/", {"typist": "1", "old_password": "a", "new_password1": "secret"})
    assert "secret" not in answer.content.decode()


def test_only_staff_that_is_signed_in_gets_a_token(client, clerk):
    assert client.get("/admin/session/").json() == {"user": None}
    client.force_login(User.objects.create_user("reader"))
    assert client.get("/admin/session/").json() == {"user": None}
    client.force_login(clerk)
    answer = client.get("/admin/session/")
    assert answer.json()["user"] == str(clerk.pk)
    assert len(answer.json()["token"]) == 64
    assert "no-store" in answer.headers["Cache-Control"]


def test_the_page_after_saving_names_the_form_once(client, clerk, page):
    client.force_login(clerk)
    name = typed_in(client.get(page))["draft"]
    assert typed_in(client.get(page))["draft"] != name
    wrong = client.post(page, typed_in(client.get(page), {AMOUNT: "很多", "draft": name}))
    assert typed_in(wrong)["draft"] == name
    assert 'data-saved=""' in wrong.content.decode()
    after = client.post(page, typed_in(wrong, {AMOUNT: "7"}))
    assert f'data-saved="{name}"' in client.get(after.url).content.decode()
    assert 'data-saved=""' in client.get(after.url).content.decode()


def test_a_name_that_was_made_up_is_not_told(client, clerk, page):
    client.force_login(clerk)
    after = saved(client, page, {"draft": '"><b>'})
    assert 'data-saved=""' in client.get(after.url).content.decode()
