"""Clients as they come on the day of publication: slow ones, greedy ones, and one who only wants to read a page."""

import http.client
import socket
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from random import Random

Peer = tuple[str, int]

_HEAD = "GET {} HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "
_BODY = (
    "POST {} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: csrftoken=x\r\n"
    "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\na=1"
)
_READER = "GET {} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
KINDS = (_HEAD, _BODY, _READER)  # who does not end the head, who does not end the body, who does not read


def address(client: int) -> str:
    """The address of one of many clients of this machine."""
    return f"127.1.{client // 250}.{client % 250 + 1}"


def connected(to: Peer, client: int, room: int = 0) -> socket.socket:
    """A connection from that client's own address; `room` is how many bytes it takes in before it is read."""
    here = socket.socket()
    if room:
        here.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, room)
    here.settimeout(60)
    here.bind((address(client), 0))
    here.connect(to)
    return here


@contextmanager
def slow_clients(to: Peer, number: int, paths: list[str], chance: Random) -> Iterator[list[socket.socket]]:
    """So many that each hold a connection: a third of every kind."""
    held: list[socket.socket] = []
    try:
        for client in range(number):
            slow = connected(to, client, room=1)
            held.append(slow)
            slow.sendall(KINDS[client % len(KINDS)].format(chance.choice(paths)).encode())
        yield held
    finally:
        for slow in held:
            slow.close()


def all_at_once(of: Iterable[Callable[[], None]]) -> list[threading.Thread]:
    """Each begun in a thread of its own."""
    threads = [threading.Thread(target=each) for each in of]
    for thread in threads:
        thread.start()
    return threads


def fetched(to: Peer, client: int, path: str) -> tuple[int, bytes]:
    """Status and body, as that client is given them."""
    connection = http.client.HTTPConnection(*to, timeout=120, source_address=(address(client), 0))
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def waited(to: Peer, path: str, while_: Callable[[], bool], pause: float = 0.005) -> list[float]:
    """How many seconds a bystander waited for the page each time it asked, again and again on new connections."""
    times = []
    while while_():
        begun = time.perf_counter()
        status, _ = fetched(to, 0, path)
        times.append(time.perf_counter() - begun)
        assert status == 200
        time.sleep(pause)
    return times


def percentile(times: list[float], share: float) -> float:
    """The time within which that share of them was done."""
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]
