"""Administrators manage people, and cannot become superusers by it."""

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from disclosures.staff.roles import Role
from tests.entry.typing_in import saved, typed_in
from tests.staff.staffed import member

pytestmark = pytest.mark.django_db


NEW = {"password1": "Kx7-river-stone", "password2": "Kx7-river-stone"}
RAISED = {"is_superuser": "on", "is_staff": "on", "user_permissions": "1", "groups": "1", "password": "x"}
WANTED = RAISED | {"last_name": "王"}


def test_an_administrator_makes_nobody_a_superuser_and_touches_none(client):
    administrator, chief = member(Role.ADMINISTRATOR), User.objects.create_superuser("chief", password="x")
    client.force_login(administrator)
    page = reverse("admin:auth_user_change", args=[administrator.pk])
    assert saved(client, page, WANTED).status_code == 302
    changed = User.objects.get(pk=administrator.pk)
    assert (changed.last_name, changed.is_superuser, changed.password) == ("王", False, administrator.password)
    assert not changed.user_permissions.exists()
    assert not changed.groups.exists()
    assert client.post(reverse("admin:auth_user_change", args=[chief.pk]), {}).status_code == 403


def test_a_new_account_has_no_password_and_no_rights_whatever_is_sent(client):
    client.force_login(member(Role.ADMINISTRATOR))
    page = reverse("admin:auth_user_add")
    answer = saved(client, page, WANTED | NEW | {"username": "zhao", "usable_password": "true"})
    zhao = User.objects.get(username="zhao")
    assert answer.headers["Location"] == reverse("admin:auth_user_change", args=[zhao.pk])
    assert (zhao.is_staff, zhao.is_superuser, zhao.has_usable_password()) == (True, False, False)
    assert not zhao.get_all_permissions()


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, None])
def test_nobody_sets_the_password_of_somebody_else(client, role):
    clerk = member(Role.CLERK)
    client.force_login(member(role) if role else User.objects.create_superuser("chief"))
    assert client.post(reverse("admin:auth_user_password_change", args=[clerk.pk]), NEW).status_code == 403
    page = client.get(reverse("admin:auth_user_change", args=[clerk.pk]))
    assert "password" not in page.context["adminform"].form.fields


def test_an_account_is_switched_off_by_somebody_else(client):
    administrator, other = member(Role.ADMINISTRATOR), member(Role.ADMINISTRATOR)
    client.force_login(administrator)
    for person, active in ((administrator, True), (other, False)):
        page = reverse("admin:auth_user_change", args=[person.pk])
        data = typed_in(client.get(page))
        del data["is_active"]
        answer = client.post(page, data)
        assert ("不能停用自己的帐号" in answer.content.decode()) is active
        assert User.objects.get(pk=person.pk).is_active is active


def test_a_superuser_makes_a_superuser_and_gives_no_permission_one_by_one(client):
    clerk = member(Role.CLERK)
    client.force_login(User.objects.create_superuser("chief"))
    saved(client, reverse("admin:auth_user_change", args=[clerk.pk]), WANTED)
    clerk = User.objects.get(pk=clerk.pk)
    assert clerk.is_superuser
    assert not clerk.user_permissions.exists()
    assert not clerk.groups.exists()


def test_a_clerk_needs_a_unit(client):
    client.force_login(member(Role.ADMINISTRATOR))
    page = reverse("admin:staff_membership_add")
    answer = saved(client, page, {"user": str(User.objects.get().pk), "role": "clerk", "since": "2026-01-01"})
    assert "填报员要选定单位。" in answer.content.decode()
