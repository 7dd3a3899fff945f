"""Small made-up pages, each with one wording that was read wrongly once: what is found is what a person finds."""

import json
from pathlib import Path

import pytest

from disclosures.checks.checking import check
from tests.checks.samples import read_sample

TRIED = Path(__file__).with_name("tried")
RIGHT = [json.loads(line) for line in (TRIED / "right.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("right", RIGHT, ids=[one["file"] for one in RIGHT])
def test_what_a_person_finds_is_found_and_nothing_else(right):
    report = check(read_sample(TRIED / right["file"]))
    of_text = {one.rule: one.message for one in report.broken if one.rule.startswith("D")}
    assert of_text.keys() == right["broken"].keys()
    assert all(words in of_text[rule] for rule, words in right["broken"].items())
    assert [link.meaning for link in report.links if link.sign == "unlinked"] == []
    assert {link.text: link.meaning for link in report.links} | right["means"] == {
        link.text: link.meaning for link in report.links
    }
