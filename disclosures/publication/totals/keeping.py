"""Totals come and go with the revision that they belong to, in the transaction of the step itself."""

from collections.abc import Iterable

from django.db import models

from disclosures.checks.book import book_of
from disclosures.publication.totals.adding import code_totals, shortfalls, year_total
from disclosures.publication.totals.models import CodeTotal, Shortfall, YearTotal
from disclosures.statements.models import Disclosure

KEPT: tuple[type[models.Model], ...] = (CodeTotal, YearTotal, Shortfall)


def keep_totals(disclosure: Disclosure) -> None:
    """Keep what the revision comes to; it has just become the current one."""
    book = book_of(disclosure)
    CodeTotal.objects.bulk_create(code_totals(book), batch_size=500)
    year_total(book).save(force_insert=True)
    Shortfall.objects.bulk_create(shortfalls(book), batch_size=500)


def drop_totals(disclosures: Disclosure | Iterable[Disclosure]) -> None:
    """Forget the totals of revisions that are current no longer."""
    if isinstance(disclosures, Disclosure):
        disclosures = [disclosures]
    for model in KEPT:
        model.objects.filter(disclosure__in=disclosures).delete()
