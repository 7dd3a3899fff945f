"""Totals come and go with the revision that they belong to, in the transaction of the step itself."""

from collections.abc import Iterable

from django.db import models

from disclosures.publication.totals.adding import code_totals, other_matters, shortfalls, year_total
from disclosures.publication.totals.models import CodeTotal, OtherMatter, Shortfall, YearTotal
from disclosures.statements.loaded import LoadedDisclosure
from disclosures.statements.models import Disclosure

STORED: tuple[type[models.Model], ...] = (CodeTotal, YearTotal, Shortfall, OtherMatter)


def store_totals(loaded: LoadedDisclosure) -> None:
    """Keep what a revision comes to; it has just become the current one."""
    CodeTotal.objects.bulk_create(code_totals(loaded), batch_size=500)
    year_total(loaded).save(force_insert=True)
    Shortfall.objects.bulk_create(shortfalls(loaded), batch_size=500)
    OtherMatter.objects.bulk_create(other_matters(loaded))


def delete_totals(disclosures: Iterable[Disclosure]) -> None:
    """Forget the totals of revisions that are current no longer."""
    for model in STORED:
        model._default_manager.filter(disclosure__in=disclosures).delete()
