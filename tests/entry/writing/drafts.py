"""Drafts to write in: the first real disclosure, and one with nothing in it."""

from django.conf import settings

from disclosures.classification.loading import load_missing
from disclosures.classification.models import Region
from disclosures.intake.store import import_file
from disclosures.statements.models import Disclosure
from tests.building import NAME, build_unit

SAMPLE = settings.BASE_DIR / "fixtures" / "fushun-petition-office-2023.txt"


def sample_draft() -> Disclosure:
    if not Region.objects.filter(code="210400").exists():
        load_missing("210400")
    return import_file(SAMPLE, "210400-011001", 2023, name=NAME)[0]


def empty_draft(year: int = 2023) -> Disclosure:
    return Disclosure.objects.create(unit=build_unit(), year=year, unit_name=NAME)
