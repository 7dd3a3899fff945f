"""Who signed in, out, or in vain, from where; and what the log does not learn."""

from collections import Counter

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from django_otp.plugins.otp_totp.models import TOTPDevice

from disclosures.audit.models import Change, Kind
from disclosures.entry.audited.wording import title_of
from disclosures.staff.codes.devices import make_recovery_codes

pytestmark = pytest.mark.django_db
LOGIN = "/admin/login/"


@pytest.fixture
def clerk() -> User:
    return User.objects.create_user("li", password="the-right-one", is_staff=True)


def signing() -> list[tuple]:
    entries = Change.objects.exclude(kind__in=[Kind.ADDED, Kind.CHANGED, Kind.DELETED])
    return list(entries.order_by("pk").values_list("kind", "by", "by_name", "address", "text"))


def sign_in(client, password: str, **headers):
    return client.post(LOGIN, {"username": "li", "password": password}, **headers)


def test_signing_in_and_out_is_told_with_person_and_address(client, clerk):
    sign_in(client, "the-right-one", REMOTE_ADDR="192.0.2.7", HTTP_X_FORWARDED_FOR="198.51.100.1")
    client.post(reverse("admin:logout"))
    assert signing() == [
        (Kind.SIGNED_IN, clerk.pk, "li", "192.0.2.7", "li"),
        (Kind.SIGNED_OUT, clerk.pk, "li", "127.0.0.1", "li"),
    ]
    assert not Change.objects.filter(kind=Kind.CHANGED).exists()  # when somebody was here last is no change


def test_a_failure_is_told_with_the_name_and_never_the_password(client, clerk):
    sign_in(client, "the-wrong-one")
    assert signing() == [(Kind.REFUSED, None, "未登录", "127.0.0.1", "li")]
    assert "the-wrong-one" not in str(list(Change.objects.values()))


def test_a_lock_is_told_once_and_the_attempts_during_it_are_not(client, clerk):
    for _ in range(8):
        sign_in(client, "the-wrong-one")
    assert Counter(kind for kind, *_ in signing()) == {Kind.REFUSED: 5, Kind.LOCKED_OUT: 1}


def test_changes_of_one_request_have_its_number_and_person(admin_client, admin_user):
    data = {"code": "210400", "name": "抚顺市", "level": "2"}
    data |= {f"became-{name}_FORMS": "0" for name in ("TOTAL", "INITIAL", "MIN_NUM", "MAX_NUM")}
    page = admin_client.get(reverse("admin:classification_region_add"))
    prefix = page.context["inline_admin_formsets"][0].formset.prefix
    data |= {f"{prefix}-{name}_FORMS": "0" for name in ("TOTAL", "INITIAL")}
    admin_client.post(reverse("admin:classification_region_add"), data)
    entry = Change.objects.get(model="classification.region")
    assert (entry.by, entry.by_name, entry.address) == (admin_user.pk, "admin", "127.0.0.1")
    assert len(entry.request) == 32


def test_a_public_page_learns_nothing_of_its_reader(client):
    response = client.get("/")
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")
    assert not Change.objects.exists()


def test_a_lost_code_that_was_taken_away_is_told_with_its_reason_and_no_secret(admin_client, admin_user, clerk):
    TOTPDevice.objects.create(user=clerk, name="手机", key="00112233445566778899")
    make_recovery_codes(clerk)
    page = reverse("admin:auth_user_take_code_away", args=[clerk.pk])
    admin_client.post(page, {"reason": "手机丢了，当面核实"})
    told = Change.objects.get(kind=Kind.STEP)
    assert (told.by, told.text) == (admin_user.pk, "li：取消动态口令。原因：手机丢了，当面核实")
    gone = Change.objects.filter(kind=Kind.DELETED, request=told.request)
    assert {title_of(entry) for entry in gone} == {"动态口令", "恢复码", "一个恢复码"}
    assert "00112233445566778899" not in str(list(Change.objects.values()))
