"""Names of functional classes that belong to other years, in tables and in the text."""

import re
from collections.abc import Iterator
from functools import cache

from disclosures.amounts import Outcome
from disclosures.checks.figures import Figure, Unit
from disclosures.checks.labels import Named, TableLabel
from disclosures.checks.narrative.meaning.reading import Reading
from disclosures.checks.narrative.meaning.squeezing import squeeze
from disclosures.checks.narrative.rules.words import words
from disclosures.checks.outcomes import Result, Severity
from disclosures.checks.spots import CellSpot
from disclosures.checks.wording.relations import Relation
from disclosures.classification.codes import FUNCTIONAL
from disclosures.classification.official import official_codes
from disclosures.statements.form_rows import FUNCTIONAL_CLASSES
from disclosures.statements.lines import AccountLine, StatementLine

_ORDINAL = re.compile(r"^(?:[一二三四五六七八九十]+[、.]|\(\d+\))")


@cache
def _renamed() -> dict[str, tuple[str, int]]:
    """By each former name of a class: what it is called now, and since when that is known."""
    since = {row.code: row.surely_since for row in official_codes() if row.scheme == FUNCTIONAL}
    return {
        squeeze(name).text: (now, since[code])
        for code, now, *former in FUNCTIONAL_CLASSES
        for name in former
        if since[code]
    }


def names_of_other_years(rule: str, reading: Reading) -> Iterator[Result]:
    """D8y: a class is called as it is in the year of the accounts."""
    year = reading.loaded.disclosure.year
    outdated = {name: now for name, (now, since) in _renamed().items() if year and year >= since}
    for lines in reading.loaded.lines.values() if outdated else ():
        for line in lines:
            if now := outdated.get(_ORDINAL.sub("", squeeze(line.name).text)):
                yield _told(rule, _in_table(line), now, year)
    yield from _in_text(rule, reading, outdated)


def _in_table(line: StatementLine) -> Figure:
    row = f"expenditure:{line.item}" if isinstance(line, AccountLine) else line.key
    label = TableLabel(line.number, row.rpartition(":")[2])
    return Figure(None, label, f"“{line.name}”", Unit.NUMBER, CellSpot(line.place, line.number, line.key, "name"))


def _in_text(rule: str, reading: Reading, outdated: dict[str, str]) -> Iterator[Result]:
    """What the text calls otherwise than the table, rule D8 tells."""
    for passage in reading.passages:
        for name, now in outdated.items():
            for match in re.finditer(rf"{re.escape(name)}(?!\()", passage.squeezed.text):
                left = words(passage.paragraph, Named("文字"), *passage.squeezed.span(*match.span()))
                yield _told(rule, left, now, reading.loaded.disclosure.year)


def _told(rule: str, left: Figure, now: str, year: int) -> Result:
    facts = {"name": now, "year": str(year)}
    return Result(rule, Outcome.BROKEN, Relation.NAME_OF_YEAR, left, severity=Severity.NOTE, facts=facts)
