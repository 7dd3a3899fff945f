"""What was done to somebody's account is told in the history of that person, and in the log."""

from typing import Any

from django.contrib.admin.models import CHANGE, LogEntry

from disclosures.audit.models import Kind
from disclosures.audit.recording import note


def tell(by: Any, person: Any, sentence: str) -> None:
    """Add a sentence to the history of the person; a command acts in the person's own name and says so."""
    note(Kind.STEP, f"{person}：{sentence}", of=person)
    LogEntry.objects.log_actions(by.pk, [person], CHANGE, change_message=sentence, single_object=True)
