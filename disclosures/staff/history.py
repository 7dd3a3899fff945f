"""What was done to somebody's account is told in the history of that person."""

from typing import Any

from django.contrib.admin.models import CHANGE, LogEntry


def tell(by: Any, person: Any, sentence: str) -> None:
    """Add a sentence to the history of the person; a command acts in the person's own name and says so."""
    LogEntry.objects.log_actions(by.pk, [person], CHANGE, change_message=sentence, single_object=True)
