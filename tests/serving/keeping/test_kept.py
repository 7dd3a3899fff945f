"""What is kept, for how long, and how much of it."""

import pytest

from disclosures.serving.asking import Answer
from disclosures.serving.keeping.kept import FOREVER, kept_of
from disclosures.serving.keeping.memory import Memory
from disclosures.serving.requests.asked import Asked

PAGE = [
    ("content-type", "text/html"),
    ("etag", '"a"'),
    ("cache-control", "public, max-age=0"),
    ("vary", "Accept-Encoding"),
]


def page(size: int = 1000, **changed: str) -> Answer:
    headers = dict(PAGE) | {name.replace("_", "-"): value for name, value in changed.items()}
    return Answer(200, [(name, value) for name, value in headers.items() if value], b"x" * size)


def asked(path: str, query: str = "", host: str = "site") -> Asked:
    return Asked(path, query, host, is_secure=False, is_usual=not query and host == "site")


@pytest.mark.parametrize(
    "answer",
    [
        page(cache_control=""),
        page(cache_control="private"),
        page(set_cookie="a=b"),
        page(vary="Accept-Encoding, Cookie"),
        page(vary="*"),
        page(etag=""),
        Answer(404, list(PAGE), b"x"),
        Answer(500, list(PAGE), b"x"),
    ],
)
def test_what_is_for_one_person_or_one_moment_is_not_kept(answer):
    assert kept_of(answer, 1) is None


def test_nothing_is_kept_before_the_number_was_seen_but_what_never_changes():
    assert kept_of(page(), None) is None
    assert kept_of(page(cache_control="max-age=1, public, immutable", etag=""), None).stamp == FOREVER


def test_every_form_of_the_body_says_the_same():
    kept = kept_of(page(), 1)
    assert kept.body("") == b"x" * 1000
    assert kept.body("br") != kept.body("gzip") != kept.body("")
    assert dict(kept.headers_for("br"))["etag"] == 'W/"a"'
    assert dict(kept.headers_for(""))["etag"] == '"a"'


def test_memory_is_bounded_and_nonsense_drives_no_page_out():
    memory = Memory(gone=lambda file: None, most_bytes=400_000)
    picture = [("content-type", "image/png"), *PAGE[1:]]
    memory.put(asked("page"), kept_of(page(), 1))
    for number in range(200):
        memory.put(asked("page", f"nonsense={number}"), kept_of(Answer(200, picture, bytes(10_000)), 1))
    assert memory.get(asked("page"))
    assert memory.get(asked("page", "nonsense=199"))
    assert not memory.get(asked("page", "nonsense=0"))


def test_what_was_asked_for_longest_ago_makes_room_and_its_file_goes(tmp_path):
    gone = []
    memory = Memory(gone.append, most_bytes=6_000)
    file = tmp_path / "large"
    memory.put(asked("a"), kept_of(Answer(200, PAGE, b"", file), 1))
    memory.put(asked("b"), kept_of(page(), 1))
    memory.get(asked("a"))
    memory.put(asked("c"), kept_of(page(), 1))
    assert memory.get(asked("a"))
    assert not memory.get(asked("b"))
    for name in "defg":
        memory.put(asked(name), kept_of(page(), 1))
    assert gone == [file]
