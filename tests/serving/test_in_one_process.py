"""The parts of the server one by one, in the process of the test: what a request is told, and what Django is asked."""

import asyncio
import socket

import brotli
import pytest
from django.core.management import CommandError, call_command

from disclosures.publication.models import PublicationCounter
from disclosures.serving import watching
from disclosures.serving.management.commands import serve
from disclosures.serving.pools import OverloadError, Pool
from disclosures.serving.requests import bodies
from disclosures.serving.requests.bodies import Bodies, BodyError
from tests.serving.conftest import free_port
from tests.serving.in_process import Here, Protocol, Scope, ask, run

pytestmark = pytest.mark.django_db

TABLE = "/units/210400-011001/2023/tables/03/"


def test_an_answer_is_kept_until_the_number_changes_and_then_asked_for_again(site, monkeypatch):
    first = ask(site, Scope(TABLE))
    assert (first.status, first.headers["vary"]) == (200, "Accept-Encoding")
    monkeypatch.setattr("disclosures.serving.app.ask", lambda *_: pytest.fail("it was kept"))
    again = ask(site, Scope(TABLE, query_string="utm_source=a", headers={"accept-encoding": "gzip, br"}))
    assert brotli.decompress(again.body) == first.body
    told = ask(site, Scope(TABLE, headers={"if-none-match": first.headers["etag"]}))
    assert (told.status, told.body) == (304, b"")
    monkeypatch.undo()
    PublicationCounter.advance()
    site.watch.look()
    assert ask(site, Scope(TABLE)).body == first.body


def test_large_answers_are_sent_from_files_and_files_go_when_nobody_refers_to_them(site, monkeypatch):
    """Those that no canonical address leads to."""
    monkeypatch.setattr("disclosures.serving.asking.LARGE", 1000)
    odd = Scope("/units/210400-011001/2023.zip", query_string="x=1")
    first = ask(site, odd)
    assert first.body.startswith(b"PK")
    assert ask(site, odd).body == first.body
    assert len(list(site.folder.iterdir())) == 1
    monkeypatch.setattr("disclosures.serving.app._UNLINKED_AFTER", 0)
    page = ask(site, Scope("/admin/login/"))
    assert (page.status, b"csrfmiddlewaretoken" in page.body) == (200, True)
    assert len(list(site.folder.iterdir())) == 1

    async def forget():
        site._forget(next(site.folder.iterdir()))
        await asyncio.sleep(0.01)

    run(forget())
    assert list(site.folder.iterdir()) == []
    assert ask(site, odd).body == first.body


def test_what_is_not_for_everybody_is_answered_and_not_kept(site):
    assert ask(site, Scope("/no-such-page/")).status == 404
    assert ask(site, Scope("/glossary/", method="POST")).status in (403, 405)
    login = Scope("/admin/login/", method="POST", headers={"content-length": "3", "cookie": "a=b"})
    assert ask(site, login, b"a=1").status == 403
    assert ask(site, Scope("/", proto="ws")).status == -1


def test_what_cannot_be_answered_is_said(site, monkeypatch):
    site.pools.pages = Here(site.pools.desk, refuses=True)
    assert ask(site, Scope("/forms/")).headers["retry-after"] == "5"
    assert ask(site, Scope("/forms/", method="POST")).status == 503
    assert ask(site, Scope("/admin/", method="POST", headers={"content-length": "x"})).status == 400
    site.pools.pages = Here(site.pools.desk)
    monkeypatch.setattr("disclosures.serving.app.ask", lambda *_: 1 / 0)
    assert ask(site, Scope("/forms/")).status == 500


@pytest.mark.parametrize("query", ["q=决算", "q=%E5%86%B3%E7%AE%97", "决=算", "q=\udcff", "q=%ff"])
def test_a_query_may_hold_any_letter_as_it_is(site, query):
    answer = ask(site, Scope("/search/", query_string=query))
    assert answer.status == 200
    assert ('value="决算"' in answer.body.decode()) is query.endswith(("决算", "%97"))


