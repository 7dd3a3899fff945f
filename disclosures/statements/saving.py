"""How the parts of a draft get into the database, wherever they come from."""

from collections import defaultdict
from collections.abc import Iterable

from disclosures.statements.lines import Part
from disclosures.statements.models import Disclosure


def save_parts(disclosure: Disclosure, parts: Iterable[Part]) -> None:
    """Validate and save every part, a table at a time; parents come before what refers to them."""
    by_model: dict[type[Part], list[Part]] = defaultdict(list)
    for part in parts:
        part.disclosure = disclosure
        by_model[type(part)].append(part)
    for model, found in by_model.items():
        for part in found:
            part.clean_fields(exclude=["disclosure", "form"])
        model.objects.bulk_create(found)
