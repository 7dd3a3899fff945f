"""A reading becomes a draft in one transaction, or nothing at all."""

import mimetypes
import re
from collections.abc import Callable, Iterator
from hashlib import sha256
from itertools import chain
from pathlib import Path

from disclosures.audit.recording import together
from disclosures.classification.models import Region
from disclosures.documents.items import Document
from disclosures.documents.reading import read_document
from disclosures.intake.doubts.unclear import unclear_in
from disclosures.intake.ledger import FATAL
from disclosures.intake.models import ReadingReport
from disclosures.intake.reading import Reading, read_disclosure
from disclosures.intake.regions import warn_of_region, why_unknown
from disclosures.intake.report import how_it_was_read
from disclosures.statements.lines import Part
from disclosures.statements.models import KEPT, Disclosure, SourceDocument, State, Unit
from disclosures.statements.outside import not_on_form
from disclosures.statements.saving import save_parts

Reader = Callable[[Path], Document]

_SLUG = re.compile(r"(?P<region>\d{6})-(?P<code>[0-9A-Za-z]{1,20})")


class RefusedImportError(Exception):
    """An import that must not happen; the message is one or more sentences for the clerk, one to a line."""


def import_file(
    path: Path, unit: str, year: int, *, name: str = "", replace: bool = False, read: Reader = read_document
) -> tuple[Disclosure, Reading]:
    """Read the file and save it as a draft of the unit (210400-011001) and year, with its source and reading report."""
    unit_key(unit)
    reading = read_disclosure(path, read)
    return save_reading(reading, path, unit, year, name=name, replace=replace), reading


def save_reading(
    reading: Reading,
    path: Path,
    unit: str,
    year: int,
    *,
    name: str = "",
    replace: bool = False,
    original_sha256: str = "",
) -> Disclosure:
    """Save what was read of the file; `original_sha256` where the file is a cleaned copy."""
    region, code = unit_key(unit)
    if messages := refusals(reading, year):
        raise RefusedImportError("\n".join((f"{path.name} 没有导入。", *messages)))
    with together():
        owner = _unit(region, code, name or reading.unit_name, year)
        warn_of_region(reading.ledger, owner.region, year)
        revision = _next_revision(owner, year, replace)
        source = source_of(path, original_sha256)
        disclosure = Disclosure.objects.create(
            unit=owner, year=year, revision=revision, source=source, **own_fields_of(reading, owner)
        )
        _fill(disclosure, reading)
    return disclosure


def refill(draft: Disclosure, reading: Reading) -> None:
    """Put what was read in the place of everything that the draft holds."""
    with together():
        for model in reversed(KEPT):
            model._default_manager.filter(disclosure=draft).delete()
        ReadingReport.objects.filter(disclosure=draft).delete()
        for name, value in own_fields_of(reading, draft.unit).items():
            setattr(draft, name, value)
        draft.save()
        _fill(draft, reading)


def own_fields_of(reading: Reading, owner: Unit) -> dict:
    """What the document says of itself as a whole."""
    return {
        "title": reading.title[:200],
        "unit_name": reading.unit_name or owner.name,
        "amount_unit": reading.precision.unit.value,
        "decimals": reading.precision.decimals,
    }


def _fill(disclosure: Disclosure, reading: Reading) -> None:
    save_parts(disclosure, chain(parts_of(reading), unclear_in(reading)))
    ReadingReport.objects.create(disclosure=disclosure, content=how_it_was_read(reading))


def unit_key(unit: str) -> tuple[str, str]:
    """Region and code of a unit's key in addresses."""
    match = _SLUG.fullmatch(unit)
    if not match:
        raise RefusedImportError(f"“{unit}”不是单位代号；应当是行政区划代码和单位编码，如 210400-011001。")
    return match["region"], match["code"]


def parts_of(reading: Reading) -> Iterator[Part]:
    """Every part that was read; tasks and indicators know the form that they stand in."""
    for form in reading.forms:
        for task in form.tasks:
            task.form = form.form
        for row in form.rows:
            row.indicator.form = form.form
    yield from reading.parts()


def refusals(reading: Reading, year: int) -> list[str]:
    """Why the reading cannot become the disclosure of that year; a sentence each."""
    messages = [f"{problem.place}：{problem.message}" for problem in reading.ledger.problems if problem.level == FATAL]
    if reading.year not in (None, year):
        messages.append(f"文件是 {reading.year} 年度的，不是 {year} 年度的。")
    for number, statement in reading.statements.items():
        messages += [f"{statement.head.place}：{message}" for message in not_on_form(number, statement.lines, year)]
    return messages


def _unit(region: str, code: str, name: str, year: int) -> Unit:
    unit = Unit.objects.filter(region_id=region, code=code).first()
    if unit:
        return unit
    if not Region.objects.filter(code=region).exists():
        raise RefusedImportError(why_unknown(region, year))
    if not name:
        raise RefusedImportError("文件里没有单位名称；请用 --name 给出。")
    return Unit.objects.create(region_id=region, code=code, name=name[:200])


def _next_revision(unit: Unit, year: int, replace: bool) -> int:
    """1 for the first; a draft is replaced only when asked to, and so is a published revision followed by a new one."""
    revisions = list(Disclosure.objects.filter(unit=unit, year=year).order_by("revision"))
    if not revisions:
        return 1
    last = revisions[-1]
    if not replace:
        existing = f"第 {last.revision} 版（{last.get_state_display()}）"
        raise RefusedImportError(f"{unit.name} {year} 年度决算已有{existing}；要替换请加 --replace。")
    if last.state == State.SUBMITTED:
        raise RefusedImportError(f"{unit.name} {year} 年度决算第 {last.revision} 版待发布，不能替换；请先退回草稿。")
    if last.state == State.DRAFT:
        last.delete()
        return last.revision
    return last.revision + 1


def source_of(path: Path, original_sha256: str = "") -> SourceDocument:
    content = path.read_bytes()
    media_type = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    source, _ = SourceDocument.objects.get_or_create(
        sha256=sha256(content).hexdigest(),
        defaults={
            "name": path.name,
            "media_type": media_type,
            "content": content,
            "original_sha256": original_sha256,
        },
    )
    return source
