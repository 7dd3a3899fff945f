"""What the worker does beside the queue: it tidies up, and an error of one duty ends nothing."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from disclosures.entry.imports.background import read_upload, requeue_lost
from disclosures.entry.imports.pruning import DAYS_OF_CONTENT, DAYS_OF_RESULTS, GIVEN_UP, prune
from disclosures.entry.imports.uploads import receive
from disclosures.entry.management.commands import work_in_background
from disclosures.entry.models import Progress, UploadedFile

pytestmark = pytest.mark.django_db


def in_days(days):
    return timezone.now() + timedelta(days=days)


def uploads():
    """A file in each state, all uploaded now."""
    clerk = User.objects.create_user("clerk")
    files = [SimpleUploadedFile(f"{state}.csv", state.encode()) for state in Progress.values]
    kept, _ = receive(clerk, files)
    for upload in kept:
        UploadedFile.objects.filter(pk=upload.pk).update(state=upload.name.removesuffix(".csv"), report={"tables": []})


def contents():
    return {upload.name.removesuffix(".csv"): bytes(upload.content) for upload in UploadedFile.objects.all()}


def test_content_that_nobody_took_goes_after_a_month_and_what_is_known_of_it_stays():
    uploads()
    assert prune(in_days(DAYS_OF_CONTENT - 1)) == (0, 0)
    assert prune(in_days(DAYS_OF_CONTENT + 1))[1] == 3
    assert {state for state, content in contents().items() if not content} == {"read", "refused", "discarded"}
    forgotten = UploadedFile.objects.get(name="read.csv")
    assert (forgotten.state, forgotten.message, len(forgotten.sha256)) == (Progress.DISCARDED, GIVEN_UP, 64)
    assert forgotten.report
    assert prune(in_days(DAYS_OF_CONTENT + 2))[1] == 0


def test_results_of_tasks_go_and_tasks_that_wait_stay():
    kept, _ = receive(User.objects.create_user("clerk"), [SimpleUploadedFile("a.csv", b"a")])
    read_upload.call(kept[0].pk)
    done = DBTaskResult.objects.get()
    done.claim("worker")
    done.set_successful(None)
    assert DBTaskResult.objects.finished().count() == 1
    read_upload.enqueue(0)
    DBTaskResult.objects.ready().get().claim("killed")
    read_upload.enqueue(0)
    assert prune(in_days(DAYS_OF_RESULTS - 1)) == (0, 0)
    assert prune(in_days(DAYS_OF_RESULTS + 1)) == (2, 0)
    assert DBTaskResult.objects.get() in DBTaskResult.objects.ready()
    assert requeue_lost() == 0


def test_an_error_of_one_duty_ends_neither_the_worker_nor_the_others(monkeypatch, caplog):
    done = []

    def broken(now):
        raise ZeroDivisionError("of the program")

    monkeypatch.setattr(work_in_background, "DUTIES", ((broken, 0), (done.append, 3600)))
    done_at = {}
    work_in_background.do_duties(done_at)
    work_in_background.do_duties(done_at)
    assert len(done) == 1
    assert caplog.text.count("broken failed; the worker goes on.") == 2
    assert "ZeroDivisionError: of the program" in caplog.text
