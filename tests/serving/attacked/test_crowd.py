"""Many slow clients and many dear files at once: who only reads a page notices none of it."""

import sys
import time
from dataclasses import dataclass
from random import Random

import pytest

from tests.serving.attacked.crowd import all_at_once, fetched, percentile, slow_clients, waited
from tests.serving.conftest import managed, serving

PAGE = "/glossary/"
ADDRESSES = (
    "from disclosures.addresses import links; from disclosures.statements.models import Disclosure;"
    "print(*(links.of(each).archive() for each in Disclosure.objects.order_by('pk')), sep=chr(10))"
)


@dataclass(frozen=True)
class Crowd:
    """How many come, and how long a bystander may have to wait at the 99th percentile."""

    slow: int
    zips: int
    seconds: float


CROWDS = [
    pytest.param(Crowd(slow=90, zips=8, seconds=0.5), id="small"),  # beside other tests on a busy machine
    pytest.param(Crowd(slow=500, zips=50, seconds=0.1), id="large", marks=pytest.mark.soak),
]


@pytest.fixture(params=CROWDS)
def crowd(request) -> Crowd:
    return request.param


@pytest.fixture
def served(crowd, published_database, tmp_path):
    database = tmp_path / "of-many.sqlite3"
    database.write_bytes(published_database.read_bytes())
    managed(database, "make_demo", "--disclosures", str(crowd.zips))
    (tmp_path / "server").mkdir()
    with serving(database, tmp_path / "server") as server:
        yield server


def test_a_bystander_is_answered_at_once_whoever_else_is_there(served, crowd):
    to = ("127.0.0.1", served.port)
    archives = [each for each in served.run(ADDRESSES).split() if each.startswith("/")][: crowd.zips]
    given: dict[str, tuple[int, bytes]] = {}
    quiet = percentile(_while_seconds(to, 1), 0.99)
    with slow_clients(to, crowd.slow, [PAGE, "/admin/login/", *archives[:3]], Random(1)) as slow:
        zips = all_at_once(
            lambda path=path, client=client: given.update({path: fetched(to, client, path)})
            for client, path in enumerate(archives, start=1)
        )
        begun = time.perf_counter()
        times = waited(to, PAGE, while_=lambda: any(each.is_alive() for each in zips))
        took = time.perf_counter() - begun
        times += _while_seconds(to, 1)
        assert len(slow) == crowd.slow
    late = percentile(times, 0.99)
    sys.stdout.write(
        f"{crowd.slow} slow, {crowd.zips} zips in {took:.1f} s: p50 {percentile(times, 0.5) * 1000:.0f}, "
        f"p99 {late * 1000:.0f}, most {max(times) * 1000:.0f} ms of {len(times)}; alone p99 {quiet * 1000:.0f} ms\n"
    )  # for a soak, which shows what its tests say
    assert [status for status, _ in given.values()] == [200] * len(archives)
    assert all(body.startswith(b"PK") for _, body in given.values())
    assert late < crowd.seconds + quiet  # what the machine itself is late


def _while_seconds(to, seconds: float) -> list[float]:
    end = time.perf_counter() + seconds
    return waited(to, PAGE, while_=lambda: time.perf_counter() < end)
