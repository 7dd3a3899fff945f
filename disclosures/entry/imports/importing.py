"""One import as a clerk asks for it: read in isolation, save, and publish when asked; and many of them side by side."""

import os
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from queue import SimpleQueue

from django.conf import settings
from django.db import IntegrityError, OperationalError, transaction
from django.db.models import Q

from disclosures.documents.isolated.reader import IsolatedReader
from disclosures.documents.isolated.workers import Worker, WorkerDiedError
from disclosures.documents.items import DocumentError
from disclosures.entry.imports.cleaning import to_keep
from disclosures.entry.imports.scanned.settling import read_and_settle
from disclosures.intake.jobs import Job
from disclosures.intake.models import ReadingReport
from disclosures.intake.reading import Reading
from disclosures.intake.store import RefusedImportError, save_reading, unit_key
from disclosures.publication.digest import digest
from disclosures.publication.workflow import WorkflowError, publish, submit
from disclosures.statements.models import Disclosure

IMPORTED, THERE, FAILED = "imported", "there", "failed"
_SECONDS = 1_200  # for one document from file to database: a scanned page takes seconds


@dataclass(frozen=True)
class Wish:
    """What is to happen with each document besides being saved as a draft."""

    replace: bool = False
    publish: bool = False
    clean: bool = False  # of what tells of those who worked on the file


@dataclass(frozen=True)
class Outcome:
    """How an import ended, with a sentence for the clerk."""

    job: Job
    state: str
    message: str


def import_one(job: Job, wish: Wish, reader: IsolatedReader) -> tuple[Disclosure, Reading]:
    """Save the document, and publish it when asked, in one transaction, which begins when the file has been read."""
    unit_key(job.unit)
    with to_keep(Path(job.file), reader, clean=wish.clean) as (path, original):
        reading = read_and_settle(path, reader.read, job.part)
        if wish.publish and any(not doubt.is_settled for doubt in reading.ledger.doubts):
            raise RefusedImportError(f"{path.name} 是扫描件，不能直接公开；请先存为草稿，对照图片核对。")
        with transaction.atomic():
            disclosure = save_reading(
                reading, path, job.unit, job.year, name=job.name, replace=wish.replace, original_sha256=original
            )
            note_digest(disclosure)
            if wish.publish:
                submit(disclosure)
                publish(disclosure)
                disclosure.refresh_from_db()
    return disclosure, reading


def note_digest(disclosure: Disclosure) -> None:
    """Keep what the draft is just after reading, so that work by hand is known from it later."""
    ReadingReport.objects.filter(disclosure=disclosure).update(digest=digest(disclosure))


def outcome_of(job: Job, wish: Wish, reader: IsolatedReader) -> Outcome:
    """Import a document that is not there yet; what goes wrong is a sentence."""
    try:
        if is_there(job):
            return Outcome(job, THERE, "已经导入过。")
        disclosure, reading = import_one(job, wish, reader)
    except (DocumentError, RefusedImportError, WorkflowError) as error:
        return Outcome(job, FAILED, str(error))
    except (IntegrityError, OperationalError):
        if is_there(job):  # another process was faster
            return Outcome(job, THERE, "已经导入过。")
        raise
    ledger = reading.ledger
    counts = f"提醒 {len(ledger.problems)} 处，修补 {len(ledger.repairs)} 处，未读 {len(ledger.unread())} 处"
    counts += f"，看不清 {len(ledger.doubts)} 处" if ledger.doubts else ""
    return Outcome(job, IMPORTED, f"{disclosure.get_state_display()}，{counts}。")


def is_there(job: Job) -> bool:
    """Whether the very same file has been imported for that unit and year."""
    path = Path(job.file)
    if not path.is_file():
        return False
    region, code = unit_key(job.unit)
    digest = sha256(path.read_bytes()).hexdigest()
    of_the_year = Disclosure.objects.filter(unit__region_id=region, unit__code=code, year=job.year)
    return of_the_year.filter(Q(source__sha256=digest) | Q(source__original_sha256=digest)).exists()


# ---------------------------------------------------------------------------------------------------------------------
# Many side by side
# ---------------------------------------------------------------------------------------------------------------------


def import_many(jobs: Iterable[Job], wish: Wish, processes: int | None = None) -> Iterator[Outcome]:
    """The outcome of every job as it comes, from several processes; a process that dies costs the job it was at."""
    jobs = list(jobs)
    idle: SimpleQueue[Worker] = SimpleQueue()
    count = max(1, min(processes or os.cpu_count() or 1, len(jobs)))
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "import_worker"]
    workers = [Worker(command) for _ in range(count)]
    for worker in workers:
        idle.put(worker)
    try:
        with ThreadPoolExecutor(count) as threads:
            for done in as_completed([threads.submit(_ask, idle, job, wish) for job in jobs]):
                yield done.result()
    finally:
        for worker in workers:
            worker.stop()


def _ask(idle: SimpleQueue, job: Job, wish: Wish) -> Outcome:
    worker = idle.get()
    try:
        answer = worker.ask({"job": asdict(job), "wish": asdict(wish)}, _SECONDS)
        return Outcome(job, answer["state"], answer["message"])
    except WorkerDiedError as error:
        return Outcome(job, FAILED, f"导入程序中断了：{error}")
    finally:
        idle.put(worker)
