"""The served site: slow clients stop nobody, what is kept is right, and what changes is seen within a second."""

import gzip
import os
import signal
import subprocess
import time
from contextlib import suppress
from urllib.error import URLError

import brotli
import pytest

from tests.serving.conftest import MANAGE, environment, free_port

FRONT = "/units/210400-011001/2023/"
TABLE = f"{FRONT}tables/03/"
_WORKFLOW = (
    "from disclosures.publication import workflow as w; from disclosures.statements.models import Disclosure as D"
)
SOON = 5  # seconds: a second is promised, a busy machine is forgiven the rest


def within(seconds: float, holds) -> float:
    """How long it took until it held."""
    start = time.monotonic()
    while not holds():
        assert time.monotonic() - start < seconds, "it never came to hold"
        time.sleep(0.05)
    return time.monotonic() - start


def test_an_answer_is_the_same_however_it_is_sent(served):
    plain = served.get(TABLE)
    again = served.get(TABLE)
    packed = served.get(TABLE, accept_encoding="gzip")
    small = served.get(TABLE, accept_encoding="gzip, deflate, br")
    assert plain.status == 200
    assert plain.body == again.body == gzip.decompress(packed.body) == brotli.decompress(small.body)
    assert len(small.body) < len(plain.body) / 4
    assert (packed.headers["content-encoding"], small.headers["content-encoding"]) == ("gzip", "br")
    assert (
        plain.headers["etag"] == packed.headers["etag"].removeprefix("W/") == small.headers["etag"].removeprefix("W/")
    )
    assert {each.headers["vary"] for each in (plain, packed, small)} == {"Accept-Encoding"}


@pytest.mark.parametrize("form", ["{}", "W/{}", '"x", {}', "*"])
def test_who_has_the_answer_is_told_so(served, form):
    etag = served.get(TABLE).headers["etag"]
    answer = served.get(TABLE, if_none_match=form.format(etag))
    assert (answer.status, answer.body) == (304, b"")


def test_what_tracks_a_reader_makes_no_other_answer(served):
    plain = served.get(f"{TABLE}?unit=yuan")
    tracked = served.get(f"{TABLE}?utm_source=a&unit=yuan&fbclid=b")
    assert tracked.body == plain.body != served.get(TABLE).body
    assert tracked.headers["etag"] == plain.headers["etag"]


@pytest.mark.parametrize(
    "odd", [{"cookie": "csrftoken=a; sessionid=b"}, {"authorization": "Basic YTpi"}, {"range": "bytes=0-1"}]
)
def test_an_odd_request_gets_what_everybody_gets(served, odd):
    answer = served.get(TABLE, **odd)
    assert answer.body == served.get(TABLE).body
    assert "set-cookie" not in answer.headers
    assert answer.headers["vary"] == "Accept-Encoding"


@pytest.mark.parametrize(
    ("path", "status"),
    [("/no-such-page/", 404), ("/sitemaps/9223372036854775808.xml", 404), ("/admin/", 200), ("/data/99999.csv", 404)],
)
def test_what_is_not_kept_is_answered_all_the_same(served, path, status):
    assert [served.get(path).status for _ in range(2)] == [status, status]


def test_slow_bodies_heads_and_readers_stop_nobody(served):
    head = (
        "POST {} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: csrftoken=x\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\na=1"
    )
    held = [served.connect() for _ in range(60)]
    try:
        for number, slow in enumerate(held):
            path = ("/admin/login/", "/glossary/")[number % 2]
            slow.sendall(b"GET / HT" if number % 3 == 0 else head.format(path).encode())
        started = time.monotonic()
        assert served.get(TABLE).status == 200
        assert served.get(f"{FRONT}tables/05/").status == 200
        assert served.get("/admin/login/").status == 200
        assert time.monotonic() - started < SOON
    finally:
        for slow in held:
            slow.close()


@pytest.mark.parametrize(("length", "status"), [("2000000", 413), ("99999999999999", 400), ("1x", 400), ("-1", 400)])
def test_a_body_that_is_too_large_or_lies_is_not_waited_for(served, length, status):
    with served.connect() as client:
        client.sendall(f"POST /admin/login/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {length}\r\n\r\n".encode())
        assert client.recv(100).startswith(f"HTTP/1.1 {status} ".encode())


def test_a_correction_a_new_name_and_an_answer_are_seen_in_every_process(served):
    def said(text: str):
        return lambda: all(text in served.get(FRONT).text for _ in range(6))

    served.get(FRONT)
    served.run(
        "from disclosures.classification.models import Region as R; r = R.objects.get(); r.name = '新抚'; r.save()"
    )
    within(SOON, said("新抚"))
    served.run(
        f"{_WORKFLOW}; d = w.revise(D.objects.get()); d.change_note = '改名'; d.unit_name = '信访总局'; d.save()"
    )
    served.run(f"{_WORKFLOW}; d = D.objects.get(revision=2); w.submit(d); w.publish(d)")
    within(SOON, said("信访总局"))
    assert "抚顺市信访局" in served.get("/units/210400-011001/2023.r1/").text
    served.run(f"{_WORKFLOW}; w.withdraw(D.objects.get(state='published'), '有误')")
    within(SOON, lambda: all(served.get(FRONT).status == 404 for _ in range(6)))


def _children(served) -> list[int]:
    found = subprocess.run(["pgrep", "-P", str(served.process.pid)], capture_output=True, text=True, check=True)
    return [int(number) for number in found.stdout.split()]


def test_a_worker_that_dies_is_replaced(served):
    before, worker = len(_children(served)), _children(served)[-1]
    os.kill(worker, signal.SIGKILL)
    within(30, lambda: worker not in _children(served))

    def answers() -> bool:
        with suppress(ConnectionError, URLError):  # of what the dead worker had taken on, nothing is answered
            return all(served.get("/glossary/").status == 200 for _ in range(8))
        return False

    within(30, answers)
    within(30, lambda: len(_children(served)) == before)
    assert served.process.poll() is None


def test_a_port_that_is_taken_is_one_sentence(served):
    done = subprocess.run(
        [*MANAGE, "serve", "--port", str(served.port)],
        env=environment(served.database), capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert f"端口 {served.port} 已被别的程序占用" in done.stderr


def test_a_database_without_tables_is_one_sentence(served, tmp_path):
    done = subprocess.run(
        [*MANAGE, "serve", "--port", str(free_port())],
        env=environment(tmp_path / "empty.sqlite3"), capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 1
    assert "migrate" in done.stderr
    assert "Traceback" not in done.stderr


def test_while_the_database_is_away_what_was_seen_is_shown(served):
    seen = {served.get("/glossary/").body for _ in range(100)}  # by either worker
    files = list(served.database.parent.glob("db.sqlite3*"))
    for file in files:
        file.rename(file.with_name(f"away-{file.name}"))
    try:
        time.sleep(1)
        assert {served.get("/glossary/").body for _ in range(12)} == seen
    finally:
        for file in files:
            file.with_name(f"away-{file.name}").rename(file)
