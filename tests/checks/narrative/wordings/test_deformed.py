"""The same texts without headings, in paragraphs that run on, torn into sentences: nothing is called wrong."""

from collections.abc import Callable
from itertools import product

import pytest

from disclosures.intake.text.paragraphs import heading_level
from tests.checks.narrative.wordings.language import Piece, read
from tests.checks.narrative.wordings.test_wordings import TEXTS
from tests.checks.narrative.wordings.trying import said

Lines = list[list[Piece]]


def level(line: list[Piece]) -> int:
    return heading_level("".join(piece.text for piece in line))


def without_headings(lines: Lines) -> Lines:
    return [line for line in lines if not level(line)]


def with_few_headings(lines: Lines) -> Lines:
    return [line for line in lines if level(line) <= 2]


def run_on(lines: Lines) -> Lines:
    """What stands below a heading is one paragraph."""
    found: Lines = []
    for line in lines:
        if level(line) or not found or level(found[-1]):
            found.append([*line])
        else:
            found[-1] += line
    return found


def torn(lines: Lines) -> Lines:
    """Each sentence is a paragraph of its own."""
    found: Lines = []
    for line in lines:
        found.append([])
        for piece in line:
            sentences = [piece.text] if level(line) or piece.is_figure else piece.text.split("。")
            for sentence in sentences[:-1]:
                found[-1].append(Piece(f"{sentence}。"))
                found.append([])
            found[-1].append(piece if piece.is_figure else Piece(sentences[-1]))
    return [line for line in found if any(piece.text for piece in line)]


DEFORMED = (without_headings, with_few_headings, run_on, torn)
ONE_EACH = [(path, DEFORMED[n % len(DEFORMED)]) for n, path in enumerate(TEXTS)]


def wrong(path, deform: Callable[[Lines], Lines], seeds: range) -> list[str]:
    """What is called wrong in texts that say nothing wrong."""
    found = []
    for seed in seeds:
        facts, lines = read(path).said_of(seed)
        found += [result.message for result in said(facts, deform(lines)).broken]
    return found


@pytest.mark.parametrize(("path", "deform"), ONE_EACH, ids=lambda one: getattr(one, "stem", None) or one.__name__)
def test_nothing_is_called_wrong_in_a_deformed_text(path, deform):
    assert wrong(path, deform, range(2)) == []


@pytest.mark.soak
@pytest.mark.parametrize(
    ("path", "deform"), [*product(TEXTS, DEFORMED)], ids=lambda one: getattr(one, "stem", None) or one.__name__
)
def test_nothing_is_called_wrong_in_many_deformed_texts(path, deform):
    assert wrong(path, deform, range(100, 200)) == []
