"""Where a request comes from, as far as it can be trusted."""

from contextlib import suppress
from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str | None:
    """The address of the request's client; None over a socket."""
    return address_of(request.META.get("REMOTE_ADDR", ""), request.META.get("HTTP_X_FORWARDED_FOR", ""))


def address_of(connected: str, forwarded: str) -> str | None:
    """The client's address: of the connection, or what the outermost of our own proxies wrote.

    X-Forwarded-For can be sent by anybody, and each proxy adds at its end whom it speaks to: with `TRUSTED_PROXIES` in
    front, only the entry that many places from the end was written by one of them.
    """
    entries = forwarded.split(",")
    trusted = settings.TRUSTED_PROXIES
    told = entries[-trusted] if 0 < trusted <= len(entries) else ""
    return _normal(told) or _normal(connected)


def _normal(text: str) -> str | None:
    """Of IPv6 the network: whoever has one such address has as many as there are in it."""
    with suppress(ValueError):
        address = ip_address(text.strip())
        if not isinstance(address, IPv6Address):
            return str(address)
        if address.ipv4_mapped:
            return str(address.ipv4_mapped)
        return str(ip_network((address.packed, 64), strict=False).network_address)
    return None
