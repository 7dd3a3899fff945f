"""The lists of `CONTRIBUTING.md` are true: each file is there, holds what is named, and none is missing or too many."""

import re
from typing import NamedTuple

import pytest
from django.conf import settings

from tests.adding.additions import COLUMN, PAGE, RULE, TABLE, Edits

BASE = settings.BASE_DIR
PAGE_OF_LISTS = (BASE / "CONTRIBUTING.md").read_text(encoding="utf-8")
_ROW = re.compile(r"^\| `(?P<file>[^`]+)`(?P<new> \(new, like this\))? \| `(?P<where>[^`]+)` \|", re.MULTILINE)
# How many files each takes: to be lowered, not raised.
MOST = {"A column": 4, "A table": 4, "A rule": 5, "A wording": 2, "A word of readers": 4, "A format": 6, "A page": 5}
MADE = {"A column": COLUMN, "A table": TABLE, "A rule": RULE, "A page": PAGE}


class Row(NamedTuple):
    """A line of a list: a file that is edited, or one that a new file is made after."""

    file: str
    is_new: bool
    where: str

    @property
    def is_in_the_additions(self) -> bool:
        """Tests and migrations are not: the copy has its own."""
        return not self.file.startswith("tests/") and "/migrations/" not in self.file


def rows_of(section: str) -> list[Row]:
    body = PAGE_OF_LISTS.partition(f"\n## {section}\n")[2].partition("\n## ")[0]
    return [Row(match["file"], bool(match["new"]), match["where"]) for match in _ROW.finditer(body)]


def test_each_thing_that_is_added_often_has_its_list():
    assert re.findall(r"^## (.+)$", PAGE_OF_LISTS, re.MULTILINE) == list(MOST)
    lines = [line for line in PAGE_OF_LISTS.splitlines() if line.startswith("| `")]
    assert len(lines) == sum(len(rows_of(section)) for section in MOST)


@pytest.mark.parametrize("section", MOST)
def test_a_file_that_is_named_is_there_and_holds_what_is_said(section):
    for row in rows_of(section):
        assert row.where in (BASE / row.file).read_text(encoding="utf-8"), row


def test_every_other_path_that_is_named_is_there():
    for name in re.findall(r"`((?:disclosures|tests|templates|locale)/[^`]*)`", PAGE_OF_LISTS):
        assert (BASE / name).exists(), name
    for name in ("CLASSES_SINCE", "def moved("):
        assert name in (BASE / "disclosures/statements/form_rows.py").read_text(encoding="utf-8")


@pytest.mark.parametrize("section", MOST)
def test_no_list_grows(section):
    assert 0 < len(rows_of(section)) <= MOST[section]


@pytest.mark.parametrize("section", MADE)
def test_the_additions_that_are_tried_touch_the_files_of_the_list_and_no_others(section):
    made: Edits = MADE[section]
    rows = [row for row in rows_of(section) if row.is_in_the_additions]
    assert {row.file for row in rows if not row.is_new} == {name for name in made if (BASE / name).exists()}
    assert sum(row.is_new for row in rows) == sum(not (BASE / name).exists() for name in made)


def test_the_readme_leads_here():
    assert "(CONTRIBUTING.md)" in (BASE / "README.md").read_text(encoding="utf-8")
