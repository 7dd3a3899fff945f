"""A document written and read again: every difference between what went in and what came out, as a sentence."""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from disclosures.demo.made_up import MadeUp
from disclosures.exports.document.portable import document_pdf
from disclosures.exports.document.writing import document_docx
from disclosures.intake.reading import Reading, read_disclosure
from disclosures.intake.store import own_fields_of, parts_of
from disclosures.statements.lines import Part
from disclosures.statements.loaded import LoadedDisclosure
from disclosures.statements.models import Disclosure, State, Unit

ADDRESS = "https://example.org/units/210400-011001/2023.r1/"
DIGEST = "0123456789abcdef" * 4

Same = Callable[[Any, Any], bool]

# Where a part stood, how its name was cut there, and to what it belongs in the database.
_NOT_COMPARED = {"id", "disclosure", "form", "place", "printed_name"}
_LISTED = {"notes", "empty_reason"}
_TEXTS = {"paragraphs", "duties", "units", "terms"}  # which no workbook has


def read_again(loaded: LoadedDisclosure, folder: Path, ending: str) -> Reading:
    """The disclosure as its own document tells it."""
    content = document_docx(loaded, ADDRESS)
    path = folder / f"document.{ending}"
    path.write_bytes(document_pdf(content) if ending == "pdf" else content)
    return read_disclosure(path)


def loaded_of(reading: Reading, year: int) -> LoadedDisclosure:
    """What was read of a file, as a published revision."""
    unit = Unit(region_id="210400", code="011001", name=reading.unit_name)
    fields = own_fields_of(reading, unit)
    return LoadedDisclosure(_published(Disclosure(unit=unit, year=year, **fields)), list(parts_of(reading)))


def loaded_made_up(made: MadeUp) -> LoadedDisclosure:
    """What was made up, as a published revision."""
    return LoadedDisclosure(_published(made.disclosure), list(made.parts()))


def _published(disclosure: Disclosure) -> Disclosure:
    disclosure.state, disclosure.digest = State.PUBLISHED, DIGEST
    disclosure.published_at = datetime(2024, 8, 20, tzinfo=UTC)
    return disclosure


def differences(loaded: LoadedDisclosure, reading: Reading, ending: str) -> list[str]:
    """Everything that was lost, changed or invented on the way; empty where it came back identical."""
    same = _same_but_for_blanks if ending == "pdf" else _same
    again = LoadedDisclosure(Disclosure(year=loaded.disclosure.year), list(parts_of(reading)))
    return [*_problems(reading), *_of_itself(loaded, reading, same), *_parts(loaded, again, same)]


def differences_in_tables(loaded: LoadedDisclosure, reading: Reading) -> list[str]:
    """The same of a file that has the tables and forms alone, each of which names the unit."""
    again = LoadedDisclosure(Disclosure(year=loaded.disclosure.year), list(parts_of(reading)))
    for head in loaded.heads.values():
        head.unit_name = head.unit_name or loaded.disclosure.unit_name
    return [*_problems(reading), *_parts(loaded, again, _same, without=_TEXTS)]


def _same(before: Any, after: Any) -> bool:
    return before == after


def _same_but_for_blanks(before: Any, after: Any) -> bool:
    """A PDF has letters at places: what stands apart may be a blank, a line that ends in a cell may be a long one."""
    return _squeezed(before) == _squeezed(after)


def _squeezed(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _squeezed(each) for key, each in value.items()}
    return "".join(value.split()) if isinstance(value, str) else value


def _in_lines(text: str) -> list[str]:
    """The notes of a table, each of which is a paragraph of its own in a PDF too."""
    return [_squeezed(line) for line in text.splitlines()]


def _problems(reading: Reading) -> Iterator[str]:
    yield from (f"fatal at {one.place}: {one.message}" for one in reading.ledger.problems if one.level == "fatal")
    yield from (f"unread at {one.place}: {one.text}" for one in reading.ledger.unread())


def _of_itself(loaded: LoadedDisclosure, reading: Reading, same: Same) -> Iterator[str]:
    disclosure = loaded.disclosure
    for name, value in own_fields_of(reading, disclosure.unit).items():
        if not same(getattr(disclosure, name), value):
            yield f"{name}: {getattr(disclosure, name)!r} became {value!r}"
    if reading.year != disclosure.year:
        yield f"year: {disclosure.year} became {reading.year}"


def _parts(loaded: LoadedDisclosure, again: LoadedDisclosure, same: Same, without: Iterable[str] = ()) -> Iterator[str]:
    for name, before, after in _lists(loaded, again):
        if name in without:
            continue
        if len(before) != len(after):
            yield f"{name}: {len(before)} became {len(after)}"
        for one, other in zip(before, after, strict=False):
            yield from _fields(f"{name} {one}", one, other, same)


def _lists(loaded: LoadedDisclosure, again: LoadedDisclosure) -> Iterator[tuple[str, list[Part], list[Part]]]:
    for number in sorted({*loaded.heads, *again.heads}):
        heads = [[one.heads[number]] if number in one.heads else [] for one in (loaded, again)]
        yield f"head of {number}", *heads
        yield f"{number}:", loaded.lines[number], again.lines[number]
    for name in ("paragraphs", "duties", "units", "terms"):
        yield name, getattr(loaded, name), getattr(again, name)
    yield "forms", [one.form for one in loaded.forms], [one.form for one in again.forms]
    for one, other in zip(loaded.forms, again.forms, strict=False):
        yield f"tasks of {one.form}", one.tasks, other.tasks
        yield f"indicators of {one.form}", one.indicators, other.indicators


def _fields(what: str, one: Part, other: Part, same: Same) -> Iterator[str]:
    for field in one._meta.local_fields:
        if field.name in _NOT_COMPARED:
            continue
        before, after = getattr(one, field.attname), getattr(other, field.attname)
        if not same(before, after) or (field.name in _LISTED and _in_lines(before) != _in_lines(after)):
            yield f"{what}, {field.name}: {before!r} became {after!r}"
