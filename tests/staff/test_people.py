"""Administrators manage people, and cannot become superusers by it."""

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from disclosures.staff.roles import Role
from tests.entry.typing_in import saved
from tests.staff.staffed import member

pytestmark = pytest.mark.django_db


def test_an_administrator_makes_nobody_a_superuser_and_touches_none(client):
    administrator, chief = member(Role.ADMINISTRATOR), User.objects.create_superuser("chief", password="x")
    client.force_login(administrator)
    page = reverse("admin:auth_user_change", args=[administrator.pk])
    wanted = {"is_superuser": "on", "user_permissions": "1", "groups": "1", "last_name": "王"}
    assert saved(client, page, wanted).status_code == 302
    administrator = User.objects.get(pk=administrator.pk)
    assert (administrator.last_name, administrator.is_superuser) == ("王", False)
    assert not administrator.user_permissions.exists()
    assert not administrator.groups.exists()
    new = {"password1": "Kx7-river-stone", "password2": "Kx7-river-stone"}
    assert client.post(reverse("admin:auth_user_password_change", args=[chief.pk]), new).status_code == 403
    assert client.post(reverse("admin:auth_user_change", args=[chief.pk]), {}).status_code == 403


def test_a_clerk_needs_a_unit(client):
    client.force_login(member(Role.ADMINISTRATOR))
    page = reverse("admin:staff_membership_add")
    answer = saved(client, page, {"user": str(User.objects.get().pk), "role": "clerk", "since": "2026-01-01"})
    assert "填报员要选定单位。" in answer.content.decode()
