"""Answers on disk: found as they were made, never damaged, never stale, never more than there is room for."""

import gzip
import os
from pathlib import PurePosixPath

import pytest

from disclosures.serving.asking import LARGE, Answer
from disclosures.serving.keeping import contents
from disclosures.serving.keeping.places import is_of_edition, place_of
from disclosures.serving.keeping.sweeping import Leading, sweep
from disclosures.serving.keeping.tree import UNSEEN, Tree
from disclosures.serving.requests.asked import Asked

PLACE = PurePosixPath("site/units/210400-011001/2023/tables/03/index.html")
OTHER = PurePosixPath("site/units/210400-011001/2022/tables/03/index.html")
HEADERS = [("content-type", "text/html"), ("etag", '"a"'), ("cache-control", "public"), ("vary", "Accept-Encoding")]
ZIP = [("content-type", "application/zip"), *HEADERS[1:]]


@pytest.fixture
def tree(tmp_path) -> Tree:
    tree = Tree(tmp_path / "pages", "build")
    tree.begin()
    return tree


def answer(text: str = "决算" * 500) -> Answer:
    return Answer(200, HEADERS, text.encode())


def current() -> bool:
    return True


def files(tree: Tree, folder: str) -> list:
    return [path for path in (tree.root / folder).rglob("*") if path.is_file()]


def test_what_was_kept_is_found_with_its_headers_and_waits_to_be_confirmed(tree):
    assert tree.put(PLACE, answer(), current)
    found = tree.find(PLACE)
    assert (found.headers, found.etag, found.stamp) == (HEADERS, '"a"', UNSEEN)
    assert found.body("").decode() == "决算" * 500
    assert tree.has(PLACE)
    assert not tree.has(OTHER)
    assert tree.find(OTHER) is None


def test_a_proxy_finds_it_compressed_at_its_address_and_knows_it_by_what_it_holds(tree):
    tree.put(PLACE, answer(), current)
    page = tree.pages / f"{PLACE}.gz"
    first = page.stat()
    assert gzip.decompress(page.read_bytes()).decode() == "决算" * 500
    assert first.st_mode & 0o777 == 0o644
    tree.put(PLACE, answer("决" * 1000), current)
    assert page.stat().st_mtime != first.st_mtime  # of which nginx makes its ETag
    tree.put(PLACE, answer(), current)
    assert page.stat().st_mtime == first.st_mtime
    assert [path.name for path in page.parent.iterdir()] == [page.name]


def test_the_same_body_is_kept_once(tree):
    for place in (PLACE, OTHER, PLACE):
        assert tree.put(place, answer(), current)
    assert len(files(tree, "content")) == 1
    assert len(files(tree, "pages")) == 2


