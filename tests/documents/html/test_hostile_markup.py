"""Markup that only an attacker writes: read or refused in one sentence, within bounds."""

import time

import pytest

from disclosures.documents.items import Aside, DocumentError
from disclosures.documents.reading import read_document
from tests.documents.making.wordml import paragraph, row, run, table, write_wordml

SECONDS = 30


@pytest.fixture(autouse=True)
def in_time():
    start = time.monotonic()
    yield
    assert time.monotonic() - start < SECONDS


def page(folder, content: str):
    path = folder / "a.html"
    path.write_text(content)
    return read_document(path)


def test_ten_thousand_hidden_runs_are_one_thing_put_aside(tmp_path):
    body = paragraph(run("5"), run("9", "<w:vanish/>") * 10_000)
    line, hidden = read_document(write_wordml(body, tmp_path / "a.docx")).items
    assert line.text == "5"
    assert isinstance(hidden, Aside)
    assert len(hidden.text) == 200


@pytest.mark.parametrize("deep", [5, 60])
def test_tables_in_tables_in_word_come_down_to_the_innermost(tmp_path, deep):
    body = paragraph(run("5"))
    for _ in range(deep):
        body = table(row(f"<w:tc>{body}</w:tc>"))
    document = read_document(write_wordml(body, tmp_path / "a.docx"))
    assert [one.text for one in document.sightings] == ["5"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("<table><tr><td>" * 10_000 + "5", "标签一层套一层"),
        ("<span>" * 10_000 + "5", "标签一层套一层"),
        ("<style>" + ".a{display:none}" * 60_000 + "</style><p>5", "样式太多"),
        ("<table><tr>" + "<td colspan=1000 rowspan=65000>5" * 3_000, "单元格数超过"),
    ],
)
def test_pages_without_bounds_are_refused_in_one_sentence(tmp_path, content, sentence):
    with pytest.raises(DocumentError, match=sentence):
        page(tmp_path, content)


@pytest.mark.parametrize("content", ["<i hidden>9</i>" * 50_000, "<style>" + "{" * 300_000 + "</style>"])
def test_what_is_long_and_not_seen_is_passed_over(tmp_path, content):
    document = page(tmp_path, f"{content}<p>5")
    assert [one.text for one in document.sightings] == ["5"]


@pytest.mark.parametrize("around", ["", "<a>" * 200])
def test_a_selector_without_end_takes_no_time(tmp_path, around):
    document = page(tmp_path, f"<style>{'a ' * 3_000}b {{ display: none }}</style>{around}<b>5</b>")
    assert [one.text for one in document.sightings] == ["5"]
