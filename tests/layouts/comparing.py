"""What was read against what was laid out: every difference as a sentence."""

from collections.abc import Iterator

from disclosures.intake.ledger import printed_in
from disclosures.intake.reading import Reading
from disclosures.statements.lines import AccountLine, StatementLine
from disclosures.statements.models import Chapter, PerformanceForm, PerformanceIndicator, PerformanceTask, StatementHead
from tests.layouts.documents import LaidOut
from tests.layouts.tables.laid import Laid, Line, line

_NOT_COMPARED = {"id", "disclosure", "form", "position", "place", "as_printed"}


def differences(document: LaidOut, reading: Reading) -> list[str]:
    """Everything that reading lost, changed or invented; empty where it came back identical."""
    return [
        *_problems(reading),
        *_tables(document, reading),
        *_unread(document, reading),
        *_forms(document, reading),
        *(_texts(document, reading) if document.layout["format"] == "docx" else ()),
    ]


def _problems(reading: Reading) -> Iterator[str]:
    for one in reading.ledger.problems:
        if one.level == "fatal":
            yield f"fatal at {one.place}: {one.message}"


def _tables(document: LaidOut, reading: Reading) -> Iterator[str]:
    if reading.precision.unit != document.made_up.profile.unit:
        yield f"amounts printed in {document.made_up.profile.unit}, read in {reading.precision.unit}"
    expected = document.statements
    if missing := expected.keys() - reading.statements.keys():
        yield f"tables not found: {sorted(missing)}"
    for number in sorted(expected.keys() & reading.statements.keys()):
        found = reading.statements[number]
        yield from _lines(number, expected[number], [line_of(one) for one in found.lines])
        yield from _head(document, expected[number], found.head)
        declared = expected[number].is_empty and bool(expected[number].notes)
        if found.head.is_declared_empty != declared:
            yield f"{number}: declared empty {found.head.is_declared_empty}, printed {declared}"


def _head(document: LaidOut, laid: Laid, head: StatementHead) -> Iterator[str]:
    """What is printed around a table; a line of several texts is compared without its spaces."""
    unit_name = document.made_up.disclosure.unit_name if document.layout["unit name"] != "none" else ""
    for what, printed, read in (
        ("title", laid.printed_title or head.title, head.title),
        ("unit", unit_name, head.unit_name),
        ("notes", "\n".join(laid.notes), head.notes),
    ):
        if printed != read:
            yield f"{laid.number}: {what} printed {printed!r}, read {read!r}"


def _lines(number: str, laid: Laid, found: list[Line]) -> Iterator[str]:
    """Line by line; names are left out where the layout prints none."""
    expected = laid.lines
    if laid.total_is_lost:
        expected, found = ([one for one in lines if one.key != ("",)] for lines in (expected, found))
    if all(not one.name for one in expected):
        expected, found = (
            sorted(expected, key=repr),
            sorted((line(f.key, "", dict(f.amounts)) for f in found), key=repr),
        )
    for one in expected:
        if one not in found:
            near = next((other for other in found if other.key == one.key), "nothing")
            yield f"{number}: printed {_said(one)}, read {near if near == 'nothing' else _said(near)}"
    for one in found:
        if one.key not in {other.key for other in expected}:
            yield f"{number}: invented {_said(one)}"
    if [one.key for one in expected] != [one.key for one in found]:
        yield f"{number}: {len(expected)} lines printed, {len(found)} read, or in another order"


def _said(one: Line) -> str:
    amounts = {name: str(value) for name, value in one.amounts if value is not None}
    return f"{one.key} {one.name} {amounts}"


def line_of(one: StatementLine) -> Line:
    if isinstance(one, AccountLine):
        columns = {column.name for column in one.columns_of(one.side)}
        return line((one.side, one.line, one.item), one.printed_name, _amounts(one, columns))
    return line((one.code,), one.printed_name, one.amounts)


def _amounts(one: StatementLine, columns: set[str]) -> dict:
    return {name: value for name, value in one.amounts.items() if name in columns}


def _unread(document: LaidOut, reading: Reading) -> Iterator[str]:
    """Nothing but the cells of the local tables may be left or kept as printed, and of these all."""
    local = [
        str(value) for laid in document.tables if not laid.number for row in laid.drawn.rows for value in row if value
    ]
    captions = {text for laid in document.tables if not laid.number for cells in laid.caption for text in cells}
    captions |= {"目录", *document.contents, *document.signatures}  # no part of a workbook's disclosure
    ledger = reading.ledger
    unread = [(one.place, one.text) for one in ledger.unread()]
    unread += [(one.place, one.text) for one in printed_in(ledger.items) if one.place in ledger._kept - ledger._used]
    left = list(local)
    spare = [text for laid in document.forms for text in laid.without_field]
    for place, text in unread:
        if text.strip() in captions:
            continue
        if text.strip() in left:
            left.remove(text.strip())
        elif text.strip() in spare:
            spare.remove(text.strip())
        else:
            yield f"unread at {place}: {text[:60]!r}"
    if left:
        yield f"taken from local tables: {left}"


def _forms(document: LaidOut, reading: Reading) -> Iterator[str]:
    expected, found = [laid.form for laid in document.forms], reading.forms
    if len(expected) != len(found):
        yield f"forms: {len(expected)} printed, {len(found)} read"
    for one, other in zip(expected, found, strict=False):
        pairs = [(one.form, other.form)]
        for kind, printed, read in (
            ("tasks", one.tasks, other.tasks),
            ("indicators", one.indicators, [row.indicator for row in other.rows]),
        ):
            if len(printed) != len(read):
                yield f"form {one.form.name}: {len(printed)} {kind} printed, {len(read)} read"
            pairs += zip(printed, read, strict=False)
        for printed, read in pairs:
            if fields_of(printed) != fields_of(read):
                differing = {
                    key: (a, fields_of(read)[key]) for key, a in fields_of(printed).items() if a != fields_of(read)[key]
                }
                yield f"form {one.form.name}: printed and read differ in {differing}"


def fields_of(part: PerformanceForm | PerformanceTask | PerformanceIndicator) -> dict:
    return {one.name: getattr(part, one.attname) for one in part._meta.local_fields if one.name not in _NOT_COMPARED}


def _texts(document: LaidOut, reading: Reading) -> Iterator[str]:
    made_up = document.made_up
    captions = {text for laid in document.tables if not laid.number for cells in laid.caption for text in cells}
    read = [(one.chapter, one.level, one.text) for one in reading.paragraphs if one.text not in captions]
    printed = [(one.chapter, one.level, one.text) for one in made_up.paragraphs]
    printed += [(Chapter.TABLES, 0, text) for text in (*document.contents, *document.signatures)]
    yield from (f"paragraph printed, not read: {one}" for one in printed if one not in read)
    yield from (f"paragraph read, not printed: {one}" for one in read if one not in printed)
    for name in ("duties", "units", "terms"):
        texts = [[str(one) for one in getattr(where, name)] for where in (made_up, reading)]
        if texts[0] != texts[1]:
            yield f"{name}: printed {texts[0]}, read {texts[1]}"
