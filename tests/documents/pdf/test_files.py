"""PDF files as a whole: damaged, protected, packed too tightly; and what their characters mean."""

import re
import zlib

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption

from disclosures.documents.items import DocumentError, Prose
from disclosures.documents.limits import DEFAULT, Limits
from disclosures.documents.pdf.drawn.budget import Budget
from disclosures.documents.pdf.drawn.letters import UNREADABLE, joined_lines, letter
from disclosures.documents.pdf.reading import read_pdf
from disclosures.documents.pdf.streams import check_streams
from disclosures.documents.reading import read
from tests.documents.making.drawn import drawn
from tests.documents.pdf.test_reading import FUSHUN


def packed(content: bytes, checksum: bool = True) -> bytes:
    """A part of a PDF file with that content."""
    data = zlib.compress(content)
    return b"1 0 obj\n<</Filter/FlateDecode>>\nstream\n" + data[: None if checksum else -4] + b"\nendstream\nendobj\n"


@pytest.mark.parametrize("share", [0.1, 0.35, 0.6, 0.85])
def test_a_file_with_a_damaged_part_is_refused_instead_of_read_in_part(tmp_path, share):
    content = bytearray(FUSHUN.read_bytes())
    starts = [match.end() for match in re.finditer(rb"stream\r?\n", content)]
    place = starts[int(share * len(starts))] + 40
    content[place] ^= 0x55
    path = tmp_path / "a.pdf"
    path.write_bytes(content)
    with pytest.raises(DocumentError, match=r"a\.pdf 里面有损坏的内容"):
        read(path)


def test_a_part_without_a_checksum_is_taken_as_it_is_and_one_cut_short_is_not():
    budget = Budget("a.pdf", DEFAULT)
    check_streams(packed(b"text" * 500), budget)
    check_streams(packed(b"text" * 500, checksum=False), budget)
    whole = packed(bytes(range(256)) * 20)
    with pytest.raises(DocumentError):
        check_streams(whole[:100], budget)


def test_a_part_that_unpacks_to_too_much_is_refused_before_it_is_read():
    bomb = packed(b"0" * (3 << 20))
    with pytest.raises(DocumentError, match="解压后的大小"):
        check_streams(bomb, Budget("a.pdf", Limits(unpacked_megabytes=2)))


def test_a_file_that_may_be_opened_but_not_changed_is_read(tmp_path):
    protection = StandardEncryption("", ownerPassword="secret", canModify=0)
    path = drawn(tmp_path / "a.pdf", lambda pen: pen.text(50, 50, "收入决算表"), encrypt=protection)
    assert read(path) == [Prose("收入决算表", "第 1 页第 1 行")]


def test_a_mark_across_every_page_is_left_out_and_one_on_a_single_page_is_not(tmp_path):
    def marked(words):
        def draw(pen):
            pen.text(50, 100, words)
            pen.canvas.translate(200, 300)
            pen.canvas.rotate(45)
            pen.canvas.drawString(0, 0, "仅供公开")

        return draw

    every = read_pdf(drawn(tmp_path / "a.pdf", *map(marked, "甲乙丙")))
    assert [item.text for item in every] == ["甲", "乙", "丙"]
    assert [item.text for item in read_pdf(drawn(tmp_path / "b.pdf", marked("甲")))] == ["甲", "仅供公开"]


@pytest.mark.parametrize(
    ("code", "char"),
    [
        (0x2F49, "月"),  # the radical that some fonts name instead of the ideograph
        (0x2ED4, "门"),
        (0x3000, " "),
        (0xA0, " "),
        (0xAD, ""),
        (0x02, "-"),
        (0, UNREADABLE),
        (0xD800, UNREADABLE),
        (0xFF11, "１"),  # full-width digits stay as they are printed
    ],
)
def test_characters_are_those_that_a_reader_sees(code, char):
    assert letter(code) == char


def test_a_blank_at_the_end_of_a_line_counts_only_beside_latin():
    assert joined_lines("共减少", "10.17", blank=True) == "共减少 10.17"
    assert joined_lines("共减", "少", blank=True) == "共减少"
    assert joined_lines("共减少", "10.17") == "共减少10.17"
