"""Books of the real documents among the tests' files, read as a clerk would import them; nothing is saved."""

from functools import cache
from pathlib import Path

from django.conf import settings

from disclosures.intake.reading import read_disclosure
from disclosures.statements.loaded import LoadedDisclosure
from disclosures.statements.models import Disclosure

FUSHUN = settings.BASE_DIR / "fixtures" / "fushun-petition-office-2023.txt"
PUTUO = settings.BASE_DIR / "tests" / "documents" / "putuo-social-work-2024.pdf"


@cache
def read_sample(path: Path) -> LoadedDisclosure:
    """All that the file says."""
    reading = read_disclosure(path)
    for form in reading.forms:
        for child in (*form.tasks, *(row.indicator for row in form.rows)):
            child.form = form.form
    disclosure = Disclosure(
        year=reading.year,
        unit_name=reading.unit_name,
        amount_unit=reading.precision.unit.value,
        decimals=reading.precision.decimals,
    )
    return LoadedDisclosure(disclosure, reading.parts())
