"""Signing in is limited for a name from an address, and for an address as a whole."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from axes.signals import user_locked_out
from django.contrib.auth.models import User
from django.contrib.auth.signals import user_login_failed
from django.utils import timezone

from disclosures.staff.signing_in import limits

pytestmark = pytest.mark.django_db

SIGN_IN = "/admin/login/"
PASSWORD = "Kx7-river-stone"
STRANGER = "203.0.113.9"


@pytest.fixture
def clerk():
    return User.objects.create_user("wang", password=PASSWORD, is_staff=True)


def tries(client, name="wang", password="wrong", times=1, **headers):
    for _ in range(times):
        answer = client.post(SIGN_IN, {"username": name, "password": password}, **headers)
    return answer


@pytest.mark.usefixtures("clerk")
def test_after_five_failures_even_the_right_password_has_to_wait(client, settings):
    failed = tries(client, times=4)
    assert failed.status_code == 200
    assert (
        f"连续错 {settings.AXES_FAILURE_LIMIT} 次，要等 {settings.AXES_COOLOFF_TIME.seconds // 60} 分钟"
        in failed.content.decode()
    )
    answer = tries(client)
    assert answer.status_code == 429
    assert "请在 15 分钟后再试" in answer.content.decode()
    assert 0 < int(answer.headers["Retry-After"]) <= 900
    assert tries(client, password=PASSWORD).status_code == 429
    AccessAttempt.objects.update(attempt_time=timezone.now() - settings.AXES_COOLOFF_TIME)
    assert tries(client, password=PASSWORD).status_code == 302


@pytest.mark.usefixtures("clerk")
def test_a_stranger_locks_no_clerk_out(client):
    assert tries(client, times=6, REMOTE_ADDR=STRANGER).status_code == 429
    assert tries(client, password=PASSWORD).status_code == 302


@pytest.mark.usefixtures("clerk")
def test_whoever_goes_on_trying_does_not_wait_longer(client):
    tries(client, times=5)
    earlier = timezone.now() - timedelta(minutes=14)
    AccessAttempt.objects.update(attempt_time=earlier)
    answer = tries(client, times=3)
    assert "请在 1 分钟后再试" in answer.content.decode()
    assert AccessAttempt.objects.get().attempt_time == earlier


@pytest.mark.usefixtures("clerk")
def test_another_browser_is_no_way_round(client):
    for number in range(5):
        answer = tries(client, HTTP_USER_AGENT=f"browser {number}")
    assert answer.status_code == 429


@pytest.mark.usefixtures("clerk")
def test_an_address_that_tries_many_names_is_locked_as_a_whole(client, monkeypatch):
    monkeypatch.setattr(limits, "MOST_FROM_ONE_ADDRESS", 7)
    for number in range(7):
        assert tries(client, name=f"name{number}", REMOTE_ADDR=STRANGER).status_code == 200
    assert tries(client, name="wang", password=PASSWORD, REMOTE_ADDR=STRANGER).status_code == 429
    assert tries(client, name="name7", REMOTE_ADDR=STRANGER).status_code == 429
    assert AccessAttempt.objects.count() == 7
    assert tries(client, password=PASSWORD).status_code == 302


@pytest.mark.usefixtures("clerk")
def test_nothing_that_was_typed_is_kept_but_the_name(client):
    for secret in ("secret-1", "secret-2"):
        data = {"username": "wang", "password": secret, "passwort": secret, "big": "x" * 5000}
        client.post(f"{SIGN_IN}?password={secret}&p={secret}", data, HTTP_ACCEPT=secret)
    attempt = AccessAttempt.objects.get()
    assert attempt.failures_since_start == 2
    kept = {field.attname: getattr(attempt, field.attname) for field in attempt._meta.fields}
    assert "secret" not in str(kept)
    assert len(str(kept)) < 500


def test_old_attempts_are_removed_with_the_next(client, settings, clerk):
    tries(client, name="somebody", REMOTE_ADDR=STRANGER)
    AccessAttempt.objects.update(attempt_time=timezone.now() - settings.AXES_COOLOFF_TIME)
    tries(client)
    assert AccessAttempt.objects.get().username == "wang"
    tries(client, password=PASSWORD)
    assert not AccessAttempt.objects.exists()


@pytest.mark.usefixtures("clerk")
def test_failures_and_locks_are_announced(client):
    told = []

    def listen(sender, signal, **kwargs):
        told.append("locked" if signal is user_locked_out else "failed")

    for signal in (user_login_failed, user_locked_out):
        signal.connect(listen)
    try:
        tries(client, times=6)
    finally:
        for signal in (user_login_failed, user_locked_out):
            signal.disconnect(listen)
    assert told.count("failed") == 6
    assert told.count("locked") == 2  # when it is locked, and when somebody tries all the same