def test_what_is_large_is_a_file_compressed_if_it_is_text(tree, tmp_path):
    body = tmp_path / "body"
    body.write_bytes(b"1,2,3\r\n" * (LARGE // 4))
    text = [("content-type", "text/csv; charset=utf-8"), *HEADERS[1:]]
    for place, headers, is_packed in ((PLACE, text, True), (OTHER, ZIP, False)):
        tree.put(place, Answer(200, headers, b"", body), current)
        found = tree.find(place)
        assert (found.is_packed, found.is_there) == (is_packed, True)
        held = found.file.read_bytes()
        assert (gzip.decompress(held) if is_packed else held) == body.read_bytes()


def test_what_became_old_meanwhile_is_not_kept(tree):
    assert not tree.put(PLACE, answer(), lambda: False)
    assert not files(tree, "pages")
    assert tree.find(PLACE) is None


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"content": "ab"}', b"\xff\xfe", b'{"content": 3}'])
def test_a_damaged_head_is_as_good_as_none(tree, damage):
    tree.put(PLACE, answer(), current)
    (tree.heads / PLACE).write_bytes(damage)
    assert tree.find(PLACE) is None
    assert tree.put(PLACE, answer(), current)
    assert tree.find(PLACE)


@pytest.mark.parametrize("damage", [b"", b"other", None])
def test_a_damaged_body_is_given_to_nobody(tree, damage):
    tree.put(PLACE, answer(), current)
    (body,) = files(tree, "content")
    if damage is None:
        body.write_bytes(body.read_bytes()[:-1] + b"x")
    else:
        body.write_bytes(damage)
    assert tree.find(PLACE) is None
    assert not tree.has(PLACE)
    assert not files(tree, "pages")


def test_what_other_code_made_goes_when_a_server_starts_and_old_code_keeps_nothing_more(tree):
    tree.put(PLACE, answer(), current)
    new = Tree(tree.root, "newer build")
    new.begin()
    assert new.find(PLACE) is None
    assert not files(tree, "pages")
    assert not tree.put(PLACE, answer(), current)
    assert new.put(PLACE, answer(), current)
    new.begin()
    assert new.find(PLACE)


def test_a_disk_that_takes_nothing_keeps_nothing(tree, monkeypatch):
    def full(*args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(contents, "_written", full)
    assert not tree.put(PLACE, answer(), current)
    assert not files(tree, "content")


def test_where_there_is_no_room_to_put_aside_it_is_removed_in_place(tree, monkeypatch):
    tree.put(PLACE, answer(), current)

    def full(*args, **kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.rename", full)
    tree.drop_all()
    assert tree.find(PLACE) is None
    assert not files(tree, "pages")


def test_what_nobody_refers_to_goes_and_then_what_was_made_first(tree, monkeypatch):
    monkeypatch.setattr(contents, "_UNUSED_FOR", -1)
    for number in range(10):
        place = PurePosixPath(f"site/units/210400-011001/20{number + 10}/index.html")
        tree.put(place, Answer(200, ZIP, os.urandom(10_000)), current)
    tree.put(PLACE, answer(), current)
    tree.put(PLACE, answer("决" * 1000), current)
    assert len(files(tree, "content")) == 12
    sweep(tree, 1 << 20)
    assert len(files(tree, "content")) == 11
    sweep(tree, 50_000)
    assert tree.find(PLACE)  # the newest
    assert len(files(tree, "heads")) == len(files(tree, "pages")) == 4
    sweep(tree, 50_000)
    assert len(files(tree, "content")) == 4


def test_one_process_keeps_order(tree):
    first, second = Leading(tree.root), Leading(tree.root)
    assert (first.is_mine(), second.is_mine(), first.is_mine()) == (True, False, True)
    first.stop()
    assert second.is_mine()
    second.stop()


def test_what_is_taken_away_is_gone_at_once_and_removed_later(tree):
    tree.clear()
    tree.put(PLACE, answer(), current)
    tree.drop_all()
    assert tree.find(PLACE) is None
    assert len(files(tree, "gone")) == 2
    tree.clear()
    assert not files(tree, "gone")


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("/units/210400-011001/2023/", "site/units/210400-011001/2023/index.html"),
        ("/en/units/210400-011001/2023.r1/checks/", "site/en/units/210400-011001/2023.r1/checks/index.html"),
        ("/units/210400-011001/2023/tables/03/chart.json", "site/units/210400-011001/2023/tables/03/chart.json"),
        ("/units/210400-011001/2023.zip", "site/units/210400-011001/2023.zip"),
        ("/data/2023.csv", "site/data/2023.csv"),
        ("/", None),
        ("/units/210400-011001/", None),
        ("/glossary/", None),
        ("/units/210400-011001/2023/../../x/", None),
        ("/units/210400-.../2023//", None),
        ("/units/210400-\udcff/2023/", None),
        ("/units/210400-\x00/2023/", None),
        (f"/units/210400-{'x' * 100}/2023/", None),
    ],
)
def test_places_are_like_addresses_and_nothing_leads_out_of_them(path, place):
    asked = Asked(path, "", "site", is_secure=False, is_usual=True)
    assert place_of(asked) == (PurePosixPath(place) if place else None)
    assert place_of(asked._replace(is_usual=False)) is None


@pytest.mark.parametrize(
    ("name", "is_so"),
    [("2023", True), ("2023.r1", True), ("2023.zip", True), ("2023.r12.zip", True), ("2022", False), ("20233", False)],
)
def test_every_revision_and_file_of_a_year_belongs_to_its_edition(name, is_so):
    assert is_of_edition(name, 2023) is is_so
