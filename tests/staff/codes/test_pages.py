"""The pages for one's own code."""

import re

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.test import Client
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from disclosures.staff.codes import devices
from disclosures.staff.roles import Role
from tests.staff.codes.phones import SET_UP, SIGN_IN, half_a_minute_later, shown_by_phone, signs_in, typed_into_phone
from tests.staff.codes.phones import with_phone as give_phone
from tests.staff.staffed import member

pytestmark = pytest.mark.django_db

OWN, RECOVERY, OFF = "/admin/code/", "/admin/code/recovery/", "/admin/code/off/"


@pytest.fixture
def client():
    return Client()


def set_up(client):
    """The first set-up; gives the page that follows, with the key."""
    key = typed_into_phone(client.get(SET_UP).content.decode())
    return client.post(SET_UP, {"code": shown_by_phone(key)}), key


def codes_on(page) -> list[str]:
    return re.findall(r"<li>([a-z2-7]{4}(?:-[a-z2-7]{4}){3})</li>", page.content.decode())


@pytest.mark.parametrize("role", [Role.CLERK, Role.PUBLISHER])
def test_a_phone_is_set_up_and_the_recovery_codes_are_told_once(client, role):
    client.force_login(member(role))
    page, key = set_up(client)
    codes = codes_on(page)
    assert len(set(codes)) == 10
    assert "no-store" in page.headers["Cache-Control"]
    assert client.get("/admin/").status_code == 200
    assert TOTPDevice.objects.get().bin_key == key
    kept = set(StaticToken.objects.values_list("token", flat=True))
    assert len(kept) == 10
    assert not kept & {devices.plain(code) for code in codes}
    assert LogEntry.objects.get().get_change_message() == "设置动态口令。"
    again = client.post(SET_UP, {"code": shown_by_phone(key)})
    assert again.headers["Location"] == OWN
    assert not codes_on(client.get(OWN))


def test_the_key_is_drawn_and_stays_until_the_phone_took_it(client):
    client.force_login(member(Role.PUBLISHER))
    page = client.get(SET_UP)
    assert "<svg" in page.content.decode()
    key = typed_into_phone(page.content.decode())
    answer = client.post(SET_UP, {"code": "abc"})
    assert "动态口令不对" in answer.content.decode()
    assert typed_into_phone(answer.content.decode()) == key
    assert not TOTPDevice.objects.exists()
    assert client.get("/admin/").status_code == 302


def test_another_phone_needs_a_code_of_the_old_one(client):
    publisher = member(Role.PUBLISHER)
    old = give_phone(publisher)
    client.force_login(publisher)  # by password alone
    for address in (SET_UP, OWN):
        assert client.get(address).headers["Location"].startswith(SIGN_IN)
    for address in (SET_UP, RECOVERY, OFF):
        assert client.post(address, {"code": shown_by_phone(old.bin_key)}).headers["Location"].startswith(SIGN_IN)
    signs_in(client, publisher)
    _, key = set_up(client)
    assert TOTPDevice.objects.get().bin_key == key != old.bin_key
    assert client.get("/admin/").status_code == 200


def test_new_recovery_codes_take_the_place_of_the_old(client):
    publisher = member(Role.PUBLISHER)
    give_phone(publisher)
    old = devices.make_recovery_codes(publisher)
    signs_in(client, publisher)
    new = codes_on(client.post(RECOVERY))
    assert len(new) == 10
    assert not set(old) & set(new)
    assert devices.answer_to(publisher, old[0]).device is None
    assert "恢复码还剩 10 个" in client.get(OWN).content.decode()


def test_recovery_codes_are_not_made_by_opening_a_page(client):
    publisher = member(Role.PUBLISHER)
    give_phone(publisher)
    signs_in(client, publisher)
    assert client.get(RECOVERY).status_code == client.get(OFF).status_code == 405


def test_only_who_needs_none_gives_the_code_up(client):
    for role, left in ((Role.PUBLISHER, True), (Role.CLERK, False)):
        user = member(role)
        give_phone(user)
        half_a_minute_later()
        client = Client()
        signs_in(client, user)
        client.post(OFF)
        assert TOTPDevice.objects.filter(user=user).exists() is left


def test_strangers_and_readers_have_no_page(client):
    assert client.get(SET_UP).headers["Location"].startswith(SIGN_IN)
    client.force_login(User.objects.create_user("reader"))
    assert client.get(SET_UP).headers["Location"].startswith(SIGN_IN)
