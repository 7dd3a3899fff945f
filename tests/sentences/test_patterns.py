"""Every row of the list of patterns is a sentence that some disclosure gets, and nothing else is written."""

import re
from string import Formatter

import pytest

from disclosures.demo.made_up import make_up
from disclosures.sentences.chapter import explanation
from disclosures.sentences.gaps import GAP
from disclosures.sentences.patterns import PATTERNS, said
from disclosures.statements.loaded import LoadedDisclosure
from disclosures.statements.models import Paragraph

_SEEDS = range(40)


def shape(pattern: str) -> re.Pattern[str]:
    """The words of the pattern with anything where its figures stand."""
    return re.compile(".*".join(re.escape(words) for words, *_ in Formatter().parse(pattern)) + ".*?", re.DOTALL)


@pytest.fixture(scope="module")
def sentences() -> set[str]:
    found = set()
    for seed in _SEEDS:
        made = make_up(seed)
        if not seed:  # a document that prints classes alone
            made.lines["05"] = [line for line in made.lines["05"] if len(line.code) != 7]
        parts = [part for part in made.parts() if not isinstance(part, Paragraph)]
        found |= {one.text for one in explanation(LoadedDisclosure(made.disclosure, parts)) if not one.level}
    return found


@pytest.mark.parametrize("name", PATTERNS)
def test_each_pattern_is_used(name, sentences):
    assert any(shape(PATTERNS[name]).fullmatch(sentence) for sentence in sentences)


def test_each_sentence_is_of_a_pattern(sentences):
    shapes = [shape(pattern) for pattern in PATTERNS.values()]
    assert [one for one in sentences if not any(each.fullmatch(one) for each in shapes)] == []


@pytest.mark.parametrize("name", PATTERNS)
def test_a_pattern_is_one_sentence_or_announces_some(name):
    assert PATTERNS[name].endswith(("。", "：", "包括："))
    assert GAP.sub("", PATTERNS[name]).count("【") == 0


def test_a_figure_that_is_forgotten_is_no_blank():
    with pytest.raises(KeyError):
        said("income")
