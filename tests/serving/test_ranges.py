"""Parts of files: what is asked for byte by byte is what stands there, and of another version nothing is mixed in."""

import pytest

from tests.serving.in_process import Scope, ask

pytestmark = pytest.mark.django_db

ZIP = "/units/210400-011001/2023.zip"


def taken(site, asked: str, method: str = "GET", **headers: str):
    told = {name.replace("_", "-"): value for name, value in headers.items()}
    return ask(site, Scope(ZIP, method=method, headers={"range": asked, **told}))


@pytest.fixture(params=[1000, 2 << 20], ids=["in a file", "in memory"])
def whole(site, request, monkeypatch):
    """The answer without a range, kept in a file or in memory."""
    for module in ("asking", "keeping.tree"):
        monkeypatch.setattr(f"disclosures.serving.{module}.LARGE", request.param)
    return ask(site, Scope(ZIP))


def test_a_file_says_that_parts_of_it_can_be_had(whole):
    assert (whole.status, whole.headers["accept-ranges"]) == (200, "bytes")


@pytest.mark.parametrize(
    ("asked", "start", "end"), [("bytes=0-99", 0, 100), ("bytes=100-", 100, None), ("bytes=-10", -10, None)]
)
def test_a_part_is_what_stands_there(site, whole, asked, start, end):
    part = taken(site, asked)
    assert (part.status, part.body) == (206, whole.body[start:end])
    first, size = start % len(whole.body), len(whole.body)
    assert part.headers["content-range"] == f"bytes {first}-{(end or size) - 1}/{size}"
    assert part.headers["etag"] == whole.headers["etag"]


def test_a_part_longer_than_the_file_ends_with_it(site, whole):
    assert taken(site, "bytes=10-99999999").body == whole.body[10:]
    assert taken(site, "bytes=-99999999").body == whole.body


@pytest.mark.parametrize("asked", ["bytes=99999999-", "bytes=-0"])
def test_what_is_not_there_is_said_with_how_much_there_is(site, whole, asked):
    part = taken(site, asked)
    assert (part.status, part.body) == (416, b"")
    assert part.headers["content-range"] == f"bytes */{len(whole.body)}"


@pytest.mark.parametrize("asked", ["bytes=9-1", "bytes=0-1,5-9", "bytes=a-", "lines=1-2", "bytes=" + "9" * 99 + "-"])
def test_what_nobody_understands_is_given_whole(site, whole, asked):
    part = taken(site, asked)
    assert (part.status, part.body) == (200, whole.body)


def test_a_part_of_another_version_is_not_mixed_in(site, whole):
    assert taken(site, "bytes=5-", if_range=whole.headers["etag"]).status == 206
    for known in ('"other"', f"W/{whole.headers['etag']}", "Sat, 28 Nov 2026 06:34:10 GMT"):
        assert (taken(site, "bytes=5-", if_range=known).status) == 200


def test_who_has_it_already_and_who_asks_for_the_head_alone_are_told_no_part(site, whole):
    assert taken(site, "bytes=5-", if_none_match=whole.headers["etag"]).status == 304
    assert taken(site, "bytes=5-", method="HEAD").status == 200


def test_a_compressed_page_is_given_whole(site):
    page = "/units/210400-011001/2023/"
    assert ask(site, Scope(page, headers={"range": "bytes=0-9"})).status == 200
