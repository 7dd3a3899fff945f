"""Whatever is asked, however it is written: no error of ours, nothing slow, and readers are served afterwards."""

import socket
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest

from tests.serving.attacked.hostile import request
from tests.serving.conftest import serving

CAMPAIGNS = [
    pytest.param(600, 5.0, id="small"),  # beside other tests on a busy machine
    pytest.param(100_000, 2.0, id="large", marks=pytest.mark.soak),
]
CLOSED = 0  # the connection, without a word: of a request that is none


def sent(port: int, number: int) -> tuple[int, float, int]:
    """The status that the request with that number is told, and how many seconds that took."""
    begun = time.perf_counter()
    head = b""
    with socket.create_connection(("127.0.0.1", port), timeout=60) as client:
        client.sendall(request(number)[0])
        while chunk := client.recv(1 << 16):
            head = head or chunk
    assert not head or head.startswith(b"HTTP/1."), head[:100]
    return int(head.split(b" ", 2)[1]) if head else CLOSED, time.perf_counter() - begun, number


@pytest.mark.parametrize(("number", "seconds"), CAMPAIGNS)
def test_hostile_requests_are_answered_without_an_error_of_ours(published_database, tmp_path, number, seconds):
    with serving(published_database, tmp_path, DEAR_A_MINUTE="0", LOG_LEVEL="ERROR") as served:
        page = served.get("/glossary/").body
        begun = time.perf_counter()
        with ThreadPoolExecutor(3) as clients:
            told = list(clients.map(partial(sent, served.port), range(number)))
        took = time.perf_counter() - begun
        slow = _slow_again(served, [n for _, one, n in told if one > seconds], seconds)
        assert served.get("/glossary/").body == page
        log = served.log.read_text()
    slowest = sorted(told, key=lambda one: one[1])[-3:]
    statuses = dict(sorted(Counter(status for status, _, _ in told).items()))
    sys.stdout.write(
        f"{number} requests in {took:.0f} s: {statuses}, slowest {[(round(one, 2), n) for _, one, n in slowest]}\n"
    )
    assert not [(status, *request(n)) for status, _, n in told if status >= 500]
    assert not slow
    assert {200, 400, 404} <= statuses.keys()
    assert "Traceback" not in log, log[:3000]


def _slow_again(served, numbers: list[int], seconds: float) -> list[tuple]:
    """Those that are slow by themselves, too, when all has to be made anew: a busy machine is late with anything."""
    if numbers:
        served.run("from disclosures.publication.models import PublicationCounter as C; C.rename()")
        time.sleep(1)
    return [(took, *request(n)) for _, took, n in (sent(served.port, n) for n in numbers) if took > seconds]
