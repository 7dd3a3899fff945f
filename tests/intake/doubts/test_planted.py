"""A fault between a file and our cells is told: the second reading of the file does not share it."""

import sys
from collections import Counter
from functools import cache
from pathlib import Path
from random import Random

import pytest
from django.conf import settings

from disclosures.demo.made_up import make_up
from disclosures.demo.profile import Profile
from disclosures.documents.items import Document
from disclosures.documents.kinds import KINDS, Kind
from disclosures.documents.limits import DEFAULT
from disclosures.intake.ledger import FATAL, Problem
from disclosures.intake.reading import read_disclosure, read_items
from tests.intake.doubts.planting import FAULTS, planted, spots
from tests.layouts.documents import lay_out
from tests.layouts.troubles import troubled
from tests.layouts.verdict import PAGE, row_of
from tests.layouts.writers import WRITERS

SAMPLE = "fushun-petition-office-2023"
DOCUMENTS = Path(__file__).parents[2] / "documents"
_SEEDED = 2 * len(FAULTS)  # of each fault two for each format, with every run of the tests
FORMATS = ("txt", "csv", "html", "docx", "xlsx", "xls", "ods", "pdf")


def kind_of(ending: str) -> Kind:
    return next(kind for kind in KINDS if f".{ending}" in kind.endings)


READ_TWICE = [ending for ending in FORMATS if kind_of(ending).look_again]  # a format joins when it has a second reading


@pytest.fixture(scope="module")
def file_of(tmp_path_factory):
    """The sample in a format, or a made-up disclosure where the sample is not kept in it."""
    folder = tmp_path_factory.mktemp("planted")

    @cache
    def file(ending: str) -> Path:
        if ending == "txt":
            return settings.BASE_DIR / "fixtures" / f"{SAMPLE}.txt"
        if ending not in ("csv", "html"):
            return DOCUMENTS / f"{SAMPLE}.{ending}"
        path = folder / f"a.{ending}"
        WRITERS[ending](lay_out(make_up(3, profile=Profile()), troubled({"format": ending}), 3), path)
        return path

    return file


def is_told(problems: list[Problem], place: str) -> bool:
    """Whether a fatal problem stands at the place, in its row, or, where no place is known but the page, on that."""
    page = PAGE.match(place)
    return any(
        problem.level == FATAL and (row_of(problem.place) == row_of(place) or bool(page and problem.place == page[0]))
        for problem in problems
    )


def untold(path: Path, ending: str, seeds: range) -> list[str]:
    """The faults of which no fatal problem tells the place."""
    kind = kind_of(ending)
    items = kind.read(path, DEFAULT)
    places = spots(items, read_items(items).ledger)
    missed = []
    for seed in seeds:
        random = Random(f"{ending} {seed}")
        fault, at = list(FAULTS)[seed % len(FAULTS)], random.choice(places)
        n, (row, column) = at
        cell = items[n].rows[row][column]
        wrong = planted(items, at, fault, random)
        document = Document(wrong, list(kind.look_again(path, DEFAULT, wrong)))
        problems = read_disclosure(path, lambda _, document=document: document).ledger.problems
        if not is_told(problems, cell.place):
            told = [f"{one.place} {one.message}" for one in problems if one.level == FATAL]
            missed.append(f"{fault}: {cell} (seed {seed}); told: {told[:3]}")
    return missed


@pytest.mark.parametrize("ending", READ_TWICE)
def test_a_file_without_a_fault_is_read_without_a_word(ending, file_of):
    assert [one for one in read_disclosure(file_of(ending)).ledger.problems if one.level == FATAL] == []


@pytest.mark.parametrize("place", ["Sheet1!B7", "第 7 行第 2 格", "第 3 页表 1第 7 行第 2 格"])
def test_a_problem_elsewhere_does_not_tell_a_fault(place):
    assert not is_told([Problem(FATAL, row_of(place) + "9", "", "")], place)
    assert not is_told([Problem("warning", place, "", "")], place)
    assert is_told([Problem(FATAL, place, "", "")], place)


def test_some_formats_are_read_twice():
    assert {"txt", "csv", "html", "docx", "pdf"} <= set(READ_TWICE)


@pytest.mark.parametrize("ending", READ_TWICE)
def test_every_fault_is_told(ending, file_of):
    assert untold(file_of(ending), ending, range(_SEEDED)) == []


@pytest.mark.soak
@pytest.mark.parametrize("ending", READ_TWICE)
def test_every_one_of_very_many_faults_is_told(ending, file_of):
    seeds = range(_SEEDED, _SEEDED + 1_000 // len(READ_TWICE) + 1)
    missed = untold(file_of(ending), ending, seeds)
    planted_of = Counter(list(FAULTS)[seed % len(FAULTS)] for seed in seeds)
    missed_of = Counter(one.partition(":")[0] for one in missed)
    for fault, count in planted_of.items():
        sys.stdout.write(f"{ending:6}{fault:24}{count - missed_of[fault]} of {count} told\n")
    assert missed == []
