"""Whoever works stays signed in; whoever was away for two hours signs in again."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.utils import timezone

from disclosures.staff.signing_in.sessions import _PAUSE, _RENEWED

pytestmark = pytest.mark.django_db

INDEX = "/admin/"


def expiry():
    return Session.objects.get().expire_date


def worked_last(client, seconds: int) -> None:
    """As if nothing had been done for so long."""
    session = client.session
    session[_RENEWED] -= seconds
    session.save()
    Session.objects.update(expire_date=timezone.now() + timedelta(seconds=settings.SESSION_COOKIE_AGE - seconds))


def test_working_renews_it_and_the_cookie_ends_with_the_browser(admin_client):
    worked_last(admin_client, _PAUSE + 60)
    before = expiry()
    answer = admin_client.get(INDEX)
    assert expiry() > before + timedelta(seconds=_PAUSE)
    assert not answer.cookies[settings.SESSION_COOKIE_NAME]["max-age"]


def test_not_every_page_writes(admin_client):
    before = expiry()
    admin_client.get(INDEX)
    assert expiry() == before


def test_what_a_page_asks_by_itself_renews_nothing(admin_client):
    worked_last(admin_client, _PAUSE + 60)
    before = expiry()
    admin_client.get("/admin/session/")
    assert expiry() == before


def test_two_hours_without_work_end_it(admin_client):
    assert settings.SESSION_COOKIE_AGE == 2 * 3600
    worked_last(admin_client, settings.SESSION_COOKIE_AGE + 1)
    assert admin_client.get(INDEX).status_code == 302


def test_public_pages_know_no_session(client):
    answer = client.get("/")
    assert "Cookie" not in answer.headers.get("Vary", "")
    assert not answer.cookies
