"""What administrators do for somebody who lost the phone or the password."""

import re

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from disclosures.staff.codes import devices
from disclosures.staff.roles import Role
from tests.staff.codes.phones import CODE, SET_UP, gives_password, with_phone
from tests.staff.staffed import member

pytestmark = pytest.mark.django_db

NEW = "Lr4-quiet-harbour"


@pytest.fixture
def publisher():
    publisher = member(Role.PUBLISHER)
    with_phone(publisher)
    devices.make_recovery_codes(publisher)
    return publisher


@pytest.fixture
def administrator(client):
    administrator = member(Role.ADMINISTRATOR)
    client.force_login(administrator)
    return administrator


def address(name: str, person: User) -> str:
    return reverse(f"admin:auth_user_{name}", args=[person.pk])


def address_of_list() -> str:
    return reverse("admin:auth_user_changelist")


def told_of(person: User) -> list[str]:
    return [entry.get_change_message() for entry in LogEntry.objects.filter(object_id=person.pk)]


@pytest.mark.usefixtures("administrator")
def test_a_lost_code_is_taken_away_with_a_reason_that_the_history_tells(client, publisher):
    page = client.get(address("change", publisher)).content.decode()
    assert address("take_code_away", publisher) in page
    answer = client.post(address("take_code_away", publisher), {"reason": "  "})
    assert "要写明原因。" in answer.content.decode()
    assert devices.phone_of(publisher)
    client.post(address("take_code_away", publisher), {"reason": "手机丢失，已当面核实"})
    assert devices.phone_of(publisher) is None
    assert devices.recovery_codes_left(publisher) == 0
    assert told_of(publisher) == ["取消动态口令。原因：手机丢失，已当面核实"]
    assert address("take_code_away", publisher) not in client.get(address("change", publisher)).content.decode()
    other = Client()
    gives_password(other, publisher.username)
    assert other.get("/admin/", follow=True).redirect_chain[-1][0] == SET_UP


@pytest.mark.usefixtures("administrator")
def test_a_link_lets_somebody_choose_a_password_once(client, publisher):
    page = client.post(address("link", publisher), {"reason": "忘记密码"})
    (link,) = re.findall(r">http://testserver(/admin/password/[^<]+)<", page.content.decode())
    assert "no-store" in page.headers["Cache-Control"]
    assert told_of(publisher) == ["给出设置密码的链接。原因：忘记密码"]
    assert link not in str(told_of(publisher))
    person = Client()
    form = person.get(link, follow=True)
    assert "请设置密码" in form.content.decode()
    too_short = person.post(form.redirect_chain[-1][0], {"new_password1": "short", "new_password2": "short"})
    assert "10" in too_short.content.decode()
    answer = person.post(form.redirect_chain[-1][0], {"new_password1": NEW, "new_password2": NEW}, follow=True)
    assert "密码已经设好，请登录。" in answer.content.decode()
    assert gives_password(person, publisher.username).status_code == 200
    assert (
        gives_password(person, publisher.username, NEW).headers["Location"].startswith(CODE)
    )  # the code is still asked
    assert "已经用过" in Client().get(link, follow=True).content.decode()


@pytest.mark.usefixtures("administrator")
def test_a_link_is_good_for_a_day_and_frees_a_locked_name(client, publisher, settings):
    for _ in range(5):
        locked = gives_password(Client(), publisher.username, "wrong")
    assert locked.status_code == 429
    page = client.post(address("link", publisher), {"reason": "新帐号"})
    (link,) = re.findall(r"/admin/password/[^<]+", page.content.decode())
    assert gives_password(Client(), publisher.username).status_code == 302
    settings.PASSWORD_RESET_TIMEOUT = -1
    assert "过了时间" in Client().get(link, follow=True).content.decode()


@pytest.mark.usefixtures("administrator")
def test_where_mail_is_set_up_the_link_goes_to_the_person_alone(client, publisher, settings, mailoutbox):
    settings.EMAIL_HOST = "mail.example.cn"
    publisher.email = "wang@example.cn"
    publisher.save()
    page = client.post(address("link", publisher), {"reason": "忘记密码"}, follow=True)
    assert "已发到 wang@example.cn" in page.content.decode()
    assert "/admin/password/" not in page.content.decode()
    (mail,) = mailoutbox
    assert mail.to == ["wang@example.cn"]
    (link,) = re.findall(r"http://testserver(/admin/password/\S+)", mail.body)
    assert "请设置密码" in Client().get(link, follow=True).content.decode()


@pytest.mark.usefixtures("administrator")
def test_mail_that_cannot_be_sent_leaves_the_link_to_the_administrator(client, publisher, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9  # where nobody listens
    publisher.email = "wang@example.cn"
    publisher.save()
    page = client.post(address("link", publisher), {"reason": "忘记密码"}).content.decode()
    assert "邮件没有发出去" in page
    assert "/admin/password/" in page


@pytest.mark.parametrize("name", ["take_code_away", "link", "change", "password_change"])
def test_others_and_superusers_are_out_of_reach(client, publisher, name):
    chief = User.objects.create_superuser("chief")
    with_phone(chief)
    client.force_login(member(Role.ADMINISTRATOR))
    assert client.post(address(name, chief), {"reason": "x"}).status_code == 403
    for role in (Role.CLERK, Role.REVIEWER, Role.PUBLISHER):
        client.force_login(member(role))
        assert client.post(address(name, publisher), {"reason": "x"}).status_code == 403
        assert client.get(address(name, publisher)).status_code == 403
    assert devices.phone_of(chief)
    assert devices.phone_of(publisher)


@pytest.mark.usefixtures("administrator")
def test_nobody_is_there_under_a_guessed_number(client):
    assert client.get("/admin/auth/user/999/link/").status_code == 404


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, None])
def test_people_are_switched_off_and_not_deleted(client, publisher, role):
    client.force_login(member(role) if role else User.objects.create_superuser("chief"))
    assert client.post(address("delete", publisher), {"post": "yes"}).status_code == 403
    chosen = {"action": "delete_selected", "_selected_action": [publisher.pk], "post": "yes"}
    client.post(address_of_list(), chosen)
    assert User.objects.filter(pk=publisher.pk).exists()
    assert "delete_selected" not in client.get(address_of_list()).content.decode()


@pytest.mark.usefixtures("administrator")
def test_the_list_says_who_has_a_code_in_as_many_queries_for_many(client, publisher, django_assert_max_num_queries):
    for _ in range(20):
        with_phone(member(Role.CLERK))
    with django_assert_max_num_queries(10):
        page = client.get(address_of_list()).content.decode()
    assert page.count("icon-yes.svg") >= 22


@pytest.mark.usefixtures("administrator")
def test_keys_and_attempts_have_no_pages(client):
    User.objects.create_superuser("chief")
    client.force_login(User.objects.get(username="chief"))
    page = client.get("/admin/").content.decode()
    assert "otp_totp" not in page
    assert "axes" not in page
    for kind in ("otp_totp/totpdevice", "otp_static/staticdevice", "axes/accessattempt"):
        assert client.get(f"/admin/{kind}/").status_code == 404
