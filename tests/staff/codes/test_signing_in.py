"""Signing in by password and code, on the real pages with the codes of a real key."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.contrib.auth.signals import user_logged_in, user_login_failed
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice

from disclosures.staff.codes import devices
from disclosures.staff.roles import Role
from tests.staff.codes.phones import (
    CODE,
    PASSWORD,
    SET_UP,
    SIGN_IN,
    gives_password,
    half_a_minute_later,
    shown_by_phone,
    signs_in,
    with_phone,
)
from tests.staff.staffed import member

pytestmark = pytest.mark.django_db

INDEX = "/admin/"
LIST = "/admin/statements/disclosure/"


@pytest.fixture
def client():
    """A browser that knows nobody, with no step left out."""
    return Client()


@pytest.fixture
def publisher():
    return member(Role.PUBLISHER)


@pytest.fixture
def phone(publisher):
    return with_phone(publisher)


def test_the_code_comes_after_the_password_and_leads_to_where_one_wanted_to_go(client, publisher, phone):
    answer = gives_password(client, publisher.username, to=LIST)
    assert answer.headers["Location"] == f"{CODE}?next=%2Fadmin%2Fstatements%2Fdisclosure%2F"
    assert client.get(LIST).status_code == 302  # not yet
    page = client.get(answer.headers["Location"]).content.decode()
    assert 'autocomplete="one-time-code"' in page
    answer = client.post(CODE, {"code": shown_by_phone(phone.bin_key), "next": LIST})
    assert answer.headers["Location"] == LIST
    assert client.get(LIST).status_code == 200


@pytest.mark.parametrize("typed", ["{:.3} {:.3}", " {} ", "full width"])
def test_a_code_may_be_typed_as_it_is_shown(client, publisher, phone, typed):
    gives_password(client, publisher.username)
    code = shown_by_phone(phone.bin_key)
    wide = code.translate({ord(digit): ord(digit) + 0xFEE0 for digit in "0123456789"})
    typed = {"full width": wide}.get(typed, typed.format(code[:3] if ":.3" in typed else code, code[3:]))
    assert client.post(CODE, {"code": typed}).headers["Location"] == INDEX


def test_a_wrong_code_is_no_sign_in_and_each_makes_the_next_wait(client, publisher, phone):
    gives_password(client, publisher.username)
    wrong = f"{(int(shown_by_phone(phone.bin_key)) + 1) % 1_000_000:06d}"
    assert "动态口令不对" in client.post(CODE, {"code": wrong}).content.decode()
    assert "秒再输入" in client.post(CODE, {"code": shown_by_phone(phone.bin_key)}).content.decode()
    assert client.get(INDEX).status_code == 302
    TOTPDevice.objects.update(throttling_failure_timestamp=timezone.now() - timedelta(seconds=2))
    assert client.post(CODE, {"code": shown_by_phone(phone.bin_key)}).headers["Location"] == INDEX


def test_a_code_is_taken_once(client, publisher, phone):
    code = shown_by_phone(phone.bin_key)
    gives_password(client, publisher.username)
    client.post(CODE, {"code": code})
    other = Client()
    gives_password(other, publisher.username)
    assert "动态口令不对" in other.post(CODE, {"code": code}).content.decode()


def test_wrong_codes_count_like_wrong_passwords(client, publisher, phone):
    gives_password(client, publisher.username)
    for _ in range(5):
        TOTPDevice.objects.update(throttling_failure_timestamp=timezone.now() - timedelta(hours=1))
        answer = client.post(CODE, {"code": "000000" if shown_by_phone(phone.bin_key) != "000000" else "000001"})
    assert answer.status_code == 429
    assert client.get(CODE).status_code == 429
    assert gives_password(client, publisher.username).status_code == 429


def test_without_the_password_there_is_no_second_step(client, publisher, phone):
    assert client.get(CODE).headers["Location"] == SIGN_IN
    assert client.post(CODE, {"code": shown_by_phone(phone.bin_key)}).headers["Location"] == SIGN_IN
    gives_password(client, publisher.username, "wrong")
    assert client.post(CODE, {"code": shown_by_phone(phone.bin_key)}).headers["Location"] == SIGN_IN


@pytest.mark.parametrize("change", ["password", "inactive", "too late"])
def test_the_second_step_ends_when_the_first_holds_no_more(client, publisher, phone, change):
    gives_password(client, publisher.username)
    if change == "password":
        publisher.set_password("another-1-stone")
        publisher.save()
    elif change == "inactive":
        User.objects.update(is_active=False)
    else:
        session = client.session
        session["waiting_for_code"] |= {"since": session["waiting_for_code"]["since"] - 601}
        session.save()
    assert client.post(CODE, {"code": shown_by_phone(phone.bin_key)}).headers["Location"] == SIGN_IN


def test_the_code_of_somebody_else_does_not_help(client, publisher, phone):
    other = with_phone(member(Role.PUBLISHER))
    gives_password(client, publisher.username)
    assert client.post(CODE, {"code": shown_by_phone(other.bin_key)}).status_code == 200
    assert client.get(INDEX).status_code == 302


def test_a_recovery_code_helps_once(client, publisher, phone):
    first, *_ = devices.make_recovery_codes(publisher)
    gives_password(client, publisher.username)
    client.post(CODE, {"code": first.upper().replace("-", " ")})
    assert "还剩 9 个" in client.get(INDEX).content.decode()
    other = Client()
    gives_password(other, publisher.username)
    assert "没有这个恢复码" in other.post(CODE, {"code": first}).content.decode()


def test_who_needs_a_code_and_has_none_is_led_to_the_set_up_before_anything_else(client, publisher):
    publisher.set_password(PASSWORD)
    publisher.save()
    answer = client.post(f"{SIGN_IN}?next={LIST}", {"username": publisher.username, "password": PASSWORD}, follow=True)
    assert answer.redirect_chain[-1][0] == SET_UP
    for address in (INDEX, LIST, "/admin/password_change/", "/admin/jsi18n/", "/admin/components/"):
        assert client.get(address, follow=True).redirect_chain[-1][0] == SET_UP, address
    assert client.post("/admin/statements/disclosure/add/", {"year": "2023"}).status_code == 302
    assert client.post("/admin/logout/").status_code == 200
    assert client.get(SET_UP).status_code == 302


@pytest.mark.parametrize(
    ("role", "needs"),
    [(Role.CLERK, False), (Role.REVIEWER, False), (Role.PUBLISHER, True), (Role.ADMINISTRATOR, True), (None, True)],
)
def test_publishers_administrators_and_superusers_need_a_code(client, role, needs):
    user = member(role) if role else User.objects.create_superuser("chief")
    user.set_password(PASSWORD)
    user.save()
    gives_password(client, user.username)
    assert client.get(INDEX).status_code == (302 if needs else 200)
    with_phone(user)
    client = Client()
    assert gives_password(client, user.username).headers["Location"].startswith(CODE)  # whoever has one, gives it
    signs_in(client, user)
    assert client.get(INDEX).status_code == 200


def test_who_becomes_a_publisher_while_signed_in_gives_the_code_before_going_on(client):
    clerk = member(Role.CLERK)
    client.force_login(clerk)
    assert client.get(LIST).status_code == 200
    phone = with_phone(User.objects.get())
    client.force_login(User.objects.get())
    clerk.memberships.create(role=Role.ADMINISTRATOR)
    answer = client.get(LIST, follow=True)
    assert answer.redirect_chain[-1][0] == f"{CODE}?next=%2Fadmin%2Fstatements%2Fdisclosure%2F"
    assert client.post(CODE, {"code": shown_by_phone(phone.bin_key), "next": LIST}).headers["Location"] == LIST
    assert client.get(LIST).status_code == 200


def test_a_session_whose_phone_was_taken_away_begins_anew(client, publisher, phone):
    signs_in(client, publisher)
    assert client.get(INDEX).status_code == 200
    devices.take_away(publisher)
    assert client.get(INDEX, follow=True).redirect_chain[-1][0] == SET_UP


def test_a_sign_in_is_announced_when_it_is_complete(client, publisher, phone):
    told = []

    def listen(sender, signal, **kwargs):
        told.append("in" if signal is user_logged_in else "failed")

    for signal in (user_logged_in, user_login_failed):
        signal.connect(listen)
    try:
        gives_password(client, publisher.username)
        assert told == []
        client.post(CODE, {"code": "abcd"})
        half_a_minute_later()
        client.post(CODE, {"code": shown_by_phone(phone.bin_key)})
    finally:
        for signal in (user_logged_in, user_login_failed):
            signal.disconnect(listen)
    assert told == ["failed", "in"]


def test_a_code_costs_a_page_one_query(client, publisher, phone):
    signs_in(client, publisher)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(LIST).status_code == 200
    asked = [query["sql"] for query in queries]
    assert sum("otp_" in sql for sql in asked) == 1
    assert sum("staff_membership" in sql and "auth_permission" not in sql for sql in asked) == 1
