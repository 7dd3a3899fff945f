"""The first administrator is made by a command, and somebody without phone and codes is helped by one."""

from io import StringIO

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import Client

from disclosures.staff.codes import devices
from disclosures.staff.management.commands import first_administrator
from disclosures.staff.roles import Role
from tests.staff.codes.phones import PASSWORD, SET_UP, gives_password, with_phone
from tests.staff.staffed import member

pytestmark = pytest.mark.django_db


def told_by(command: str, *args, **options) -> str:
    out = StringIO()
    call_command(command, *args, stdout=out, **options)
    return out.getvalue()


@pytest.fixture
def terminal(monkeypatch):
    """Somebody at a terminal who types these answers one after the other."""

    def types(*answers: str) -> None:
        given = iter(answers)
        monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
        monkeypatch.setattr("builtins.input", lambda prompt: next(given))
        monkeypatch.setattr(first_administrator, "getpass", lambda prompt: next(given))

    return types


def test_name_and_password_are_asked_for_and_a_code_is_set_up_at_the_first_sign_in(terminal):
    assert "还没有管理员" in told_by("first_administrator", remind=True)
    terminal("wang", PASSWORD, PASSWORD)
    assert "建好了管理员 wang" in told_by("first_administrator")
    wang = User.objects.get()
    assert (wang.is_superuser, wang.has_perm("staff.add_membership")) == (False, True)
    client = Client()
    assert gives_password(client, "wang").status_code == 302
    assert client.get("/admin/", follow=True).redirect_chain[-1][0] == SET_UP
    assert told_by("first_administrator", remind=True) == ""


@pytest.mark.parametrize(
    ("answers", "complaint"),
    [
        (("wang", "short", "short"), "密码太短"),
        (("wang", PASSWORD, PASSWORD + "x"), "两次输入的密码不一样"),
        (("wang wang", PASSWORD, PASSWORD), "用户名"),
    ],
)
def test_what_is_wrong_is_said_and_nobody_is_made(terminal, answers, complaint):
    terminal(*answers)
    with pytest.raises(CommandError, match=complaint):
        call_command("first_administrator")
    assert not User.objects.exists()


def test_a_link_stands_in_for_typing(client):
    text = told_by("first_administrator", "wang", link=True)
    assert not User.objects.get().has_usable_password()
    path = next(word for word in text.replace("（", " ").split() if word.startswith("/admin/password/"))
    assert "请设置密码" in client.get(path, follow=True).content.decode()


def test_without_a_terminal_no_password_is_asked_for(monkeypatch):
    monkeypatch.setattr("sys.stdin", StringIO("wang\n"))
    with pytest.raises(CommandError, match="--link"):
        call_command("first_administrator")


@pytest.mark.parametrize("there", ["superuser", "administrator"])
def test_there_is_no_second_first_one(there):
    if there == "superuser":
        User.objects.create_superuser("chief")
    else:
        member(Role.ADMINISTRATOR)
    with pytest.raises(CommandError, match="已经有管理员"):
        call_command("first_administrator", "wang", link=True)
    User.objects.update(is_active=False)
    assert "建好了" in told_by("first_administrator", "wang", link=True)


def test_who_manages_people_is_helped_by_a_command(client):
    chief = User.objects.create_superuser("chief")
    with_phone(chief)
    devices.make_recovery_codes(chief)
    assert "已取消 chief" in told_by("take_code_away", "chief", reason="手机和恢复码都丢了")
    assert devices.phone_of(chief) is None
    assert devices.recovery_codes_left(chief) == 0
    assert LogEntry.objects.get().get_change_message() == "由命令取消动态口令。原因：手机和恢复码都丢了"
    with pytest.raises(CommandError, match="没有用户 nobody"):
        call_command("take_code_away", "nobody", reason="x")
