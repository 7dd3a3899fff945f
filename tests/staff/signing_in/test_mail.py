"""The mail server is named by one address, as the database is."""

import runpy

import pytest
from django.conf import settings


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("", ("", 25, "", "", False)),
        ("smtp://127.0.0.1", ("127.0.0.1", 25, "", "", False)),
        ("smtps://ju%40x:a%2Fb@mail.example.cn", ("mail.example.cn", 465, "ju@x", "a/b", True)),
        ("smtp://mail.example.cn:587", ("mail.example.cn", 587, "", "", False)),
    ],
)
def test_the_address_says_it_all(monkeypatch, url, server):
    monkeypatch.setenv("MAIL_URL", url)
    read = runpy.run_path(str(settings.BASE_DIR / "disclosures" / "staff" / "signing_in" / "settings.py"))
    names = ("EMAIL_HOST", "EMAIL_PORT", "EMAIL_HOST_USER", "EMAIL_HOST_PASSWORD", "EMAIL_USE_SSL")
    assert tuple(read[name] for name in names) == server
