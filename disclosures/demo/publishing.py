"""Made-up units and years for demonstration: saved, submitted and published as imports are, and removed as a whole."""

from collections.abc import Iterator
from random import Random

from django.db import transaction

from disclosures.audit.models import Kind
from disclosures.audit.recording import note, silently
from disclosures.classification.loading import load_missing
from disclosures.classification.models import Region
from disclosures.demo.made_up import MadeUp
from disclosures.demo.planted import plant
from disclosures.demo.years import UnitOverYears, made_up_units
from disclosures.publication import workflow
from disclosures.statements.models import Disclosure, Unit
from disclosures.statements.saving import save_parts

YEARS = (2019, 2020, 2021, 2022, 2023)
CONTRADICTED = 0.15  # the share of documents with a contradiction put into them


def demo(count: int, seed: int) -> Iterator[Disclosure]:
    """That many published disclosures, one after the other; a unit with all its years is one transaction."""
    units = made_up_units(seed, -(-count // len(YEARS)), YEARS)
    for unit in units:
        with transaction.atomic():
            published = _publish_unit(unit, count)
        yield from published
        count -= len(published)


def _publish_unit(made: UnitOverYears, most: int) -> list[Disclosure]:
    """The unit with its years, the first ones where not all are wanted."""
    load_missing(made.unit.region_id)
    made.unit.region = Region.objects.get(code=made.unit.region_id)
    with silently():  # made-up figures need no witness; the whole is told once
        made.unit.save(force_insert=True)
        documents = zip(range(most), made.documents())  # noqa: B905
        published = [_publish(document, Random(f"{made.seed} {n}")) for n, document in documents]
    note(Kind.ADDED, f"演示用的虚构单位，决算 {len(published)} 份", of=made.unit)
    return published


def _publish(made: MadeUp, random: Random) -> Disclosure:
    if random.random() < CONTRADICTED:
        plant(random, made)
    made.disclosure.save(force_insert=True)
    save_parts(made.disclosure, made.parts())
    workflow.submit(made.disclosure)
    workflow.publish(made.disclosure)
    return made.disclosure


def is_there() -> bool:
    """Whether something made up is in the database already."""
    return Unit.objects.filter(is_made_up=True).exists()
