"""Figures for Prometheus: what Django answered and how long it took, and what waits in the database.

Answers from memory and from files never come here; the log of the proxy in front counts them.
"""

import os
from collections.abc import Iterator
from typing import Any

from django.db import DEFAULT_DB_ALIAS, DatabaseError, connections
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from prometheus_client import REGISTRY, CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector

from disclosures.operations.reading import PUBLIC
from disclosures.publication.models import PublicationCounter, PublicationPlan

ANSWERS = Counter("site_answers", "Answers that Django made", ["kind", "status"])
SECONDS = Histogram("site_answer_seconds", "How long Django took for an answer", ["kind"])


def exposition() -> bytes:
    """Everything, in the text format; of all processes where they share a folder."""
    is_shared = "PROMETHEUS_MULTIPROC_DIR" in os.environ
    counted = CollectorRegistry() if is_shared else REGISTRY
    if is_shared:
        MultiProcessCollector(counted)
    asked = CollectorRegistry()
    asked.register(InTheDatabase())
    return generate_latest(counted) + generate_latest(asked)


class InTheDatabase:
    """What is asked of the database when Prometheus asks; while it is away, that it is."""

    def describe(self) -> list[Metric]:
        return []

    def collect(self) -> Iterator[Metric]:
        is_there = GaugeMetricFamily("site_database_up", "Whether the database answers", labels=["database"])
        number = GaugeMetricFamily("site_publication_number", "What is published where", labels=["database"])
        for alias in (DEFAULT_DB_ALIAS, PUBLIC):
            if alias in connections.databases:
                stamp = _stamp(alias)
                is_there.add_metric([alias], stamp is not None)
                if stamp is not None:
                    number.add_metric([alias], stamp)
        yield is_there
        yield number
        yield from _waiting()


def _stamp(alias: str) -> int | None:
    try:
        found = PublicationCounter.objects.using(alias).values_list("number", flat=True).first()
    except DatabaseError:
        connections[alias].close()
        return None
    return found or 0


def _waiting() -> Iterator[Metric]:
    now = timezone.now()
    tasks = DBTaskResult.objects.filter(status="READY")
    plans = PublicationPlan.objects.filter(outcome=PublicationPlan.Outcome.WAITING, at__lte=now)
    try:
        oldest = tasks.order_by("enqueued_at").values_list("enqueued_at", flat=True).first()
        waiting: dict[str, tuple[str, Any]] = {
            "site_waiting_tasks": ("Tasks that no worker has taken", tasks.count()),
            "site_oldest_task_seconds": ("How long the oldest waits", (now - oldest).total_seconds() if oldest else 0),
            "site_overdue_publications": ("Plans whose time has passed", plans.count()),
        }
    except DatabaseError:
        return
    for name, (text, value) in waiting.items():
        yield GaugeMetricFamily(name, text, value=value)
