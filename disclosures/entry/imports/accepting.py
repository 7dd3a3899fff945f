"""An uploaded file that was read becomes a draft in one transaction, once, or is put aside."""

from pathlib import Path
from tempfile import TemporaryDirectory

from django.db import transaction

from disclosures.audit.recording import watching
from disclosures.entry.imports.background import read
from disclosures.entry.imports.importing import note_digest
from disclosures.entry.models import Progress, UploadedFile
from disclosures.intake.store import RefusedImportError, save_reading
from disclosures.statements.models import Disclosure, State, Unit

DONE_ALREADY = "这份文件已经处理过了，没有再存一次。"


def accept(upload: UploadedFile, unit: Unit, year: int, seen: Disclosure | None = None) -> Disclosure:
    """Read the file again, which gives what was shown, and save it in the place of the revision seen or after it."""
    reading, path = read(upload)
    with transaction.atomic(), TemporaryDirectory() as folder:
        _take(upload, Progress.ACCEPTED)
        if _status(standing(unit, year)) != _status(seen):
            raise RefusedImportError(f"{unit.name} {year} 年度决算刚刚变了，没有保存；请再看一次。")
        source = Path(folder, path.name)
        source.write_bytes(upload.content)
        disclosure = save_reading(reading, source, unit.slug, year, replace=seen is not None)
        note_digest(disclosure)
        with watching(UploadedFile.objects.filter(pk=upload.pk), "disclosure", "unit", "year"):
            UploadedFile.objects.filter(pk=upload.pk).update(disclosure=disclosure, unit=unit, year=year)
    return disclosure


def discard(upload: UploadedFile) -> None:
    """Put the file aside; nothing of it has been saved."""
    with transaction.atomic():
        _take(upload, Progress.DISCARDED)


def standing(unit: Unit, year: int) -> Disclosure | None:
    """The last revision that the file would stand in the place of, or come after."""
    return Disclosure.objects.filter(unit=unit, year=year).order_by("revision").last()


def what_happens(last: Disclosure | None) -> str:
    """What accepting does to what stands there, as a sentence."""
    if last is None:
        return "还没有这一年的决算，将建立第 1 版草稿。"
    if last.state == State.DRAFT:
        return f"已有第 {last.revision} 版草稿，整份将由这份文件替换，手工填写的内容不再保留。"
    if last.state == State.SUBMITTED:
        return f"第 {last.revision} 版待发布，不能替换；请先退回草稿。"
    return f"第 {last.revision} 版保持不变，将建立第 {last.revision + 1} 版草稿。"


def _take(upload: UploadedFile, state: Progress) -> None:
    """Of two that click at the same time one goes on."""
    waiting = UploadedFile.objects.filter(pk=upload.pk, state=Progress.READ)
    with watching(waiting, "state"):
        if not waiting.update(state=state):
            raise RefusedImportError(DONE_ALREADY)


def _status(disclosure: Disclosure | None) -> tuple:
    return (disclosure.pk, disclosure.state) if disclosure else ()
