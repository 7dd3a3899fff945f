"""What one process has made another finds on disk, and nobody is given what is damaged or old."""

import gzip

import pytest
from django.db import OperationalError

from disclosures.publication import workflow
from disclosures.serving.asking import ask as really
from disclosures.statements.models import Disclosure
from tests.serving.in_process import Scope, ask, new_site

pytestmark = pytest.mark.django_db

FRONT = "/units/210400-011001/2023/"
ZIP, CSV = "/units/210400-011001/2023.zip", "/data/2023.csv"
MADE = (f"{FRONT}tables/03/", f"/en{FRONT}checks/", f"{FRONT}tables/03/chart.json", ZIP, f"{FRONT}tables/03.xlsx", CSV)


def status(site, path: str) -> int:
    return ask(site, Scope(path)).status


@pytest.mark.parametrize("path", MADE)
def test_it_is_made_once_for_all_processes(site, monkeypatch, path):
    first = ask(site, Scope(path))
    asked = []
    monkeypatch.setattr("disclosures.serving.app.ask", lambda *given: asked.append(really(*given)) or asked[-1])
    other = ask(new_site(), Scope(path))
    assert (other.status, other.body) == (200, first.body)
    assert dict(other.headers) == dict(first.headers)
    assert [answer.status for answer in asked] == [304]


def test_a_withdrawn_one_is_no_more(site, published_2023, django_capture_on_commit_callbacks):
    for path in MADE:
        assert status(site, path) == 200
    with django_capture_on_commit_callbacks(execute=True):
        workflow.withdraw(Disclosure.objects.get(), "有误")
    assert not [path for path in site.disk.tree.pages.rglob("*") if path.is_file()]
    site.watch.look()
    assert {status(at, path) for path in MADE for at in (site, new_site())} == {404}


@pytest.mark.parametrize("path", MADE)
def test_a_damaged_one_is_made_again(site, path):
    first = ask(site, Scope(path))
    for body in site.disk.tree.contents.folder.rglob("*"):
        if body.is_file():
            body.write_bytes(b"damaged")
    other = new_site()
    assert ask(other, Scope(path)).body == first.body
    assert ask(other, Scope(path)).body == first.body


def test_while_the_database_is_away_a_new_process_shows_what_others_made(site, monkeypatch):
    first = {path: ask(site, Scope(path)).body for path in MADE}
    other = new_site()

    def away(*args, **kwargs):
        raise OperationalError("connection refused")

    for place in ("public_revision", "site_state"):
        monkeypatch.setattr(f"disclosures.publication.caching.{place}", away)
    assert {path: ask(other, Scope(path)).body for path in MADE} == first
    assert status(other, f"{FRONT}tables/05/") == 503
    monkeypatch.undo()
    assert status(other, f"{FRONT}tables/05/") == 200


def test_what_is_published_while_it_is_made_is_not_kept(site, monkeypatch):
    monkeypatch.setattr("disclosures.serving.keeping.disk._is_current", lambda stamp: False)
    assert status(site, ZIP) == 200
    assert not site.disk.tree.heads.exists() or not any(p.is_file() for p in site.disk.tree.heads.rglob("*"))


def test_a_large_file_is_sent_as_the_client_takes_it(site, monkeypatch):
    plain = ask(site, Scope(CSV)).body
    for place in ("asking", "keeping.tree"):
        monkeypatch.setattr(f"disclosures.serving.{place}.LARGE", 1000)
    other = new_site()
    sent = ask(other, Scope(CSV))
    packed = ask(other, Scope(CSV, headers={"accept-encoding": "gzip, br"}))
    assert (sent.body, sent.headers.get("content-encoding")) == (plain, None)
    assert (gzip.decompress(packed.body), packed.headers["content-encoding"]) == (plain, "gzip")
    assert packed.headers["etag"] == f"W/{sent.headers['etag']}"
    assert ask(other, Scope(CSV, headers={"accept-encoding": "br"})).body == plain
    assert not list(site.folder.iterdir())


def test_a_file_that_was_swept_away_is_made_again(site, monkeypatch):
    for place in ("asking", "keeping.tree"):
        monkeypatch.setattr(f"disclosures.serving.{place}.LARGE", 1000)
    first = ask(site, Scope(ZIP)).body
    site.disk.tree.drop_all()
    for body in site.disk.tree.contents.folder.rglob("*"):
        if body.is_file():
            body.unlink()
    assert ask(site, Scope(ZIP)).body == first


def test_what_was_made_costs_a_client_nothing(site, settings):
    assert status(site, ZIP) == 200
    settings.DEAR_A_MINUTE = 1
    other = new_site()
    assert [status(other, "/search/"), status(other, ZIP)] == [200, 200]
    assert status(other, "/compare/") == 429


def test_a_disk_that_is_full_costs_no_answer(site, monkeypatch):
    def full(*args, **kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("disclosures.serving.keeping.contents._written", full)
    assert status(site, ZIP) == 200
    monkeypatch.setattr("disclosures.serving.asking.LARGE", 1000)
    monkeypatch.setattr("disclosures.serving.asking.NamedTemporaryFile", full)
    answer = ask(site, Scope(ZIP, query_string="x=1"))
    assert (answer.status, answer.headers["retry-after"]) == (503, "5")
