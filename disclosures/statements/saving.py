"""How the parts of a draft get into the database, wherever they come from."""

from collections import defaultdict
from collections.abc import Iterable
from enum import Enum

from disclosures.audit.recording import added, together
from disclosures.statements.lines import Part
from disclosures.statements.models import Disclosure


def save_parts(disclosure: Disclosure, parts: Iterable[Part]) -> None:
    """Validate and save every part, a table at a time; parents come before what refers to them."""
    with together():
        for model, found in cleaned_parts(disclosure, parts).items():
            added(model._default_manager.bulk_create(found))


def cleaned_parts(disclosure: Disclosure, parts: Iterable[Part]) -> dict[type[Part], list[Part]]:
    """Every part by its model, validated, as the database would give it back."""
    by_model: dict[type[Part], list[Part]] = defaultdict(list)
    for part in parts:
        part.disclosure = disclosure
        part.clean_fields(exclude=["disclosure", "form"])
        for field in part._meta.concrete_fields:
            if isinstance(value := getattr(part, field.attname), Enum):
                setattr(part, field.attname, value.value)
        by_model[type(part)].append(part)
    return by_model
