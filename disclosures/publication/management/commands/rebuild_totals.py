"""Make the kept totals anew from the lines of all current revisions: after a change of what is kept."""

from django.core.management.base import BaseCommand
from django.db import transaction

from disclosures.publication.current import published
from disclosures.publication.models import PublicationCounter
from disclosures.publication.totals.storage import STORED, store_totals
from disclosures.statements.loaded import load


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
            PublicationCounter.advance()  # pages that were answered from the old totals are not current any more
        self.stdout.write(f"重新汇总了 {count} 份决算。")
