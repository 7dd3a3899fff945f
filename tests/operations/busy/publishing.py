"""One revision after the other of one disclosure, each with an amount that tells which: `publish_for(seconds)`."""

import sys
import time
from decimal import Decimal

from django.db import DatabaseError, connection

from disclosures.publication import workflow
from disclosures.statements.models import STATEMENTS, Disclosure, State

EVERY = 5.0  # seconds from one publication to the next
_MARKED = ("", "201", "20103", "2010308")  # the codes of table 03 whose project expenditure is the amount


def amount_of(revision: int) -> Decimal:
    """元: what each marked cell of the revision says; printed in 万元 it is 2,001.77 for the first."""
    return (2000 + revision + Decimal("0.77")) * 10_000


def publish_for(seconds: float) -> None:
    """Publish until they are over, and say of each revision when it was; while the database is away, try again."""
    end = time.time() + seconds
    while time.time() < end:
        due = time.time() + EVERY
        try:
            revision = _publish_next()
        except DatabaseError:
            connection.close()
            time.sleep(0.2)
            continue
        sys.stdout.write(f"{revision} {time.time()}\n")
        sys.stdout.flush()
        time.sleep(max(0.0, due - time.time()))


def _publish_next() -> int:
    draft = Disclosure.objects.exclude(state__in=(State.PUBLISHED, State.SUPERSEDED)).first() or workflow.revise(
        Disclosure.objects.get(state=State.PUBLISHED, unit__code="011001", year=2023)
    )
    if draft.state == State.DRAFT:
        mark(draft)
        draft.change_note = "更正"
        draft.save()
        workflow.submit(draft)
    workflow.publish(draft)
    return draft.revision


def mark(draft: Disclosure) -> None:
    """Give the marked cells the amount of the draft's revision."""
    lines = STATEMENTS["03"]._default_manager.filter(disclosure=draft, code__in=_MARKED)
    lines.update(project_expenditure=amount_of(draft.revision))
