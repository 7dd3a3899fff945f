"""Checking disclosures: every rule, for one and for a thousand, against reading the workbook of one."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from disclosures.checks.checking import check
from disclosures.intake.reading import Reading, read_disclosure
from disclosures.statements.loaded import LoadedDisclosure
from disclosures.statements.models import Disclosure
from tests.bench.reading import SAMPLE
from tests.bench.timing import Row, paired

WORD = SAMPLE.with_suffix(".docx")


def rows() -> Iterator[Row]:
    workbook, reading = _with_forms(SAMPLE), _with_forms(WORD)
    read_workbook, read_word = partial(read_disclosure, SAMPLE), partial(read_disclosure, WORD)
    yield paired("check what a workbook holds", partial(_check, workbook, 1), "read and recognise it", read_workbook, 1)
    once = partial(_check, reading, 1)
    yield paired("check one disclosure, with its text", once, "read and recognise its workbook", read_workbook, 1)
    yield paired("check one disclosure, with its text", once, "read and recognise its Word file", read_word, 1)
    thousand = partial(_check, reading, 1000)
    yield paired("check 1,000 disclosures", thousand, "read and recognise 1,000", partial(_read, 1000), 1, runs=1)


def _with_forms(path: Path) -> Reading:
    """The sample as that file has it, its forms' parts tied to them."""
    reading = read_disclosure(path)
    for form in reading.forms:
        for child in (*form.tasks, *(row.indicator for row in form.rows)):
            child.form = form.form
    return reading


def _check(reading: Reading, times: int) -> None:
    precision = reading.precision
    disclosure = Disclosure(year=reading.year, amount_unit=precision.unit.value, decimals=precision.decimals)
    for _ in range(times):
        check(LoadedDisclosure(disclosure, reading.parts()))


def _read(times: int) -> None:
    for _ in range(times):
        read_disclosure(SAMPLE)
