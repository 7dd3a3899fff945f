"""The worker: does the tasks of the queue, takes up what a killed worker left, and publishes what is due."""

import time

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker

from disclosures.entry.imports.background import requeue_lost
from disclosures.entry.models import Progress, UploadedFile
from disclosures.publication.timed.plans import publish_due

_PAUSE = 1.0  # seconds between two looks at an empty queue


class Command(BaseCommand):
    help = "Read uploaded files in the background; may run several times side by side."

    def add_arguments(self, parser):
        parser.add_argument("--until-done", action="store_true", help="end when nothing is left to do")

    def handle(self, *args, until_done: bool, **options):
        name = get_random_string(32)
        is_running = True
        while is_running:
            requeued = requeue_lost()
            publish_due(timezone.now())
            worker = _worker(name)
            worker.configure_signals()  # between two tasks it ends at once, during one after it
            worker.run()
            is_running = worker.running
            if is_running and not requeued and not worker._run_tasks:
                if until_done and not is_anything_left():
                    return
                time.sleep(_PAUSE)


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
