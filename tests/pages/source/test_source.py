"""The document as received: its lines, where it is text."""

import pytest

from disclosures.pages.source.page import source_of
from disclosures.statements.models import Disclosure, SourceDocument


def source(content, media_type="text/plain"):
    return source_of(Disclosure(source=SourceDocument(content=content, media_type=media_type)))


def test_what_was_typed_in_has_no_source():
    assert source_of(Disclosure()) is None


def test_lines_are_counted_from_1_and_kept_as_they_stand():
    found = source("决算公开\r\n\r\n项目\t金额".encode())
    assert found.size == 29
    assert [(line.anchor, line.text) for line in found.lines] == [("L1", "决算公开"), ("L2", ""), ("L3", "项目\t金额")]


def test_a_mark_of_byte_order_is_no_text():
    assert source("\ufeff钱".encode()).lines[0].text == "钱"


def test_the_media_type_names_the_encoding():
    assert source("决算".encode("gb18030"), "text/plain; charset=gb18030").lines[0].text == "决算"


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (b"%PDF-1.7", "application/pdf"),
        (b"<p>1</p>", "text/html"),
        (b"\xff\xfe\xfd", "text/plain"),
        (b"a", "text/plain; charset=no-such"),
    ],
)
def test_what_cannot_be_shown_as_text_has_no_lines(content, media_type):
    assert source(content, media_type).lines is None
