"""Bring the official code lists of `fixtures/` into the database; running it again changes nothing."""

from django.core.management.base import BaseCommand
from django.db import transaction

from disclosures.classification.loading import load_lists


class Command(BaseCommand):
    help = "Load the code lists and regions of fixtures/ into the database; names that staff changed stay."

    @transaction.atomic
    def handle(self, *args, **options):
        for loaded in load_lists():
            self.stdout.write(loaded.sentence)
            for sentence in loaded.kept:
                self.stdout.write(f"  {sentence}")
