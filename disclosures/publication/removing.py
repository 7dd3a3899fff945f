"""What was made up for demonstration goes as a whole; the guards let nothing else go."""

from django.db import transaction
from django.db.models import QuerySet

from disclosures.audit.models import Kind
from disclosures.audit.recording import note, silently
from disclosures.publication.history import StepTaken
from disclosures.publication.models import PublicationCounter
from disclosures.publication.search.models import SearchEntry
from disclosures.publication.search.shared import rebuild_shared
from disclosures.publication.standing.models import GroupFigure
from disclosures.publication.standing.storage import leave
from disclosures.publication.totals.storage import delete_totals
from disclosures.statements.models import KEPT, Disclosure, Unit


def remove_made_up() -> tuple[int, int]:
    """Every made-up unit with all its revisions, in one transaction; how many units and disclosures there were."""
    with transaction.atomic():
        with silently():
            units, count = _remove(Disclosure.objects.filter(unit__is_made_up=True))
        note(Kind.DELETED, f"删除演示用的虚构单位 {units} 个、决算 {count} 份", model=Unit._meta.label_lower)
        rebuild_shared()
        PublicationCounter.advance()
    return units, count


def _remove(revisions: QuerySet[Disclosure]) -> tuple[int, int]:
    count = revisions.count()
    delete_totals(revisions)
    leave(revisions)
    GroupFigure.objects.filter(is_made_up=True).delete()
    SearchEntry.objects.filter(disclosure__in=revisions).delete()
    StepTaken.objects.filter(disclosure__in=revisions).delete()
    for model in reversed(KEPT):  # what refers to a part goes before it
        model._default_manager.filter(disclosure__in=revisions).delete()
    revisions.delete()
    _, deleted = Unit.objects.filter(is_made_up=True).delete()
    return deleted.get(Unit._meta.label, 0), count
