"""A request to an address of anybody's making: to no private network, followed nowhere, bounded in time and size."""

import http.client
import ipaddress
import re
import socket
import ssl
from threading import Timer
from typing import Any
from urllib.parse import SplitResult, urlsplit

from django.conf import settings

LONGEST = 1000  # characters of an address
_SECONDS = 5.0  # for each step
_ALTOGETHER = 15.0  # seconds after which the connection is cut, however slowly the other side goes on
_LARGEST = 4096  # bytes of an answer that are read
_PORTS = (80, 443, 8080, 8443)
_SEEN = re.compile(r"[\x21-\x7e]+")
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: an IPv4 address behind it may be any


class RefusedError(Exception):
    """An address that is not called, or one that did not take what it was sent; the message is for staff."""


def parts_of(url: str) -> SplitResult:
    """The parts of an address that may be called, as far as it can be told without asking for its host."""
    if len(url) > LONGEST or not _SEEN.fullmatch(url):
        raise RefusedError("网址太长，或者有不能用的字符")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise RefusedError("不是网址") from error
    if parts.scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc or parts.fragment:
        raise RefusedError("要 http 或 https 的网址，不带用户名和 #")
    if port is not None and port not in _PORTS and not settings.PRIVATE_CALLBACKS:
        raise RefusedError(f"端口只能是 {'、'.join(map(str, _PORTS))}")
    return parts


def send(method: str, url: str, body: bytes | None = None, headers: dict[str, str] | None = None) -> bytes:
    """The first bytes of the answer, which is one of success; else an error."""
    parts = parts_of(url)
    connection = _connection(parts)
    timer = Timer(_ALTOGETHER, _cut, [connection])
    timer.daemon = True
    timer.start()
    try:
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.request(method, target, body, {"User-Agent": "juesuan", **(headers or {})})
        answer = connection.getresponse()
        content = answer.read(_LARGEST)
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise RefusedError(f"连不上：{type(error).__name__}") from error
    finally:
        timer.cancel()
        connection.close()
    if not 200 <= answer.status < 300:
        raise RefusedError(f"对方回答 {answer.status}")
    return content


def _cut(connection: http.client.HTTPConnection) -> None:
    if connection.sock:
        try:
            connection.sock.shutdown(socket.SHUT_RDWR)
        except OSError:
            return  # it has ended meanwhile


def _connection(parts: SplitResult) -> http.client.HTTPConnection:
    """One to the very address that was checked: a name that is asked twice may answer twice."""
    host = parts.hostname or ""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    address = _checked_address(host, port)
    connection: Any = http.client.HTTPConnection(host, port, timeout=_SECONDS)
    sock = _connected(address, port)
    if parts.scheme == "https":
        try:
            sock = ssl.create_default_context().wrap_socket(sock, server_hostname=host)
        except OSError as error:
            sock.close()
            raise RefusedError(f"连不上：{type(error).__name__}") from error
    connection.sock = sock
    return connection


def _connected(address: str, port: int) -> socket.socket:
    try:
        return socket.create_connection((address, port), timeout=_SECONDS)
    except OSError as error:
        raise RefusedError(f"连不上：{type(error).__name__}") from error


def _checked_address(host: str, port: int) -> str:
    """The first address of the host; none if any of them is not of the public network."""
    try:
        found = [str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError) as error:
        raise RefusedError("找不到这个域名") from error
    if not settings.PRIVATE_CALLBACKS and not all(map(is_public, found)):
        raise RefusedError("地址在内部网络里，不能送")
    return found[0]


def is_public(address: str) -> bool:
    """Whether an address belongs to the public network, also where it hides one of IPv4."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped:
            ip = ip.ipv4_mapped
        elif ip in _TRANSLATED or ip.sixtofour or ip.teredo:
            return False
    return ip.is_global and not ip.is_multicast
