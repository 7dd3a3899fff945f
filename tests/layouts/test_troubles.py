"""Every trouble is really in the file: it differs from the same file without it, and holds what its program writes."""

from functools import cache
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest

from disclosures.demo.made_up import make_up
from disclosures.demo.profile import Profile
from tests.layouts.documents import lay_out
from tests.layouts.troubles import FORMATS, TROUBLES, troubled
from tests.layouts.writers import WRITERS

SEED = 3
MADE_UP = make_up(SEED, profile=Profile(refund=True))  # in 万元, with amounts below zero and with forms

# What a trouble needs beside it to be seen at all.
WITH = {
    "hidden by": {"unseen": "row"},
    "note marks": {"figures": "plain"},  # beside a number that a workbook calculates with no mark can stand
}

# What must stand in the file, by format, trouble and setting.
HOLDS = {
    ("docx", "unseen", "row"): "<w:hidden/>",
    ("docx", "unseen", "cell"): "<w:vanish/>",
    ("docx", "note marks", "raised"): 'w:val="superscript"',
    ("docx", "minus in Word", "noBreakHyphen"): "<w:noBreakHyphen/>",
    ("docx", "minus in Word", "sym"): "<w:sym ",
    ("docx", "changes", "digits"): "<w:delText",
    ("docx", "changes", "row"): "<w:trPr><w:del ",
    ("docx", "changes", "moved"): "<w:moveFrom ",
    ("docx", "hidden digits", "one"): "<w:vanish/>",
    ("docx", "grid before", True): "<w:gridBefore ",
    ("docx", "in a layout table", True): "</w:tbl><w:p/></w:tc>",
    ("html", "unseen", "row"): '<tr style="display: none">',
    ("html", "note marks", "raised"): "<sup>1</sup>",
    ("html", "runs", "split"): "</b><span>",
    ("html", "hidden by", "sheet"): '<tr class="gone">',
    ("html", "hidden by", "attribute"): "<tr hidden>",
    ("html", "charset", "gbk"): '<meta charset="gbk">',
    ("html", "in a layout table", True): "<td><table",
    ("txt", "columns by", "bars"): "|---|",
    ("xlsx", "number format", "wan"): "0!.0000",
    ("xlsx", "unseen", "row"): 'hidden="1"',
    ("xlsx", "hidden sheet", True): 'state="hidden"',
    ("xlsx", "formulas", "with value"): "+0</f><v>",
    ("xlsx", "note marks", "raised"): "superscript",
    ("ods", "unseen", "row"): 'table:visibility="collapse"',
    ("ods", "hidden sheet", True): 'table:style-name="gone"',
    ("ods", "formulas", "without value"): "table:formula=",
    ("ods", "percents", "number"): 'office:value-type="percentage"',
    ("ods", "note marks", "raised"): 'text:style-name="up"',
}

CASES = [
    (kind, name, setting) for name, (kinds, settings) in TROUBLES.items() for kind in kinds for setting in settings[1:]
]


def content(kind: str, traits: dict, folder: Path) -> bytes:
    """What a file holds, without the packing and the date of saving."""
    path = folder / f"a.{kind}"
    WRITERS[kind](lay_out(MADE_UP, troubled({"format": kind} | traits), SEED), path)
    if not is_zipfile(path):
        return path.read_bytes()
    with ZipFile(path) as archive:
        return b"".join(archive.read(name) for name in sorted(archive.namelist()) if "docProps" not in name)


@pytest.fixture(scope="module", name="plain")
def plain_files(tmp_path_factory):
    """The file without a trouble, written once."""
    folder = tmp_path_factory.mktemp("plain")

    @cache
    def written(kind: str, **traits) -> bytes:
        return content(kind, traits, folder)

    return written


@pytest.mark.parametrize("kind", FORMATS)
def test_a_file_is_written_the_same_twice(kind, plain, tmp_path):
    assert content(kind, {}, tmp_path) == plain(kind)


@pytest.mark.parametrize(("kind", "name", "setting"), CASES)
def test_a_trouble_is_in_the_file(kind, name, setting, plain, tmp_path):
    beside = WITH.get(name, {})
    without, troublesome = plain(kind, **beside), content(kind, beside | {name: setting}, tmp_path)
    assert troublesome != without
    held = HOLDS.get((kind, name, setting), "").encode()
    assert held in troublesome
    assert not held or held not in without


def test_what_must_stand_in_a_file_belongs_to_a_trouble():
    assert set(HOLDS) <= set(CASES)
