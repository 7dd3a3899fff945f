"""What Django's own check for public sites says of the settings that a public site has."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

PUBLIC = {
    "ALLOWED_HOSTS": "juesuan.example.cn",
    "DATABASE_URL": "sqlite://",
    "DEBUG": "0",
    "HTTPS": "1",
    "SECRET_KEY": "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
}


def check_deploy(**changed: str) -> subprocess.CompletedProcess:
    """The check as an administrator runs it: in a process and environment of its own, any warning being a failure."""
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    environment = {"PATH": os.environ["PATH"], **PUBLIC, **changed}
    return subprocess.run(command, cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True, check=False)


def test_the_check_for_public_sites_finds_nothing():
    checked = check_deploy()
    assert checked.stderr == ""
    assert checked.returncode == 0


@pytest.mark.parametrize(
    ("name", "value", "warning"), [("SECRET_KEY", "short", "security.W009"), ("HTTPS", "0", "security.W012")]
)
def test_the_check_for_public_sites_still_warns_of_what_is_weak(name, value, warning):
    checked = check_deploy(**{name: value})
    assert checked.returncode == 1
    assert warning in checked.stderr
