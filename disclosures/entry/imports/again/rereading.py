"""The kept source of a revision read again: what would now read differently from what the revision holds."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from disclosures.documents.isolated.reader import IsolatedReader
from disclosures.documents.items import DocumentError
from disclosures.entry.imports.again.compared import compared_in, put_back
from disclosures.entry.imports.scanned.settling import read_and_settle
from disclosures.intake.models import ReadingReport
from disclosures.intake.reading import Reading
from disclosures.intake.regions import warn_of_region
from disclosures.intake.report import how_it_was_read
from disclosures.intake.store import own_fields_of, parts_of, refusals, unit_key
from disclosures.publication.changes.differences import RowChange, differences
from disclosures.publication.digest import digest
from disclosures.publication.parts import all_parts
from disclosures.statements.fields import Amount, field_of, field_title
from disclosures.statements.lines import Part, StatementLine
from disclosures.statements.models import PARTS, Disclosure, State
from disclosures.statements.saving import cleaned_parts
from disclosures.statements.scans.unclear import Unclear

READ_AGAIN = (State.DRAFT, State.SUBMITTED, State.PUBLISHED)
_TOLD = {"problems": ("level", "place", "message"), "unread": ("place", "text")}  # what tells two entries apart


@dataclass(frozen=True)
class Difference:
    """A field that would now read differently, its figures as printed; "" where the row is not there."""

    part: str
    row: str
    column: str
    before: str
    after: str
    place: str
    is_figure: bool


@dataclass
class Reread:
    """A revision beside a new reading of its source; `refusals` say why that could not be imported today."""

    disclosure: Disclosure
    is_edited: bool
    reading: Reading | None = None
    refusals: list[str] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)
    told: dict[str, list[dict]] = field(default_factory=dict)  # problems and unread text, new or gone
    compared: list[Unclear] = field(default_factory=list)  # what people compared with the pictures of a scan
    dropped: list[str] = field(default_factory=list)  # sentences: which of it would not hold for what is read now

    @property
    def differs(self) -> bool:
        return bool(self.refusals or self.differences or self.dropped or any(self.told.values()))

    @property
    def has_other_figures(self) -> bool:
        """Whether a figure would read differently, or none could be read at all."""
        return bool(self.refusals) or any(difference.is_figure for difference in self.differences)

    def as_data(self) -> dict:
        """All of it as plain data."""
        return {
            "unit": self.disclosure.unit.slug,
            "year": self.disclosure.year,
            "revision": self.disclosure.revision,
            "state": self.disclosure.state,
            "edited_by_hand": self.is_edited,
            "refusals": self.refusals,
            "differences": [asdict(difference) for difference in self.differences],
            "dropped": self.dropped,
            **self.told,
        }


def to_reread(unit: str = "", year: int | None = None) -> QuerySet[Disclosure]:
    """The drafts and what is public now, of those that have a source; all, or those of a unit, or of its year."""
    chosen = Disclosure.objects.filter(state__in=READ_AGAIN, source__isnull=False).select_related(
        "unit__region__parent__parent", "source"
    )
    if unit:
        region, code = unit_key(unit)
        chosen = chosen.filter(unit__region_id=region, unit__code=code)
    return chosen.filter(year=year) if year else chosen


def reread(disclosure: Disclosure, reader: IsolatedReader) -> Reread:
    """Read the source again, in isolation, and compare."""
    again = Reread(disclosure, is_edited(disclosure))
    try:
        again.reading, again.compared = _read(disclosure, reader), compared_in(disclosure)
        again.dropped = list(put_back(again.reading, again.compared))
        warn_of_region(again.reading.ledger, disclosure.unit.region, disclosure.year)
        again.refusals = refusals(again.reading, disclosure.year)
        again.differences = [*_own(disclosure, again.reading), *_rows(disclosure, again.reading)]
        again.told = _told(disclosure, again.reading)
    except DocumentError as error:
        again.refusals = [str(error)]
    except ValidationError as error:
        again.refusals = error.messages
    return again


def is_edited(disclosure: Disclosure) -> bool:
    """Whether it may hold work done by hand: it is not what was read, or nobody noted what was."""
    read = ReadingReport.objects.filter(disclosure=disclosure).values_list("digest", flat=True).first()
    return not read or read != digest(disclosure)


def _read(disclosure: Disclosure, reader: IsolatedReader) -> Reading:
    report = ReadingReport.objects.filter(disclosure=disclosure).first()
    part = report.content.get("part", "") if report else ""
    source: Any = disclosure.source  # every one that is read again has one
    with TemporaryDirectory(prefix="reread-") as folder:
        path = Path(folder) / Path(source.name).name
        path.write_bytes(source.content)
        return read_and_settle(path, reader.read, part)


def _own(disclosure: Disclosure, reading: Reading) -> Iterator[Difference]:
    for name, after in own_fields_of(reading, disclosure.unit).items():
        before = getattr(disclosure, name)
        if before != after:
            title = field_title(Disclosure, name)
            yield Difference("决算公开", "", title, str(before), str(after), "", name in ("amount_unit", "decimals"))


def _rows(disclosure: Disclosure, reading: Reading) -> Iterator[Difference]:
    for form in reading.forms:
        form.form.pk = form.form.position  # rows are matched within their form, which has no key before it is saved
    new = dict.fromkeys(PARTS, ()) | cleaned_parts(disclosure, parts_of(reading))
    precisions = disclosure.precision, reading.precision
    for model, changes in differences(all_parts(disclosure), new).items():
        for change in changes:
            yield from _of_row(model, change, precisions)
    for form in reading.forms:
        form.form.pk = None


def _of_row(model: type[Part], change: RowChange, precisions: tuple) -> Iterator[Difference]:
    row: Any = change.new or change.old
    is_there = change.old and change.new
    names = (
        change.fields if is_there else [field.name for field in model._meta.local_fields if _says_something(field, row)]
    )
    for name in names:
        column = field_of(model, name)
        before, after = (
            _text(value, column, precision)
            for value, precision in zip((change.old, change.new), precisions, strict=True)
        )
        title, label = str(model._meta.verbose_name), _label(row)
        yield Difference(title, label, str(column.verbose_name), before, after, row.place, isinstance(column, Amount))


def _says_something(column, row: Part) -> bool:
    """Whether a column of a row that is new or gone is worth telling."""
    if column.is_relation or column.primary_key or column.name in ("position", "place", "as_printed", "printed_name"):
        return False
    return column.value_from_object(row) not in (None, "", {}, False)


def _text(row: Any, column, precision) -> str:
    if row is None:
        return ""
    if isinstance(column, Amount):
        return row.text(column.name, precision)
    value = column.value_from_object(row)
    return "" if value is None else str(value)


def _label(row: Part) -> str:
    if isinstance(row, StatementLine):
        return f"{row.key} {row.name}".strip()
    return str(getattr(row, "name", "") or getattr(row, "number", "") or f"第 {row.position} 项")


def _told(disclosure: Disclosure, reading: Reading) -> dict[str, list[dict]]:
    """Problems and unread text that the report of the first reading does not have, and those that only it has."""
    report = ReadingReport.objects.filter(disclosure=disclosure).first()
    if not report:
        return {}
    now, report_changes = how_it_was_read(reading), {}
    for key, names in _TOLD.items():
        before, after = (
            {tuple(entry.get(name) for name in names): entry for entry in content.get(key, [])}
            for content in (report.content, now)
        )
        report_changes[f"{key}_new"] = [entry for said, entry in after.items() if said not in before]
        report_changes[f"{key}_gone"] = [entry for said, entry in before.items() if said not in after]
    return report_changes
