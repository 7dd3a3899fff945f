"""The worker: does the tasks of the queue, takes up what a killed worker left, publishes what is due, and tidies up."""

import logging
import time
from collections.abc import Callable
from datetime import datetime
from threading import Thread

from django.core.management.base import BaseCommand
from django.db import InterfaceError, OperationalError, connection
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker

from disclosures.entry.imports.background import requeue_lost
from disclosures.entry.imports.pruning import prune
from disclosures.entry.models import Progress, UploadedFile
from disclosures.outages import sentence
from disclosures.publication.alerts.delivering import send_due
from disclosures.publication.alerts.forgetting import forget_readers
from disclosures.publication.callbacks.delivering import deliver_due
from disclosures.publication.questions.forgetting import forget
from disclosures.publication.timed.plans import publish_due

_PAUSE = 1.0  # seconds between two looks at an empty queue
_AWAY = 5.0  # seconds until a database that did not answer is asked again

# What is done beside the queue, each at most once in so many seconds.
DUTIES: tuple[tuple[Callable[[datetime], object], float], ...] = (
    (publish_due, 0),
    (forget, 60),
    (forget_readers, 3600),
    (prune, 3600),
)
# What is sent beside all else, and beside each other: servers may be as slow as they like, and nobody waits.
DELIVERIES: tuple[Callable[[datetime], float | None], ...] = (deliver_due, send_due)

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Read uploaded files in the background; may run several times side by side."

    def add_arguments(self, parser):
        parser.add_argument("--until-done", action="store_true", help="end when nothing is left to do")

    def handle(self, *args, until_done: bool, **options):
        if not until_done:
            for deliver in DELIVERIES:
                Thread(target=deliver_on, args=[deliver], name=deliver.__name__, daemon=True).start()
        name = get_random_string(32)
        done_at: dict[Callable, float] = {}
        is_running = True
        while is_running:
            try:
                is_running = one_round(name, done_at, until_done)
            except (OperationalError, InterfaceError) as error:
                logger.error("%s", sentence(error))  # noqa: TRY400 - what a full or busy disk is needs no traceback
                connection.close()
                time.sleep(_AWAY)


def deliver_on(deliver: Callable[[datetime], float | None]) -> None:
    """Send what is due, on and on; a delivery may say how long to wait."""
    while True:
        pause = None
        try:
            pause = deliver(timezone.now())
        except Exception:
            logger.exception("%s failed; it is tried again.", deliver.__name__)
            connection.close()
            time.sleep(_AWAY)
        time.sleep(pause or _PAUSE)


def one_round(name: str, done_at: dict[Callable, float], until_done: bool) -> bool:
    """Do what is due and one task, if there is any; whether to go on."""
    requeued = requeue_lost()
    do_duties(done_at)
    worker = _worker(name)
    worker.configure_signals()  # between two tasks it ends at once, during one after it
    worker.run()
    if worker.running and not requeued and not worker._run_tasks:
        if until_done and not is_anything_left():
            return False
        time.sleep(_PAUSE)
    return worker.running


def do_duties(done_at: dict[Callable, float]) -> None:
    """Do what is due; an error of one ends neither the worker nor the others, and is tried again next time."""
    for duty, seconds in DUTIES:
        if time.monotonic() - done_at.get(duty, float("-inf")) >= seconds:
            try:
                duty(timezone.now())
            except Exception:
                logger.exception("%s failed; the worker goes on.", duty.__name__)
            done_at[duty] = time.monotonic()


def _worker(name: str) -> Worker:
    """One that does one task, if there is any."""
    return Worker(
        queue_names=["*"],
        excluded_queue_names=[],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=1,
        worker_id=name,
    )


def is_anything_left() -> bool:
    """Whether files wait, or are held by a reader, dead or alive."""
    return UploadedFile.objects.filter(state__in=[Progress.WAITING, Progress.READING]).exists()
