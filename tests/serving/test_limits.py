"""How much one client may have made, and what strangers can make up and gain nothing by."""

from types import SimpleNamespace

import pytest

from disclosures.serving.keeping.kept import Kept
from disclosures.serving.keeping.memory import Memory
from disclosures.serving.requests import asked, limits
from disclosures.serving.requests.asked import Asked
from disclosures.serving.requests.hosts import is_ours, is_usual
from disclosures.serving.requests.limits import Limit, client_of, is_dear
from tests.serving.attacked.crowd import fetched
from tests.serving.conftest import serving

ZIP = "/units/210400-011001/2023.zip"


class Clock:
    """Goes on when it is told to."""

    def __init__(self):
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


def scope(host: str = "site", client: str = "10.0.0.1:50000", **headers: str) -> SimpleNamespace:
    sent = {"host": host, **{name.replace("_", "-"): value for name, value in headers.items()}}
    return SimpleNamespace(path="/", query_string="", headers=sent, client=client, server="0.0.0.0:8000")


def asked_by(sent: SimpleNamespace) -> Asked:
    return asked.asked_by(sent, sent.headers, "")


def test_so_many_a_minute_and_it_is_said_when_there_will_be_more():
    clock = Clock()
    limit = Limit(6, clock)
    assert [limit.take("a") for _ in range(7)] == [0] * 6 + [10]
    assert limit.take("b") == 0
    clock.seconds += 10
    assert [limit.take("a") for _ in range(2)] == [0, 10]
    clock.seconds += 3600
    assert [limit.take("a") for _ in range(7)] == [0] * 6 + [10]


def test_no_limit_where_none_is_set():
    limit = Limit(0)
    assert {limit.take("a") for _ in range(1000)} == {0}


def test_clients_are_remembered_up_to_a_number(monkeypatch):
    monkeypatch.setattr(limits, "CLIENTS", 3)
    limit = Limit(1, Clock())
    assert [limit.take(client) for client in "aabcdd"] == [0, 60, 0, 0, 0, 60]
    assert limit.take("a") == 0
    assert len(limit._due) == 3


@pytest.mark.parametrize(
    ("path", "is_so"),
    [("/search/", True), ("/en/search/", True), ("/compare/", True), (ZIP, True), ("/data/2023.csv", True),
     ("/api/v1/search", True), ("/api/v1/units", False), ("/", False), ("/search/x/", False),
     ("/units/210400-011001/2023/tables/03/", False)],
)  # fmt: skip
def test_what_is_dear(path, is_so):
    assert is_dear(path) is is_so


@pytest.mark.parametrize(
    ("proxies", "connected", "forwarded", "client"),
    [
        (0, "10.0.0.1:5", "1.2.3.4", "10.0.0.1"),  # anybody can write that
        (1, "10.0.0.1:5", "9.9.9.9, 1.2.3.4", "1.2.3.4"),
        (2, "10.0.0.1:5", "9.9.9.9, 1.2.3.4, 10.0.0.2", "1.2.3.4"),
        (1, "10.0.0.1:5", "", "10.0.0.1"),
        (0, "[2001:db8::1]:5", "", "2001:db8::"),
    ],
)
def test_a_client_is_an_address_that_can_be_trusted(settings, proxies, connected, forwarded, client):
    settings.TRUSTED_PROXIES = proxies
    assert client_of(scope(client=connected, x_forwarded_for=forwarded)) == client


@pytest.mark.parametrize(
    ("host", "ours", "usual"),
    [
        ("site.example", True, True),
        ("site.example:8000", True, True),  # the server's own
        ("site.example:81", True, False),
        ("a.b.example", True, False),  # by a pattern
        ("[::1]", True, True),
        ("[::1]:8000", True, True),
        ("other.example", False, False),
        ("site.example:x", False, False),
        ("x" * 5000, False, False),
        ("", False, False),
    ],
)
def test_names_that_anybody_can_make_up_are_told_from_those_that_readers_come_by(settings, host, ours, usual):
    settings.ALLOWED_HOSTS = ["site.example", ".b.example", "[::1]"]
    is_ours.cache_clear()
    is_usual.cache_clear()
    assert (is_ours(host), is_usual(host, "0.0.0.0:8000")) == (ours, usual)
    is_ours.cache_clear()
    is_usual.cache_clear()


def test_made_up_ports_drive_no_page_out(settings):
    settings.ALLOWED_HOSTS = ["site"]
    is_usual.cache_clear()
    memory = Memory(gone=lambda file: None, most_bytes=200_000)
    page = asked_by(scope("site:8000"))
    memory.put(page, Kept(200, [], "", 1, {"": bytes(1000)}))
    for port in range(10_000, 10_200):
        memory.put(asked_by(scope(f"site:{port}")), Kept(200, [], "", 1, {"": bytes(10_000)}))
    assert memory.get(asked_by(scope("SITE:8000")))
    assert memory.size < 200_000
    is_usual.cache_clear()


@pytest.mark.parametrize("sent", ["http", "HTTPS", "https, http", "x" * 100])
def test_an_odd_scheme_is_no_other_answer(settings, sent):
    settings.HTTPS = True
    assert asked_by(scope(x_forwarded_proto=sent)) == asked_by(scope())
    assert asked_by(scope(x_forwarded_proto="https")).headers["x-forwarded-proto"] == "https"


def test_a_client_that_wants_too_much_waits_and_nobody_else_does(published_database, tmp_path):
    """Over real connections, from several addresses of this machine."""
    with serving(published_database, tmp_path, DEAR_A_MINUTE="3") as served:
        to = ("127.0.0.1", served.port)
        given = [fetched(to, 1, f"/search/?q={number}")[0] for number in range(9)]
        assert given.count(200) in (3, 4, 5, 6)  # three of each process
        assert set(given) == {200, 429}
        assert fetched(to, 2, "/search/?q=other")[0] == 200
        assert fetched(to, 1, "/glossary/")[0] == 200
        assert {fetched(to, 3, ZIP)[0] for _ in range(12)} == {200}  # made once in each process, then kept
        answer = next(answer for answer in (served.get(f"/search/?q=b{n}") for n in range(9)) if answer.status == 429)
        assert 0 < int(answer.headers["retry-after"]) <= 20
        assert "请稍后再试" in answer.text


def test_what_is_no_name_of_ours_or_too_long_is_refused_without_asking(served):
    assert served.get("/", host="other.example").status == 400
    assert served.get("/", host=f"127.0.0.1:{served.port}").status == 200
    assert served.get(f"/search/?q={'a' * 9000}").status == 414
