"""Faults put into the first reading of a PDF file while it reads: what a wrong step in it would do to one page."""

import random
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import replace
from unittest.mock import patch

from disclosures.documents.pdf import pages
from disclosures.documents.pdf.drawn import sheets
from disclosures.documents.pdf.drawn.glyphs import Glyph
from disclosures.documents.pdf.drawn.words import Word

Glyphs = list[Glyph]
Words = list[Word]


def _digits(glyphs: Glyphs) -> list[int]:
    return [n for n, glyph in enumerate(glyphs) if glyph.char.isdigit() and glyph.degrees is not None]


def _beside(glyph: Glyph, char: str, steps: int) -> Glyph:
    left, bottom, right, top = glyph.rectangle
    shift = (right - left) * steps
    return glyph._replace(char=char, rectangle=(left + shift, bottom, right + shift, top))


def dropped(rng: random.Random, glyphs: Glyphs) -> None:
    del glyphs[rng.choice(_digits(glyphs))]


def doubled(rng: random.Random, glyphs: Glyphs) -> None:
    at = rng.choice(_digits(glyphs))
    glyphs.insert(at + 1, _beside(glyphs[at], glyphs[at].char, 1))


def changed(rng: random.Random, glyphs: Glyphs) -> None:
    at = rng.choice(_digits(glyphs))
    glyphs[at] = glyphs[at]._replace(char=str((int(glyphs[at].char) + 1) % 10))


def run_skipped(rng: random.Random, glyphs: Glyphs) -> None:
    at = rng.choice(_digits(glyphs))
    del glyphs[at : at + rng.randint(2, 6)]


def signed(rng: random.Random, glyphs: Glyphs) -> None:
    """A sign lost, or one that is not there."""
    signs = [n for n, glyph in enumerate(glyphs[:-1]) if glyph.char in "-－" and glyphs[n + 1].char.isdigit()]
    if signs:
        del glyphs[rng.choice(signs)]
        return
    firsts = [n for n in _digits(glyphs) if not n or glyphs[n - 1].char not in "0123456789,.-"]
    at = rng.choice(firsts)
    glyphs.insert(at, _beside(glyphs[at], "-", -1))


def word_skipped(rng: random.Random, words: Words) -> None:
    del words[rng.choice(_with_digits(words))]


def words_exchanged(rng: random.Random, words: Words) -> None:
    """Two figures change places."""
    first, second = rng.choices(_with_digits(words), k=2)
    one, other = words[first], words[second]
    words[first], words[second] = replace(one, text=other.text), replace(other, text=one.text)


def word_moved(rng: random.Random, words: Words) -> None:
    """A figure goes to where another word is, as if it stood in that cell."""
    at, other = rng.choice(_with_digits(words)), rng.randrange(len(words))
    words[at] = replace(words[at], box=words[other].box)


def _with_digits(words: Words) -> list[int]:
    return [n for n, word in enumerate(words) if any(char.isdigit() for char in word.text)]


def row_skipped(rng: random.Random, tables: list) -> None:
    _change_row(rng, tables, lambda row: row[:1] * 0 + tuple(replace(entry, text="") for entry in row))


def entry_moved(rng: random.Random, tables: list) -> None:
    """The first figure of a row changes places with its neighbour."""

    def moved(row: tuple) -> tuple:
        filled = [n for n, entry in enumerate(row[:-1]) if any(char.isdigit() for char in entry.text)]
        at = rng.choice(filled) if filled else 0
        return (*row[:at], row[at + 1], row[at], *row[at + 2 :]) if filled else row

    _change_row(rng, tables, moved)


def _change_row(rng: random.Random, tables: list, change: Callable[[tuple], tuple]) -> None:
    at = rng.randrange(len(tables))
    rows = list(tables[at].rows)
    row = rng.randrange(len(rows))
    rows[row] = change(rows[row])
    tables[at] = replace(tables[at], rows=tuple(rows))


IN_GLYPHS = (dropped, doubled, changed, run_skipped, signed)
IN_WORDS = (word_skipped, words_exchanged, word_moved)
IN_TABLES = (row_skipped, entry_moved)
FAULTS = (*IN_GLYPHS, *IN_WORDS, *IN_TABLES)


@contextmanager
def faulty_reader(fault: Callable, rng: random.Random, page: int):
    """A reader that makes the fault on that page, counted from 0, if the page has what it takes."""
    if fault in IN_TABLES:
        target, step = pages, "ruled_tables"
    else:
        target, step = sheets, "glyphs_of" if fault in IN_GLYPHS else "words_of"
    sound, calls = getattr(target, step), iter(range(10_000))

    def wrong(*given):
        found = sound(*given)
        if next(calls) == page:
            try:
                fault(rng, found[0] if fault in IN_TABLES else found)
            except (IndexError, ValueError):  # nothing here that it could be done to
                return found
        return found

    with patch.object(target, step, wrong):
        yield
