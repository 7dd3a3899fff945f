"""Whose address counts: what anybody can write is believed only where a proxy of ours wrote it."""

import runpy

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from disclosures.staff.signing_in.address import client_address


@pytest.mark.parametrize(
    ("trusted", "forwarded", "address"),
    [
        (0, "203.0.113.9", "192.0.2.1"),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "198.51.100.7, 203.0.113.9", "203.0.113.9"),  # the first is what the client sent itself
        (2, "198.51.100.7, 203.0.113.9, 10.0.0.2", "203.0.113.9"),
        (2, "203.0.113.9", "192.0.2.1"),  # did not come through both
        (1, "", "192.0.2.1"),
        (1, "somewhere", "192.0.2.1"),
        (1, "2001:db8:1:2:aaaa::1", "2001:db8:1:2::"),
        (1, "::ffff:203.0.113.9", "203.0.113.9"),
    ],
)
def test_the_address_is_what_our_own_proxies_wrote(rf, settings, trusted, forwarded, address):
    settings.TRUSTED_PROXIES = trusted
    request = rf.get("/", REMOTE_ADDR="192.0.2.1", **({"HTTP_X_FORWARDED_FOR": forwarded} if forwarded else {}))
    assert client_address(request) == address


def test_a_socket_has_no_address(rf):
    assert client_address(rf.get("/", REMOTE_ADDR="")) is None


@pytest.mark.parametrize("wrong", ["-1", "one", "1.5"])
def test_the_number_of_proxies_is_a_number(monkeypatch, wrong):
    monkeypatch.setenv("TRUSTED_PROXIES", wrong)
    with pytest.raises(ImproperlyConfigured, match="TRUSTED_PROXIES"):
        runpy.run_path(str(settings.BASE_DIR / "disclosures" / "settings.py"))
