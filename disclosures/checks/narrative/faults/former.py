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
from disclosures.classification.codes import FUNCTIONAL, level_of
from disclosures.classification.names import is_cut
from disclosures.classification.official import former_codes, official_codes
from disclosures.statements.form_rows import FUNCTIONAL_CLASSES
from disclosures.statements.lines import AccountLine, StatementLine

_ORDINAL = re.compile(r"^(?:[一二三四五六七八九十]+[、.]|\(\d+\))")


Renamed = dict[str, tuple[str, int]]  # by each former name: what the class is called now, and since when at least


@cache
def _renamed() -> Renamed:
    """The names that forms of other years print: long enough to mean nothing else in a text."""
    return _in_use({code: former for code, _now, *former in FUNCTIONAL_CLASSES})


@cache
def _renamed_in_tables() -> Renamed:
    """Those of the list of 2007, too, but for names that are only cut."""
    now = {code: name for code, name, *_ in FUNCTIONAL_CLASSES}
    listed = {
        row.code: [row.name]
        for row in former_codes()
        if row.scheme == FUNCTIONAL and row.code in now and not is_cut(row.name, now[row.code])
    }
    return _in_use(listed) | _renamed()


def _in_use(former: dict[str, list[str]]) -> Renamed:
    since = {row.code: row.surely_since for row in official_codes() if row.scheme == FUNCTIONAL}
    return {
        squeeze(name).text: (now, since[code])
        for code, now, *_ in FUNCTIONAL_CLASSES
        for name in former.get(code, ())
        if since[code]
    }


def names_of_other_years(rule: str, reading: Reading) -> Iterator[Result]:
    """D8y: a class is called as it is in the year of the accounts."""
    year = reading.loaded.disclosure.year
    outdated = _outdated(_renamed_in_tables(), year)
    for lines in reading.loaded.lines.values() if outdated else ():
        for line in lines:
            now = outdated.get(_ORDINAL.sub("", squeeze(line.name).text))
            if now and level_of(_code(line)) == "类":
                yield _told(rule, _in_table(line), now, year)
    yield from _in_text(rule, reading, _outdated(_renamed(), year))


def _outdated(renamed: Renamed, year: int | None) -> dict[str, str]:
    return {name: now for name, (now, since) in renamed.items() if year and year >= since}


def _in_table(line: StatementLine) -> Figure:
    label = TableLabel(line.number, _code(line))
    return Figure(None, label, f"“{line.name}”", Unit.NUMBER, CellSpot(line.place, line.number, line.key, "name"))


def _code(line: StatementLine) -> str:
    return line.item if isinstance(line, AccountLine) else line.key


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
