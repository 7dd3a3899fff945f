"""nginx in front, as docs/operations has it: no request is lost while the site starts anew, nothing shown too long."""

import http.client
import ssl
import threading
import time
import warnings
from collections import Counter

import pytest

from tests.operations.conftest import manage
from tests.operations.proxied import NAME, NOTICE, nginx, program
from tests.operations.serving import ask, free_port, start, stop, until

PUBLISH = "from tests.building import published_disclosure as make; make(year={year})"
UNIT = "/units/210400-011001/"
PUBLIC = {"HTTPS": "1", "TRUSTED_PROXIES": "1", "ALLOWED_HOSTS": f"{NAME},127.0.0.1", "SECRET_KEY": "k" * 60}


class Proxied:
    """Two servers with nginx before them."""

    def __init__(self, url, folder, ports):
        self.url, self.folder, self.ports = url, folder, ports
        self.servers = {port: self.start(port) for port in (8001, 8002)}

    def start(self, name: int):
        port = self.ports[name]
        kept = {"PAGES_DIR": str(self.folder / "pages")} | PUBLIC
        server = start(self.url, port, self.folder / f"kept-{name}", **kept)
        until(lambda: ask(f"http://127.0.0.1:{port}/ready")[0] == 200, 60)  # as ExecStartPost of the unit does
        return server

    def restart(self, name: int) -> None:
        stop(self.servers[name])
        self.servers[name] = self.start(name)

    def ask(self, path: str, method: str = "GET", body: str | None = None, **headers: str):
        """Status, headers and text through nginx."""
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        connection = http.client.HTTPSConnection("127.0.0.1", self.ports[443], timeout=60, context=context)
        try:
            connection.request(method, path, body, {"Host": NAME} | headers)
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read().decode()
        finally:
            connection.close()


@pytest.fixture(scope="module")
def proxied(tmp_path_factory):
    if not program():
        warnings.warn(NOTICE, stacklevel=1)
        pytest.skip("nginx is not installed")
    folder = tmp_path_factory.mktemp("proxied")
    url = f"sqlite:///{folder}/site.sqlite3"
    manage(url, "migrate")
    manage(url, "shell", "--command", PUBLISH.format(year=2023), PYTHONPATH=".")
    ports = {name: free_port() for name in (80, 443, 8001, 8002)}
    site = Proxied(url, folder, ports)
    try:
        with nginx(folder, ports):
            yield site
    finally:
        for server in site.servers.values():
            stop(server)


def test_no_request_is_lost_while_one_process_after_the_other_starts_anew(proxied):
    seen, ended = Counter(), threading.Event()

    def read_on(number: int) -> None:
        step = 0
        while not ended.is_set():
            step += 1
            seen[proxied.ask(f"{UNIT}2023/tables/03/?n={number}.{step}")[0]] += 1
            seen[proxied.ask("/admin/login/")[0]] += 1

    readers = [threading.Thread(target=read_on, args=(number,)) for number in range(4)]
    for reader in readers:
        reader.start()
    for name in (8001, 8002):
        proxied.restart(name)
    ended.set()
    for reader in readers:
        reader.join()
    assert set(seen) == {200}
    assert seen[200] > 20


def test_a_publication_is_seen_through_the_proxy_within_two_seconds(proxied):
    assert f"{UNIT}2022/" not in proxied.ask(UNIT)[2]
    manage(proxied.url, "shell", "--command", PUBLISH.format(year=2022), PYTHONPATH=".")
    until(lambda: f"{UNIT}2022/" in proxied.ask(UNIT)[2], 2)


def test_what_was_seen_is_shown_while_the_site_is_down(proxied):
    assert proxied.ask(UNIT)[0] == 200
    for server in proxied.servers.values():
        stop(server)
    time.sleep(1.1)  # it is not new any more
    assert proxied.ask(UNIT)[0] == 200
    assert proxied.ask("/admin/login/")[0] == 502
    proxied.servers = {name: proxied.start(name) for name in (8001, 8002)}


def test_machines_alone_are_told_how_the_site_is(proxied):
    for path in ("/alive", "/ready", "/metrics"):
        assert proxied.ask(path)[0] == 404


def test_staff_are_given_the_number_of_the_proxy_and_nothing_of_theirs_is_kept(proxied):
    numbers = {proxied.ask("/admin/login/")[1]["X-Request-ID"] for _ in range(3)}
    assert len(numbers) == 3
    assert proxied.ask("/admin/login/")[1]["Set-Cookie"].startswith("csrftoken=")


def test_too_much_is_refused_before_the_site_sees_it(proxied):
    assert proxied.ask("/search/", "POST", "x" * (1 << 20) + "x")[0] == 413
