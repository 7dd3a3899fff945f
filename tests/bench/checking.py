"""Checking disclosures: every rule, for one and for a thousand, against reading the workbook of one."""

from collections.abc import Iterator
from functools import partial

from disclosures.checks.book import Book
from disclosures.checks.checking import check
from disclosures.intake.reading import Reading, read_disclosure
from disclosures.statements.models import Disclosure
from tests.bench.reading import SAMPLE
from tests.bench.timing import Row, paired


def rows() -> Iterator[Row]:
    reading = _with_text()
    once = partial(_check, reading, 1)
    yield paired("check one disclosure", once, "read and recognise its workbook", partial(read_disclosure, SAMPLE), 1)
    thousand = partial(_check, reading, 1000)
    yield paired("check 1,000 disclosures", thousand, "read and recognise 1,000", partial(_read, 1000), 1, runs=1)


def _with_text() -> Reading:
    """The sample with its text and forms, as the Word file has them."""
    reading = read_disclosure(SAMPLE.with_suffix(".docx"))
    for form in reading.forms:
        for child in (*form.tasks, *(row.indicator for row in form.rows)):
            child.form = form.form
    return reading


def _check(reading: Reading, times: int) -> None:
    precision = reading.precision
    disclosure = Disclosure(year=reading.year, amount_unit=precision.unit.value, decimals=precision.decimals)
    for _ in range(times):
        check(Book(disclosure, reading.parts()))


def _read(times: int) -> None:
    for _ in range(times):
        read_disclosure(SAMPLE)
