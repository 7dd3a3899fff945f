"""A fault between the strips of a scanned page and its cells is told: the second look does not share it."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from disclosures.documents.items import Document
from disclosures.documents.kinds import PDF
from disclosures.documents.limits import DEFAULT
from disclosures.documents.pdf.drawn.boxes import Box
from disclosures.documents.pdf.drawn.words import Word
from disclosures.intake.ledger import FATAL
from disclosures.intake.reading import read_disclosure
from tests.documents.scans.scanning import Scanner, needs_ocr

pytestmark = needs_ocr

SAMPLE = Path(__file__).parents[1] / "fushun-petition-office-2023.pdf"
PAGE = 14  # 公开03表
AMOUNT = re.compile(r"[\d,]+\.\d\d")
TOLD = re.compile(r"没有读出来|再看一遍文件却没有")

Words = list[Word]


def _changed(change: Callable[[str, Random], str]):
    def plant(words: Words, at: int, random: Random) -> None:
        words[at] = replace(words[at], text=change(words[at].text, random))

    return plant


def _without_a_digit(text: str, random: Random) -> str:
    at = random.choice([n for n, char in enumerate(text) if char.isdigit()])
    return text[:at] + text[at + 1 :]


def _with_a_digit_twice(text: str, random: Random) -> str:
    at = random.choice([n for n, char in enumerate(text) if char.isdigit()])
    return text[:at] + text[at] + text[at:]


def _moved(words: Words, at: int, random: Random) -> None:
    """To the column of another amount of its row."""
    box = words[at].box
    others = [word.box for word in words if word.box.levels_with(box) and AMOUNT.fullmatch(word.text)]
    column = max(others, key=lambda other: abs(other.left - box.left))
    words[at] = replace(words[at], box=Box(column.left, box.top, column.left + box.width, box.bottom))


def _merged(words: Words, at: int, random: Random) -> None:
    """With the figure of another place, as if both were one word."""
    other = random.choice([n for n, word in enumerate(words) if n != at and AMOUNT.fullmatch(word.text)])
    words[at] = replace(words[at], text=words[at].text + words[other].text)
    del words[other]


def _swapped(words: Words, at: int, random: Random) -> None:
    others = [n for n, one in enumerate(words) if AMOUNT.fullmatch(one.text) and one.text != words[at].text]
    other = random.choice(others)
    mine, theirs = words[at], words[other]
    words[at], words[other] = replace(mine, box=theirs.box), replace(theirs, box=mine.box)


def _without_its_row(words: Words, at: int, random: Random) -> None:
    box = words[at].box
    words[:] = [word for word in words if not word.box.levels_with(box)]


FAULTS: dict[str, Callable[[Words, int, Random], None]] = {
    "dropped": lambda words, at, random: words.pop(at) and None,
    "doubled": lambda words, at, random: words.append(words[at]),
    "moved to the neighbour": _moved,
    "merged with another": _merged,
    "swapped": _swapped,
    "a digit dropped": _changed(_without_a_digit),
    "a digit doubled": _changed(_with_a_digit_twice),
    "a sign lost or gained": _changed(lambda text, random: f"-{text}"),
    "cut at its point": _changed(lambda text, random: text.partition(".")[0]),
    "a row skipped": _without_its_row,
}


@pytest.fixture(scope="module")
def scan(tmp_path_factory):
    """A scanned page, and what is seen on it up to its strips, which costs nearly all of the time."""
    from disclosures.documents.scans import scanner

    path = Scanner().scan(SAMPLE, tmp_path_factory.mktemp("scan") / "a.pdf", [PAGE])
    seen = []
    with pytest.MonkeyPatch.context() as patch:
        for owner, name in ((scanner.PageScanner, "_upright"), (scanner, "look_at")):
            step = getattr(owner, name)
            patch.setattr(owner, name, lambda *given, step=step: seen.append(step(*given)) or seen[-1])
        PDF.read(path, DEFAULT)
    return path, *seen


@pytest.fixture
def problems(scan, monkeypatch):
    """The fatal problems of the page read with a fault between its strips and its words."""
    from disclosures.documents.scans import scanner

    path, upright, seen = scan
    words_of = scanner.words_of
    monkeypatch.setattr(scanner.PageScanner, "_upright", lambda *given: upright)
    monkeypatch.setattr(scanner, "look_at", lambda *given: seen)

    def read(plant: Callable[[Words, int, Random], None] | None, random: Random):
        def planted(strips):
            words = words_of(strips)
            if plant:
                plant(words, random.choice([n for n, word in enumerate(words) if AMOUNT.fullmatch(word.text)]), random)
            return words

        monkeypatch.setattr(scanner, "words_of", planted)
        items = PDF.read(path, DEFAULT)
        document = Document(items, list(PDF.look_again(path, DEFAULT, items)))
        return [one for one in read_disclosure(path, lambda _: document).ledger.problems if one.level == FATAL]

    return read


def test_a_page_without_a_fault_is_read_without_a_word(problems):
    assert [one for one in problems(None, Random(1)) if TOLD.search(one.message)] == []


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("seed", [1, 2])
def test_every_fault_is_told(fault, seed, problems):
    told = [one for one in problems(FAULTS[fault], Random(f"{fault} {seed}")) if TOLD.search(one.message)]
    assert told
    assert all(one.place.startswith("第 1 页表 1") for one in told)
