"""Uploaded files are read in the background: each by one reader at a time, and again when its reader was killed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.db.models import F, Q
from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from disclosures.audit.acting import acting_as
from disclosures.audit.recording import watching
from disclosures.documents.items import DocumentError
from disclosures.entry.imports.scanned.keeping import read_once
from disclosures.entry.imports.scanned.settling import read_and_settle
from disclosures.entry.models import Progress, UploadedFile
from disclosures.intake.isolated import isolated_reader
from disclosures.intake.jobs import named_in
from disclosures.intake.parts import Reading
from disclosures.intake.report import how_it_was_read
from disclosures.staff.rights import ADD
from disclosures.staff.scope import units_for
from disclosures.statements.models import Unit

MOST_ATTEMPTS = 3
GIVEN_UP = f"读这份文件时程序中断了 {MOST_ATTEMPTS} 次，没有读入；请检查文件，或换一种格式再上传。"


@task()
def read_upload(pk: int) -> None:
    """Read the file unless another reader holds it or has read it; what it finds is saved in one statement."""
    upload = _take(pk)
    if upload is None:
        return
    with _held(upload):
        found = _found_in(upload)
    with acting_as(upload.user), watching(_mine(upload), "state", "message", "unit", "year"):
        _mine(upload).update(**found)


def read(upload: UploadedFile) -> tuple[Reading, Path]:
    """The reading of an uploaded file; its path is good for its name alone."""
    with TemporaryDirectory() as folder, isolated_reader(_teller(upload)) as reader:
        path = Path(folder, upload.name)
        path.write_bytes(upload.content)
        return read_and_settle(path, lambda file: read_once(upload, file, reader)), path


def _teller(upload: UploadedFile) -> Callable[[int, int], None]:
    """Says beside the file how many of its scanned pages have been read, as long as this reader holds it."""
    return lambda done, total: _mine(upload).update(message=f"正在辨认扫描的第 {done} 页，共 {total} 页。")


def requeue_lost() -> int:
    """Put into the queue again what nobody reads and no task waits for; what killed its readers is refused."""
    with transaction.atomic():
        waiting = DBTaskResult.objects.ready().values("pk")
        is_lost = Q(state=Progress.READING) | Q(state=Progress.WAITING) & ~Q(task__in=waiting)
        lost = UploadedFile.objects.select_for_update().filter(is_lost, held_until__lt=timezone.now()).defer("content")
        return sum(_requeue(upload) for upload in lost)


def _requeue(upload: UploadedFile) -> bool:
    is_hopeless = upload.attempts >= MOST_ATTEMPTS
    if is_hopeless:
        upload.state, upload.message = Progress.REFUSED, GIVEN_UP
    else:
        upload.state, upload.held_until = Progress.WAITING, _hold()
        upload.task = read_upload.enqueue(upload.pk).id
    upload.save(update_fields=["state", "message", "held_until", "task"])
    return not is_hopeless


# ---------------------------------------------------------------------------------------------------------------------
# One reader at a time
# ---------------------------------------------------------------------------------------------------------------------


def _take(pk: int) -> UploadedFile | None:
    free = UploadedFile.objects.filter(pk=pk, state=Progress.WAITING)
    taken = free.update(state=Progress.READING, attempts=F("attempts") + 1, held_until=_hold())
    return UploadedFile.objects.get(pk=pk) if taken else None


def _mine(upload: UploadedFile) -> Any:
    """The row while this reader holds it; none once another has taken it."""
    return UploadedFile.objects.filter(pk=upload.pk, state=Progress.READING, attempts=upload.attempts)


def _hold() -> Any:
    return timezone.now() + timedelta(seconds=settings.READER_SILENT_SECONDS)


@contextmanager
def _held(upload: UploadedFile) -> Iterator[None]:
    """Say again and again that the reader lives, as long as it does."""
    done = Event()
    thread = Thread(target=_keep_holding, args=(upload, done), daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def _keep_holding(upload: UploadedFile, done: Event) -> None:
    while not done.wait(settings.READER_SILENT_SECONDS / 3):
        _mine(upload).update(held_until=_hold())
        connection.close()


# ---------------------------------------------------------------------------------------------------------------------
# What it found
# ---------------------------------------------------------------------------------------------------------------------


def _found_in(upload: UploadedFile) -> dict[str, Any]:
    try:
        reading, _ = read(upload)
    except DocumentError as error:
        return {"state": Progress.REFUSED, "message": str(error)}
    unit, year = suggested(upload, reading)
    return {
        "state": Progress.READ,
        "message": "",
        "scan": upload.scan,
        "report": how_it_was_read(reading),
        "unit_name": reading.unit_name[:200],
        "unit": unit,
        "year": year,
    }


def suggested(upload: UploadedFile, reading: Reading) -> tuple[Unit | None, int | None]:
    """Unit and year as the file itself says, else as its name does.

    The unit is one of those that whoever uploaded the file may import for; none where several have that name.
    """
    key, year = named_in(upload.name)
    reached = units_for(upload.user, ADD)
    units = list(reached.filter(name=reading.unit_name)[:2]) if reading.unit_name else []
    if len(units) != 1 and key:
        region, _, code = key.partition("-")
        units = list(reached.filter(region_id=region, code=code))
    return (units[0] if len(units) == 1 else None), reading.year or year
