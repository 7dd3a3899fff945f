"""The names under which the site is asked: what none of ours is refused, and what anybody can make up is known."""

from functools import lru_cache

from django.conf import settings
from django.http.request import split_domain_port, validate_host

_LONGEST = 262  # a name of DNS with a port


@lru_cache(maxsize=1024)
def is_ours(host: str) -> bool:
    """Whether Django answers to that name; in small letters."""
    if len(host) > _LONGEST:
        return False
    name, _ = split_domain_port(host)
    return bool(name) and validate_host(name, settings.ALLOWED_HOSTS)


@lru_cache(maxsize=1024)
def is_usual(host: str, server: str) -> bool:
    """Whether it is one of the few names that readers come by: as it is allowed, without a port or with the server's.

    Of any other port, and of names that a pattern allows, there are as many as a stranger likes.
    """
    name, colon, port = host.rpartition(":") if not host.endswith("]") else (host, "", "")
    if not colon:
        name = host
    elif port != server.rpartition(":")[2]:
        return False
    return name in settings.ALLOWED_HOSTS
