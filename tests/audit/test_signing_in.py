"""Who signed in, out, or in vain, from where; and what the log does not learn."""

from collections import Counter

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from disclosures.audit.models import Change, Kind

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
