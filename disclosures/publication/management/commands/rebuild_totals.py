"""Make the kept totals and names of codes anew from all current revisions: after a change of what is kept."""

from django.core.management.base import BaseCommand
from django.db import transaction

from disclosures.publication.current import published
from disclosures.publication.evidence.models import PrintedName
from disclosures.publication.evidence.storage import renew_names
from disclosures.publication.models import PublicationCounter
from disclosures.publication.standing.storage import renew_all
from disclosures.publication.totals.storage import STORED, store_totals
from disclosures.statements.loaded import load
from disclosures.statements.models import Unit


class Command(BaseCommand):
    help = "Forgets all kept totals and makes them anew, in one transaction."

    def handle(self, *args, **options):
        with transaction.atomic():
            for model in STORED:
                model.objects.all().delete()
            count = 0
            for disclosure in published().iterator(chunk_size=100):
                store_totals(load(disclosure))
                count += 1
            PrintedName.objects.all().delete()
            for unit in Unit.objects.filter(pk__in=published().values("unit")):
                renew_names(unit)
            renew_all()
            PublicationCounter.advance()  # pages that were answered from the old totals are not current any more
        self.stdout.write(f"重新汇总了 {count} 份决算。")