def read(protocol: Protocol, **headers: str) -> bytes:
    scope = Scope("/admin/", headers={name.replace("_", "-"): value for name, value in headers.items()})
    return run(Bodies().read(scope, protocol)).read()


def test_a_body_is_read_whole_and_no_further_than_it_said():
    assert read(Protocol(b"ab", b"c", b"more"), content_length="3") == b"abc"
    assert read(Protocol()) == b""


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"content_length": str(2 << 20)}, 413),
        ({"content_length": "1", "transfer_encoding": "chunked"}, 411),
        ({"content_length": "²"}, 400),
    ],
)
def test_a_body_that_is_too_large_or_untold_is_refused(headers, status):
    with pytest.raises(BodyError) as refused:
        read(Protocol(b"a"), **headers)
    assert refused.value.status == status


def test_a_body_that_takes_too_long_or_comes_with_too_many_others_is_refused(monkeypatch):
    class Slow(Protocol):
        async def __aiter__(self):
            await asyncio.sleep(5)
            yield b"a"

    monkeypatch.setattr(bodies, "SECONDS", 0.01)
    with pytest.raises(BodyError) as late:
        read(Slow(), content_length="3")
    monkeypatch.setattr(bodies, "ALL_MEGABYTES", 0)
    with pytest.raises(BodyError) as many:
        read(Protocol(b"abc"), content_length="3")
    assert (late.value.status, many.value.status) == (408, 503)


def test_a_pool_takes_as_many_as_it_says():
    async def two_at_once():
        pool = Pool("test", threads=1, waiting=0)
        first = asyncio.ensure_future(pool.run(lambda: 1))
        await asyncio.sleep(0)
        with pytest.raises(OverloadError):
            await pool.run(lambda: 2)
        assert await first == 1
        assert await pool.run(lambda: 3) == 3
        pool.close()

    run(two_at_once())


def test_the_number_stays_as_it_was_seen_while_the_database_is_away(monkeypatch, published_2023):
    watch = watching.Watch()
    watch.look()
    seen = watch.stamp
    assert seen

    def away():
        raise watching.DatabaseError

    monkeypatch.setattr(watching.connections, "close_all", lambda: None)  # the test's own transaction is in it
    monkeypatch.setattr(PublicationCounter, "stamp", away)
    watch.look()
    watch.look()
    assert watch.stamp == seen


def test_what_follows_a_change_is_tried_until_it_goes_well(monkeypatch, published_2023):
    monkeypatch.setattr(watching.connections, "close_all", lambda: None)  # the test's own transaction is in one
    tried = []

    def follow():
        tried.append(watch.stamp)
        if len(tried) < 3:
            raise watching.DatabaseError

    watch = watching.Watch(follow)
    for _ in range(5):
        watch.look()
    assert tried == [PublicationCounter.stamp()] * 3


def test_the_command_hands_over_what_was_asked_for(monkeypatch, settings, tmp_path, capsys):
    started = {}

    class Server:
        def __init__(self, target, **options):
            started.update(options, target=target)

        def serve(self):
            started["serves"] = True

    monkeypatch.setattr(serve, "Server", Server)
    monkeypatch.setattr(serve, "let_go", lambda: None)
    settings.KEPT_DIR = tmp_path / "kept"
    settings.KEPT_DIR.mkdir()
    (settings.KEPT_DIR / "old").write_text("x")
    port = free_port()
    call_command("serve", port=port, workers=3)
    assert (started["port"], started["workers"], started["serves"]) == (port, 3, True)
    assert list(settings.KEPT_DIR.iterdir()) == []


def test_the_command_refuses_a_port_or_an_address_that_it_cannot_have():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(CommandError, match="已被别的程序占用"):
            call_command("serve", port=taken.getsockname()[1])
    with pytest.raises(CommandError, match="不能在"):
        call_command("serve", host="203.0.113.1", port=free_port())
