"""Bring the official code lists of `fixtures/` into the database; running it again changes nothing."""

from dataclasses import asdict

from django.core.management.base import BaseCommand
from django.db import transaction

from disclosures.classification.models import Code, Region
from disclosures.classification.official import official_codes, official_regions


class Command(BaseCommand):
    help = "Load the code lists and regions of fixtures/ into the database."

    @transaction.atomic
    def handle(self, *args, **options):
        loaded = {(row.scheme, row.code, row.first_year): row for row in Code.objects.all()}
        for official in official_codes():
            row = loaded.get((official.scheme, official.code, official.first_year), Code())
            if any(getattr(row, name) != value for name, value in asdict(official).items()):
                for name, value in asdict(official).items():
                    setattr(row, name, value)
                row.save()
        regions = [Region(code=code, name=name) for code, name in official_regions().items()]
        Region.objects.bulk_create(regions, update_conflicts=True, unique_fields=["code"], update_fields=["name"])
        self.stdout.write(f"科目 {len(official_codes())} 个，行政区划 {len(regions)} 个。")
